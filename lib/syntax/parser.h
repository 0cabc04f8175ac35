#pragma once

// Greedy arc-hybrid dependency parser, linear in the sentence. A classifier of three classes tells the next step;
// another one tells the relation of each arc when it is made, so that later steps know it. Tested by
// tests/unit/syntax_parser_test.cc.

#include <span>

#include "syntax/parse_features.h"
#include "syntax/parse_state.h"
#include "syntax/tagger.h"
#include "syntax/weight_tables.h"

namespace quoth::internal {

/// A parser's weights. Safe to share between threads.
struct ParseModel {
  StepWeights steps;
  LabelWeights relations;
};

/// Takes steps from each state's beginning to its end: every word gets a head and a relation. At most kMostTogether
/// states, side by side as by tag_words(); what one gets does not depend on the others.
void parse(const ParseModel& model, std::span<ParseState* const> states);

}  // namespace quoth::internal
