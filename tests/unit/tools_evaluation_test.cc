#include <catch2/catch.hpp>

#include "tools/evaluation.h"

namespace quoth::internal {
namespace {

std::string trim(const std::string& text) {
  const Span span = trimmed(text, {0, static_cast<std::uint32_t>(text.size())});
  return text.substr(span.begin, span.size());
}

TEST_CASE("Marks, white space and possessive endings at the edges do not count") {
  CHECK(trim("Ada Okoye") == "Ada Okoye");
  CHECK(trim(" (Ada's) ") == "Ada's");  // the ending is not at the edge
  CHECK(trim("Ada's") == "Ada");
  CHECK(trim("Ada\u2019s") == "Ada");
  CHECK(trim("\u201cAda\u201d") == "Ada");
  CHECK(trim("\u00abAda\u00bb") == "Ada");
  CHECK(trim("Ada\u00a0") == "Ada");
  CHECK(trim("\u00c9v\u00e9") == "\u00c9v\u00e9");
  CHECK(trim("...") == "");
  CHECK(trim("'s") == "s");
  CHECK(trim("U.S.") == "U.S");
  CHECK(trim("\xe2\x80") == "");  // a cut mark
}

GoldName name(const std::string& text, const std::string& word, NameType type) {
  const auto at = static_cast<std::uint32_t>(text.find(word));
  return {{at, at + static_cast<std::uint32_t>(word.size())}, type};
}

TEST_CASE("Exact and overlapping names are counted by type, MISC not at all") {
  const std::string text = "Ada Okoye of Acme Corp left Lusaka, Zed and the Accord.";
  Evaluation e;
  e.add(text,
        {name(text, "Ada Okoye", NameType::person), name(text, "Acme Corp", NameType::organization),
         name(text, "Lusaka", NameType::location), name(text, "Zed", NameType::location),
         name(text, "Accord", NameType::misc)},
        {name(text, "Ada Okoye", NameType::person), name(text, "Acme", NameType::organization),
         name(text, "Lusaka", NameType::person), name(text, "Accord", NameType::misc)});
  const Score &person = e.types[0], &place = e.types[1], &group = e.types[2];
  CHECK((person.gold == 1 && person.found == 2 && person.exact == 1));
  CHECK((place.gold == 2 && place.found == 0 && place.exact == 0 && place.gold_overlap == 0));
  CHECK(
      (group.gold == 1 && group.found == 1 && group.exact == 0 && group.gold_overlap == 1 && group.found_overlap == 1));
  CHECK((e.all.gold == 4 && e.all.found == 3 && e.all.exact == 1));
  CHECK(e.all.precision() == Approx(100.0 / 3));
  CHECK(e.all.recall() == Approx(25));
  CHECK(e.all.f1() == Approx(200.0 / 7));
  CHECK(e.all.overlap_f1() == Approx(2 * (200.0 / 3) * 50 / (200.0 / 3 + 50)));
  CHECK(e.missed == std::map<std::string, std::uint32_t>{
                        {"LOCATION 'Lusaka'", 1}, {"LOCATION 'Zed'", 1}, {"ORGANIZATION 'Acme Corp'", 1}});
  CHECK(e.extra == std::map<std::string, std::uint32_t>{{"ORGANIZATION 'Acme'", 1}, {"PERSON 'Lusaka'", 1}});
}

TEST_CASE("Spans that differ by marks and endings alone are equal, and equal ones count once") {
  const std::string text = "\u201cAda\u2019s\u201d";
  Evaluation e;
  e.add(text, {{{3, 6}, NameType::person}}, {{{0, 6}, NameType::person}, {{3, 10}, NameType::person}});
  CHECK((e.all.gold == 1 && e.all.exact == 1 && e.all.found == 1));
}

TEST_CASE("Documents add up, and nothing divides by zero") {
  Evaluation e;
  CHECK(e.all.f1() == 0);
  CHECK(e.all.overlap_f1() == 0);
  e.add("Ada", {{{0, 3}, NameType::person}}, {});
  e.add("Ada", {{{0, 3}, NameType::person}}, {{{0, 3}, NameType::person}});
  CHECK(e.all.recall() == 50);
  CHECK(e.all.precision() == 100);
  CHECK(e.missed.at("PERSON 'Ada'") == 1);
}

TEST_CASE("The report is a table, then the commonest errors") {
  Evaluation e;
  for (int i = 0; i < 3; ++i) e.add("Ada Jan", {{{0, 3}, NameType::person}}, {{{4, 7}, NameType::location}});
  e.add("Bo", {{{0, 2}, NameType::person}}, {{{0, 2}, NameType::person}});
  CHECK(e.report(0) ==
        "              exact P      R     F1  overlap F1    gold   found\n"
        "PERSON         100.0   25.0   40.0     40.0       4       1\n"
        "LOCATION         0.0    0.0    0.0      0.0       0       3\n"
        "ORGANIZATION     0.0    0.0    0.0      0.0       0       0\n"
        "all             25.0   25.0   25.0     25.0       4       4\n");
  CHECK(e.report(5).ends_with(
      "\ncommonest misses:\n  3  PERSON 'Ada'\n\ncommonest false alarms:\n  3  LOCATION 'Jan'\n"));
}

TEST_CASE("Reliability is told by tenths; its error is weighed by their names") {
  Reliability r;
  CHECK(r.expected_error() == 0);
  for (int i = 0; i < 4; ++i) r.add(0.75F, i < 3);  // as sure as right
  CHECK(r.expected_error() == Approx(0).margin(1e-4));
  for (int i = 0; i < 4; ++i) r.add(1.0F, i < 2);
  CHECK(r.expected_error() == Approx(25));
  r.add(-1.0F, false);
  r.add(7.0F, true);  // out of range: taken for the nearest
  CHECK(r.report() ==
        "confidence     names    mean   right\n"
        "0 to 10            1     0.0     0.0\n"
        "70 to 80           4    75.0    75.0\n"
        "90 to 100          5   100.0    60.0\n"
        "all               10    80.0    60.0\n"
        "expected calibration error: 20.0 points\n");
}

TEST_CASE("A found name's confidence is counted with whether it is right") {
  Evaluation e;
  e.add("Ada Jan", {{{0, 3}, NameType::person}},
        {{{0, 3}, NameType::person, 0.8F}, {{4, 7}, NameType::person, 0.8F}, {{4, 7}, NameType::misc, 0.1F}});
  CHECK(e.reliability.expected_error() == Approx(30));
}

}  // namespace
}  // namespace quoth::internal
