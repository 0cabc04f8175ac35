#pragma once

// Offsets that never fall, in half the room: one of 32 bits for each 64, and of 16 bits what each is beyond it. Stored:
// do not change without raising kFrozenVersion. Tested by tests/unit/base_packed_offsets_test.cc.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace quoth::internal {

struct OffsetBlock {
  static constexpr std::size_t kSize = 64;
  std::uint32_t base = 0;
  std::array<std::uint16_t, kSize> beyond{};
};
static_assert(sizeof(OffsetBlock) == 132);

/// A view of stored offsets, which must outlive it. Safe to share between threads.
class PackedOffsets {
 public:
  PackedOffsets() = default;
  explicit PackedOffsets(std::span<const OffsetBlock> blocks) : blocks_(blocks) {}

  std::uint32_t operator[](std::size_t i) const {
    const OffsetBlock& block = blocks_[i / OffsetBlock::kSize];
    return block.base + block.beyond[i % OffsetBlock::kSize];
  }

  /// Asks for the memory that operator[] will read for i and i + 1.
  void load_ahead(std::size_t i) const {
    const OffsetBlock& block = blocks_[i / OffsetBlock::kSize];
    __builtin_prefetch(&block.base);
    __builtin_prefetch(&block.beyond[i % OffsetBlock::kSize]);
  }

  /// Whether these are `count` offsets that begin with 0, never fall, and end with `end`.
  bool are_sound(std::size_t count, std::size_t end) const;

 private:
  std::span<const OffsetBlock> blocks_;
};

/// Packs offsets that never fall; nothing if 64 neighbours span more than 2^16.
std::optional<std::vector<OffsetBlock>> pack_offsets(std::span<const std::uint32_t> offsets);

/// A set of small numbers that also knows how many members are below each: bits, and the count of those before them.
/// Stored: do not change.
struct BitBlock {
  static constexpr std::size_t kSize = 64;
  std::uint64_t bits = 0;
  std::uint32_t before = 0;
  std::uint32_t zero = 0;
};
static_assert(sizeof(BitBlock) == 16);

}  // namespace quoth::internal
