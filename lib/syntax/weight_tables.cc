#include "syntax/weight_tables.h"

// Tested by tests/unit/syntax_weight_tables_test.cc.

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <tuple>

namespace quoth::internal {
namespace {

bool is_short(const LabelRow& row) { return row.weights.size() <= std::tuple_size_v<ShortLabelRow>; }

}  // namespace

LabelWeights::LabelWeights(const FrozenFile& file, const LabelSections& sections)
    : table_(file, sections.features),
      rows_(file.table<FrozenLabelRow>(sections.rows)),
      short_rows_(file.table<ShortLabelRow>(sections.short_rows)) {
  if (file.trusted()) return;
  if (rows_.empty() || table_.largest() >= rows_.size() + short_rows_.size())
    file.fail("a feature of grammar weights has no row");
  for (const ShortLabelRow& row : short_rows_)
    for (const LabelWeight& w : row)
      if (w.label >= kMostLabels) file.fail("a grammar weight has no label");
}

void freeze_steps(std::span<const StepRow> rows, const FeatureTableSections& sections, FrozenWriter& writer) {
  std::vector<FeatureRow> features;
  for (const StepRow& row : rows) {
    const auto left = static_cast<std::uint8_t>(row.left), right = static_cast<std::uint8_t>(row.right);
    const auto both = static_cast<FeatureNumber>(left << 8 | right);
    if (both != 0) features.push_back({row.feature, both});
  }
  freeze_features(features, sections, writer);
}

void freeze_labels(std::span<const LabelRow> rows, const LabelSections& sections, FrozenWriter& writer) {
  if (rows.size() >= std::numeric_limits<FeatureNumber>::max())
    throw std::length_error("grammar weights have too many features");
  std::vector<FeatureRow> features;
  std::vector<FrozenLabelRow> long_rows(1);
  for (const LabelRow& row : rows) {
    if (is_short(row)) continue;
    features.push_back({row.feature, static_cast<FeatureNumber>(long_rows.size())});
    FrozenLabelRow& weights = long_rows.emplace_back();
    for (const LabelWeight& w : row.weights) weights[w.label] = w.weight;
  }
  std::vector<ShortLabelRow> short_rows;
  for (const LabelRow& row : rows) {
    if (!is_short(row)) continue;
    features.push_back({row.feature, static_cast<FeatureNumber>(long_rows.size() + short_rows.size())});
    std::copy(row.weights.begin(), row.weights.end(), short_rows.emplace_back().begin());
  }
  freeze_features(features, sections.features, writer);
  writer.add(sections.rows, long_rows);
  writer.add(sections.short_rows, short_rows);
}

void freeze_sure_labels(std::span<const LabelRow> rows, const FeatureTableSections& sections, FrozenWriter& writer) {
  std::vector<FeatureRow> features;
  for (const LabelRow& row : rows)
    features.push_back({row.feature, static_cast<FeatureNumber>(1 + row.weights.front().label)});
  freeze_features(features, sections, writer);
}

}  // namespace quoth::internal
