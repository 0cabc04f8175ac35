#include "syntax/parser.h"

// Tested by tests/unit/syntax_parser_test.cc.

namespace quoth::internal {
namespace {

Step next_step(const ParseModel& model, const ParseState& state) {
  // The first word and the last steps leave no choice.
  if (state.stack().empty()) return Step::shift;
  if (state.next() == state.root()) return state.stack().size() == 1 ? Step::left : Step::right;
  std::array<std::int32_t, 3> scores{};
  const StepFeatures features = step_features(state);
  for (const SyntaxFeature f : features) model.steps.prefetch(f);
  for (const SyntaxFeature f : features) model.steps.add(f, scores[1], scores[2]);
  return best_step(state, scores);
}

Relation relation_of(const ParseModel& model, const ParseState& state, Step step) {
  LabelSums sums{};
  if (state.head_by(step) != state.root()) {
    const RelationFeatures features = relation_features(state, step);
    for (const SyntaxFeature f : features) model.relations.prefetch(f);
    for (const SyntaxFeature f : features) model.relations.add(f, sums);
  }
  return best_relation(state, step, sums);
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
