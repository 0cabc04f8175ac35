#pragma once

// How well tags and trees agree with gold ones. Tested by tests/unit/syntax_trainer_test.cc.

#include <cstdint>
#include <span>
#include <string>

#include "syntax/model.h"
#include "syntax/weight_file.h"
#include "tools/syntax_examples.h"

namespace quoth::internal {

/// Weights as compiled data holds them. `model` refers to `bytes`: not copied, not moved.
struct LoadedSyntax {
  explicit LoadedSyntax(const SyntaxWeights& weights);
  LoadedSyntax(const LoadedSyntax&) = delete;
  LoadedSyntax& operator=(const LoadedSyntax&) = delete;

  std::string bytes;
  SyntaxModel model;
};

/// Counts of tokens.
struct SyntaxScore {
  std::uint64_t tokens = 0, tags = 0, heads = 0, relations = 0;  // all; right tag; right head; right head and relation
  std::uint64_t words = 0, word_heads = 0, word_relations = 0;   // the same but for marks
  double seconds = 0;                                            // of the processor, for tags and trees
};

/// Tags and parses examples and counts what is right.
SyntaxScore score_syntax(const SyntaxModel& model, std::span<const TreeExample> examples);

/// One line: "tags 95.10  UAS 83.20  LAS 79.50  without marks 84.10 81.00  12345 tokens, 500000 a second".
std::string score_line(const SyntaxScore& score);

}  // namespace quoth::internal
