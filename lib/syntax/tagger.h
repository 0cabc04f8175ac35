#pragma once

// Greedy part-of-speech tagger: words from left to right, each by a linear classifier. Tested by
// tests/unit/syntax_sentence_batch_test.cc.

#include <span>
#include <vector>

#include "syntax/syntax.h"
#include "syntax/tag_features.h"
#include "syntax/weight_tables.h"

namespace quoth::internal {

/// The tags that the model tells apart: past and present, one and many. Their number is at most kMostLabels - 2.
struct TagSet {
  std::vector<Tag> coarse;                                              // [fine tag]
  FineTag name = 0;                                                     // what a word inside a name is
  FineTag edge() const { return static_cast<FineTag>(coarse.size()); }  // stands for what is outside of the sentence
};

/// A tagger's weights. Safe to share between threads.
struct TagModel {
  TagSet tags;
  FeatureTable sure;  // words that have one tag: 1 + FineTag
  LabelWeights weights;
};

/// A word in a name that is written with a capital is a name, unless its tag is one that names have among their words:
/// of, the, and, a number, a mark.
FineTag tag_in_name(const TagSet& tags, const WordFacts& word, FineTag tag);

/// Sentences that are tagged together: words as find_sentence_facts() makes them, with their edges, and their fine
/// tags. References; the caller keeps them alive.
struct TaggedWords {
  std::span<const WordFacts> words;
  std::vector<FineTag>* tags;

  std::size_t size() const { return words.size() - 2 * kEdges; }
};

/// At most so many.
inline constexpr std::size_t kMostTogether = 8;

/// Fills in the tags. All sentences are walked through side by side, so that the memory that their words need is waited
/// for once; what a sentence gets does not depend on the others.
void tag_words(const TagModel& model, std::span<const TaggedWords> sentences);

}  // namespace quoth::internal
