// Tests lib/text/unicode.cc.

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "text/unicode.h"

namespace quoth::internal {
namespace {

std::string folded(std::string_view text) {
  std::string out;
  fold(text, out);
  return out;
}

char shape_letter(std::string_view word) { return "lCUMIn.$wo"[static_cast<std::size_t>(shape_of_word(word))]; }

}  // namespace

TEST_CASE("folding takes case, accents and ways of writing away") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"Hello", "hello"},
      {"ÉCOLE Ünal çığ İI", "ecole unal cig ii"},
      {"Łódź Đặng Øst", "lodz dang ost"},
      {"Straße Æsir œuvre Þór", "strasse aesir oeuvre thor"},
      {"e\u0301cole n\u0303", "ecole n"},
      {"Okoye’s ‘Nowak’ Qurʼan", "okoye's 'nowak' qur'an"},
      {"ﬁne Ａｄａ № ½", "fine ada no 1\u20442"},
      {"so\u00ADft zero\u200Dwidth", "soft zerowidth"},
      {"non\u2011breaking", "non-breaking"},
      {"МОСКВА Йод ΑΘΉΝΑ", "москва иод αθηνα"},
      {"서울 東京", "서울 東京"},
      {"a×b÷c", "a×b÷c"},
      {"\xFF\xC3 A\xE2\x82", "\xFF\xC3 a\xE2\x82"},
      {std::string("A\0B", 3), std::string("a\0b", 3)},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(folded(text) == expected);
    CHECK(folded(folded(text)) == expected);
  }
}

TEST_CASE("characters are read one by one, bytes that are none by themselves") {
  const std::vector<std::pair<std::string, std::vector<char32_t>>> rows = {
      {"aé€😀", {'a', 0xE9, 0x20AC, 0x1F600}},
      {"\x80\xBF", {kInvalidByte, kInvalidByte}},
      {"\xC3(", {kInvalidByte, '('}},
      {"\xE2\x82", {kInvalidByte, kInvalidByte}},
      {"\xC0\xAF", {kInvalidByte, kInvalidByte}},                                      // overlong
      {"\xE0\x80\x80", {kInvalidByte, kInvalidByte, kInvalidByte}},                    // overlong
      {"\xED\xA0\x80", {kInvalidByte, kInvalidByte, kInvalidByte}},                    // surrogate
      {"\xF4\x90\x80\x80", {kInvalidByte, kInvalidByte, kInvalidByte, kInvalidByte}},  // past U+10FFFF
      {"\xF4\x8F\xBF\xBF", {0x10FFFF}},
  };
  for (const auto& [text, expected] : rows) {
    std::vector<char32_t> read;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t next = next_boundary(text, at);
      read.push_back(decode(text, at));
      CHECK(at == next);
    }
    CHECK(read == expected);
    bool is_valid = true;
    for (const char32_t c : expected) is_valid &= c != kInvalidByte;
    CHECK((first_invalid_utf8(text) == text.size()) == is_valid);
    std::string again;
    for (const char32_t c : expected) {
      if (c != kInvalidByte) append_utf8(c, again);
    }
    if (is_valid) CHECK(again == text);
  }
  CHECK(first_invalid_utf8("ab\xFF") == 2);
}

TEST_CASE("letters have case") {
  CHECK(letter_case('a') == LetterCase::lower);
  CHECK(letter_case('Z') == LetterCase::upper);
  CHECK(letter_case('1') == LetterCase::no_letter);
  CHECK(letter_case(U'É') == LetterCase::upper);
  CHECK(letter_case(U'ł') == LetterCase::lower);
  CHECK(letter_case(U'ǅ') == LetterCase::upper);
  CHECK(letter_case(U'ש') == LetterCase::caseless);
  CHECK(letter_case(kInvalidByte) == LetterCase::no_letter);
  CHECK(first_letter_case("'élan") == LetterCase::lower);
  CHECK(first_letter_case("12") == LetterCase::no_letter);
}

TEST_CASE("a word's shape comes from its letters") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"l", "said naïve e-mail mp3 n't 's"},
      {"C", "Łódź O'Brien X-ray Covid-19"},
      {"U", "NATO U.S. ÉC"},
      {"M", "McDonald iPhone d'Ivoire"},
      {"I", "J É J. É."},
      {"o", "שלום 12 --"},
  };
  for (const auto& [shape, words] : rows) {
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t end = std::min(words.find(' ', at), words.size());
      const std::string word = words.substr(at, end - at);
      INFO(word);
      CHECK(shape_letter(word) == shape.front());
      at = end + 1;
    }
  }
}

TEST_CASE("other encodings become UTF-8") {
  CHECK(to_utf8("caf\xE9 \x93yes\x94", "windows-1252") == "café “yes”");
  CHECK(to_utf8("\xB1", "ISO-8859-2") == "ą");
  CHECK(to_utf8(std::string("\xFF\xFE"
                            "a\0\xE9\0",
                            6),
                "utf-16") == "aé");
  CHECK(to_utf8("é", "UTF-8") == "é");
  CHECK(to_utf8("", "utf8").empty());
}

TEST_CASE("a byte that does not fit is named with its place") {
  struct Row {
    std::string bytes;
    std::string encoding;
    std::size_t offset;
    std::string message;
  };
  const std::vector<Row> rows = {
      {"ab\xFFzz", "utf-8", 2, "the input is not utf-8: byte 0xFF at offset 2"},
      {"ab\x81zz", "windows-1252", 2, "the input is not windows-1252: byte 0x81 at offset 2"},
      {std::string(1000, 'x') + "\xE9", "us-ascii", 1000, "the input is not us-ascii: byte 0xE9 at offset 1000"},
      {"\x93\xFA\x96\x7B\xFF", "shift_jis", 4, "the input is not shift_jis: byte 0xFF at offset 4"},
      {"x", "klingon-8", 0, "unknown encoding 'klingon-8'"},
  };
  for (const Row& row : rows) {
    INFO(row.message);
    try {
      to_utf8(row.bytes, row.encoding);
      FAIL_CHECK("no error");
    } catch (const EncodingError& error) {
      CHECK(error.offset() == row.offset);
      CHECK(error.what() == row.message);
    }
  }
}

}  // namespace quoth::internal
