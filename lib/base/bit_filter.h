#pragma once

// A set of hashes that says for most others that they are not in it, by one bit of memory that is small enough to stay
// in the cache. Bits, a power of two of them, are stored by FrozenWriter. Tested by tests/unit/base_bit_filter_test.cc.

#include <bit>
#include <cstdint>
#include <span>
#include <vector>

namespace quoth::internal {

/// A view of stored words, which must outlive it. Safe to share between threads.
class BitFilter {
 public:
  BitFilter() = default;
  explicit BitFilter(std::span<const std::uint64_t> words) : words_(words), mask_(words.size() * 64 - 1) {}

  /// Whether the number of words is one that make_bit_filter() gives; otherwise nothing else may be called.
  bool is_sound() const { return std::has_single_bit(words_.size()); }
  bool may_have(std::uint64_t hash) const {
    const std::uint64_t bit = hash & mask_;
    return (words_[bit / 64] >> (bit % 64) & 1U) != 0;
  }

 private:
  std::span<const std::uint64_t> words_;
  std::uint64_t mask_ = 0;
};

/// The words of a filter of rows, at least five bits for each. `hash_of`: the hash of a row, whose lower bits count.
template <typename Rows, typename HashOf>
std::vector<std::uint64_t> make_bit_filter(const Rows& rows, HashOf hash_of) {
  std::vector<std::uint64_t> words(std::bit_ceil(rows.size() / 13 + 1));
  for (const auto& row : rows) {
    const std::uint64_t bit = hash_of(row) & (words.size() * 64 - 1);
    words[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }
  return words;
}

}  // namespace quoth::internal
