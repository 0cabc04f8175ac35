#include "text/unicode.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <boost/locale/encoding.hpp>
#include <cstdint>
#include <new>

namespace quoth::internal {
namespace {

// Plain letters of U+00C0 to U+017F in order, folded; '.' where there is no plain letter, '*' where there are two.
constexpr std::string_view kPlainLatin =
    "aaaaaa*ceeeeiiiidnooooo.ouuuuy**"   // À to ß
    "aaaaaa*ceeeeiiiidnooooo.ouuuuy*y"   // à to ÿ
    "aaaaaaccccccccddddeeeeeeeeeegggg"   // Ā to ğ
    "gggghhhhiiiiiiiiii**jjkkklllllll"   // Ġ to Ŀ
    "lllnnnnnnnnnoooooo**rrrrrrssssss"   // ŀ to ş
    "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";  // Š to ſ
constexpr char32_t kPlainLatinBegin = 0xC0;
static_assert(kPlainLatin.size() == 0x180 - kPlainLatinBegin);

struct TwoLetters {
  char32_t code_point;
  std::string_view folded;
};
constexpr std::array<TwoLetters, 9> kTwoLetters = {{{0xC6, "ae"},
                                                    {0xDE, "th"},
                                                    {0xDF, "ss"},
                                                    {0xE6, "ae"},
                                                    {0xFE, "th"},
                                                    {0x132, "ij"},
                                                    {0x133, "ij"},
                                                    {0x152, "oe"},
                                                    {0x153, "oe"}}};

constexpr bool is_accent(char32_t c) { return c >= 0x300 && c <= 0x36F; }

constexpr bool is_apostrophe(char32_t c) {
  return c == 0x2019 || c == 0x2018 || c == 0x2BC || c == 0x2BB || c == 0xFF07;
}

constexpr bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

constexpr bool is_hangul(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }

constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

void fold_latin(char32_t c, std::string& out) {
  const char plain = kPlainLatin[c - kPlainLatinBegin];
  if (plain == '.') return append_utf8(c, out);
  if (plain != '*') return out.push_back(plain);
  for (const TwoLetters& two : kTwoLetters) {
    if (two.code_point == c) out += two.folded;
  }
}

void append_folded(char32_t c, std::string& out) {
  append_utf8(static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT)), out);
}

// What no table knows: decomposed by ICU, then without accents.
void fold_other(char32_t c, std::string& out) {
  std::array<UChar, 32> parts;  // the longest decomposition of Unicode has 18
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfkd = unorm2_getNFKDInstance(&status);
  if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();  // else words would be folded otherwise from now on
  const int32_t size = U_FAILURE(status) || is_hangul(c)
                           ? -1
                           : unorm2_getDecomposition(nfkd, static_cast<UChar32>(c), parts.data(),
                                                     static_cast<int32_t>(parts.size()), &status);
  if (size < 0 || U_FAILURE(status)) return append_folded(c, out);
  for (int32_t i = 0; i < size;) {
    UChar32 part = 0;
    U16_NEXT(parts.data(), i, size, part);
    const auto unit = static_cast<char32_t>(part);
    if (is_accent(unit)) continue;
    if (unit >= kPlainLatinBegin && unit < 0x180) {
      fold_latin(unit, out);
    } else {
      append_folded(unit, out);
    }
  }
}

void fold_code_point(char32_t c, std::string& out) {
  if (c >= kPlainLatinBegin && c < 0x180) return fold_latin(c, out);
  if (is_accent(c) || is_invisible(c)) return;
  if (is_apostrophe(c)) return out.push_back('\'');
  if (c == 0x2010 || c == 0x2011) return out.push_back('-');
  fold_other(c, out);
}

// What the first byte of a sequence says.
struct Sequence {
  std::size_t size = 0;  // 0: begins none
  unsigned char first_bits = 0;
  char32_t least = 0;  // smaller values are overlong
};

constexpr Sequence sequence_of(unsigned char first) {
  if (first < 0xC2) return {};
  if (first < 0xE0) return {2, 0x1F, 0x80};
  if (first < 0xF0) return {3, 0x0F, 0x800};
  return first < 0xF5 ? Sequence{4, 0x07, 0x10000} : Sequence{};
}

// Counts of what a word's shape depends on.
struct Letters {
  std::uint32_t upper = 0;
  std::uint32_t lower = 0;
  std::uint32_t caseless = 0;
  std::uint32_t inner_upper = 0;  // capitals that neither begin the word nor follow an apostrophe or hyphen
  LetterCase first = LetterCase::no_letter;
  bool first_is_first = false;  // the word begins with its first letter
};

Letters count_letters(std::string_view word) {
  Letters count;
  bool at_part_begin = true;
  for (std::size_t at = 0; at < word.size();) {
    const bool is_begin = at == 0;
    const char32_t c = decode(word, at);
    const LetterCase letter = letter_case(c);
    if (letter == LetterCase::no_letter) {
      at_part_begin = c == '\'' || c == '-' || is_apostrophe(c);
      continue;
    }
    if (count.first == LetterCase::no_letter) {
      count.first = letter;
      count.first_is_first = is_begin;
    }
    if (letter == LetterCase::upper) ++count.upper, count.inner_upper += !at_part_begin;
    if (letter == LetterCase::lower) ++count.lower;
    if (letter == LetterCase::caseless) ++count.caseless;
    at_part_begin = false;
  }
  return count;
}

