#include "syntax/weight_tables.h"

// Tested by tests/unit/syntax_weight_tables_test.cc.

#include <algorithm>
#include <stdexcept>

namespace quoth::internal {
namespace {

// Slots for that many rows: a quarter of them stays empty.
std::size_t slots_for(std::size_t rows) { return rows + rows / 3 + 1; }

// Eight bits a row.
template <typename Row>
void freeze_filter(std::span<const Row> rows, std::string_view section, FrozenWriter& writer) {
  std::vector<std::uint64_t> words(rows.size() / 8 + 1);
  for (const Row& row : rows) {
    const std::size_t at = first_slot(row.feature, words.size() * 64);
    words[at / 64] |= std::uint64_t{1} << (at % 64);
  }
  writer.add(section, words);
}

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

FeatureFilter::FeatureFilter(const FrozenFile& file, std::string_view section)
    : words_(file.table<std::uint64_t>(section)) {
  if (words_.empty()) file.fail("a filter of grammar weights is empty");
}

StepWeights::StepWeights(const FrozenFile& file, const TableSections& sections)
    : slots_(file.table<std::uint32_t>(sections.slots)), filter_(file, sections.filter) {
  check_slots(file, slots_);
}

LabelWeights::LabelWeights(const FrozenFile& file, const TableSections& sections)
    : slots_(file.table<std::uint32_t>(sections.slots)),
      runs_(file.table<std::uint16_t>(sections.runs)),
      filter_(file, sections.filter) {
  check_slots(file, slots_);
}

void freeze_steps(std::span<const StepRow> rows, const TableSections& sections, FrozenWriter& writer) {
  std::vector<std::uint32_t> slots(slots_for(rows.size()));
  for (const StepRow& row : rows) {
    const std::uint32_t left = static_cast<std::uint8_t>(row.left), right = static_cast<std::uint8_t>(row.right);
    put(slots, row.feature, StepWeights::check_of(row.feature) << 16 | left << 8 | right);
  }
  writer.add(sections.slots, slots);
  freeze_filter(rows, sections.filter, writer);
}

void freeze_labels(std::span<const LabelRow> rows, const TableSections& sections, FrozenWriter& writer) {
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
  writer.add(sections.slots, slots);
  writer.add(sections.runs, runs);
  freeze_filter(rows, sections.filter, writer);
}

}  // namespace quoth::internal
