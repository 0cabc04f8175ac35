#include <catch2/catch.hpp>

#include "tools/jsonl.h"

namespace quoth::internal {
namespace {

/// "ID: message", with - for an unknown id.
std::string fault_of(std::string_view line) {
  try {
    parse_jsonl(line, OffsetUnit::bytes);
  } catch (const JsonlError& error) {
    return error.id().value_or("-") + ": " + error.what();
  }
  return "no fault";
}

/// "text/LABEL text/LABEL" of a line's mentions.
std::string mentions_of(std::string_view line, OffsetUnit unit) {
  const JsonlDocument document = parse_jsonl(line, unit);
  if (!document.mentions) return "none given";
  std::string found;
  for (const GivenMention& mention : *document.mentions) {
    if (!found.empty()) found += ' ';
    found += document.text.substr(mention.span.begin, mention.span.size()) + '/' + mention.label;
  }
  return found;
}

TEST_CASE("lines that are documents") {
  const JsonlDocument document = parse_jsonl(R"({"text": "Caf\u00e9", "more": [1], "id": "a"})", OffsetUnit::bytes);
  CHECK(document.id == "a");
  CHECK(document.text == "Café");
  CHECK_FALSE(document.mentions);
  CHECK(parse_jsonl("{\"id\":\"\",\"text\":\"\"}\r", OffsetUnit::bytes).text.empty());
  CHECK(parse_jsonl(R"({"id":17,"text":""})", OffsetUnit::bytes).id == "17");
  CHECK(parse_jsonl("\xEF\xBB\xBF{\"id\":\"x\",\"text\":\"\"}", OffsetUnit::bytes).id == "x");
  CHECK(parse_jsonl(R"({"id":"n","text":"a\u0000b"})", OffsetUnit::bytes).text == std::string("a\0b", 3));
}

TEST_CASE("lines that are no documents") {
  CHECK(fault_of("nonsense") == "-: no JSON: broken at byte 2");
  CHECK(fault_of(R"({"id":"a","text":"x")") == "-: no JSON: broken at byte 21");
  CHECK(fault_of("{\"id\":\"a\",\"text\":\"\xFF\"}") == "-: no JSON: broken at byte 19");
  CHECK(fault_of(R"({"id":1e999,"text":""})") == "-: no JSON: a number is out of range");
  CHECK(fault_of("[1, 2]") == "-: no JSON object");
  CHECK(fault_of("\"text\"") == "-: no JSON object");
  CHECK(fault_of("{}") == "-: no \"id\"");
  CHECK(fault_of(R"({"text":"x"})") == "-: no \"id\"");
  CHECK(fault_of(R"({"id":null,"text":"x"})") == "-: no \"id\"");
  CHECK(fault_of(R"({"id":[],"text":"x"})") == "-: \"id\" is no string or integer");
  CHECK(fault_of(R"({"id":1.5,"text":"x"})") == "-: \"id\" is no string or integer");
  CHECK(fault_of(R"({"id":"a"})") == "a: no \"text\"");
  CHECK(fault_of(R"({"id":"a","text":7})") == "a: \"text\" is no string");
}

TEST_CASE("deep nesting is no trouble") {
  CHECK(fault_of(std::string(200000, '[')) == "-: no JSON: broken at byte 200001");
  CHECK(fault_of(std::string(200000, '[') + std::string(200000, ']')) == "-: no JSON object");
}

TEST_CASE("mentions that the caller knows") {
  const std::string line =
      R"({"id":"a","text":"é Bob, Rome","mentions":[{"start":7,"end":11,"type":"LOCATION"},{"start":2,"end":5,"type":"PERSON"}]})";
  CHECK(mentions_of(line, OffsetUnit::codepoints) == "Bob/PERSON Rome/LOCATION");
  CHECK(mentions_of(line, OffsetUnit::utf16) == "Bob/PERSON Rome/LOCATION");
  CHECK(mentions_of(R"({"id":"a","text":"😀 Bob","mentions":[{"start":3,"end":6,"type":"X"}]})", OffsetUnit::utf16) ==
        "Bob/X");
  CHECK(mentions_of(R"({"id":"a","text":"é Bob","mentions":[{"start":3,"end":6,"type":"X"}]})", OffsetUnit::bytes) ==
        "Bob/X");
  CHECK(mentions_of(R"({"id":"a","text":"x","mentions":[]})", OffsetUnit::bytes).empty());
  CHECK(mentions_of(R"({"id":"a","text":"x","mentions":null})", OffsetUnit::bytes) == "none given");
}

TEST_CASE("what quoth writes can be given back to it: pronouns are left out") {
  CHECK(mentions_of(R"({"id":"a","text":"Bob he","mentions":[
          {"start":0,"end":3,"type":"PERSON","form":"name","text":"Bob","entity":0,"name":"Bob","confidence":0.9},
          {"start":4,"end":6,"type":"PERSON","form":"pronoun","text":"he","entity":0,"name":"Bob","confidence":0.9}]})",
                    OffsetUnit::bytes) == "Bob/PERSON");
}

std::string fault_of_mentions(const std::string& mentions) {
  return fault_of(R"({"id":"a","text":"é Bob","mentions":)" + mentions + "}");
}

TEST_CASE("mentions that are none") {
  CHECK(fault_of_mentions("7") == "a: \"mentions\" is no list");
  CHECK(fault_of_mentions("[7]") == "a: mention 0: no object");
  CHECK(fault_of_mentions(R"([{"end":6,"type":"X"}])") == "a: mention 0: no \"start\"");
  CHECK(fault_of_mentions(R"([{"start":-1,"end":6,"type":"X"}])") == "a: mention 0: \"start\" is no offset");
  CHECK(fault_of_mentions(R"([{"start":"3","end":6,"type":"X"}])") == "a: mention 0: \"start\" is no offset");
  CHECK(fault_of_mentions(R"([{"start":1,"end":6,"type":"X"}])") ==
        "a: mention 0: \"start\" is 1, which is past the text or inside a character");
  CHECK(fault_of_mentions(R"([{"start":3,"end":18446744073709551615,"type":"X"}])") ==
        "a: mention 0: \"end\" is 18446744073709551615, which is past the text or inside a character");
  CHECK(fault_of_mentions(R"([{"start":3,"end":3,"type":"X"}])") == "a: mention 0: \"end\" is not behind \"start\"");
  CHECK(fault_of_mentions(R"([{"start":3,"end":6}])") == "a: mention 0: no \"type\"");
  CHECK(fault_of_mentions(R"([{"start":3,"end":6,"type":""}])") == "a: mention 0: \"type\" is empty");
  CHECK(fault_of_mentions(R"([{"start":3,"end":6,"type":"X","form":5}])") == "a: mention 0: \"form\" is no string");
  CHECK(fault_of_mentions(R"([{"start":3,"end":6,"type":"X","form":["name"]}])") ==
        "a: mention 0: \"form\" is no string");
  CHECK(fault_of_mentions(R"([{"start":3,"end":5,"type":"X"},{"start":4,"end":6,"type":"X"}])") ==
        "a: mentions overlap");
}

}  // namespace
}  // namespace quoth::internal
