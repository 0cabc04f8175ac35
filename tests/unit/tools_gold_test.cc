#include <catch2/catch.hpp>

#include "quoth/load_error.h"
#include "tools/gold.h"

namespace quoth::internal {
namespace {

std::string shown(const std::vector<GoldDocument>& documents) {
  std::string out;
  for (const GoldDocument& d : documents) {
    out += d.id + ":";
    for (const GoldName& n : d.names)
      out.append(" ")
          .append(kNameTypeNames[static_cast<std::size_t>(n.type)])
          .append("(")
          .append(d.text.substr(n.span.begin, n.span.size()))
          .append(")");
    out += "\n";
  }
  return out;
}

TEST_CASE("Labelled lines are read, their offsets counted in code points") {
  CHECK(
      shown(read_gold(
          R"({"id":"a","text":"\u00c9va met \u4e2d\u6587 Jan.","entities":[[8,10,"LOC"],[0,3,"PER"],[11,14,"PERSON"]]})"
          "\n\n  \r\n"
          R"({"id":7,"text":"Zed","entities":[]})",
          "g.jsonl")) == "a: PERSON(\u00c9va) LOCATION(\u4e2d\u6587) PERSON(Jan)\n7:\n");
  CHECK(read_gold("", "g.jsonl").empty());
}

TEST_CASE("Mentions as quoth writes them are read; those that are no names are left out") {
  CHECK(
      shown(read_gold(R"({"id":"a","text":"He met Jan","mentions":[{"start":7,"end":10,"type":"PERSON","form":"name"},)"
                      R"({"start":0,"end":2,"type":"PERSON","form":"pronoun"}],"entities":[{"id":0}]})",
                      "g.jsonl")) == "a: PERSON(Jan)\n");
}

TEST_CASE("Types have many names; unknown ones are left out") {
  NameType type{};
  for (const std::string name : {"LOC", "GPE", "FAC", "LOCATION"}) {
    CHECK(name_type_from(name, type));
    CHECK(type == NameType::location);
  }
  CHECK(name_type_from("ORG", type));
  CHECK(type == NameType::organization);
  CHECK(name_type_from("MISC", type));
  CHECK(!name_type_from("DATE", type));
  CHECK(!name_type_from("", type));
  CHECK(shown(read_gold(R"({"id":"a","text":"Zed May","entities":[[0,3,"SHIP"],[4,7,"PER"]]})", "g")) ==
        "a: PERSON(May)\n");
}

TEST_CASE("A document may count less, and may have no MISC labels") {
  const auto documents = read_gold(R"({"text":"a","entities":[],"weight":0.5,"misc":false})"
                                   "\n"
                                   R"({"text":"a","entities":[]})",
                                   "g");
  REQUIRE(documents.size() == 2);
  CHECK(documents[0].weight == 0.5F);
  CHECK(!documents[0].misc_known);
  CHECK(documents[1].weight == 1);
  CHECK(documents[1].misc_known);
}

std::string faults_of_predictions(const std::string& gold, const std::string& predictions) {
  try {
    read_predictions(predictions, "p.jsonl", read_gold(gold, "g.jsonl"));
  } catch (const LoadError& error) {
    return error.what();
  }
  return "no faults";
}

TEST_CASE("Predictions belong to documents by their ids, and need no text") {
  const std::string gold = R"({"id":"a","text":"Ada","entities":[]})"
                           "\n"
                           R"({"id":"b","text":"Zed","entities":[]})";
  CHECK(shown(read_predictions(R"({"id":"b","mentions":[{"start":0,"end":3,"type":"PERSON"}]})", "p",
                               read_gold(gold, "g"))) == "b: PERSON(Zed)\n");
  const std::string twice = R"({"id":"a","entities":[]})"
                            "\n"
                            R"({"id":"c","text":"x","entities":[]})"
                            "\n\n"
                            R"({"id":"a","entities":[]})";
  CHECK(faults_of_predictions(gold, twice) ==
        "p.jsonl:2: no document of GOLD has the id \"c\"\n"
        "p.jsonl:4: the id \"a\" is there already: p.jsonl:1");
  CHECK(faults_of_predictions(gold + "\n" + gold, "") ==
        "g.jsonl:3: the id \"a\" is there already: g.jsonl:1\n"
        "g.jsonl:4: the id \"b\" is there already: g.jsonl:2");
  CHECK(faults_of_predictions(R"({"text":"x","entities":[]})", R"({"entities":[]})") == "no faults");
}

TEST_CASE("All faults are told, with their lines") {
  const std::vector<std::pair<std::string, std::string>> wrong = {
      {"{", "no JSON: broken at byte 2"},
      {"7", "no JSON object"},
      {R"({"id":[],"text":"abc","entities":[]})", "\"id\" is no string or integer"},
      {R"({"id":"a"})", "no \"text\""},
      {R"({"text":5,"entities":[]})", "\"text\" is no string"},
      {R"({"text":"abc"})", "no \"mentions\" or \"entities\""},
      {R"({"text":"abc","entities":7})", "its names are no list"},
      {R"({"text":"abc","entities":[],"weight":"much"})", "\"weight\" is no number"},
      {R"({"text":"abc","entities":[],"weight":1e300})", "\"weight\" is not from 0 to 1000"},
      {R"({"text":"abc","entities":[],"weight":1001})", "\"weight\" is not from 0 to 1000"},
      {R"({"text":"abc","entities":[],"weight":-0.5})", "\"weight\" is not from 0 to 1000"},
      {R"({"text":"abc","entities":[],"misc":"no"})", "\"misc\" is not true or false"},
      {R"({"text":"abc","entities":[[0,4,"PER"]]})", "a name's offsets are not within the text"},
      {R"({"text":"abc","entities":[[2,2,"PER"]]})", "a name's offsets are not within the text"},
      {R"({"text":"abc","entities":[[2,1,"PER"]]})", "a name's offsets are not within the text"},
      {R"({"text":"abc","entities":[[-1,3,"PER"]]})", "an offset is no whole number"},
      {R"({"text":"abc","entities":[[0,18446744073709551615,"PER"]]})", "a name's offsets are not within the text"},
      {R"({"text":"abc","entities":[[0,3]]})", "not [start, end, \"TYPE\"]"},
      {R"({"text":"abc","entities":["x"]})", "not [start, end, \"TYPE\"]"},
      {R"({"text":"abc","entities":[["0",3,"PER"]]})", "an offset is no whole number"},
      {R"({"text":"abc","mentions":[{"start":0,"type":"PER"}]})", "no \"end\""},
      {R"({"text":"abc","mentions":[{"start":0,"end":3,"type":"PER","form":5}]})", "\"form\" is no string"},
  };
  std::string lines;
  for (const auto& [line, message] : wrong) lines += line + "\n" + R"({"text":"abc","entities":[[0,3,"PER"]]})" + "\n";
  try {
    read_gold(lines, "g.jsonl");
    FAIL("was read");
  } catch (const LoadError& error) {
    REQUIRE(error.faults().size() == wrong.size());
    for (std::size_t i = 0; i < wrong.size(); ++i)
      CHECK(error.faults()[i].to_string() == "g.jsonl:" + std::to_string(2 * i + 1) + ": " + wrong[i].second);
  }
}

}  // namespace
}  // namespace quoth::internal
