#include "syntax/parser.h"

// Tested by tests/unit/syntax_parser_test.cc.

namespace quoth::internal {
namespace {

using StepSums = std::array<std::int32_t, 3>;

// The best of the steps that are possible, of which there is one; of equal ones the first in the order of Step.
Step best_step(const ParseState& state, const StepSums& scores) {
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

Step next_step(const ParseModel& model, const ParseState& state) {
  // The first word and the last steps leave no choice.
  if (state.stack().empty()) return Step::shift;
  if (state.next() == state.root()) return state.stack().size() == 1 ? Step::left : Step::right;
  StepSums scores{};
  model.steps.add_all(step_features(state), scores[1], scores[2]);
  return best_step(state, scores);
}

// The word that hangs on the root has the relation root, and no other has it.
Relation relation_of(const ParseModel& model, const ParseState& state, Step step) {
  if (state.head_by(step) == state.root()) return Relation::root;
  LabelSums sums{};
  model.relations.add_all(relation_features(state, step), sums);
  return static_cast<Relation>(best_label(sums, static_cast<std::size_t>(Relation::nsubj), kRelations));
}

}  // namespace

void parse(const ParseModel& model, ParseState& state) {
  while (!state.finished()) {
    const Step step = next_step(model, state);
    if (step == Step::shift)
      state.shift();
    else
      state.attach(step, relation_of(model, state, step));
  }
}

}  // namespace quoth::internal
