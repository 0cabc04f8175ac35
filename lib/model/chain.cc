#include "model/chain.h"

#include <algorithm>
#include <cmath>

namespace quoth::internal {
namespace {

// For each label, the labels that may come before it: at most 1 + 2 * types.
struct Predecessors {
  std::array<std::array<ChainLabel, kChainLabels>, kChainLabels> labels{};
  std::array<std::uint8_t, kChainLabels> count{};
};

constexpr Predecessors make_predecessors() {
  Predecessors p;
  for (ChainLabel next = 0; next < kChainLabels; ++next)
    for (ChainLabel label = 0; label < kChainLabels; ++label)
      if (may_follow(label, next)) p.labels[next][p.count[next]++] = label;
  return p;
}
constexpr Predecessors kBefore = make_predecessors();

// A label may stand first if it may follow "outside", and last if "outside" may follow it.
constexpr bool may_start(ChainLabel label) { return may_follow(kOutside, label); }
constexpr bool may_end(ChainLabel label) { return may_follow(label, kOutside); }

void exp_scores(const LabelScores& scores, LabelSet allowed, LabelScores& out, float& shift) {
  shift = *std::max_element(scores.begin(), scores.end());
  for (std::size_t l = 0; l < kChainLabels; ++l) out[l] = (allowed >> l & 1U) != 0 ? std::exp(scores[l] - shift) : 0.0F;
}

// For each label the sum over all labels on one side of it. Factors of steps that may not be taken are 0; to add these,
// too, is faster than to leave them out, since there is no branch.
LabelScores sum_of_steps(const LabelScores& others, const StepScores& factors) {
  LabelScores sums{};
  for (ChainLabel other = 0; other < kChainLabels; ++other)
    for (ChainLabel l = 0; l < kChainLabels; ++l) sums[l] += others[other] * factors[other][l];
  return sums;
}

// The lowest score that a label may have, so that no sum of them is out of range.
constexpr float kLowest = 4 * kForbidden;

// For each label the best score of all ways to it, without its own.
LabelScores best_steps_from(const LabelScores& before, const StepScores& steps) {
  LabelScores best;
  best.fill(kLowest);
  for (ChainLabel p = 0; p < kChainLabels; ++p)
    for (ChainLabel l = 0; l < kChainLabels; ++l) best[l] = std::max(best[l], before[p] + steps[p][l]);
  return best;
}

// The label from which the best way leads to `label`; of equal ones the first.
ChainLabel best_before(const LabelScores& before, const StepScores& steps, ChainLabel label) {
  float best = kLowest;
  ChainLabel found = kBefore.labels[label][0];
  for (std::size_t k = 0; k < kBefore.count[label]; ++k) {
    const ChainLabel p = kBefore.labels[label][k];
    if (before[p] + steps[p][label] > best) best = before[p] + steps[p][label], found = p;
  }
  return found;
}

// Makes the sum 1. Where nothing is left of it no labeling fits: all become 0, and 0 is returned.
float normalize(LabelScores& values) {
  float sum = 0;
  for (float v : values) sum += v;
  if (!(sum > 1e-30F)) {
    values.fill(0);
    return 0;
  }
  for (float& v : values) v /= sum;
  return sum;
}

// Rounding may lead a little beyond 1, and weights that are absurdly large to what is no number.
float bounded(float probability) { return probability > 0 ? std::min(probability, 1.0F) : 0.0F; }

}  // namespace

StepFactors exp_steps(const StepScores& steps) {
  StepFactors out;
  for (ChainLabel a = 0; a < kChainLabels; ++a)
    for (ChainLabel b = 0; b < kChainLabels; ++b)
      out.by_label[a][b] = out.by_next[b][a] = may_follow(a, b) ? std::exp(steps[a][b]) : 0.0F;
  return out;
}

StepScores allowed_steps(const StepScores& steps) {
  constexpr float kNever = -1e30F;
  StepScores out = steps;
  for (ChainLabel a = 0; a < kChainLabels; ++a)
    for (ChainLabel b = 0; b < kChainLabels; ++b)
      if (!may_follow(a, b)) out[a][b] = kNever;
  return out;
}

void best_labels(std::span<const LabelScores> tokens, const StepScores& steps, BestScores& best,
                 std::vector<ChainLabel>& out) {
  const std::size_t n = tokens.size();
  out.assign(n, kOutside);
  if (n == 0) return;
  best.resize(n);
  for (ChainLabel l = 0; l < kChainLabels; ++l)
    best[0][l] = may_start(l) ? tokens[0][l] + steps[kOutside][l] : kForbidden;
  for (std::size_t i = 1; i < n; ++i) {
    best[i] = best_steps_from(best[i - 1], steps);
    for (ChainLabel l = 0; l < kChainLabels; ++l) best[i][l] += tokens[i][l];
  }
  ChainLabel last = kOutside;
  for (ChainLabel l = 1; l < kChainLabels; ++l)
    if (may_end(l) && best[n - 1][l] > best[n - 1][last]) last = l;
  for (std::size_t i = n - 1; i > 0; --i) {
    out[i] = last;
    last = best_before(best[i - 1], steps, last);
  }
  out[0] = last;
}

void find_marginals(std::span<const LabelScores> tokens, const StepFactors& factors, std::span<const LabelSet> allowed,
                    Marginals& out) {
  const std::size_t n = tokens.size();
  out.forward.resize(n), out.backward.resize(n), out.scale.resize(n), out.emit.resize(n);
  out.log_total = 0;
  for (std::size_t i = 0; i < n; ++i) {
    float shift = 0;
    exp_scores(tokens[i], allowed.empty() ? kAllLabels : allowed[i], out.emit[i], shift);
    LabelScores& f = out.forward[i];
    f = i == 0 ? factors[kOutside] : sum_of_steps(out.forward[i - 1], factors.by_label);
    for (ChainLabel l = 0; l < kChainLabels; ++l) f[l] *= out.emit[i][l];
    if (i + 1 == n)
      for (ChainLabel l = 0; l < kChainLabels; ++l)
        if (!may_end(l)) f[l] = 0;
    const float sum = normalize(f);
    out.log_total += std::log(sum) + shift;
    out.scale[i] = sum > 0 ? sum : 1;
  }
  if (n == 0) return;
  for (ChainLabel l = 0; l < kChainLabels; ++l) out.backward[n - 1][l] = may_end(l) ? 1.0F : 0.0F;
  for (std::size_t i = n - 1; i-- > 0;) {
    LabelScores ahead;
    for (ChainLabel l = 0; l < kChainLabels; ++l)
      ahead[l] = out.emit[i + 1][l] * out.backward[i + 1][l] / out.scale[i + 1];
    out.backward[i] = sum_of_steps(ahead, factors.by_next);
  }
}

float outside_probability(const Marginals& m, const StepFactors& factors, std::size_t begin, std::size_t end) {
  float p = m.forward[begin][kOutside];
  for (std::size_t i = begin + 1; i < end; ++i) p *= factors[kOutside][kOutside] * m.emit[i][kOutside] / m.scale[i];
  return bounded(p * m.backward[end - 1][kOutside]);
}

float name_probability(const Marginals& m, const StepFactors& factors, std::size_t begin, std::size_t end,
                       NameType type) {
  if (end - begin == 1) return bounded(m.label(begin, chain_label(type, Part::unit)));
  ChainLabel label = chain_label(type, Part::begin);
  float p = m.forward[begin][label];
  for (std::size_t i = begin + 1; i < end; ++i) {
    const ChainLabel next = chain_label(type, i + 1 == end ? Part::last : Part::inside);
    p *= factors[label][next] * m.emit[i][next] / m.scale[i];
    label = next;
  }
  return bounded(p * m.backward[end - 1][label]);
}

}  // namespace quoth::internal
