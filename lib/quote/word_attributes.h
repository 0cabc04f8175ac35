#pragma once

// What the word lists say of a word. Tested by tests/unit/quote_frames_test.cc.

#include <cstdint>
#include <string_view>

#include "quote/attribution.h"

namespace quoth::internal {

/// Whether a phrase of a class that begins at a token has an attribute.
inline bool has_attribute(const NameInput& in, std::uint32_t token, WordClass word_class, std::string_view key) {
  for (const PhraseMatch& m : in.phrases.at(token)) {
    const Lexicon& lexicon = in.lexicons[m.lexicon];
    const Entry& entry = lexicon.entry(m.entry);
    if ((in.classes.of(m.lexicon, entry) & bit(word_class)) != 0 && !lexicon.attribute(entry, key).empty()) return true;
  }
  return false;
}

/// Whether a sentence is written in the capitals of a headline, in which tags are not to be trusted.
inline bool is_headline(const QuoteInput& in, TokenRange sentence) {
  return in.facts[sentence.begin].style != LineStyle::plain;
}

}  // namespace quoth::internal
