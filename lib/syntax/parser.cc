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

// A sentence and the step that it takes.
struct Turn {
  ParseState* state = nullptr;
  Step step = Step::shift;
  bool looks_up = false;
  FeatureLookup<kStepFeatures> steps;
  FeatureLookup<kRelationFeatures> relations;
};

// The first word and the last steps leave no choice.
bool has_choice(const ParseState& state) { return !state.stack().empty() && state.next() != state.root(); }

Step only_step(const ParseState& state) {
  if (state.stack().empty()) return Step::shift;
  return state.stack().size() == 1 ? Step::left : Step::right;
}

void choose_steps(const StepWeights& weights, std::span<Turn> turns) {
  for (Turn& turn : turns) {
    turn.looks_up = has_choice(*turn.state);
    if (turn.looks_up)
      weights.table().ask(step_features(*turn.state), turn.steps);
    else
      turn.step = only_step(*turn.state);
  }
  for (Turn& turn : turns)
    if (turn.looks_up) weights.table().select(turn.steps);
  for (Turn& turn : turns) {
    if (!turn.looks_up) continue;
    weights.table().read(turn.steps);
    StepSums scores{};
    weights.add(turn.steps, scores[1], scores[2]);
    turn.step = best_step(*turn.state, scores);
  }
}

// The word that hangs on the root has the relation root, and no other has it.
void take_steps(const LabelWeights& weights, std::span<Turn> turns) {
  for (Turn& turn : turns) {
    turn.looks_up = turn.step != Step::shift && turn.state->head_by(turn.step) != turn.state->root();
    if (turn.looks_up) weights.table().ask(relation_features(*turn.state, turn.step), turn.relations);
  }
  for (Turn& turn : turns)
    if (turn.looks_up) weights.table().select(turn.relations);
  for (Turn& turn : turns)
    if (turn.looks_up) weights.read(turn.relations);
  for (Turn& turn : turns) {
    if (turn.step == Step::shift) {
      turn.state->shift();
      continue;
    }
    Relation relation = Relation::root;
    if (turn.looks_up)
      relation = static_cast<Relation>(
          best_label(weights.sums(turn.relations), static_cast<std::size_t>(Relation::nsubj), kRelations));
    turn.state->attach(turn.step, relation);
  }
}

}  // namespace

void parse(const ParseModel& model, std::span<ParseState* const> states) {
  std::array<Turn, kMostTogether> turns;
  for (;;) {
    std::size_t count = 0;
    for (ParseState* const state : states)
      if (!state->finished()) turns[count++].state = state;
    if (count == 0) return;
    const std::span together = std::span(turns).first(count);
    choose_steps(model.steps, together);
    take_steps(model.relations, together);
  }
}

}  // namespace quoth::internal
