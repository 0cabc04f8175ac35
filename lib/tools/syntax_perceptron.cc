#include "tools/syntax_perceptron.h"

// Tested by tests/unit/syntax_trainer_test.cc.

#include <algorithm>
#include <cmath>

namespace quoth::internal {

float Perceptron::Row::size() const {
  float sum = 0;
  for (const auto& [label, weight] : weights) sum += std::abs(weight);
  return sum;
}

Perceptron::Perceptron(std::span<const SyntaxFeature> features) {
  for (const SyntaxFeature feature : features) row_for(feature);
  closed_ = true;
}

std::size_t Perceptron::place(SyntaxFeature feature) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t s = feature & mask;
  while (slots_[s].row != kMissing && slots_[s].feature != feature) s = (s + 1) & mask;
  return s;
}

std::uint32_t Perceptron::row_for(SyntaxFeature feature) {
  const std::size_t s = place(feature);
  if (slots_[s].row != kMissing || closed_) return slots_[s].row;
  return insert(feature);
}

std::uint32_t Perceptron::insert(SyntaxFeature feature) {
  if ((rows_.size() + 1) * 2 > slots_.size()) grow();
  const auto row = static_cast<std::uint32_t>(rows_.size());
  slots_[place(feature)] = {feature, row};
  rows_.emplace_back();
  features_.push_back(feature);
  return row;
}

void Perceptron::grow() {
  slots_.assign(slots_.size() * 2, Slot{});
  for (std::uint32_t r = 0; r < features_.size(); ++r) slots_[place(features_[r])] = {features_[r], r};
}

Perceptron::Sums Perceptron::score(std::span<const SyntaxFeature> features) const {
  Sums sums{};
  for (const SyntaxFeature feature : features) __builtin_prefetch(&slots_[feature & (slots_.size() - 1)]);
  for (const SyntaxFeature feature : features) {
    const std::uint32_t row = slots_[place(feature)].row;
    if (row == kMissing) continue;
    for (const Weight& w : rows_[row]) sums[w.label] += w.weight;
  }
  return sums;
}

void Perceptron::change(std::vector<Weight>& row, std::uint32_t label, float by) {
  auto at = std::find_if(row.begin(), row.end(), [&](const Weight& w) { return w.label == label; });
  if (at == row.end()) at = row.insert(row.end(), Weight{label, time_, 0, 0});
  at->total += double{at->weight} * (time_ - at->since);
  at->since = time_;
  at->weight += by;
}

void Perceptron::update(std::span<const SyntaxFeature> features, std::uint32_t gold, std::uint32_t guess, float step) {
  if (gold == guess) return;
  for (const SyntaxFeature feature : features) {
    const std::uint32_t row = row_for(feature);
    if (row == kMissing) continue;
    change(rows_[row], gold, step);
    change(rows_[row], guess, -step);
  }
}

std::vector<Perceptron::Row> Perceptron::averages() const {
  std::vector<Row> out;
  const double time = std::max(time_, 1U);
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    Row row{features_[r], {}};
    for (const Weight& w : rows_[r])
      row.weights.emplace_back(w.label, static_cast<float>((w.total + double{w.weight} * (time_ - w.since)) / time));
    std::sort(row.weights.begin(), row.weights.end());
    out.push_back(std::move(row));
  }
  std::sort(out.begin(), out.end(), [](const Row& a, const Row& b) { return a.feature < b.feature; });
  return out;
}

std::vector<SyntaxFeature> strongest_features(std::span<const Perceptron::Row> rows, std::size_t most) {
  std::vector<std::pair<float, SyntaxFeature>> sizes;
  for (const Perceptron::Row& row : rows) sizes.emplace_back(-row.size(), row.feature);
  std::sort(sizes.begin(), sizes.end());
  if (sizes.size() > most) sizes.resize(most);
  std::vector<SyntaxFeature> features;
  for (const auto& [size, feature] : sizes) features.push_back(feature);
  std::sort(features.begin(), features.end());
  return features;
}

}  // namespace quoth::internal
