#include "model/weights.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace quoth::internal {
namespace {

std::string section(std::string_view prefix, std::string_view part) { return std::string(prefix).append(part); }

}  // namespace

Weights::Weights(const FrozenFile& file, std::string_view prefix) {
  if (!file.has(section(prefix, "head")) && !file.has(section(prefix, "keys"))) return;
  const auto head = file.table<WeightsHead>(section(prefix, "head"));
  if (head.size() != 1) file.fail("weights have a broken head");
  const std::size_t slots = head[0].slots;
  keys_ = file.table<std::uint32_t>(section(prefix, "keys"));
  rows_ = file.table<std::int8_t>(section(prefix, "rows"));
  filter_ = BitFilter(file.table<std::uint64_t>(section(prefix, "filt")));
  if (!filter_.is_sound()) file.fail("weights have a filter of a broken size");
  if (keys_.size() != slots || rows_.size() != slots * kNameLabels) file.fail("weights have broken sizes");
  // A lookup ends at an empty slot: without one it would never end.
  if (slots != 0 && !file.trusted() && std::find(keys_.begin(), keys_.end(), 0U) == keys_.end())
    file.fail("weights have no empty slot");
  scale_ = head[0].scale;
  if (!std::isfinite(scale_)) file.fail("weights have a broken scale");
  for (std::size_t a = 0; a < kChainLabels; ++a)
    for (std::size_t b = 0; b < kChainLabels; ++b) {
      const float step = head[0].steps[a * kChainLabels + b];
      if (!std::isfinite(step)) file.fail("weights have a broken step");
      steps_[a][b] = step;
    }
}

void freeze_weights(const WeightTable& table, std::string_view prefix, FrozenWriter& writer) {
  float largest = 1e-6F;
  for (const auto& row : table.rows)
    for (float w : row.weights) largest = std::max(largest, std::abs(w));
  WeightsHead head;
  head.scale = largest / 127;
  head.slots = table.rows.empty() ? 0 : static_cast<std::uint32_t>(table.rows.size() * 10 / 9 + 2);
  std::vector<std::uint32_t> keys(head.slots, 0);
  std::vector<std::int8_t> rows(head.slots * kNameLabels, 0);
  for (const auto& row : table.rows) {
    std::size_t s = Weights::slot_of(row.feature, head.slots);
    while (keys[s] != 0) s = s + 1 == head.slots ? 0 : s + 1;
    keys[s] = Weights::key_of(row.feature);
    for (std::size_t l = 0; l < kNameLabels; ++l)
      rows[s * kNameLabels + l] = static_cast<std::int8_t>(std::lround(row.weights[l] / head.scale));
  }
  for (std::size_t a = 0; a < kChainLabels; ++a)
    for (std::size_t b = 0; b < kChainLabels; ++b) head.steps[a * kChainLabels + b] = table.steps[a][b];
  writer.add(section(prefix, "head"), std::vector<WeightsHead>{head});
  writer.add(section(prefix, "keys"), keys);
  writer.add(section(prefix, "rows"), rows);
  writer.add(section(prefix, "filt"), make_bit_filter(table.rows, [](const auto& row) { return row.feature; }));
}

}  // namespace quoth::internal
