#include "match/rule_program.h"

#include "base/frozen.h"

namespace quoth::internal {

std::uint32_t LiteralTable::add(std::string_view folded) {
  const auto [found, is_new] = ids_.try_emplace(std::string(folded), size());
  if (is_new) words_.emplace_back(folded);
  return found->second;
}

void LiteralTable::freeze() {
  ids_.clear();
  std::size_t slots = 4;
  while (slots < 2 * words_.size()) slots *= 2;
  slots_.assign(slots, Slot{});
  for (std::uint32_t id = 0; id < size(); ++id) {
    const std::uint64_t hash = hash_bytes(words_[id]);
    std::size_t at = hash & (slots - 1);
    while (slots_[at].id != kNoLiteral) at = (at + 1) & (slots - 1);
    slots_[at] = {hash, id};
  }
}

std::uint32_t LiteralTable::find(std::string_view folded, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].id != kNoLiteral; at = (at + 1) & mask) {
    if (slots_[at].hash == hash && words_[slots_[at].id] == folded) return slots_[at].id;
  }
  return kNoLiteral;
}

}  // namespace quoth::internal
