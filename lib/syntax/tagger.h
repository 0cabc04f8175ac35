#pragma once

// Greedy part-of-speech tagger: words from left to right, each by a linear classifier. Tested by
// tests/unit/syntax_parse_sentence_test.cc.

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
  LabelWeights sure;  // words that have one tag
  LabelWeights weights;
};

/// The tag of one word by its features.
FineTag best_tag(const TagModel& model, const TagFeatures& features);

/// A word in a name that is written with a capital is a name, unless its tag is one that names have among their words:
/// of, the, and, a number, a mark.
FineTag tag_in_name(const TagSet& tags, const WordFacts& word, FineTag tag);

/// Fills `out` with the fine tags of words that find_sentence_facts() made, with their edges.
void tag_words(const TagModel& model, std::span<const WordFacts> words, std::vector<FineTag>& out);

}  // namespace quoth::internal
