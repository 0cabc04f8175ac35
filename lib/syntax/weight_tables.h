#pragma once

// Frozen weights of the tagger and the parser: open-addressing tables in 8 bits, read in place.
//
//   steps    uint32 a slot: check (16 bits) | left (8) | right (8)      scores of two steps, relative to the third
//   labels   uint32 a slot: check (12 bits) | index of a run (20)
//   runs     uint16 a pair: label (6 bits) | weight (8) | last of its run (1)
//   filter   bits: a feature whose bit is not set is in no slot
//
// Most features of a sentence are in no table: one bit of a filter, which is small enough to stay in the cache, tells
// so for seven of eight of them, without a search and without a branch.
//
// A feature's slot is found by its lower 24 bits, its check is made of the upper 16; 0 is an empty slot. A feature that
// the table lacks is taken for another one in less than 1 of 1000 cases, which costs nothing that can be measured.
//
// Tested by tests/unit/syntax_weight_tables_test.cc.

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/frozen.h"
#include "syntax/feature_hash.h"

namespace quoth::internal {

/// Labels of a LabelWeights are numbers below this.
inline constexpr std::size_t kMostLabels = 64;
using LabelSums = std::array<std::int32_t, kMostLabels>;

/// The label from `first` to `end` that has the largest sum; of equal ones the first.
inline std::size_t best_label(const LabelSums& sums, std::size_t first, std::size_t end) {
  std::int32_t most = sums[first];  // a pass of its own: compilers make it branch-free
  for (std::size_t l = first; l < end; ++l) most = sums[l] > most ? sums[l] : most;
  while (sums[first] != most) ++first;
  return first;
}

/// Where a feature's search begins in a table of that many slots.
constexpr std::size_t first_slot(SyntaxFeature feature, std::size_t slots) {
  return static_cast<std::size_t>((feature & 0xFFFFFFU) * slots >> 24);
}

/// Features that a table may have. Safe to share between threads; the bytes must outlive it.
class FeatureFilter {
 public:
  FeatureFilter() = default;
  /// Throws LoadError where the section has no bits.
  FeatureFilter(const FrozenFile& file, std::string_view section);

  /// Copies those that the table may have to the front of `out`; returns their number.
  template <std::size_t N>
  std::size_t select(const std::array<SyntaxFeature, N>& features, std::array<SyntaxFeature, N>& out) const {
    std::size_t count = 0;
    for (const SyntaxFeature feature : features) {
      const std::size_t at = first_slot(feature, words_.size() * 64);
      out[count] = feature;
      count += words_[at / 64] >> (at % 64) & 1U;
    }
    return count;
  }

 private:
  std::span<const std::uint64_t> words_;
};

/// The sections of a table; those of steps have no runs.
struct TableSections {
  std::string_view slots, runs, filter;
};

/// Scores of steps. Safe to share between threads; the bytes must outlive it.
class StepWeights {
 public:
  StepWeights() = default;
  /// Throws LoadError where the table has no empty slot, at which each search ends.
  StepWeights(const FrozenFile& file, const TableSections& sections);

  bool empty() const { return slots_.empty(); }
  /// Adds the weights of features, each as add() does.
  template <std::size_t N>
  void add_all(const std::array<SyntaxFeature, N>& features, std::int32_t& left, std::int32_t& right) const {
    std::array<SyntaxFeature, N> kept;
    const std::size_t count = filter_.select(features, kept);
    for (std::size_t i = 0; i < count; ++i) __builtin_prefetch(&slots_[first_slot(kept[i], slots_.size())]);
    for (std::size_t i = 0; i < count; ++i) add(kept[i], left, right);
  }
  /// Adds a feature's weights. The table must not be empty().
  void add(SyntaxFeature feature, std::int32_t& left, std::int32_t& right) const {
    const std::uint32_t check = check_of(feature);
    for (std::size_t s = first_slot(feature, slots_.size());; s = s + 1 == slots_.size() ? 0 : s + 1) {
      const std::uint32_t slot = slots_[s];
      if (slot == 0) return;
      if (slot >> 16 != check) continue;
      left += static_cast<std::int8_t>(slot >> 8 & 0xFF);
      right += static_cast<std::int8_t>(slot & 0xFF);
      return;
    }
  }
  /// Never 0.
  static std::uint32_t check_of(SyntaxFeature feature) {
    const auto check = static_cast<std::uint32_t>(feature >> 24 & 0xFFFFU);
    return check == 0 ? 1 : check;
  }

