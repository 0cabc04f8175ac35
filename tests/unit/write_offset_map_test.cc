#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "write/offset_map.h"
#include "write/utf8.h"

namespace quoth::internal {
namespace {

/// The obvious way: walk from the beginning each time.
std::uint32_t slow_from_byte(std::string_view text, OffsetUnit unit, std::uint32_t byte) {
  if (unit == OffsetUnit::bytes) return byte;
  std::uint32_t units = 0;
  for (std::uint32_t at = 0; at < byte;) {
    const Utf8Character character = utf8_at(text, at);
    if (at + character.size > byte) break;
    units += unit == OffsetUnit::utf16 && character.code > 0xFFFF ? 2 : 1;
    at += character.size;
  }
  return units;
}

/// Characters of all sizes, broken ones, and long stretches of ASCII, as chance will have it.
std::string random_text(std::mt19937& random, std::size_t parts) {
  static const std::vector<std::string> pieces = {
      "a",        "é",        "€",    "😀",    "\x80",
      "\xE2\x82", "\xF0\x9F", "\xC3", "\xFF", "plain ascii words, many of them, one after another; "};
  std::string text;
  for (std::size_t i = 0; i < parts; ++i) text += pieces[random() % pieces.size()];
  return text;
}

constexpr OffsetUnit kUnits[] = {OffsetUnit::bytes, OffsetUnit::codepoints, OffsetUnit::utf16};

TEST_CASE("offsets in all units") {
  const std::string text = "aé😀b";
  const OffsetMap bytes(text, OffsetUnit::bytes);
  const OffsetMap codepoints(text, OffsetUnit::codepoints);
  const OffsetMap utf16(text, OffsetUnit::utf16);
  //                 a  é  😀 b  end
  const int at[] = {0, 1, 3, 7, 8};
  const std::uint32_t as_codepoints[] = {0, 1, 2, 3, 4};
  const std::uint32_t as_utf16[] = {0, 1, 2, 4, 5};
  for (int i = 0; i < 5; ++i) {
    const auto byte = static_cast<std::uint32_t>(at[i]);
    CHECK(bytes.from_byte(byte) == byte);
    CHECK(codepoints.from_byte(byte) == as_codepoints[i]);
    CHECK(utf16.from_byte(byte) == as_utf16[i]);
    CHECK(codepoints.to_byte(as_codepoints[i]) == byte);
    CHECK(utf16.to_byte(as_utf16[i]) == byte);
  }
}

TEST_CASE("offsets that are no boundary") {
  const std::string text = "aé😀b";
  CHECK(OffsetMap(text, OffsetUnit::codepoints).from_byte(5) == 2);
  CHECK(OffsetMap(text, OffsetUnit::codepoints).from_byte(1000) == 4);
  CHECK(OffsetMap(text, OffsetUnit::codepoints).to_byte(5) == std::nullopt);
  CHECK(OffsetMap(text, OffsetUnit::utf16).to_byte(3) == std::nullopt);  // between two surrogates
  CHECK(OffsetMap(text, OffsetUnit::bytes).to_byte(4) == std::nullopt);
  CHECK(OffsetMap(text, OffsetUnit::bytes).to_byte(9) == std::nullopt);
  CHECK(OffsetMap(text, OffsetUnit::bytes).to_byte(std::uint64_t{1} << 32) == std::nullopt);
  CHECK(OffsetMap("\x80\x80", OffsetUnit::bytes).to_byte(1) == 1);
  CHECK(OffsetMap("", OffsetUnit::utf16).from_byte(0) == 0);
  CHECK(OffsetMap("", OffsetUnit::utf16).to_byte(0) == 0);
}

TEST_CASE("offsets agree with walking from the beginning") {
  std::mt19937 random(7);
  for (int round = 0; round < 150; ++round) {
    const std::string text = random_text(random, 1 + random() % 60);
    for (const OffsetUnit unit : kUnits) {
      const OffsetMap map(text, unit);
      for (std::uint32_t byte = 0; byte <= text.size(); ++byte) {
        const std::uint32_t expected = slow_from_byte(text, unit, byte);
        if (map.from_byte(byte) != expected) FAIL("round " << round << " byte " << byte);
      }
    }
  }
}

TEST_CASE("offsets lead back to their byte") {
  std::mt19937 random(8);
  for (int round = 0; round < 150; ++round) {
    const std::string text = random_text(random, 1 + random() % 60);
    for (const OffsetUnit unit : kUnits) {
      const OffsetMap map(text, unit);
      for (std::uint32_t at = 0; at < text.size(); at += utf8_at(text, at).size) {
        if (map.to_byte(map.from_byte(at)) != at) FAIL("round " << round << " byte " << at);
      }
      CHECK(map.to_byte(map.from_byte(static_cast<std::uint32_t>(text.size()))) == text.size());
    }
  }
}

}  // namespace
}  // namespace quoth::internal
