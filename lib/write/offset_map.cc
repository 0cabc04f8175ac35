#include "write/offset_map.h"

#include <algorithm>

#include "write/utf8.h"

namespace quoth::internal {
namespace {

constexpr std::uint32_t kBlockBytes = 128;

/// A place in the text, in bytes and in units.
struct Position {
  std::uint32_t byte = 0;
  std::uint32_t units = 0;
};

Position after(std::string_view text, OffsetUnit unit, Position at) {
  const Utf8Character character = utf8_at(text, at.byte);
  const std::uint32_t units = unit == OffsetUnit::utf16 && character.code > 0xFFFF ? 2 : 1;
  return {at.byte + character.size, at.units + units};
}

}  // namespace

OffsetMap::OffsetMap(std::string_view text, OffsetUnit unit) : text_(text), unit_(unit) {
  if (unit == OffsetUnit::bytes || !has_high_bit(text)) return;
  const auto size = static_cast<std::uint32_t>(text.size());
  checkpoints_.reserve(size / kBlockBytes + 2);
  Position at;
  for (std::uint32_t block = 0; block < size; block += std::min(kBlockBytes, size - block)) {
    checkpoints_.push_back({at.byte, at.units});
    const std::uint32_t end = block + std::min(kBlockBytes, size - block);
    if (!has_high_bit(text.substr(at.byte, end - at.byte))) {
      at = {end, at.units + (end - at.byte)};
      continue;
    }
    while (at.byte < end) at = after(text, unit, at);
  }
  checkpoints_.push_back({at.byte, at.units});
}

std::uint32_t OffsetMap::from_byte(std::uint32_t byte) const {
  byte = std::min(byte, static_cast<std::uint32_t>(text_.size()));
  if (identity()) return byte;
  std::size_t block = std::min<std::size_t>(byte / kBlockBytes, checkpoints_.size() - 2);
  if (checkpoints_[block].byte > byte) --block;  // inside a character that began in the block before
  const Checkpoint& from = checkpoints_[block];
  const Checkpoint& to = checkpoints_[block + 1];
  if (to.byte - from.byte == to.units - from.units && byte <= to.byte) return from.units + (byte - from.byte);
  Position at{from.byte, from.units};
  while (at.byte < byte) {
    const Position next = after(text_, unit_, at);
    if (next.byte > byte) break;
    at = next;
  }
  return at.units;
}

std::optional<std::uint32_t> OffsetMap::to_byte(std::uint64_t offset) const {
  if (identity()) {
    if (offset > text_.size()) return std::nullopt;
    const auto byte = static_cast<std::uint32_t>(offset);
    const bool inside = byte < text_.size() && (static_cast<unsigned char>(text_[byte]) & 0xC0) == 0x80;
    if (!inside) return byte;
    // A continuation byte begins a character only where it is no part of valid UTF-8.
    for (std::uint32_t back = 1; back <= std::min<std::uint32_t>(byte, 3); ++back) {
      if (utf8_at(text_, byte - back).size > back) return std::nullopt;
    }
    return byte;
  }
  if (offset > checkpoints_.back().units) return std::nullopt;
  const auto past = std::upper_bound(checkpoints_.begin(), checkpoints_.end(), offset,
                                     [](std::uint64_t wanted, const Checkpoint& c) { return wanted < c.units; });
  Position at{std::prev(past)->byte, std::prev(past)->units};
  while (at.units < offset) at = after(text_, unit_, at);
  return at.units == offset ? std::optional(at.byte) : std::nullopt;
}

}  // namespace quoth::internal
