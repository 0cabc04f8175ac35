#pragma once

// What the text layer asks of tokens again and again. Tested by tests/unit/text_sentences_test.cc and
// tests/unit/text_layout_test.cc.

#include <cstdint>
#include <string_view>

#include "text/token.h"
#include "text/word_class.h"

namespace quoth::internal {

inline bool has_class(const Token& token, WordClass c) { return (token.classes & bit(c)) != 0; }
inline bool has_class(const Tokens& tokens, std::uint32_t i, WordClass c) { return has_class(tokens[i], c); }

/// Written with a capital, or in capitals.
inline bool is_capitalised(const Tokens& tokens, std::uint32_t i) {
  const Shape shape = tokens[i].shape;
  return shape == Shape::cap || shape == Shape::upper || shape == Shape::mixed || shape == Shape::initial;
}

/// Whether token i is there, before `end`, and is that folded word.
inline bool is_word(const Tokens& tokens, std::uint32_t i, std::uint32_t end, std::string_view word) {
  return i < end && tokens.word(i) == word;
}

/// How many tokens the name and titles of who speaks have at most: "U.S. Sen. Ada B. Okoye".
inline constexpr std::uint32_t kMaxSpeakerTokens = 8;

}  // namespace quoth::internal
