// Tested by tests/unit/base_frozen_test.cc.
//
// A multiply-and-fold hash after Wang Yi's wyhash (public domain). Words are short: up to 16 bytes take two overlapping
// loads and two multiplications, without a loop. All loads are little endian, so that every machine gets the same
// value.

#include <bit>
#include <cstring>

#include "base/frozen.h"

namespace quoth::internal {
namespace {

__extension__ using Wide = unsigned __int128;

constexpr std::uint64_t kSeed = 0x9E3779B97F4A7C15u;
constexpr std::uint64_t kOdd1 = 0xA0761D6478BD642Fu;
constexpr std::uint64_t kOdd2 = 0xE7037ED1A0B428DBu;
constexpr std::uint64_t kOdd3 = 0x8EBC6AF09C88C6E3u;

std::uint64_t fold_product(std::uint64_t a, std::uint64_t b) noexcept {
  const Wide product = Wide{a} * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

template <typename T>
std::uint64_t load(const char* p) noexcept {
  T value;
  std::memcpy(&value, p, sizeof value);
  if constexpr (std::endian::native == std::endian::big) {
    T swapped = 0;
    for (std::size_t i = 0; i < sizeof value; ++i, value = static_cast<T>(value >> 8)) {
      swapped = static_cast<T>((swapped << 8) | (value & 0xFF));
    }
    value = swapped;
  }
  return value;
}

std::uint64_t load8(const char* p) noexcept { return load<std::uint64_t>(p); }
std::uint64_t load4(const char* p) noexcept { return load<std::uint32_t>(p); }
std::uint64_t byte(char c) noexcept { return static_cast<unsigned char>(c); }

}  // namespace

std::uint64_t hash_bytes(std::string_view bytes) noexcept {
  const char* p = bytes.data();
  std::size_t left = bytes.size();
  std::uint64_t state = kSeed;
  std::uint64_t a = 0;
  std::uint64_t b = 0;
  if (left <= 16) {
    if (left >= 8) {
      a = load8(p);
      b = load8(p + left - 8);
    } else if (left >= 4) {
      a = load4(p);
      b = load4(p + left - 4);
    } else if (left > 0) {
      a = byte(p[0]) << 16 | byte(p[left / 2]) << 8 | byte(p[left - 1]);
    }
  } else {
    for (; left > 16; p += 16, left -= 16) state = fold_product(load8(p) ^ kOdd1, load8(p + 8) ^ state);
    a = load8(p + left - 16);
    b = load8(p + left - 8);
  }
  return fold_product(kOdd3 ^ bytes.size(), fold_product(a ^ kOdd2, b ^ state));
}

}  // namespace quoth::internal
