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

/// The best of the steps that are possible; of equal ones the first in the order shift, left, right. At least one is,
/// unless the state is finished.
template <typename Number>
Step best_step(const ParseState& state, const std::array<Number, 3>& scores) {
  Step best = Step::shift;
  bool found = false;
  for (const Step step : {Step::shift, Step::left, Step::right}) {
    if (!state.may(step)) continue;
    if (found && scores[static_cast<std::size_t>(step)] <= scores[static_cast<std::size_t>(best)]) continue;
    best = step;
    found = true;
  }
  return best;
}

/// The best relation of the arc that a step is about to make: `root` for the word that hangs on the root, and no other.
template <typename Sums>
Relation best_relation(const ParseState& state, Step step, const Sums& sums) {
  if (state.head_by(step) == state.root()) return Relation::root;
  std::size_t best = static_cast<std::size_t>(Relation::nsubj);
  for (std::size_t r = best; r < kRelations; ++r)
    if (sums[r] > sums[best]) best = r;
  return static_cast<Relation>(best);
}

/// Takes steps from the state's beginning to its end: every word gets a head and a relation.
void parse(const ParseModel& model, ParseState& state);

}  // namespace quoth::internal
