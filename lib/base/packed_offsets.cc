// Tested by tests/unit/base_packed_offsets_test.cc.

#include "base/packed_offsets.h"

namespace quoth::internal {

bool PackedOffsets::are_sound(std::size_t count, std::size_t end) const {
  if (count == 0 || blocks_.size() != (count + OffsetBlock::kSize - 1) / OffsetBlock::kSize) return false;
  std::uint64_t last = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const OffsetBlock& block = blocks_[i / OffsetBlock::kSize];
    const std::uint64_t offset = std::uint64_t{block.base} + block.beyond[i % OffsetBlock::kSize];
    if (offset < last || offset > end || (i == 0 && offset != 0)) return false;
    last = offset;
  }
  return last == end;
}

std::optional<std::vector<OffsetBlock>> pack_offsets(std::span<const std::uint32_t> offsets) {
  std::vector<OffsetBlock> blocks;
  blocks.reserve(offsets.size() / OffsetBlock::kSize + 1);
  for (std::size_t i = 0; i < offsets.size(); ++i) {
    if (i % OffsetBlock::kSize == 0) blocks.emplace_back().base = offsets[i];
    const std::uint32_t beyond = offsets[i] - blocks.back().base;
    if (beyond > 0xFFFF) return std::nullopt;
    blocks.back().beyond[i % OffsetBlock::kSize] = static_cast<std::uint16_t>(beyond);
  }
  return blocks;
}

}  // namespace quoth::internal
