#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "write/utf8.h"

namespace quoth::internal {
namespace {

/// The sizes of a text's characters; -1 for a byte that is no UTF-8.
std::vector<int> sizes(std::string_view text) {
  std::vector<int> found;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character character = utf8_at(text, at);
    found.push_back(character.valid ? static_cast<int>(character.size) : -1);
    at += character.size;
  }
  return found;
}

using Sizes = std::vector<int>;

TEST_CASE("characters of valid UTF-8") {
  CHECK(sizes("") == Sizes{});
  CHECK(sizes("a") == Sizes{1});
  CHECK(sizes("aé€😀") == Sizes{1, 2, 3, 4});
  CHECK(sizes(std::string_view("\0", 1)) == Sizes{1});
  CHECK(sizes("\xED\x9F\xBF\xEE\x80\x80") == Sizes{3, 3});  // U+D7FF U+E000
  CHECK(sizes("\xF4\x8F\xBF\xBF") == Sizes{4});             // U+10FFFF
  CHECK(utf8_at("\xF0\x9F\x98\x80", 0).code == 0x1F600);
}

TEST_CASE("each byte that is no UTF-8 is a character") {
  CHECK(sizes("\x80") == Sizes{-1});
  CHECK(sizes("\xC3") == Sizes{-1});                          // cut
  CHECK(sizes("\xE2\x82") == Sizes{-1, -1});                  // cut
  CHECK(sizes("\xE2\x82z") == Sizes{-1, -1, 1});              // broken
  CHECK(sizes("\xC0\xAF") == Sizes{-1, -1});                  // overlong
  CHECK(sizes("\xE0\x80\xAF") == Sizes{-1, -1, -1});          // overlong
  CHECK(sizes("\xF0\x80\x80\xAF") == Sizes{-1, -1, -1, -1});  // overlong
  CHECK(sizes("\xED\xA0\x80") == Sizes{-1, -1, -1});          // a surrogate
  CHECK(sizes("\xF4\x90\x80\x80") == Sizes{-1, -1, -1, -1});  // past U+10FFFF
  CHECK(sizes("\xF8\xFF") == Sizes{-1, -1});
  CHECK(sizes("\xC3\xC3\xA9") == Sizes{-1, 2});
}

TEST_CASE("the high bit is found wherever it is") {
  for (std::size_t size = 0; size < 40; ++size) {
    std::string bytes(size, 'x');
    CHECK_FALSE(has_high_bit(bytes));
    for (char& byte : bytes) {
      byte = '\x80';
      CHECK(has_high_bit(bytes));
      byte = 'x';
    }
  }
}

}  // namespace
}  // namespace quoth::internal
