#include "syntax/weight_tables.h"

// Tested by tests/unit/syntax_weight_tables_test.cc.

#include <algorithm>
#include <stdexcept>

namespace quoth::internal {
namespace {

// Slots for that many rows: a fifth of them stays empty.
std::size_t slots_for(std::size_t rows) { return rows + rows / 4 + 1; }

void put(std::vector<std::uint32_t>& slots, SyntaxFeature feature, std::uint32_t value) {
  std::size_t s = first_slot(feature, slots.size());
  while (slots[s] != 0) s = s + 1 == slots.size() ? 0 : s + 1;
  slots[s] = value;
}

// A search ends at an empty slot, so there must be one.
void check_slots(const FrozenFile& file, std::span<const std::uint32_t> slots) {
  if (!slots.empty() && std::find(slots.begin(), slots.end(), 0U) == slots.end())
    file.fail("a table of grammar weights has no end");
}

}  // namespace

StepWeights::StepWeights(const FrozenFile& file, std::string_view section)
    : slots_(file.table<std::uint32_t>(section)) {
  check_slots(file, slots_);
}

LabelWeights::LabelWeights(const FrozenFile& file, std::string_view slots_section, std::string_view runs_section)
    : slots_(file.table<std::uint32_t>(slots_section)), runs_(file.table<std::uint16_t>(runs_section)) {
  check_slots(file, slots_);
}

void freeze_steps(std::span<const StepRow> rows, std::string_view section, FrozenWriter& writer) {
  std::vector<std::uint32_t> slots(slots_for(rows.size()));
  for (const StepRow& row : rows) {
    const std::uint32_t left = static_cast<std::uint8_t>(row.left), right = static_cast<std::uint8_t>(row.right);
    put(slots, row.feature, StepWeights::check_of(row.feature) << 16 | left << 8 | right);
  }
  writer.add(section, slots);
}

void freeze_labels(std::span<const LabelRow> rows, std::string_view slots_section, std::string_view runs_section,
                   FrozenWriter& writer) {
  std::vector<std::uint32_t> slots(slots_for(rows.size()));
  std::vector<std::uint16_t> runs;
  for (const LabelRow& row : rows) {
    if (runs.size() + row.weights.size() > LabelWeights::kMostPairs)
      throw std::length_error("too many grammar weights for their table");
    put(slots, row.feature, LabelWeights::check_of(row.feature) << 20 | static_cast<std::uint32_t>(runs.size()));
    for (const LabelWeight& w : row.weights)
      runs.push_back(static_cast<std::uint16_t>(w.label | static_cast<std::uint8_t>(w.weight) << 6));
    runs.back() |= LabelWeights::kLastOfRun;
  }
  writer.add(slots_section, slots);
  writer.add(runs_section, runs);
}

}  // namespace quoth::internal
