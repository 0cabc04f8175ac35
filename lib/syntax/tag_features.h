#pragma once

// The features that tell a word's tag. Tested by tests/unit/syntax_sentence_batch_test.cc.

#include <array>
#include <cstdint>

#include "syntax/feature_hash.h"
#include "syntax/word_facts.h"

namespace quoth::internal {

/// A tag of the model: one of those in its TagSet, which are finer than Tag.
using FineTag = std::uint8_t;

inline constexpr std::size_t kTagFeatures = 20;
using TagFeatures = std::array<SyntaxFeature, kTagFeatures>;

/// The word alone: if a table of sure words has it, nothing else is looked at.
constexpr SyntaxFeature sure_word_feature(const WordFacts& word) {
  return syntax_feature(63, word.word, word.shape & 15U);
}

/// `word` points into what find_sentence_facts() made, so that two words or edges stand on each side; `before` and
/// `before2` are the tags of the two words before it.
inline TagFeatures tag_features(const WordFacts* word, FineTag before, FineTag before2) {
  const WordFacts& w = word[0];
  const WordFacts& p = word[-1];
  const WordFacts& n = word[1];
  const std::uint64_t tags = before * 64U + before2;
  const std::uint64_t kinds = std::uint64_t{w.kind} << 32 | n.kind;
  unsigned t = 0;
  return {
      syntax_feature(t++, w.word),
      syntax_feature(t++, w.word, before),
      syntax_feature(t++, w.word, n.word),
      syntax_feature(t++, p.word, w.word),
      syntax_feature(t++, w.suffix2, w.shape),
      syntax_feature(t++, w.suffix3),
      syntax_feature(t++, w.suffix4),
      syntax_feature(t++, w.prefix),
      syntax_feature(t++, w.shape, w.kind),
      syntax_feature(t++, w.shape, w.names),
      syntax_feature(t++, w.shape, p.shape, n.shape),
      syntax_feature(t++, w.kind, w.suffix3, before),
      syntax_feature(t++, w.kind, tags),
      syntax_feature(t++, kinds, before),
      syntax_feature(t++, tags),
      syntax_feature(t++, before, p.word),
      syntax_feature(t++, before, n.suffix3),
      syntax_feature(t++, before, n.kind, n.shape),
      syntax_feature(t++, n.word),
      syntax_feature(t++, w.kind, n.word),
  };
}

}  // namespace quoth::internal
