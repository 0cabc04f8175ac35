#include <catch2/catch.hpp>
#include <cstring>
#include <random>
#include <set>
#include <stdexcept>

#include "aligned_bytes.h"
#include "base/frozen.h"
#include "base/frozen_texts.h"

namespace quoth::internal {
namespace {

std::string sample() {
  FrozenWriter writer;
  writer.add("numbers", std::vector<std::uint32_t>{1, 2, 70000});
  writer.add("letters", "abcde");
  writer.add("empty", "");
  return writer.finish();
}

std::string error_of(const std::string& bytes, bool trusted = false) {
  const AlignedBytes copy(bytes);
  try {
    FrozenFile(copy.view(), "x.quoth", trusted);
  } catch (const LoadError& error) {
    return error.what();
  }
  return "no error";
}

/// The sample with `value` written over the bytes at `offset`.
template <typename T>
std::string changed(std::size_t offset, T value) {
  std::string bytes = sample();
  std::memcpy(bytes.data() + offset, &value, sizeof value);
  return bytes;
}

TEST_CASE("hashes are the same on every machine") {
  struct Row {
    std::string bytes;
    std::uint64_t hash;
  };
  const Row rows[] = {
      // computed by another implementation
      {"", 0xBEB124275D76700E},
      {"a", 0x47A24FEDB2BB98D9},
      {"the", 0xB9070E7C621CA0C9},
      {"moscow", 0x9E5C92547B742EA1},
      {"government", 0x0CDF26DC082FB97B},
      {"abcdefghijklmnop", 0x6AB459C5E0F6A34F},
      {"abcdefghijklmnopq", 0x3D01F357142F2CC9},
      {std::string(100, 'z'), 0x6E25CBC5EE6916C6},
  };
  for (const Row& row : rows) CHECK(hash_bytes(row.bytes) == row.hash);
}

TEST_CASE("hashes differ where bytes do") {
  std::set<std::uint64_t> seen;
  for (std::size_t size = 0; size < 300; ++size) seen.insert(hash_bytes(std::string(size, '\0')));
  CHECK(seen.size() == 300);
  for (int a = 0; a < 256; ++a) {
    for (int b = 0; b < 256; ++b) seen.insert(hash_bytes(std::string{'x', static_cast<char>(a), static_cast<char>(b)}));
  }
  CHECK(seen.size() == 300 + 65536);
}

TEST_CASE("sections come back as they were written") {
  const std::string bytes = sample();
  const AlignedBytes copy(bytes);
  const FrozenFile file(copy.view(), "x.quoth");
  CHECK(file.section("letters") == "abcde");
  CHECK(file.section("empty").empty());
  const auto numbers = file.table<std::uint32_t>("numbers");
  CHECK(std::vector<std::uint32_t>(numbers.begin(), numbers.end()) == std::vector<std::uint32_t>{1, 2, 70000});
  CHECK(file.has("letters"));
  CHECK_FALSE(file.has("letter"));
  CHECK_FALSE(file.has(""));
  CHECK(file.sections() ==
        std::vector<std::pair<std::string, std::size_t>>{{"empty", 0}, {"letters", 5}, {"numbers", 12}});
  CHECK_THROWS_WITH(file.section("none"), "x.quoth: lacks the section 'none'");
  CHECK_THROWS_WITH(file.table<std::uint32_t>("letters"), "x.quoth: section 'letters' has a broken size");
}

TEST_CASE("a file without sections is a file") {
  const AlignedBytes copy(FrozenWriter().finish());
  const FrozenFile file(copy.view(), "x.quoth");
  CHECK_FALSE(file.has("any"));
  CHECK(file.sections().empty());
  CHECK_FALSE(FrozenFile().has("any"));
}

TEST_CASE("the order of writing does not show") {
  FrozenWriter writer;
  writer.add("empty", "");
  writer.add("letters", "abcde");
  writer.add("numbers", std::vector<std::uint32_t>{1, 2, 70000});
  CHECK(writer.finish() == sample());
}

TEST_CASE("section ids are checked when they are written") {
  FrozenWriter writer;
  writer.add("12345678", "");
  CHECK_THROWS_AS(writer.add("12345678", ""), std::invalid_argument);
  CHECK_THROWS_AS(writer.add("123456789", ""), std::invalid_argument);
  CHECK_THROWS_AS(writer.add("", ""), std::invalid_argument);
  CHECK_THROWS_AS(writer.add(std::string("a\0b", 3), ""), std::invalid_argument);
}

TEST_CASE("a wrong file is refused, and the fault says what to do") {
  const std::string bytes = sample();
  struct Row {
    std::string bytes;
    std::string error;
  };
  const Row rows[] = {
      {"", "x.quoth: is no compiled quoth data; 'quoth pack compile' makes such files"},
      {"PK\003\004", "x.quoth: is no compiled quoth data; 'quoth pack compile' makes such files"},
      {bytes.substr(0, 39), "x.quoth: is cut: its header is not complete"},
      {changed<std::uint32_t>(8, 0x04030201),
       "x.quoth: was compiled on a machine of the other byte order; compile it again on this one with 'quoth pack "
       "compile'"},
      {changed<std::uint32_t>(8, 1), "x.quoth: is damaged: its byte order mark is broken"},
      {changed<std::uint32_t>(12, 900),
       "x.quoth: has format version 900, but this library reads version 2; compile it again with this library's "
       "'quoth pack compile'"},
      {bytes.substr(0, bytes.size() - 1), "x.quoth: is cut: it has 255 bytes of 256"},
      {bytes + "\n", "x.quoth: is too long: it has 257 bytes of 256"},
      {changed<std::uint8_t>(141, 1),
       "x.quoth: is damaged: its checksum does not fit; copy it again, or compile it again with 'quoth pack compile'"},
  };
  for (const Row& row : rows) CHECK(error_of(row.bytes) == row.error);
}

TEST_CASE("the section table is not believed") {
  const std::uint64_t huge = ~std::uint64_t{0};
  struct Row {
    std::string bytes;
    std::string error;
  };
  const Row rows[] = {
      {changed<std::uint32_t>(32, 0xFFFFFFFF), "x.quoth: is damaged: it claims 4294967295 sections"},
      {changed<std::uint32_t>(32, 2), "x.quoth: is damaged: its sections do not fill it"},
      {changed<char>(40, 'z'), "x.quoth: is damaged: the names of its sections are out of order"},
      {changed<char>(47, 'z'), "x.quoth: is damaged: the names of its sections are out of order"},
      {changed<char>(40, '\0'), "x.quoth: is damaged: the names of its sections are out of order"},
      {changed<std::uint64_t>(48, 0), "x.quoth: is damaged: section 1 does not lie where it must"},
      {changed<std::uint64_t>(48, huge), "x.quoth: is damaged: section 1 does not lie where it must"},
      {changed<std::uint64_t>(56, huge), "x.quoth: is damaged: section 1 does not lie where it must"},
      {changed<std::uint64_t>(56, 16), "x.quoth: is damaged: section 2 does not lie where it must"},
      {changed<std::uint64_t>(104, 0), "x.quoth: is damaged: its sections do not fill it"},
  };
  for (const Row& row : rows) CHECK(error_of(row.bytes, true) == row.error);
}

TEST_CASE("every cut and every changed byte is noticed") {
  const std::string bytes = sample();
  for (std::size_t size = 0; size < bytes.size(); ++size) CHECK(error_of(bytes.substr(0, size)) != "no error");
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string damaged = bytes;
      damaged[i] = static_cast<char>(damaged[i] ^ (1 << bit));
      CHECK(error_of(damaged) != "no error");
    }
  }
}