 private:
  std::span<const std::uint32_t> slots_;
  FeatureFilter filter_;
};

/// Scores of labels. Safe to share between threads; the bytes must outlive it.
class LabelWeights {
 public:
  LabelWeights() = default;
  /// Checks what later reads rely on. Throws LoadError.
  LabelWeights(const FrozenFile& file, const TableSections& sections);

  bool empty() const { return slots_.empty(); }
  /// Adds the weights of features, each as add() does.
  template <std::size_t N>
  void add_all(const std::array<SyntaxFeature, N>& features, LabelSums& sums) const {
    std::array<SyntaxFeature, N> kept;
    const std::size_t count = filter_.select(features, kept);
    for (std::size_t i = 0; i < count; ++i) __builtin_prefetch(&slots_[first_slot(kept[i], slots_.size())]);
    // Where each run begins is asked for before any is read, so that they come from memory side by side.
    std::array<std::size_t, N> runs;
    for (std::size_t i = 0; i < count; ++i) {
      runs[i] = find(kept[i]);
      __builtin_prefetch(runs_.data() + runs[i]);
    }
    for (std::size_t i = 0; i < count; ++i) add_run(runs[i], sums);
  }
  /// Adds a feature's weights. The table must not be empty().
  void add(SyntaxFeature feature, LabelSums& sums) const { add_run(find(feature), sums); }
  /// The first label of a feature, or kMostLabels if the table lacks it.
  std::size_t first_label(SyntaxFeature feature) const {
    const std::size_t at = find(feature);
    return at < runs_.size() ? runs_[at] & 0x3FU : kMostLabels;
  }
  /// Never 0.
  static std::uint32_t check_of(SyntaxFeature feature) {
    const auto check = static_cast<std::uint32_t>(feature >> 28 & 0xFFFU);
    return check == 0 ? 1 : check;
  }
  static constexpr std::uint16_t kLastOfRun = 1 << 14;
  static constexpr std::size_t kMostPairs = std::size_t{1} << 20;

 private:
  void add_run(std::size_t at, LabelSums& sums) const {
    for (; at < runs_.size(); ++at) {
      const std::uint16_t pair = runs_[at];
      sums[pair & 0x3F] += static_cast<std::int8_t>(pair >> 6 & 0xFF);
      if ((pair & kLastOfRun) != 0) return;
    }
  }
  // Where the feature's run begins, or the number of pairs.
  std::size_t find(SyntaxFeature feature) const {
    const std::uint32_t check = check_of(feature);
    for (std::size_t s = first_slot(feature, slots_.size());; s = s + 1 == slots_.size() ? 0 : s + 1) {
      const std::uint32_t slot = slots_[s];
      if (slot == 0) return runs_.size();
      if (slot >> 20 == check) return slot & 0xFFFFFU;
    }
  }

  std::span<const std::uint32_t> slots_;
  std::span<const std::uint16_t> runs_;
  FeatureFilter filter_;
};

/// One feature of each kind, before it is frozen.
struct StepRow {
  SyntaxFeature feature = 0;
  std::int8_t left = 0, right = 0;

  friend bool operator==(const StepRow&, const StepRow&) = default;
};
struct LabelWeight {
  std::uint8_t label = 0;  // below kMostLabels
  std::int8_t weight = 0;

  friend bool operator==(const LabelWeight&, const LabelWeight&) = default;
};
struct LabelRow {
  SyntaxFeature feature = 0;
  std::vector<LabelWeight> weights;  // not empty

  friend bool operator==(const LabelRow&, const LabelRow&) = default;
};

/// Add the sections of a table. The same rows in the same order give the same bytes. freeze_labels() throws
/// std::length_error where the rows have more than LabelWeights::kMostPairs weights.
void freeze_steps(std::span<const StepRow> rows, const TableSections& sections, FrozenWriter& writer);
void freeze_labels(std::span<const LabelRow> rows, const TableSections& sections, FrozenWriter& writer);

}  // namespace quoth::internal
