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
  CHECK(id_member(parse_json_line(R"({"id":18446744073709551615})")) == "18446744073709551615");
  for (const std::string id : {"0.5", "1.0", "18446744073709551616", "[]", "true"})
    CHECK_THROWS_WITH(id_member(parse_json_line(R"({"id":)" + id + "}")), "\"id\" is no string or integer");
  CHECK_THROWS_WITH(id_member(parse_json_line("{}")), "no \"id\"");
  CHECK_THROWS_WITH(id_member(parse_json_line("7")), "no \"id\"");
}

TEST_CASE("Faults say where a line is broken") {
  CHECK(fault_of("") == "no JSON: broken at byte 1");
  CHECK(fault_of("{} x") == "no JSON: broken at byte 4");
  CHECK(fault_of("1e999") == "no JSON: a number is out of range");
  CHECK(fault_of("NaN") == "no JSON: broken at byte 1");
}

TEST_CASE("A zero byte is a fault wherever it stands") {
  using namespace std::string_view_literals;
  CHECK(fault_of("{}\0"sv) == "no JSON: broken at byte 3");
  CHECK(fault_of("{}\0garbage"sv) == "no JSON: broken at byte 3");
  CHECK(fault_of("{} \0{"sv) == "no JSON: broken at byte 4");
  CHECK(fault_of("\0{}"sv) == "no JSON: broken at byte 1");
  CHECK(fault_of("{\"a\0\":1}"sv) == "no JSON: broken at byte 4");
  CHECK(fault_of("{x}\0"sv) == "no JSON: broken at byte 2");  // what is broken before it comes first
}

TEST_CASE("A member that may be missing must be a string where it is there") {
  const JsonValue object = parse_json_line(R"({"a":"x","b":null,"c":5})");
  REQUIRE(string_if_any(object, "a") != nullptr);
  CHECK(*string_if_any(object, "a") == "x");
  CHECK(string_if_any(object, "b") == nullptr);
  CHECK(string_if_any(object, "d") == nullptr);
  CHECK_THROWS_WITH(string_if_any(object, "c"), "\"c\" is no string");
}

}  // namespace
}  // namespace quoth::internal
