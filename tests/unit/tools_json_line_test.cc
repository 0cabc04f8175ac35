#include <catch2/catch.hpp>

#include "tools/json_line.h"

namespace quoth::internal {
namespace {

using Kind = JsonValue::Kind;

std::string fault_of(std::string_view line) {
  try {
    parse_json_line(line);
  } catch (const JsonError& error) {
    return error.what();
  }
  return "no fault";
}

TEST_CASE("Values of each kind are read") {
  const JsonValue object = parse_json_line(
      R"({"none":null,"yes":true,"count":18446744073709551615,"below":-9,"half":0.5,"far":1e3,"text":"caf\u00e9 \ud83d\ude00"})");
  REQUIRE(object.is(Kind::object));
  CHECK(object.find("none") == nullptr);
  CHECK(object.find("other") == nullptr);
  CHECK(member(object, "yes").boolean);
  CHECK(member(object, "count").is(Kind::natural));
  CHECK(member(object, "count").natural == 18446744073709551615U);
  CHECK(member(object, "below").is(Kind::negative));
  CHECK(member(object, "below").negative == -9);
  CHECK(member(object, "half").real == 0.5);
  CHECK(member(object, "far").real == 1000);
  CHECK(string_member(object, "text") == "café 😀");
  CHECK(parse_json_line("[]").is(Kind::list));
  CHECK(parse_json_line("\"x\"").string == "x");
}

TEST_CASE("The last value of a key counts") {
  CHECK(string_member(parse_json_line(R"({"a":"x","b":1,"a":"y"})"), "a") == "y");
  CHECK(parse_json_line(R"({"a":"x","a":null})").find("a") == nullptr);
}

TEST_CASE("What lies deeper than documents do is checked and left out") {
  const JsonValue object = parse_json_line(R"({"list":[{"a":[1,{"b":2}],"c":{"d":[3]},"e":4},[5,[6]]],"f":7})");
  const JsonValue& list = member(object, "list");
  REQUIRE(list.items.size() == 2);
  CHECK(member(list.items[0], "a").is(Kind::list));
  CHECK(member(list.items[0], "a").items.empty());
  CHECK(member(list.items[0], "c").is(Kind::object));
  CHECK(member(list.items[0], "c").keys.empty());
  CHECK(member(list.items[0], "e").natural == 4);
  REQUIRE(list.items[1].items.size() == 2);
  CHECK(list.items[1].items[1].items.empty());
  CHECK(member(object, "f").natural == 7);
  CHECK(fault_of(R"({"list":[{"a":[1,{"b":}]}]})") == "no JSON: broken at byte 23");
}

TEST_CASE("Identifiers are strings or whole numbers") {
  CHECK(id_member(parse_json_line(R"({"id":"a"})")) == "a");
  CHECK(id_member(parse_json_line(R"({"id":17})")) == "17");
  CHECK(id_member(parse_json_line(R"({"id":-17})")) == "-17");
  CHECK_THROWS_WITH(id_member(parse_json_line(R"({"id":0.5})")), "\"id\" is no string");
  CHECK_THROWS_WITH(id_member(parse_json_line("{}")), "no \"id\"");
  CHECK_THROWS_WITH(id_member(parse_json_line("7")), "no \"id\"");
}

TEST_CASE("Faults say where a line is broken") {
  CHECK(fault_of("") == "no JSON: broken at byte 1");
  CHECK(fault_of("{} x") == "no JSON: broken at byte 4");
  CHECK(fault_of("1e999") == "no JSON: a number is out of range");
  CHECK(fault_of("NaN") == "no JSON: broken at byte 1");
}

}  // namespace
}  // namespace quoth::internal
