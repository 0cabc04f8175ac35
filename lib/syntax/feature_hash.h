#pragma once

// Features as numbers: a template and up to four values, mixed into 40 bits. Tested by
// tests/unit/syntax_weight_tables_test.cc.

#include <algorithm>
#include <array>
#include <cstdint>

namespace quoth::internal {

/// 40 bits. Stored in weight files, so what makes it must not change.
using SyntaxFeature = std::uint64_t;
inline constexpr unsigned kFeatureBits = 40;

/// `number`: of the template, from 0, unique within its classifier.
constexpr SyntaxFeature syntax_feature(unsigned number, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0,
                                       std::uint64_t d = 0) {
  std::uint64_t h = (number + 1) * 0x9E3779B97F4A7C15U + a * 0xD6E8FEB86659FD93U + b * 0xA0761D6478BD642FU +
                    c * 0xE7037ED1A0B428DBU + d * 0x8EBC6AF09C88C6E3U;
  h ^= h >> 32;
  h *= 0xD6E8FEB86659FD93U;
  h ^= h >> 29;
  return h >> (64 - kFeatureBits);
}

/// The features of two lists, for those who ask for all.
template <std::size_t N, std::size_t M>
constexpr std::array<SyntaxFeature, N + M> all_features(const std::array<SyntaxFeature, N>& a,
                                                        const std::array<SyntaxFeature, M>& b) {
  std::array<SyntaxFeature, N + M> all{};
  std::copy(a.begin(), a.end(), all.begin());
  std::copy(b.begin(), b.end(), all.begin() + N);
  return all;
}

}  // namespace quoth::internal
