#pragma once

// UTF-8, letters and encodings: with the tokenizer, the one home of ICU and Boost.Locale. All functions are pure: no
// locale is read or set, and they may be called from any thread. Tested by tests/unit/text_unicode_test.cc.

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

#include "text/token.h"

namespace quoth::internal {

/// What decode() gives for a byte that is no part of a valid sequence.
inline constexpr char32_t kInvalidByte = 0xFFFFFFFF;

/// The code point at `at` (< text.size()), whose first byte that is; `at` moves behind it. An invalid byte is
/// kInvalidByte, one byte long.
char32_t decode(std::string_view text, std::size_t& at);

/// Appends a code point as UTF-8.
void append_utf8(char32_t code_point, std::string& out);

/// The end of the character that begins at `at`; an invalid byte is a character of one byte. `at` < text.size().
std::size_t next_boundary(std::string_view text, std::size_t at);

/// The offset of the first byte that is not valid UTF-8, or text.size().
std::size_t first_invalid_utf8(std::string_view text);

/// Appends the form that words are compared in: lower case; accents (U+0300-036F) and precomposed accents removed; ł ø
/// đ ı ß æ œ in plain letters; ' for ’ ‘ ʼ; compatibility forms (ﬁ, Ａ) plain; invisible characters (soft hyphen, zero
/// width joiners) dropped; invalid bytes as they are.
void fold(std::string_view utf8, std::string& out);

/// Whether a character has case, and which.
enum class LetterCase : unsigned char { no_letter, lower, upper, caseless };
LetterCase letter_case(char32_t code_point);

/// The case of the first letter; no_letter if there is none.
LetterCase first_letter_case(std::string_view utf8);

/// How a word is written: its letters decide, digits and marks between them don't. A word without letters is `other`.
Shape shape_of_word(std::string_view utf8);

/// Thrown by to_utf8().
class EncodingError : public std::runtime_error {
 public:
  EncodingError(const std::string& message, std::size_t offset) : std::runtime_error(message), offset_(offset) {}
  /// Of the first byte that does not fit the encoding; 0 where the encoding itself is unknown.
  std::size_t offset() const noexcept { return offset_; }

 private:
  std::size_t offset_;
};

/// Bytes in an encoding ("utf-8", "windows-1252", "iso-8859-2", "utf-16", case is ignored) as UTF-8. Throws
/// EncodingError.
std::string to_utf8(std::string_view bytes, std::string_view encoding);

}  // namespace quoth::internal
