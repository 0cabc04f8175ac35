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

/// A number for each NameType, reckoned with together (a vector of GCC and clang).
using ByType = float __attribute__((vector_size(sizeof(float) * kNameTypes)));

/// A number for each label, by parts of names.
struct PartScores {
  float outside = 0;
  std::array<ByType, 4> parts{};  // by Part

  const ByType& operator[](Part part) const { return parts[static_cast<std::size_t>(part)]; }
  ByType& operator[](Part part) { return parts[static_cast<std::size_t>(part)]; }
  float operator[](ChainLabel l) const {
    return l == kOutside ? outside : (*this)[part_of(l)][static_cast<std::size_t>(type_of(l))];
  }
};

/// Everything that forward-backward tells of a chain. Reusable from chain to chain.
struct Marginals {
  std::vector<PartScores> forward, backward;  // scaled probabilities
  std::vector<float> scale;                   // per token
  std::vector<PartScores> emit;               // exp of the scores, less the token's maximum
  double log_total = 0;                       // logarithm of the sum over all labelings; -infinity: none is possible

  /// P(token i has the label).
  float label(std::size_t i, ChainLabel l) const { return forward[i][l] * backward[i][l]; }
};

/// exp of step scores, 0 where a step may not be taken, in the orders in which they are looked at.
struct StepFactors {
  /// By parts of names. A block is [type][type of the next]; inside of a name both have the same type.
  struct ByPart {
    using Block = std::array<ByType, kNameTypes>;
    float outside_outside = 0;
    ByType outside_begin{}, outside_unit{}, last_outside{}, unit_outside{};
    Block last_begin{}, last_unit{}, unit_begin{}, unit_unit{};
    ByType begin_inside{}, begin_last{}, inside_inside{}, inside_last{};
  };
  StepScores by_label{};  // [label][next]
  ByPart onward;
  ByPart back;  // of the chain read from its end: there a name begins with its last part

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
