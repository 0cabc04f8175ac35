// Every fault of a rule file, word for word: tests/bad_data/rules/NAME.rules must give the faults of NAME.expected.

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "match/rule_ast.h"
#include "match/rule_suggest.h"
#include "unit/match_rules_support.h"

namespace quoth::internal {
namespace {

const TestLists& lists() {
  static const TestLists kLists({{"honorific", "en/words/honorific.txt", {"ms", "mr"}},
                                 {"LOCATION.city", "common/gazetteers/cities.tsv", {"paris"}},
                                 {"say_verb.report", "en/words/say_verb.txt", {"said"}}});
  return kLists;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string faults_of(const std::vector<RuleFile>& files) {
  try {
    const RuleSet rules(files, lists().lexicons());
  } catch (const LoadError& error) {
    std::string out;
    for (const Fault& fault : error.faults()) out += fault.to_string() + '\n';
    return out;
  }
  return "";
}

std::string many(const std::string& text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

std::string numbered_rules(std::size_t count, const std::string& pattern) {
  std::string out = "pack p\n";
  for (std::size_t i = 0; i < count; ++i) out += "rule r" + std::to_string(i) + ": " + pattern + " likely\n";
  return out;
}

}  // namespace

TEST_CASE("golden faults") {
  const std::filesystem::path folder = std::filesystem::path(QUOTH_SOURCE_DIR) / "tests/bad_data/rules";
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".rules") continue;
    ++files;
    std::filesystem::path expected = entry.path();
    expected.replace_extension(".expected");
    INFO(entry.path().filename());
    CHECK(faults_of({{entry.path().filename().string(), read_file(entry.path())}}) == read_file(expected));
  }
  CHECK(files >= 7);
}

TEST_CASE("faults of all files come in the order of files and lines") {
  CHECK(faults_of({{"b.rules", "pack b\nrule x: @A({nope}) likely\nrule y: Cap likely\n"},
                   {"a.rules", "pack b\nrule z: @A(Cap) maybe\n"}}) ==
        "b.rules:2:12: unknown list 'nope'\n"
        "b.rules:3:6: rule 'y' proposes nothing: put @LABEL(...) around what it finds\n"
        "a.rules:1:1: pack 'b' is already defined in b.rules\n"
        "a.rules:2:17: expected a strength at the end of the rule: certain, likely, possible, unlikely or never\n");
}

TEST_CASE("a pack stands in the place of the language's own pack of its name") {
  const RuleFile own = {"en/rules/b.rules", "pack b\nrule old: @A(Cap) likely\n", true};
  const RuleFile other = {"en/rules/c.rules", "pack c\nrule other: @A(Cap) likely\n", true};
  const RuleFile copy = {"b.rules", "pack b\nrule new: @A(Cap) likely\n"};
  const RuleSet rules(std::vector<RuleFile>{own, other, copy}, lists().lexicons());
  REQUIRE(rules.rule_count() == 2);
  CHECK(rules.rule(0).name == "new");
  CHECK(rules.rule(0).file == "b.rules");
  CHECK(rules.rule(1).name == "other");
  // What is replaced is not asked for faults, what replaces it is; and each pack is replaced once.
  const RuleFile broken = {"b.rules", "pack b\nrule old: @A({nope}) likely\n"};
  CHECK(faults_of({{own.name, "pack b\nrule x: |\n", true}, copy}).empty());
  CHECK(faults_of({own, broken}) == "b.rules:2:14: unknown list 'nope'\n");
  CHECK(faults_of({own, copy, {"d.rules", copy.text}}) == "d.rules:1:1: pack 'b' is already defined in b.rules\n");
  CHECK(faults_of({own, {"en/rules/d.rules", own.text, true}}) ==
        "en/rules/d.rules:1:1: pack 'b' is already defined in en/rules/b.rules\n");
}

TEST_CASE("limits of a file") {
  CHECK(faults_of({{"p.rules", numbered_rules(1000, "@A(Cap)")}}).empty());
  CHECK(faults_of({{"p.rules", numbered_rules(1003, "@A(Cap)")}}) ==
        "p.rules:1002:6: a file may hold at most 1000 rules\n");
  CHECK(faults_of({{"p.rules", numbered_rules(60, "@A((Cap{30}){60})")}}) ==
        "p.rules:57:6: the rules of a file may have at most 100000 parts together, with their repeats and lets written "
        "out\n");
  CHECK(faults_of({{"p.rules", std::string(RuleLimits::file_bytes + 1, '#')}}) ==
        "p.rules: a rule file may have at most 1048576 bytes\n");
  std::string regexes = "pack p\n";
  for (int i = 0; i < 202; ++i) regexes += "rule r" + std::to_string(i) + ": @A(/x" + std::to_string(i) + "/) likely\n";
  CHECK(faults_of({{"p.rules", regexes}}) ==
        "p.rules:202:15: a file may hold at most 200 different regular expressions\n");
}

TEST_CASE("a walk over patterns that share lets would take for ever") {
  std::string doubling = "pack p\nlet l0 = a\n";
  for (int i = 1; i <= 60; ++i) {
    const std::string half = 'l' + std::to_string(i - 1);
    doubling += "let l" + std::to_string(i) + " = " + half + '|' + half + '\n';
  }
  const std::string too_large = " is too large: with its repeats and lets written out it has more than 2000 parts\n";
  CHECK(faults_of({{"p.rules", doubling + "rule x: the !l60 @P(Cap) likely\n"}}) ==
        "p.rules:63:6: rule 'x'" + too_large);
  CHECK(faults_of({{"p.rules", doubling + "rule x: Cap&l60 @P(Cap) likely\n"}}) ==
        "p.rules:63:6: rule 'x'" + too_large);
}

namespace {

/// A let with as many labels, and as many lets that hold them all.
std::string labels_and_lets(int labels, int lets) {
  std::string out = "pack p\nlet x = a";
  for (int i = 0; i < labels; ++i) out += "\n|@L" + std::to_string(i) + "(a)";
  std::replace(out.begin() + 8, out.end(), '\n', ' ');
  for (int i = 0; i < lets; ++i) out += "\nlet y" + std::to_string(i) + " = x+";
  return out + '\n';
}

}  // namespace

TEST_CASE("labels are counted before they cost much") {
  CHECK(faults_of({{"p.rules", labels_and_lets(2000, 2000)}}) ==
        "p.rules:2:9862: all packs together may use at most 1000 labels\n");
  const auto begin = std::chrono::steady_clock::now();
  CHECK(faults_of({{"p.rules", labels_and_lets(996, 20000)}}).empty());
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
}

TEST_CASE("nearest names are looked for only as long as faults are listed") {
  std::string known = "pack k\n", unknown = "pack u\nphase quotes\n";
  for (int i = 0; i < 900; ++i) {
    const std::string number = std::to_string(i);
    known += "rule r" + number + ": @LABEL_OF_SHIPS_" + number + "(a) likely\n";
    unknown += "rule r" + number + ": @CUE(" + many("[OTHERWISE_CALLED] ", 40) + ") likely\n";
  }
  const auto begin = std::chrono::steady_clock::now();
  CHECK(faults_of({{"k.rules", known}, {"u.rules", unknown}}).ends_with("u.rules: 35800 more faults\n"));
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
}

TEST_CASE("a file that is no rule file gives a bounded number of faults") {
  const std::string faults = faults_of({{"p.rules", many("zz\n", 5000)}});
  CHECK(std::count(faults.begin(), faults.end(), '\n') == 201);
  CHECK(faults.ends_with("p.rules: 4801 more faults\n"));
}

TEST_CASE("any bytes are read or refused") {
  CHECK(faults_of({{"p.rules", "\xEF\xBB\xBFpack p\r\nrule r: @A(x) likely\r\n"}}).empty());
  CHECK(faults_of({{"p.rules", "\xEF\xBB\xBF# \xFF\npack p\nrule r: @A(\"\xC3\") likely\n"}}) ==
        "p.rules:1:3: invalid UTF-8\n"
        "p.rules:3:13: invalid UTF-8\n");
  CHECK(faults_of({{"p.rules", many("\xFF\n", 1000)}}).ends_with("p.rules: 1001 more faults\n"));
  CHECK(faults_of({{"p.rules", std::string("pack p\nrule r: \0 @A(x) likely\n", 30)}}) ==
        "p.rules:2:9: unexpected control character\n");
}

TEST_CASE("the nearest name is suggested") {
  const std::vector<std::string> known = {"honorific", "location", "month", "months"};
  CHECK(suggestion("honorifc", known) == ": did you mean 'honorific'?");
  CHECK(suggestion("LOCATOIN", known) == ": did you mean 'location'?");
  CHECK(suggestion("mnoth", known) == ": did you mean 'month'?");
  CHECK(suggestion("zebra", known).empty());
  CHECK(suggestion("", known).empty());
  CHECK(suggestion(std::string(1000, 'x'), known).empty());
  CHECK(edit_distance("abcd", "acbd", 4) == 1);
  CHECK(edit_distance("", "abc", 4) == 3);
  CHECK(edit_distance("abc", "xyz", 1) == 2);
}

}  // namespace quoth::internal
