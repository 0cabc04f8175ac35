#include "syntax/feature_table.h"

// Tested by tests/unit/syntax_weight_tables_test.cc.

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>

namespace quoth::internal {

FeatureTable::FeatureTable(const FrozenFile& file, const FeatureTableSections& sections)
    : buckets_(file.table<FeatureBucket>(sections.buckets)), filter_(file.table<std::uint64_t>(sections.filter)) {
  if (!filter_.is_sound()) file.fail("a filter of grammar weights has a broken size");
}

FeatureNumber FeatureTable::largest() const {
  std::uint32_t most = 0;
  for (const FeatureBucket& bucket : buckets_)
    for (const std::uint32_t slot : bucket) most = std::max(most, slot & 0xFFFFU);
  return static_cast<FeatureNumber>(most);
}

namespace {

// Builds the buckets by pushing out what is in the way (random walk).
class FeatureTableBuilder {
 public:
  explicit FeatureTableBuilder(std::size_t buckets) : buckets_(buckets) {}

  // False: there is no place for the last one, and one of the rows is lost.
  bool insert(FeatureRow row) {
    constexpr int kMostPushed = 500;
    for (int pushed = 0; pushed < kMostPushed; ++pushed) {
      if (put(first(row), row) || put(second(row), row)) return true;
      // Which of the four rows in the way has to go is told by a linear congruential generator (Knuth's MMIX).
      random_ = random_ * 6364136223846793005ULL + 1442695040888963407ULL;
      std::vector<FeatureRow>& full = (random_ >> 40 & 1U) != 0 ? first(row) : second(row);
      std::swap(full[random_ >> 41 & 1U], row);
    }
    return false;
  }

  std::vector<FeatureBucket> buckets() const {
    std::vector<FeatureBucket> out(buckets_.size());
    for (std::size_t b = 0; b < buckets_.size(); ++b)
      for (std::size_t s = 0; s < buckets_[b].size(); ++s)
        out[b][s] = FeatureTable::check_of(buckets_[b][s].feature) << 16 | buckets_[b][s].number;
    return out;
  }

 private:
  static bool put(std::vector<FeatureRow>& bucket, const FeatureRow& row) {
    if (bucket.size() == std::tuple_size_v<FeatureBucket>) return false;
    bucket.push_back(row);
    return true;
  }
  std::vector<FeatureRow>& first(const FeatureRow& row) {
    return buckets_[FeatureTable::first_bucket(row.feature, buckets_.size())];
  }
  std::vector<FeatureRow>& second(const FeatureRow& row) {
    return buckets_[FeatureTable::second_bucket(row.feature, buckets_.size())];
  }

  std::vector<std::vector<FeatureRow>> buckets_;
  std::uint64_t random_ = 1;
};

// How many rows a search takes for another one that has the same check, in one of the same buckets.
std::size_t mistaken(std::span<const FeatureRow> rows, std::span<const FeatureBucket> buckets) {
  return static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [&](const FeatureRow& row) {
    const FeatureBucket& first = buckets[FeatureTable::first_bucket(row.feature, buckets.size())];
    const FeatureBucket& second = buckets[FeatureTable::second_bucket(row.feature, buckets.size())];
    return FeatureTable::search(row.feature, first, second) != row.number;
  }));
}

// Nothing where the rows do not fit into that many buckets, or too many are mistaken there.
std::optional<std::vector<FeatureBucket>> fill(std::span<const FeatureRow> rows, std::size_t buckets) {
  FeatureTableBuilder builder(buckets);
  for (const FeatureRow& row : rows)
    if (!builder.insert(row)) return std::nullopt;
  std::vector<FeatureBucket> filled = builder.buckets();
  if (mistaken(rows, filled) > rows.size() / 10'000) return std::nullopt;
  return filled;
}

}  // namespace

void freeze_features(std::span<const FeatureRow> rows, const FeatureTableSections& sections, FrozenWriter& writer) {
  // Seven of eight slots are taken; where that is too many, fewer.
  const std::size_t most = rows.size() * 4 + 64;
  std::optional<std::vector<FeatureBucket>> filled;
  for (std::size_t buckets = rows.size() * 4 / 7 + 1; !filled && buckets < most; buckets += buckets / 8 + 1)
    filled = fill(rows, buckets);
  if (!filled) throw std::length_error("features of grammar weights do not fit into a table");
  writer.add(sections.buckets, *filled);
  writer.add(sections.filter, make_bit_filter(rows, [](const FeatureRow& row) { return row.feature; }));
}

}  // namespace quoth::internal
