#include "write/utf8.h"

#include <cstring>

namespace quoth::internal {
namespace {

constexpr Utf8Character kBroken{0xFFFD, 1, false};

/// How many bytes a first byte announces; 0: no character begins with it.
std::uint32_t announced_size(unsigned char first) {
  if (first < 0x80) return 1;
  if (first < 0xC2) return 0;
  if (first < 0xE0) return 2;
  if (first < 0xF0) return 3;
  return first < 0xF5 ? 4 : 0;
}

/// Whether a code needs as many bytes as it took, and is a character at all.
bool is_proper(char32_t code, std::uint32_t size) {
  if (size == 3) return code >= 0x800 && (code < 0xD800 || code > 0xDFFF);
  if (size == 4) return code >= 0x10000 && code <= 0x10FFFF;
  return true;
}

}  // namespace

Utf8Character utf8_at(std::string_view text, std::size_t at) noexcept {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1, true};
  const std::uint32_t size = announced_size(first);
  if (size == 0 || size > text.size() - at) return kBroken;
  char32_t code = first & (0x7Fu >> size);
  for (std::uint32_t i = 1; i < size; ++i) {
    const auto next = static_cast<unsigned char>(text[at + i]);
    if ((next & 0xC0) != 0x80) return kBroken;
    code = code << 6 | (next & 0x3Fu);
  }
  return is_proper(code, size) ? Utf8Character{code, size, true} : kBroken;
}

bool is_control(char32_t code) noexcept {
  const bool steers_direction = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || steers_direction;
}

bool has_high_bit(std::string_view bytes) noexcept {
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, 8);
    if ((word & 0x8080808080808080u) != 0) return true;
  }
  for (; at < bytes.size(); ++at) {
    if ((static_cast<unsigned char>(bytes[at]) & 0x80) != 0) return true;
  }
  return false;
}

}  // namespace quoth::internal
