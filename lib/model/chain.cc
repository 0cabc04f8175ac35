#include "model/chain.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

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

PartScores by_parts(const LabelScores& scores) {
  PartScores out;
  out.outside = scores[kOutside];
  for (std::size_t part = 0; part < out.parts.size(); ++part)
    for (std::size_t type = 0; type < kNameTypes; ++type) out.parts[part][type] = scores[1 + 4 * type + part];
  return out;
}

PartScores filled(float outside, float others) {
  PartScores out;
  out.outside = outside;
  for (ByType& part : out.parts) part = ByType{} + others;
  return out;
}

using ByTypeBits = std::uint32_t __attribute__((vector_size(sizeof(ByType))));

// e to the power of each number, none of which is above 0: a polynomial and the bits of a power of two (after Moshier's
// Cephes library), four at a time. Off by less than 3 of 10 million; 0 below -87.
ByType exp_of(ByType value) {
  constexpr float kSmallest = -87.0F, kLog2 = 1.44269504F, kLn2 = 0.693359375F, kLn2Rest = -2.12194440e-4F;
  constexpr float kRound = 12582912.0F;  // 1.5 * 2^23: what it is added to is rounded to a whole number
  const ByType x = value < kSmallest ? ByType{} + kSmallest : value;
  const ByType rounded = x * kLog2 + kRound;
  const ByType power = rounded - kRound;
  const ByType r = x - power * kLn2 - power * kLn2Rest;
  ByType p = r * 1.9875691500e-4F + 1.3981999507e-3F;
  p = p * r + 8.3334519073e-3F;
  p = p * r + 4.1665795894e-2F;
  p = p * r + 1.6666665459e-1F;
  p = p * r + 5.0000001201e-1F;
  const ByTypeBits bits = (std::bit_cast<ByTypeBits>(rounded) + 127U) << 23;
  return value < kSmallest ? ByType{} : (p * r * r + r + 1.0F) * std::bit_cast<ByType>(bits);
}

void exp_scores(const LabelScores& scores, LabelSet allowed, PartScores& out, float& shift) {
  shift = *std::max_element(scores.begin(), scores.end());
  out = by_parts(scores);
  out.outside = (allowed & 1U) != 0 ? std::exp(out.outside - shift) : 0.0F;
  for (ByType& part : out.parts) part = exp_of(part - shift);
  if (allowed == kAllLabels) return;
  for (std::size_t part = 0; part < out.parts.size(); ++part)
    for (std::size_t type = 0; type < kNameTypes; ++type)
      if ((allowed >> (1 + 4 * type + part) & 1U) == 0) out.parts[part][type] = 0;
}

float sum_of(ByType values) { return (values[0] + values[1]) + (values[2] + values[3]); }

// Adds the steps of a block: its rows, each as often as its label has it.
ByType add_block(ByType sum, ByType from, const StepFactors::ByPart::Block& rows) {
  for (std::size_t type = 0; type < kNameTypes; ++type) sum += from[type] * rows[type];
  return sum;
}

// For each label the sum of all steps to it.
PartScores sum_steps(const PartScores& from, const StepFactors::ByPart& s) {
  const ByType begin = from[Part::begin], inside = from[Part::inside], last = from[Part::last], unit = from[Part::unit];
  PartScores to;
  to.outside = sum_of(last * s.last_outside + unit * s.unit_outside) + from.outside * s.outside_outside;
  to[Part::begin] = add_block(from.outside * s.outside_begin, last, s.last_begin);
  to[Part::begin] = add_block(to[Part::begin], unit, s.unit_begin);
  to[Part::unit] = add_block(from.outside * s.outside_unit, last, s.last_unit);
  to[Part::unit] = add_block(to[Part::unit], unit, s.unit_unit);
  to[Part::inside] = begin * s.begin_inside + inside * s.inside_inside;
  to[Part::last] = begin * s.begin_last + inside * s.inside_last;
  return to;
}

// The same labels in a chain that is read from its end.
PartScores reversed(PartScores scores) {
  std::swap(scores[Part::begin], scores[Part::last]);
  return scores;
}
constexpr ChainLabel reversed(ChainLabel label) {
  if (label == kOutside) return label;
  const Part part = part_of(label);
  return chain_label(type_of(label), part == Part::begin ? Part::last : part == Part::last ? Part::begin : part);
}

