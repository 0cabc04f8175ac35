#include <catch2/catch.hpp>

#include "write/columns.h"

namespace quoth::internal {
namespace {

using Lines = std::vector<std::string>;

TEST_CASE("columns of text") {
  CHECK(columns_of("") == 0);
  CHECK(columns_of("Zoë") == 3);
  CHECK(columns_of("Zoe\u0308") == 3);
  CHECK(columns_of("東京") == 4);
  CHECK(columns_of("서울 x") == 6);
  CHECK(columns_of("😀") == 2);
  CHECK(columns_of("a\u200Db") == 2);
  CHECK(columns_of("“—”") == 3);
  CHECK(columns_of("\x80") == 1);
}

TEST_CASE("a text on one line") {
  CHECK(one_line("  a \n\t b\r\n") == "a b");
  CHECK(one_line("a\u2028b") == "a b");
  CHECK(one_line(" \n ").empty());
  CHECK(one_line("é東") == "é東");
}

TEST_CASE("nothing that steers the terminal gets through") {
  CHECK(one_line("a\x1b[31mb") == "a\uFFFD[31mb");
  CHECK(one_line("a\x07\x7f") == "a\uFFFD\uFFFD");
  CHECK(one_line("a\u009Bb") == "a\uFFFDb");
  CHECK(one_line("a\u202Eb") == "a\uFFFDb");
  CHECK(one_line("a\x9B") == "a\uFFFD");
}

TEST_CASE("a text that is cut says so") {
  CHECK(cut_to("abc", 3) == "abc");
  CHECK(cut_to("abcd", 3) == "ab…");
  CHECK(cut_to("東京都", 5) == "東京…");
  CHECK(cut_to("東京都", 4) == "東…");
  CHECK(cut_to("abc", 1) == "…");
  CHECK(cut_to("", 1).empty());
}

TEST_CASE("words on lines") {
  CHECK(wrap("", 10) == Lines{""});
  CHECK(wrap("one two three", 7) == Lines{"one two", "three"});
  CHECK(wrap("one two three", 6) == Lines{"one", "two", "three"});
  CHECK(wrap("a wordtoolong b", 4) == Lines{"a", "wordtoolong", "b"});
  CHECK(wrap("東京 京都", 5) == Lines{"東京", "京都"});
}

}  // namespace
}  // namespace quoth::internal
