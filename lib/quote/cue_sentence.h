#pragma once

// What tells whether a sentence reports anything, before it has a tree. Tested by tests/unit/quote_frames_test.cc.

#include <cstdint>
#include <span>
#include <vector>

#include "quote/attribution.h"
#include "syntax/sentence_batch.h"

namespace quoth::internal {

/// A sentence and what stands around it. References; the caller keeps them alive.
struct CueSentence {
  const QuoteInput& in;
  TokenRange range;

  /// The colon right before marked words; the sentence's end: there is none.
  std::uint32_t colon() const;
  /// The marked words with which it begins, if they end in a comma and the sentence goes on; empty: there are none.
  TokenRange speech_in_front() const;
  /// "Said Okoye: “…”"
  bool opens_with_verb() const;
  /// Whether it may report something: it is worth its tags.
  bool has_cue() const;
  /// Whether one of its cues is a verb, or needs to be none: it is worth its tree.
  bool has_tagged_cue(const Syntax& syntax) const;
  /// Fills `out` with what stands inside of long marked stretches: somebody's words, of which only the first and last
  /// tell how they belong to the sentence. No name is cut.
  void find_left_out(std::span<const TokenRange> names, std::vector<TokenRange>& out) const;
  /// Fills `out` with tags that are known by the words' places, whatever the tagger took them for: cues that are verbs,
  /// and what stands beside those.
  void find_known_tags(const Syntax& syntax, std::vector<KnownTag>& out) const;
};

}  // namespace quoth::internal
