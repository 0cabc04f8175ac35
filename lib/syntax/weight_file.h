#pragma once

// Weights of grammar as the repository keeps them: the same bytes on every machine, smaller than compiled ones.
//
//   quoth grammar weights 1<LF>
//   # comments: what they were trained on, and how to make them again<LF>
//   <LF>
//   the set of tags   count; for each: size of its name, name; number of the tag of names
//   sure words        count; for each, by feature: difference to the feature before, count, label and weight of each
//   tags              the same
//   relations         the same
//   steps             count; for each, by feature: difference to the feature before, two weights
//
// Numbers are in seven bits a byte, the lowest first, the highest bit says that more follow; a weight is one byte.
// A fine tag's name is that of its Tag, a hyphen, and what tells it from others ("VERB-VBD").
//
// Tested by tests/unit/syntax_weight_file_test.cc.

#include <string>
#include <string_view>
#include <vector>

#include "base/frozen.h"
#include "syntax/weight_tables.h"

namespace quoth::internal {

/// Rows are sorted by feature, each feature once.
struct SyntaxWeights {
  std::vector<std::string> tags;  // names, by fine tag
  std::uint8_t name_tag = 0;      // the fine tag of names
  std::vector<LabelRow> sure, tag_rows, relation_rows;
  std::vector<StepRow> step_rows;

  friend bool operator==(const SyntaxWeights&, const SyntaxWeights&) = default;
};

/// `comments`: whole lines, each beginning with '#'.
std::string write_syntax_weights(const SyntaxWeights& weights, std::string_view comments);

/// Throws LoadError where the bytes are no such file; `file` is what it is called.
SyntaxWeights read_syntax_weights(std::string_view bytes, const std::string& file);

/// Adds the sections that SyntaxModel reads.
void freeze_syntax(const SyntaxWeights& weights, FrozenWriter& writer);

}  // namespace quoth::internal