// The end of the longest beginning of `bytes` that converts. Only called when the whole does not.
std::size_t first_unfit_byte(std::string_view bytes, const std::string& encoding) {
  const auto converts = [&](std::size_t size) {
    try {
      boost::locale::conv::to_utf<char>(bytes.data(), bytes.data() + size, encoding, boost::locale::conv::stop);
      return true;
    } catch (const boost::locale::conv::conversion_error&) {
      return false;
    }
  };
  // A beginning may also fail because it is cut inside a character (of 4 bytes at most), so ask for any of four.
  const auto last_good = [&](std::size_t size) {
    for (std::size_t more = 4; more-- > 0;) {
      if (size + more < bytes.size() && converts(size + more)) return size + more;
    }
    return std::string_view::npos;
  };
  std::size_t good = 0;
  std::size_t bad = bytes.size();
  while (good < bad) {
    const std::size_t middle = good + (bad - good + 1) / 2;
    const std::size_t found = last_good(middle);
    if (found == std::string_view::npos) {
      bad = middle - 1;
    } else {
      good = found;
    }
  }
  return good;
}

bool is_utf8_name(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if (c != '-' && c != '_') plain.push_back(ascii_lower(c));
  }
  return plain == "utf8";
}

[[noreturn]] void throw_unfit(std::string_view bytes, std::size_t offset, std::string_view encoding) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string message = "the input is not " + std::string(encoding) + ": ";
  if (offset < bytes.size()) {
    const auto byte = static_cast<unsigned char>(bytes[offset]);
    message +=
        std::string("byte 0x") + kDigits[byte >> 4] + kDigits[byte & 15] + " at offset " + std::to_string(offset);
  } else {
    message += "it ends inside a character";
  }
  throw EncodingError(message, offset);
}

}  // namespace

char32_t decode(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return ++at, first;
  const Sequence sequence = sequence_of(first);
  char32_t c = first & sequence.first_bits;
  const std::size_t begin = at++;
  if (sequence.size == 0 || text.size() - begin < sequence.size) return kInvalidByte;
  for (std::size_t i = begin + 1; i < begin + sequence.size; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0) != 0x80) return kInvalidByte;
    c = c << 6 | (byte & 0x3F);
  }
  if (c < sequence.least || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return kInvalidByte;
  at = begin + sequence.size;
  return c;
}

void append_utf8(char32_t code_point, std::string& out) {
  const auto byte = [&out](char32_t value) { out.push_back(static_cast<char>(static_cast<unsigned char>(value))); };
  const auto rest = [&byte](char32_t value) { byte(0x80 | (value & 0x3F)); };
  if (code_point < 0x80) return byte(code_point);
  if (code_point < 0x800) return byte(0xC0 | code_point >> 6), rest(code_point);
  if (code_point < 0x10000) return byte(0xE0 | code_point >> 12), rest(code_point >> 6), rest(code_point);
  byte(0xF0 | code_point >> 18), rest(code_point >> 12), rest(code_point >> 6), rest(code_point);
}

std::size_t next_boundary(std::string_view text, std::size_t at) {
  decode(text, at);
  return at;
}

std::size_t first_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (decode(text, at) == kInvalidByte) return begin;
  }
  return text.size();
}

void fold(std::string_view utf8, std::string& out) {
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t begin = at;
    const char32_t c = decode(utf8, at);
    if (c < 0x80 || c == kInvalidByte) {
      out.push_back(ascii_lower(utf8[begin]));
    } else {
      fold_code_point(c, out);
    }
  }
}

LetterCase letter_case(char32_t code_point) {
  if (code_point < 0x80) {
    if (code_point >= 'a' && code_point <= 'z') return LetterCase::lower;
    return code_point >= 'A' && code_point <= 'Z' ? LetterCase::upper : LetterCase::no_letter;
  }
  if (code_point == kInvalidByte) return LetterCase::no_letter;
  switch (u_charType(static_cast<UChar32>(code_point))) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return LetterCase::upper;
    case U_LOWERCASE_LETTER:
      return LetterCase::lower;
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
      return LetterCase::caseless;
    default:
      return LetterCase::no_letter;
  }
}

LetterCase first_letter_case(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    const LetterCase letter = letter_case(decode(utf8, at));
    if (letter != LetterCase::no_letter) return letter;
  }
  return LetterCase::no_letter;
}

Shape shape_of_word(std::string_view utf8) {
  const Letters count = count_letters(utf8);
  if (count.upper + count.lower == 0 || count.first == LetterCase::caseless) return Shape::other;
  if (count.upper == 0) return Shape::lower;
  if (count.lower + count.caseless == 0) {
    const bool only_letter = count.upper == 1 && count.first_is_first && next_boundary(utf8, 0) + 1 >= utf8.size();
    return only_letter ? Shape::initial : Shape::upper;
  }
  return count.first == LetterCase::upper && count.inner_upper == 0 ? Shape::cap : Shape::mixed;
}

std::string to_utf8(std::string_view bytes, std::string_view encoding) {
  if (is_utf8_name(encoding)) {
    const std::size_t invalid = first_invalid_utf8(bytes);
    if (invalid < bytes.size()) throw_unfit(bytes, invalid, encoding);
    return std::string(bytes);
  }
  const std::string name(encoding);
  try {
    return boost::locale::conv::to_utf<char>(bytes.data(), bytes.data() + bytes.size(), name,
                                             boost::locale::conv::stop);
  } catch (const boost::locale::conv::invalid_charset_error&) {
    throw EncodingError("unknown encoding '" + name + "'", 0);
  } catch (const boost::locale::conv::conversion_error&) {
    throw_unfit(bytes, first_unfit_byte(bytes, name), encoding);
  }
}

}  // namespace quoth::internal