TEST_CASE("an address out of line is refused") {
  const std::string bytes = sample();
  const AlignedBytes copy("123456789" + bytes);
  CHECK_THROWS_WITH(FrozenFile(copy.view().substr(9), "x.quoth"),
                    "x.quoth: stands at an address that is no multiple of 16; copy it to one that is");
}

TEST_CASE("texts come back as they were written") {
  const std::vector<NamedText> texts = {{"a.rules", "let x = y\n"}, {"", ""}, {"b", std::string("\0\xFF", 2)}};
  FrozenWriter writer;
  write_texts(writer, "texts", texts);
  write_texts(writer, "none", {});
  const AlignedBytes copy(writer.finish());
  const FrozenFile file(copy.view(), "x.quoth");
  CHECK(read_texts(file, "texts") == texts);
  CHECK(read_texts(file, "none").empty());
  CHECK(read_texts(file, "missing").empty());
}

TEST_CASE("sizes of texts are not believed") {
  FrozenWriter writer;
  writer.add("short", "1234567");
  writer.add("name", std::vector<std::uint32_t>{1, 0});
  writer.add("text", std::vector<std::uint32_t>{4, 1, 0});
  writer.add("huge", std::vector<std::uint32_t>{0xFFFFFFFF, 0xFFFFFFFF, 0});
  const AlignedBytes copy(writer.finish());
  const FrozenFile file(copy.view(), "x.quoth");
  for (const char* id : {"short", "name", "text", "huge"}) {
    CHECK_THROWS_WITH(read_texts(file, id), "x.quoth: is damaged: section '" + std::string(id) + "' is cut");
  }
}

}  // namespace
}  // namespace quoth::internal
