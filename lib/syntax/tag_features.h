#pragma once

// The features that tell a word's tag. Tested by tests/unit/syntax_sentence_batch_test.cc.

#include <array>
#include <cstdint>

#include "syntax/feature_hash.h"
#include "syntax/word_facts.h"

namespace quoth::internal {

/// A tag of the model: one of those in its TagSet, which are finer than Tag.
using FineTag = std::uint8_t;

/// The word alone: if a table of sure words has it, nothing else is looked at.
constexpr SyntaxFeature sure_word_feature(const WordFacts& word) {
  return syntax_feature(63, word.word, word.shape & 15U);
}

/// As kTellingStepFeatures.
inline constexpr std::size_t kTellingTagFeatures = 9, kOtherTagFeatures = 11;
inline constexpr std::int32_t kSureTagLead = 142;

/// What a word's tag depends on.
class TagFeatures {
 public:
  /// `word` points into what find_sentence_facts() made, so that two words or edges stand on each side; `last` and
  /// `second_last` are the tags of the two words before it.
  TagFeatures(const WordFacts* word, FineTag last, FineTag second_last)
      : w(word[0]), p(word[-1]), n(word[1]), before(last), tags(last * 64U + second_last) {}

  std::array<SyntaxFeature, kTellingTagFeatures> telling() const {
    return {
        syntax_feature(9, w.shape, w.names),
        syntax_feature(8, w.shape, w.kind),
        syntax_feature(0, w.word),
        syntax_feature(7, w.prefix),
        syntax_feature(15, before, p.word),
        syntax_feature(4, w.suffix2, w.shape),
        syntax_feature(17, before, n.kind, n.shape),
        syntax_feature(18, n.word),
        syntax_feature(16, before, n.suffix3),
    };
  }
  std::array<SyntaxFeature, kOtherTagFeatures> others() const {
    const std::uint64_t kinds = std::uint64_t{w.kind} << 32 | n.kind;
    return {
        syntax_feature(1, w.word, before),
        syntax_feature(2, w.word, n.word),
        syntax_feature(3, p.word, w.word),
        syntax_feature(5, w.suffix3),
        syntax_feature(6, w.suffix4),
        syntax_feature(10, w.shape, p.shape, n.shape),
        syntax_feature(11, w.kind, w.suffix3, before),
        syntax_feature(12, w.kind, tags),
        syntax_feature(13, kinds, before),
        syntax_feature(14, tags),
        syntax_feature(19, w.kind, n.word),
    };
  }

 private:
  const WordFacts &w, &p, &n;
  std::uint64_t before, tags;
};

}  // namespace quoth::internal
