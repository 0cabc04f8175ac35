#include "syntax/parser.h"

// Tested by tests/unit/syntax_parser_test.cc.

#include <algorithm>

namespace quoth::internal {
namespace {

using StepSums = std::array<std::int32_t, 3>;

// A sentence and the step that it takes.
struct Turn {
  ParseState* state = nullptr;
  Step step = Step::shift;
  bool in_doubt = false;  // about the step, or about the relation of its arc
  StepSums scores{};
  LabelSums sums{};
  Relation relation = Relation::root;
  FeatureLookup<kTellingStepFeatures> telling_step;
  FeatureLookup<kOtherStepFeatures> other_step;
  FeatureLookup<kTellingRelationFeatures> telling_relation;
  FeatureLookup<kOtherRelationFeatures> other_relation;
};

// The best of the steps that are possible, of which there is one; of equal ones the first in the order of Step. In
// doubt if another one is close.
void choose_step(Turn& turn) {
  std::int32_t best = 0, next = 0;
  bool found = false, rivals = false;
  for (const Step step : {Step::shift, Step::left, Step::right}) {
    if (!turn.state->may(step)) continue;
    const std::int32_t score = turn.scores[static_cast<std::size_t>(step)];
    const bool better = !found || score > best;
    if (found) next = rivals ? std::max(next, std::min(score, best)) : std::min(score, best), rivals = true;
    if (better) best = score, turn.step = step;
    found = true;
  }
  turn.in_doubt = rivals && best - next < kSureStepLead;
}

void choose_relation(Turn& turn) {
  constexpr auto first = static_cast<std::size_t>(Relation::nsubj);
  const std::size_t best = best_label(turn.sums, first, kRelations);
  turn.relation = static_cast<Relation>(best);
  turn.in_doubt = lead(turn.sums, best, first, kRelations) < kSureRelationLead;
}

// The first word and the last steps leave no choice.
bool has_choice(const ParseState& state) { return !state.stack().empty() && state.next() != state.root(); }

Step only_step(const ParseState& state) {
  if (state.stack().empty()) return Step::shift;
  return state.stack().size() == 1 ? Step::left : Step::right;
}

void choose_steps(const StepWeights& weights, std::span<Turn> turns) {
  for (Turn& turn : turns) {
    turn.in_doubt = has_choice(*turn.state);
    turn.scores = {};
    if (turn.in_doubt)
      weights.table().ask(StepFeatures(*turn.state).telling(), turn.telling_step);
    else
      turn.step = only_step(*turn.state);
  }
  look_up(weights, turns, &Turn::telling_step);
  for (Turn& turn : turns) {
    if (!turn.in_doubt) continue;
    weights.add(turn.telling_step, turn.scores[1], turn.scores[2]);
    choose_step(turn);
    if (turn.in_doubt) weights.table().ask(StepFeatures(*turn.state).others(), turn.other_step);
  }
  look_up(weights, turns, &Turn::other_step);
  for (Turn& turn : turns) {
    if (!turn.in_doubt) continue;
    weights.add(turn.other_step, turn.scores[1], turn.scores[2]);
    choose_step(turn);
  }
}

// The word that hangs on the root has the relation root, and no other has it.
void choose_relations(const LabelWeights& weights, std::span<Turn> turns) {
  for (Turn& turn : turns) {
    turn.relation = Relation::root;
    turn.in_doubt = turn.step != Step::shift && turn.state->head_by(turn.step) != turn.state->root();
    if (!turn.in_doubt) continue;
    turn.sums = {};
    weights.table().ask(RelationFeatures(*turn.state, turn.step).telling(), turn.telling_relation);
  }
  look_up(weights, turns, &Turn::telling_relation);
  for (Turn& turn : turns) {
    if (!turn.in_doubt) continue;
    weights.add(turn.telling_relation, turn.sums);
    choose_relation(turn);
    if (turn.in_doubt) weights.table().ask(RelationFeatures(*turn.state, turn.step).others(), turn.other_relation);
  }
  look_up(weights, turns, &Turn::other_relation);
  for (Turn& turn : turns) {
    if (!turn.in_doubt) continue;
    weights.add(turn.other_relation, turn.sums);
    choose_relation(turn);
  }
}

void take_step(Turn& turn) {
  if (turn.step == Step::shift)
    turn.state->shift();
  else
    turn.state->attach(turn.step, turn.relation);
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
    choose_relations(model.relations, together);
    for (Turn& turn : together) take_step(turn);
  }
}

}  // namespace quoth::internal
