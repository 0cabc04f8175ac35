#pragma once

// Greedy arc-hybrid dependency parser, linear in the sentence. A classifier of three classes tells the next step;
// another one tells the relation of each arc when it is made, so that later steps know it. Tested by
// tests/unit/syntax_parser_test.cc.

#include "syntax/parse_features.h"
#include "syntax/parse_state.h"
#include "syntax/weight_tables.h"

namespace quoth::internal {

/// A parser's weights. Safe to share between threads.
struct ParseModel {
  StepWeights steps;
  LabelWeights relations;
};

/// Takes steps from the state's beginning to its end: every word gets a head and a relation.
void parse(const ParseModel& model, ParseState& state);

}  // namespace quoth::internal
