#pragma once

// Makes damaged compiled data look whole: what a stranger who knows the format could write.

#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/frozen.h"

namespace quoth::internal {

inline constexpr std::size_t kMendedBytes = 32;  // the checksum covers what stands behind them: see base/frozen.h

/// Writes magic, byte order, version, length and checksum over the first bytes, if there are enough.
inline void mend_header(char* data, std::size_t size) {
  if (size < kMendedBytes) return;
  const auto put = [data](std::size_t at, auto value) { std::memcpy(data + at, &value, sizeof value); };
  std::memcpy(data, "QUOTHDAT", 8);
  put(8, std::uint32_t{0x01020304});
  put(12, kFrozenVersion);
  put(16, std::uint64_t{size});
  put(24, hash_bytes({data + kMendedBytes, size - kMendedBytes}));
}

}  // namespace quoth::internal