StepFactors::ByPart by_part(const StepScores& factors) {
  StepFactors::ByPart f;
  const auto label = [](std::size_t type, Part part) { return chain_label(static_cast<NameType>(type), part); };
  f.outside_outside = factors[kOutside][kOutside];
  for (std::size_t t = 0; t < kNameTypes; ++t) {
    const LabelScores &outside = factors[kOutside], &begin = factors[label(t, Part::begin)],
                      &inside = factors[label(t, Part::inside)], &last = factors[label(t, Part::last)],
                      &unit = factors[label(t, Part::unit)];
    f.outside_begin[t] = outside[label(t, Part::begin)];
    f.outside_unit[t] = outside[label(t, Part::unit)];
    f.last_outside[t] = last[kOutside];
    f.unit_outside[t] = unit[kOutside];
    for (std::size_t next = 0; next < kNameTypes; ++next) {
      f.last_begin[t][next] = last[label(next, Part::begin)];
      f.last_unit[t][next] = last[label(next, Part::unit)];
      f.unit_begin[t][next] = unit[label(next, Part::begin)];
      f.unit_unit[t][next] = unit[label(next, Part::unit)];
    }
    f.begin_inside[t] = begin[label(t, Part::inside)];
    f.begin_last[t] = begin[label(t, Part::last)];
    f.inside_inside[t] = inside[label(t, Part::inside)];
    f.inside_last[t] = inside[label(t, Part::last)];
  }
  return f;
}

// Makes the sum 1. Where nothing is left of it no labeling fits: all become 0, and 0 is returned.
float normalize(PartScores& scores) {
  ByType sums{};
  for (const ByType part : scores.parts) sums += part;
  const float sum = sum_of(sums) + scores.outside;
  if (!(sum > 1e-30F)) {
    scores = {};
    return 0;
  }
  scores.outside /= sum;
  for (ByType& part : scores.parts) part /= sum;
  return sum;
}

// Rounding may lead a little beyond 1, and weights that are absurdly large to what is no number.
float bounded(float probability) { return probability > 0 ? std::min(probability, 1.0F) : 0.0F; }

}  // namespace

StepFactors exp_steps(const StepScores& steps) {
  StepFactors factors;
  StepScores back{};
  for (ChainLabel a = 0; a < kChainLabels; ++a)
    for (ChainLabel b = 0; b < kChainLabels; ++b)
      factors.by_label[a][b] = back[reversed(b)][reversed(a)] = may_follow(a, b) ? std::exp(steps[a][b]) : 0.0F;
  factors.onward = by_part(factors.by_label);
  factors.back = by_part(back);
  return factors;
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
  const PartScores start = filled(1, 0);
  for (std::size_t i = 0; i < n; ++i) {
    float shift = 0;
    exp_scores(tokens[i], allowed.empty() ? kAllLabels : allowed[i], out.emit[i], shift);
    PartScores f = sum_steps(i == 0 ? start : out.forward[i - 1], factors.onward);
    f.outside *= out.emit[i].outside;
    for (std::size_t part = 0; part < f.parts.size(); ++part) f.parts[part] *= out.emit[i].parts[part];
    if (i + 1 == n) f[Part::begin] = f[Part::inside] = ByType{};  // a name would not end
    const float sum = normalize(f);
    out.forward[i] = f;
    out.log_total += std::log(sum) + shift;
    out.scale[i] = sum > 0 ? sum : 1;
  }
  if (n == 0) return;
  out.backward[n - 1] = filled(1, 1);
  out.backward[n - 1][Part::begin] = out.backward[n - 1][Part::inside] = ByType{};
  for (std::size_t i = n - 1; i-- > 0;) {
    PartScores ahead = out.backward[i + 1];
    const PartScores& emit = out.emit[i + 1];
    const float scale = 1 / out.scale[i + 1];
    ahead.outside *= emit.outside * scale;
    for (std::size_t part = 0; part < ahead.parts.size(); ++part) ahead.parts[part] *= emit.parts[part] * scale;
    out.backward[i] = reversed(sum_steps(reversed(ahead), factors.back));
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
