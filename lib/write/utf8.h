#pragma once

// Steps through text that may hold bytes that are no UTF-8. Tested by tests/unit/write_utf8_test.cc.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace quoth::internal {

/// One character of a text. A byte that is no UTF-8 is a character of its own, shown as U+FFFD.
struct Utf8Character {
  char32_t code = 0;
  std::uint32_t size = 1;  // in bytes
  bool valid = true;
};

/// The character that begins at `at`, which must be less than `text.size()`. Overlong forms, surrogates, and codes past
/// U+10FFFF are no UTF-8.
Utf8Character utf8_at(std::string_view text, std::size_t at) noexcept;

/// Whether a character could steer a terminal: a control character, or one that turns the direction of text.
bool is_control(char32_t code) noexcept;

/// Whether any of the bytes is past ASCII.
bool has_high_bit(std::string_view bytes) noexcept;

/// What stands for a byte that is no UTF-8.
inline constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

}  // namespace quoth::internal
