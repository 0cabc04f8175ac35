#pragma once

// Frozen weights: feature -> scores of the 16 labels of names ("outside" is always 0), in 8 bits.
//
//   wt_keys   uint32 x slots   upper half of the feature's hash, open addressing from slot_of() on; 0: empty
//   wt_rows   int8 x 16 x slots
//   wt_filt   a BitFilter of the features that have a row
//   wt_head   WeightsHead
//
// Tested by tests/unit/model_weights_test.cc.

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bit_filter.h"
#include "base/frozen.h"
#include "model/chain.h"

namespace quoth::internal {

inline constexpr std::size_t kNameLabels = kChainLabels - 1;

/// Stored: do not change.
struct WeightsHead {
  float scale = 1;  // one unit of a row
  std::uint32_t slots = 0;
  std::array<float, kChainLabels * kChainLabels> steps{};
};

/// A feature: template and value mixed into 64 bits.
using FeatureHash = std::uint64_t;

/// Read-only view of frozen weights, whose bytes must outlive it. Safe to share between threads.
class Weights {
 public:
  Weights() = default;
  /// A file without the sections has no weights. Throws LoadError where they are damaged.
  explicit Weights(const FrozenFile& file, std::string_view prefix);

  bool empty() const { return keys_.empty(); }
  /// Adds a feature's row to `sums`; nothing if the feature has none.
  void add(FeatureHash feature, std::array<std::int32_t, kNameLabels>& sums) const {
    const std::int8_t* row = find(feature);
    if (row == nullptr) return;
    for (std::size_t l = 0; l < kNameLabels; ++l) sums[l] += row[l];
  }
  /// False: the feature has no row. Tells so of most that have none, by memory that stays in the cache.
  bool may_have(FeatureHash feature) const { return !keys_.empty() && filter_.may_have(feature); }
  /// Asks for the memory in which find() will begin; may_have() must have said that it may.
  void prefetch(FeatureHash feature) const { __builtin_prefetch(&keys_[slot_of(feature, keys_.size())]); }
  /// A feature's row, or nullptr.
  const std::int8_t* find(FeatureHash feature) const {
    if (keys_.empty()) return nullptr;
    const auto key = key_of(feature);
    for (std::size_t s = slot_of(feature, keys_.size());; s = s + 1 == keys_.size() ? 0 : s + 1) {
      if (keys_[s] == key) return rows_.data() + s * kNameLabels;
      if (keys_[s] == 0) return nullptr;
    }
  }
  float scale() const { return scale_; }
  const StepScores& steps() const { return steps_; }

  /// Where the search for a feature begins: its hash's lower half, scaled to the number of slots (Lemire 2019).
  static std::size_t slot_of(FeatureHash feature, std::size_t slots) {
    return static_cast<std::size_t>((feature & 0xFFFFFFFFU) * slots >> 32);
  }
  static std::uint32_t key_of(FeatureHash feature) {
    const auto key = static_cast<std::uint32_t>(feature >> 32);
    return key == 0 ? 1 : key;
  }

 private:
  std::span<const std::uint32_t> keys_;
  std::span<const std::int8_t> rows_;
  BitFilter filter_;
  float scale_ = 1;
  StepScores steps_{};
};

/// Weights in full precision, as trained and as written in weight files.
struct WeightTable {
  struct Row {
    FeatureHash feature = 0;
    std::array<float, kNameLabels> weights{};
  };
  std::vector<Row> rows;
  StepScores steps{};
};

/// Adds the sections `prefix`keys, `prefix`rows and `prefix`head. Weights are rounded to 1/127 of the largest.
void freeze_weights(const WeightTable& table, std::string_view prefix, FrozenWriter& writer);

}  // namespace quoth::internal
