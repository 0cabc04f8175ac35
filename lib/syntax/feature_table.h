#pragma once

// A frozen table from features to numbers of 16 bits, made to be asked for many features at once, most of which it
// lacks.
//
//   filter   a BitFilter of the features that are in the table
//   buckets  two slots each: check (16 bits) | number (16); an empty slot is 0
//
// The filter tells of most features that they are not there. Each other one is in one of two buckets (cuckoo hashing:
// Pagh and Rodler 2001; buckets: Dietzfelbinger and Weidling 2005), so that a search looks at four slots, always, and
// has no branch to mispredict. A feature that the table lacks is taken for another one in less than 1 of 10,000 cases,
// which costs nothing that can be measured.
//
// Tested by tests/unit/syntax_weight_tables_test.cc.

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/bit_filter.h"
#include "base/frozen.h"
#include "syntax/feature_hash.h"

namespace quoth::internal {

/// The sections of a table.
struct FeatureTableSections {
  std::string_view buckets, filter;
};

using FeatureBucket = std::array<std::uint32_t, 2>;

/// What the table has for a feature: not 0. 0: it has none.
using FeatureNumber = std::uint16_t;

/// The features of a decision on their way through a table.
template <std::size_t N>
struct FeatureLookup {
  std::array<SyntaxFeature, N> features;  // in the end only the first `count`: those that the table may have
  std::array<FeatureNumber, N> numbers;   // 0 among them
  std::size_t count = 0;
};

/// Safe to share between threads; the bytes must outlive it.
class FeatureTable {
 public:
  FeatureTable() = default;
  /// Throws LoadError where the sizes are broken.
  FeatureTable(const FrozenFile& file, const FeatureTableSections& sections);

  bool empty() const { return buckets_.empty(); }

  /// A feature's number. The table must not be empty().
  FeatureNumber find(SyntaxFeature f) const { return filter_.may_have(f) ? search(f) : FeatureNumber{0}; }

  /// The two steps of a lookup. The first asks for the memory that the second reads: who has several decisions to make
  /// at once takes each step for all of them, so that the memory comes side by side.
  template <std::size_t N>
  void ask(const std::array<SyntaxFeature, N>& features, FeatureLookup<N>& lookup) const {
    std::size_t count = 0;
    for (const SyntaxFeature f : features) {
      lookup.features[count] = f;
      count += filter_.may_have(f) ? 1U : 0U;  // no branch to mispredict
    }
    lookup.count = count;
    for (std::size_t i = 0; i < count; ++i) {
      __builtin_prefetch(&first(lookup.features[i]));
      __builtin_prefetch(&second(lookup.features[i]));
    }
  }
  template <std::size_t N>
  void read(FeatureLookup<N>& lookup) const {
    for (std::size_t i = 0; i < lookup.count; ++i) lookup.numbers[i] = search(lookup.features[i]);
  }

  /// The largest number in the table.
  FeatureNumber largest() const;

  /// The two buckets of a feature in a table of so many, and what tells it from others there, which is not 0.
  static constexpr std::size_t first_bucket(SyntaxFeature f, std::size_t buckets) {
    return static_cast<std::size_t>((f & 0xFFFFFFU) * buckets >> 24);
  }
  static constexpr std::size_t second_bucket(SyntaxFeature f, std::size_t buckets) {
    return static_cast<std::size_t>((f >> (kFeatureBits - 24)) * buckets >> 24);
  }
  static constexpr std::uint32_t check_of(SyntaxFeature f) {
    const auto check = static_cast<std::uint32_t>(f * 0x9E3779B97F4A7C15U >> 48);
    return check == 0 ? 1 : check;
  }
  /// What its buckets have for a feature.
  static FeatureNumber search(SyntaxFeature f, const FeatureBucket& first, const FeatureBucket& second) {
    const std::uint32_t check = check_of(f);
    std::uint32_t found = 0;
    for (const std::uint32_t slot : first) found = slot >> 16 == check ? slot : found;
    for (const std::uint32_t slot : second) found = slot >> 16 == check ? slot : found;
    return static_cast<FeatureNumber>(found);
  }

 private:
  const FeatureBucket& first(SyntaxFeature f) const { return buckets_[first_bucket(f, buckets_.size())]; }
  const FeatureBucket& second(SyntaxFeature f) const { return buckets_[second_bucket(f, buckets_.size())]; }
  FeatureNumber search(SyntaxFeature f) const { return search(f, first(f), second(f)); }

  std::span<const FeatureBucket> buckets_;
  BitFilter filter_;
};

/// A feature and its number, which is not 0, before they are frozen.
struct FeatureRow {
  SyntaxFeature feature = 0;
  FeatureNumber number = 0;
};

/// Adds the sections of a table. No more than 1 of 10,000 rows is taken for another one. The same rows in the same
/// order give the same bytes. Throws std::length_error where they find no place, as when a feature is there too often.
void freeze_features(std::span<const FeatureRow> rows, const FeatureTableSections& sections, FrozenWriter& writer);

}  // namespace quoth::internal
