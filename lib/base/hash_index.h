#pragma once

// Numbers hashes in order of their first use: an open-addressing table whose memory is kept from document to document.
// Tested by tests/unit/base_hash_index_test.cc.

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace quoth::internal {

/// Not for sharing between threads.
class HashIndex {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;

  /// Forgets all.
  void clear() {
    slots_.assign(kFewestSlots, Slot{});
    size_ = 0;
  }
  /// The number of a hash: what it was given before, or size() as it was.
  std::uint32_t add(std::uint64_t hash) {
    if (2 * std::size_t{size_} >= slots_.size()) grow();
    Slot& slot = slots_[place(hash)];
    if (slot.number == 0) slot = {hash, ++size_};
    return slot.number - 1;
  }
  /// Its number, or kNone.
  std::uint32_t find(std::uint64_t hash) const {
    if (slots_.empty()) return kNone;
    return slots_[place(hash)].number - 1;
  }
  std::uint32_t size() const { return size_; }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t number = 0;  // 1 + number; 0: empty
  };
  static constexpr std::size_t kFewestSlots = 256;

  void grow() {
    std::vector<Slot> old(std::max(kFewestSlots, slots_.size() * 2));
    old.swap(slots_);
    for (const Slot& slot : old)
      if (slot.number != 0) slots_[place(slot.hash)] = slot;
  }
  std::size_t place(std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t s = hash & mask;
    while (slots_[s].number != 0 && slots_[s].hash != hash) s = (s + 1) & mask;
    return s;
  }

  std::vector<Slot> slots_;
  std::uint32_t size_ = 0;
};

/// Mixes a hash into another, order counts.
constexpr std::uint64_t combine_hashes(std::uint64_t a, std::uint64_t b) {
  a = (std::rotl(a, 23) ^ b) * 0x9E3779B97F4A7C15U;
  return a ^ a >> 31;
}

}  // namespace quoth::internal
