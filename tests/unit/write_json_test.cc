#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "quoth/writers.h"
#include "unit/write_sample.h"

namespace quoth {
namespace {

using nlohmann::json;

json written(const Document& document, const WriteOptions& options = {}) {
  return json::parse(to_json(document, {}, options));
}

TEST_CASE("a mention with all its keys, in the order of the contract") {
  const std::string text = to_json(test::sample_document(), "a1");
  CHECK(text.find(R"({"id":"a1","mentions":[{"start":0,"end":8,"type":"LOCATION","form":"name","text":"ÅLESUND",)"
                  R"("entity":0,"name":"Ålesund","confidence":0.98},)") == 0);
}

TEST_CASE("an entity with all its keys") {
  const json entities = written(test::sample_document())["entities"];
  CHECK(entities[0].dump() ==
        R"({"id":0,"ids":{"geonames":"2","wikidata":"Q1"},"mentions":[0],"name":"Ålesund","type":"LOCATION"})");
  CHECK(entities[1].dump() ==
        R"({"id":1,"ids":{},"mentions":[1,3],"name":"Zoë Brandt","sex":"female","type":"PERSON"})");
}

TEST_CASE("a quote with all its keys") {
  const Document document = test::sample_document();
  const std::string text = to_json(document);
  CHECK(text.find(R"({"start":13,"end":96,"type":"direct","content":[[16,29],[75,93]],"quoted":[[16,29],[75,93]],)"
                  R"("text":"We mend nets, ... We don't cut them.","cue":[[33,37]],"speaker":[[38,70]],)"
                  R"("speaker_mention":1,"speaker_entity":1,"speaker_name":"Zoë Brandt","addressee":null,)"
                  R"("confidence":0.97})") != std::string::npos);
}

TEST_CASE("what stands between marks in a mixed quote") {
  const json quote = written(test::sample_document())["quotes"][1];
  CHECK(quote["type"] == "mixed");
  CHECK(quote["text"] == "that the “old” pier would stay");
  CHECK(quote["content"].dump() == "[[115,149]]");
  CHECK(quote["quoted"].dump() == "[[127,130]]");
  CHECK(quote["addressee"].dump() == "[[111,114]]");
}

TEST_CASE("who told it, what was not said and what was asked, only where it is so") {
  Document document = test::sample_document();
  const json plain = written(document);
  for (const json& quote : plain["quotes"])
    for (const char* key : {"relay", "negated", "asked", "inside"}) {
      INFO(key);
      CHECK_FALSE(quote.contains(key));
    }
  document.quotes[1].relay = {test::span_of(document.text, "Harbour Board")};
  document.quotes[1].negated = document.quotes[1].asked = true;
  document.quotes[1].inside = 0;
  const json quotes = written(document)["quotes"];
  CHECK(quotes[1]["relay"].dump() == "[[57,70]]");
  CHECK(quotes[1]["negated"] == true);
  CHECK(quotes[1]["asked"] == true);
  CHECK(quotes[1]["inside"] == 0);
  CHECK_FALSE(quotes[0].contains("negated"));
  CHECK(to_json(document).find(
            R"("addressee":[[111,114]],"relay":[[57,70]],"negated":true,"asked":true,"inside":0,"confidence":0.5)") !=
        std::string::npos);
}

TEST_CASE("each of the keys that are not always there stands alone, too") {
  const auto keys_with = [](auto change) {
    Document document = test::sample_document();
    change(document.quotes[0]);
    const json quote = written(document)["quotes"][0];
    std::string keys;
    for (const char* key : {"relay", "negated", "asked", "inside"})
      if (quote.contains(key)) keys += keys.empty() ? key : std::string(" ") + key;
    return keys;
  };
  CHECK(keys_with([](Quote&) {}).empty());
  CHECK(keys_with([](Quote& quote) { quote.relay = {{0, 3}}; }) == "relay");
  CHECK(keys_with([](Quote& quote) { quote.negated = true; }) == "negated");
  CHECK(keys_with([](Quote& quote) { quote.asked = true; }) == "asked");
  CHECK(keys_with([](Quote& quote) { quote.inside = 1; }) == "inside");
}

TEST_CASE("what is unknown is null") {
  Document document = test::sample_document();
  document.quotes[0].cue.clear();
  document.quotes[0].speaker_span.clear();
  document.quotes[0].speaker.reset();
  const json quotes = written(document)["quotes"];
  for (const char* key : {"cue", "speaker", "speaker_mention", "speaker_entity", "speaker_name", "addressee"}) {
    INFO(key);
    CHECK(quotes[0].contains(key));
    CHECK(quotes[0][key].is_null());
  }
}

TEST_CASE("a pronoun without an entity has no name") {
  const json doc = written(test::sample_document());
  CHECK(doc["mentions"][5]["text"] == "He");
  CHECK(doc["mentions"][5]["entity"].is_null());
  CHECK(doc["mentions"][5]["name"].is_null());
  CHECK(doc["quotes"][2]["speaker_mention"] == 5);
  CHECK(doc["quotes"][2]["speaker_name"].is_null());
}

TEST_CASE("a name without an entity is its own name") {
  Document document = test::sample_document();
  document.mentions[1].entity.reset();
  CHECK(written(document)["mentions"][1]["name"] == "Zoë Brandt");
}

TEST_CASE("tokens and sentences only where asked for") {
  const Document document = test::sample_document();
  CHECK_FALSE(written(document).contains("tokens"));
  CHECK_FALSE(written(document).contains("sentences"));
  CHECK_FALSE(written(document).contains("id"));
  WriteOptions options;
  options.tokens = options.sentences = true;
  const json doc = written(document, options);
  CHECK(doc["tokens"].dump() == "[[0,8],[9,12]]");
  CHECK(doc["sentences"].size() == 2);
}

TEST_CASE("offsets in the unit asked for") {
  WriteOptions options;
  options.offsets = OffsetUnit::codepoints;
  const json mention = written(test::sample_document(), options)["mentions"][1];
  CHECK(mention["start"] == 31);
  CHECK(mention["end"] == 41);
}

TEST_CASE("reasons only where asked for and known") {
  Document document = test::sample_document();
  document.mention_explanations.resize(document.mentions.size());
  document.mention_explanations[0] = {{{"rules:3 dateline", "LOCATION", 1.25f}}, {{"list", "PERSON", -0.5f}}};
  CHECK_FALSE(written(document)["mentions"][0].contains("why"));
  WriteOptions options;
  options.explain = true;
  const json doc = written(document, options);
  CHECK(doc["mentions"][0]["why"].dump() ==
        R"({"evidence":[{"source":"rules:3 dateline","text":"LOCATION","weight":1.25}],)"
        R"("runners_up":[{"source":"list","text":"PERSON","weight":-0.5}]})");
  CHECK_FALSE(doc["quotes"][0].contains("why"));
}

TEST_CASE("an id of another source given twice is written once") {
  Document document = test::sample_document();
  document.entities[0].ids = {{"wikidata", "Q1"}, {"wikidata", "Q2"}};
  const std::string text = to_json(document);
  CHECK(text.find(R"("ids":{"wikidata":"Q1"})") != std::string::npos);
}

TEST_CASE("broken bytes keep the JSON whole") {
  Document document;
  document.labels = {"PERSON"};
  document.text =
      "\xFF"
      "Ada\x80 x";
  document.mentions = {{{0, 5}, kPerson, Form::name, std::nullopt, 1.0f}};
  CHECK(written(document)["mentions"][0]["text"] == "\uFFFDAda\uFFFD");
}

TEST_CASE("pretty JSON says the same") {
  const Document document = test::sample_document();
  const std::string pretty = to_pretty_json(document, "a1");
  CHECK(json::parse(pretty) == json::parse(to_json(document, "a1")));
  CHECK(pretty.find("\n    {\"start\": 0, \"end\": 8, ") != std::string::npos);
  CHECK(pretty.back() == '}');
}

TEST_CASE("an empty document") { CHECK(to_json(Document{}) == R"({"mentions":[],"entities":[],"quotes":[]})"); }

}  // namespace
}  // namespace quoth
