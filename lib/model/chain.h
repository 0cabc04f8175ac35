#pragma once

// Best labels of a chain, and how sure they are. Linear-chain CRF: Lafferty, McCallum, Pereira 2001; decoding: Viterbi
// 1967; marginals: forward-backward. Tested by tests/unit/model_chain_test.cc against enumeration of all labelings.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "model/labels.h"

namespace quoth::internal {

/// Scores of one token's labels.
using LabelScores = std::array<float, kChainLabels>;
/// [label][next]: score of a step. Steps that may_follow() refuses are never taken.
using StepScores = std::array<std::array<float, kChainLabels>, kChainLabels>;
/// A set of labels, one bit each.
using LabelSet = std::uint32_t;
inline constexpr LabelSet kAllLabels = (LabelSet{1} << kChainLabels) - 1;

/// A token's score that rules a label out.
inline constexpr float kForbidden = -1e6F;

/// Step scores for best_labels(): so low where a step may not be taken that it never is.
StepScores allowed_steps(const StepScores& steps);

/// Working memory of best_labels(), for reuse: the scores of the best ways to each label of each token.
using BestScores = std::vector<LabelScores>;

/// The best labels of a chain that starts and ends outside of names. `steps` are allowed_steps().
void best_labels(std::span<const LabelScores> tokens, const StepScores& steps, BestScores& scratch,
                 std::vector<ChainLabel>& out);

/// Everything that forward-backward tells of a chain. Reusable from chain to chain.
struct Marginals {
  std::vector<LabelScores> forward, backward;  // scaled probabilities
  std::vector<float> scale;                    // per token
  std::vector<LabelScores> emit;               // exp of the scores, less the token's maximum
  double log_total = 0;                        // logarithm of the sum over all labelings; -infinity: none is possible

  /// P(token i has the label).
  float label(std::size_t i, ChainLabel l) const { return forward[i][l] * backward[i][l]; }
};

/// exp of step scores, 0 where a step may not be taken.
struct StepFactors {
  StepScores by_label{}, by_next{};  // [label][next], [next][label]

  const LabelScores& operator[](ChainLabel label) const { return by_label[label]; }
};
StepFactors exp_steps(const StepScores& steps);

/// Fills `out`; `factors` are exp_steps(). With `allowed`, only labelings within these sets (one a token) count. Where
/// no labeling is possible all probabilities are 0.
void find_marginals(std::span<const LabelScores> tokens, const StepFactors& factors, std::span<const LabelSet> allowed,
                    Marginals& out);

/// P(token i has `label` and token i + 1 has `next`).
inline float step_probability(const Marginals& m, const StepFactors& factors, std::size_t i, ChainLabel label,
                              ChainLabel next) {
  return m.forward[i][label] * factors[label][next] * m.emit[i + 1][next] * m.backward[i + 1][next] / m.scale[i + 1];
}

/// P(tokens [begin, end) are all outside of names).
float outside_probability(const Marginals& m, const StepFactors& factors, std::size_t begin, std::size_t end);

/// P(tokens [begin, end) are exactly one name of the type).
float name_probability(const Marginals& m, const StepFactors& factors, std::size_t begin, std::size_t end,
                       NameType type);

}  // namespace quoth::internal
