#include <catch2/catch.hpp>
#include <limits>

#include "write/json_output.h"

namespace quoth::internal {
namespace {

std::string json_string(std::string_view value) {
  std::string out;
  append_json_string(value, out);
  return out;
}

std::string rounded(double value, int places) {
  std::string out;
  JsonOutput(out, false).rounded(value, places);
  return out;
}

TEST_CASE("JSON strings") {
  CHECK(json_string("") == R"("")");
  CHECK(json_string("plain é 😀 /") == R"("plain é 😀 /")");
  CHECK(json_string(R"(a "b" \ c)") == R"("a \"b\" \\ c")");
  CHECK(json_string("\n\r\t\b\f") == R"("\n\r\t\b\f")");
  CHECK(json_string(std::string_view("\0\x1f\x7f", 3)) == "\"\\u0000\\u001f\x7f\"");
}

TEST_CASE("one U+FFFD for each byte that is no UTF-8") {
  CHECK(json_string("a\x80z") == "\"a\uFFFDz\"");
  CHECK(json_string("\xE2\x82") == "\"\uFFFD\uFFFD\"");
  CHECK(json_string("\xED\xA0\x80") == "\"\uFFFD\uFFFD\uFFFD\"");
}

TEST_CASE("numbers with few digits") {
  CHECK(rounded(0, 2) == "0.0");
  CHECK(rounded(1, 2) == "1.0");
  CHECK(rounded(0.984f, 2) == "0.98");
  CHECK(rounded(0.996, 2) == "1.0");
  CHECK(rounded(0.5, 2) == "0.5");
  CHECK(rounded(0.05, 2) == "0.05");
  CHECK(rounded(-0.001, 2) == "0.0");
  CHECK(rounded(-2.125, 3) == "-2.125");
  CHECK(rounded(1200, 3) == "1200.0");
  CHECK(rounded(std::numeric_limits<double>::quiet_NaN(), 2) == "0.0");
  CHECK(rounded(std::numeric_limits<double>::infinity(), 2) == "0.0");
}

std::string nested(bool pretty) {
  std::string out;
  JsonOutput json(out, pretty);
  json.open('{', JsonOutput::Layout::lines);
  json.key("list").open('[', JsonOutput::Layout::lines);
  json.open('[');
  json.number(1);
  json.null();
  json.close();
  json.string("x");
  json.close();
  json.key("none").open('[', JsonOutput::Layout::lines);
  json.close();
  json.close();
  return out;
}

TEST_CASE("lists and objects") {
  CHECK(nested(false) == R"({"list":[[1,null],"x"],"none":[]})");
  CHECK(nested(true) == "{\n  \"list\": [\n    [1, null],\n    \"x\"\n  ],\n  \"none\": []\n}");
}

}  // namespace
}  // namespace quoth::internal
