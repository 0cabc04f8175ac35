#pragma once

// Turns the bytes of a fuzzer into choices, so that it finds what is built by rules: each byte is one choice, and small
// changes of bytes are small changes of what is built.

#include <cstddef>
#include <cstdint>
#include <span>

namespace quoth_fuzz {

class Choices {
 public:
  Choices(const std::uint8_t* data, std::size_t size) : bytes_(data, size) {}

  bool empty() const { return at_ >= bytes_.size(); }
  /// 0 to `count` - 1; 0 where all bytes are used up.
  std::size_t below(std::size_t count) { return empty() ? 0 : bytes_[at_++] % count; }

 private:
  std::span<const std::uint8_t> bytes_;
  std::size_t at_ = 0;
};

}  // namespace quoth_fuzz
