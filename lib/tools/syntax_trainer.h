#pragma once

// Trains the tagger and the parser. The parser learns from its own mistakes: a dynamic oracle (Goldberg and Nivre 2013)
// tells the steps that are best from wherever it got to, and it sees the tags that a tagger which does not know the
// sentence gives it. Weights are then cut to the strongest features and learned again with these alone, which costs far
// less than dropping the others. Deterministic: the same examples and options give the same weights. Tested by
// tests/unit/syntax_trainer_test.cc.

#include <cstdint>
#include <span>
#include <vector>

#include "syntax/weight_file.h"
#include "tools/syntax_examples.h"
#include "tools/syntax_perceptron.h"

namespace quoth::internal {

struct SyntaxTrainOptions {
  int tag_epochs = 8;
  int tree_epochs = 8;
  std::uint32_t folds = 4;           // of the tags that the parser learns with
  std::size_t tag_features = 30000;  // at most, as the others: twice as many are no better
  std::size_t step_features = 100000;
  std::size_t relation_features = 30000;
  float explore = 0.9F;  // how often the parser follows its own steps, after the first pass
  float margin = 60;     // by how much the right answer must be ahead; one update moves it by about 80
  std::uint64_t seed = 1;
};

/// Tags of words that have one tag whenever they are seen, and are seen often.
std::vector<LabelRow> sure_words(std::span<const TreeExample> examples);

/// Where the tags of the parser's examples come from: examples whose tags are those that taggers gave which were
/// trained on the other folds.
std::vector<TreeExample> jackknife_tags(std::span<const TreeExample> examples, const FineTags& tags,
                                        const SyntaxTrainOptions& options);

SyntaxWeights train_syntax(std::span<const TreeExample> examples, const FineTags& tags,
                           const SyntaxTrainOptions& options);

}  // namespace quoth::internal
