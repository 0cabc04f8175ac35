#pragma once

// Frozen weights of the tagger and the parser in 8 bits, read in place.
//
//   steps    a feature's number: left (8 bits) | right (8)     scores of two steps, relative to the third
//   labels   a feature's number: of its row of weights. First come rows with a weight for each label, of which row 0 is
//            all zero; behind them short rows, for features that have few weights, as most do
//
// Tested by tests/unit/syntax_weight_tables_test.cc.

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "syntax/feature_table.h"

namespace quoth::internal {

/// Labels of a LabelWeights are numbers below this.
inline constexpr std::size_t kMostLabels = 64;
/// Sums of at most 256 rows.
using LabelSums = std::array<std::int16_t, kMostLabels>;

/// The label from `first` to `end` that has the largest sum; of equal ones the first.
inline std::size_t best_label(const LabelSums& sums, std::size_t first, std::size_t end) {
  std::int16_t most = sums[first];  // a pass of its own: compilers make it branch-free
  for (std::size_t l = first; l < end; ++l) most = sums[l] > most ? sums[l] : most;
  while (sums[first] != most) ++first;
  return first;
}

/// How far the largest sum is ahead of the next one among labels from `first` to `end`.
inline std::int32_t lead(const LabelSums& sums, std::size_t best, std::size_t first, std::size_t end) {
  std::int32_t next = std::numeric_limits<std::int16_t>::min();
  for (std::size_t l = first; l < best; ++l) next = std::max<std::int32_t>(next, sums[l]);
  for (std::size_t l = best + 1; l < end; ++l) next = std::max<std::int32_t>(next, sums[l]);
  return sums[best] - next;
}

/// Scores of steps. Safe to share between threads; the bytes must outlive it.
class StepWeights {
 public:
  StepWeights() = default;
  StepWeights(const FrozenFile& file, const FeatureTableSections& sections) : table_(file, sections) {}

  bool empty() const { return table_.empty(); }
  /// The table, which must not be empty(), for the first step of a lookup.
  const FeatureTable& table() const { return table_; }
  /// The second step.
  template <std::size_t N>
  void read(FeatureLookup<N>& lookup) const {
    table_.read(lookup);
  }
  /// Adds the weights of features that were read.
  template <std::size_t N>
  void add(const FeatureLookup<N>& lookup, std::int32_t& left, std::int32_t& right) const {
    for (std::size_t i = 0; i < lookup.count; ++i) {
      left += static_cast<std::int8_t>(lookup.numbers[i] >> 8);
      right += static_cast<std::int8_t>(lookup.numbers[i] & 0xFF);
    }
  }

 private:
  FeatureTable table_;
};

/// Weights of labels as they are frozen: a line of the cache.
using FrozenLabelRow = std::array<std::int8_t, kMostLabels>;

/// A label and its weight.
struct LabelWeight {
  std::uint8_t label = 0;  // below kMostLabels
  std::int8_t weight = 0;

  friend bool operator==(const LabelWeight&, const LabelWeight&) = default;
};
/// The same with few weights; those that it does not need are 0.
using ShortLabelRow = std::array<LabelWeight, 6>;

/// The sections of a table of labels.
struct LabelSections {
  FeatureTableSections features;
  std::string_view rows, short_rows;
};

/// Scores of labels. Safe to share between threads; the bytes must outlive it.
class LabelWeights {
 public:
  LabelWeights() = default;
  /// Throws LoadError where a feature has no row, or a weight no label, unless the file is trusted().
  LabelWeights(const FrozenFile& file, const LabelSections& sections);

  bool empty() const { return table_.empty(); }
  /// The table, which must not be empty(), for the first step of a lookup.
  const FeatureTable& table() const { return table_; }
  /// The second step; asks for the rows, too.
  template <std::size_t N>
  void read(FeatureLookup<N>& lookup) const {
    table_.read(lookup);
    for (std::size_t i = 0; i < lookup.count; ++i) {
      const std::size_t number = lookup.numbers[i];
      const bool is_short = number >= rows_.size();
      __builtin_prefetch(is_short ? static_cast<const void*>(&short_rows_[number - rows_.size()]) : &rows_[number]);
    }
  }
  /// Adds the weights of features that were read.
  template <std::size_t N>
  void add(const FeatureLookup<N>& lookup, LabelSums& sums) const {
    static_assert(N <= 256);
    LabelSums sum = sums;  // of its own, so that nothing else can change it between rows
    // The short rows wait, so that no branch has to be guessed.
    std::array<FeatureNumber, N> waiting;
    std::size_t count = 0;
    for (std::size_t i = 0; i < lookup.count; ++i) {
      const FeatureNumber number = lookup.numbers[i];
      const bool is_short = number >= rows_.size();
      waiting[count] = number;
      count += is_short ? 1U : 0U;
      add(rows_[is_short ? 0 : number], sum);
    }
    for (std::size_t i = 0; i < count; ++i)
      for (const LabelWeight& w : short_rows_[waiting[i] - rows_.size()])
        sum[w.label] = static_cast<std::int16_t>(sum[w.label] + w.weight);
    sums = sum;
  }

 private:
  static void add(const FrozenLabelRow& row, LabelSums& sums) {
    for (std::size_t l = 0; l < kMostLabels; ++l) sums[l] = static_cast<std::int16_t>(sums[l] + row[l]);
  }

  FeatureTable table_;
  std::span<const FrozenLabelRow> rows_;
  std::span<const ShortLabelRow> short_rows_;
};

/// The second step of a lookup, for all decisions that are `in_doubt`. `lookup`: the member that was asked.
template <typename Weights, typename Turn, typename Lookup>
void look_up(const Weights& weights, std::span<Turn> turns, Lookup Turn::*lookup) {
  for (Turn& turn : turns)
    if (turn.in_doubt) weights.read(turn.*lookup);
}

/// One feature of each kind, before it is frozen.
struct StepRow {
  SyntaxFeature feature = 0;
  std::int8_t left = 0, right = 0;

  friend bool operator==(const StepRow&, const StepRow&) = default;
};
struct LabelRow {
  SyntaxFeature feature = 0;
  std::vector<LabelWeight> weights;  // not empty

  friend bool operator==(const LabelRow&, const LabelRow&) = default;
};

/// Add the sections of a table, as freeze_features() does. freeze_labels() throws std::length_error for more than
/// 65,535 rows.
void freeze_steps(std::span<const StepRow> rows, const FeatureTableSections& sections, FrozenWriter& writer);
void freeze_labels(std::span<const LabelRow> rows, const LabelSections& sections, FrozenWriter& writer);

/// Of rows with one label each: a feature's number is 1 + its label.
void freeze_sure_labels(std::span<const LabelRow> rows, const FeatureTableSections& sections, FrozenWriter& writer);

}  // namespace quoth::internal
