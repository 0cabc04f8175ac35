#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

namespace quoth::internal {

/// A copy of bytes at an address that is a multiple of 16 and in a block of their exact size, so that sanitizers see
/// whoever reads past them.
class AlignedBytes {
 public:
  explicit AlignedBytes(std::string_view bytes)
      : block_(new char[std::max<std::size_t>(bytes.size(), 1)]), size_(bytes.size()) {
    static_assert(__STDCPP_DEFAULT_NEW_ALIGNMENT__ >= 16);
    std::copy(bytes.begin(), bytes.end(), block_.get());
  }
  std::string_view view() const { return {block_.get(), size_}; }
  char* data() { return block_.get(); }

 private:
  std::unique_ptr<char[]> block_;
  std::size_t size_;
};

}  // namespace quoth::internal
