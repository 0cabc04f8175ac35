#pragma once

// Frozen weights of the tagger and the parser: open-addressing tables in 8 bits, read in place.
//
//   steps    uint32 a slot: check (16 bits) | left (8) | right (8)      scores of two steps, relative to the third
//   labels   uint32 a slot: check (12 bits) | index of a run (20)
//   runs     uint16 a pair: label (6 bits) | weight (8) | last of its run (1)
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

/// Where a feature's search begins in a table of that many slots.
constexpr std::size_t first_slot(SyntaxFeature feature, std::size_t slots) {
  return static_cast<std::size_t>((feature & 0xFFFFFFU) * slots >> 24);
}

/// Scores of steps. Safe to share between threads; the bytes must outlive it.
class StepWeights {
 public:
  StepWeights() = default;
  /// Throws LoadError where the table has no empty slot, at which each search ends.
  StepWeights(const FrozenFile& file, std::string_view section);

  bool empty() const { return slots_.empty(); }
  void prefetch(SyntaxFeature feature) const { __builtin_prefetch(&slots_[first_slot(feature, slots_.size())]); }
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
};

/// Scores of labels. Safe to share between threads; the bytes must outlive it.
class LabelWeights {
 public:
  LabelWeights() = default;
  /// Checks what later reads rely on. Throws LoadError.
  LabelWeights(const FrozenFile& file, std::string_view slots_section, std::string_view runs_section);

  bool empty() const { return slots_.empty(); }
  void prefetch(SyntaxFeature feature) const { __builtin_prefetch(&slots_[first_slot(feature, slots_.size())]); }
  /// Adds a feature's weights. The table must not be empty().
  void add(SyntaxFeature feature, LabelSums& sums) const {
    for (std::size_t at = find(feature); at < runs_.size(); ++at) {
      const std::uint16_t pair = runs_[at];
      sums[pair & 0x3F] += static_cast<std::int8_t>(pair >> 6 & 0xFF);
      if ((pair & kLastOfRun) != 0) return;
    }
  }
  /// Never 0.
  static std::uint32_t check_of(SyntaxFeature feature) {
    const auto check = static_cast<std::uint32_t>(feature >> 28 & 0xFFFU);
    return check == 0 ? 1 : check;
  }
  static constexpr std::uint16_t kLastOfRun = 1 << 14;
  static constexpr std::size_t kMostPairs = std::size_t{1} << 20;

 private:
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
void freeze_steps(std::span<const StepRow> rows, std::string_view section, FrozenWriter& writer);
void freeze_labels(std::span<const LabelRow> rows, std::string_view slots_section, std::string_view runs_section,
                   FrozenWriter& writer);

}  // namespace quoth::internal
