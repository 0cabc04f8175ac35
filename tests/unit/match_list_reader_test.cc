#include <catch2/catch.hpp>

#include "lexicon_fixture.h"
#include "match/list_reader.h"
#include "match/phrases.h"

namespace quoth::internal {
namespace {

const char* rule_name(std::uint8_t rule) {
  const char* const names[] = {"any", "capital", "upper"};
  return names[rule];
}

/// All entries of a lexicon's phrases of one list: "phrase kind prior case flags canonical ids attributes", in the
/// order of their lines, empty strings as "-".
std::vector<std::string> rows_of(const Lexicon& lexicon) {
  std::map<std::uint32_t, std::string> rows;
  struct Open {
    NodeId node;
    std::string phrase;
  };
  std::vector<Open> open;
  for (WordId word = 0; word < lexicon.word_count(); ++word) open.push_back({word, std::string(lexicon.word(word))});
  const auto shown = [](std::string_view text) { return " " + (text.empty() ? "-" : std::string(text)); };
  while (!open.empty()) {
    const auto [node, phrase] = open.back();
    open.pop_back();
    for (const Entry& entry : lexicon.entries(node)) {
      std::string flags;
      if ((entry.flags & kAmbiguous) != 0) flags += "ambiguous,";
      if ((entry.flags & kFemale) != 0) flags += "f,";
      if ((entry.flags & kMale) != 0) flags += "m,";
      std::string attributes;
      for (const char* key : {"lemma", "lang", "note"}) {
        const std::string_view value = lexicon.attribute(entry, key);
        if (!value.empty()) attributes += std::string(key) + "=" + std::string(value) + ",";
      }
      rows[entry.line] = phrase + " " + std::string(lexicon.kind(entry.kind)) + " " + std::to_string(entry.prior) +
                         " " + rule_name(entry.case_rule) + shown(flags) + shown(lexicon.canonical(entry)) +
                         shown(lexicon.ids(entry)) + shown(attributes);
    }
    for (WordId word = 0; word < lexicon.word_count(); ++word) {
      const NodeId child = lexicon.child(node, word);
      if (child != kNoNode) open.push_back({child, phrase + "_" + std::string(lexicon.word(word))});
    }
  }
  std::vector<std::string> out;
  for (const auto& [line, row] : rows) out.push_back(std::to_string(line) + ": " + row);
  return out;
}

std::vector<std::string> read_rows(const std::string& name, const std::string& text) {
  const TestLexicons test({{{name, text}}});
  return rows_of(test.lexicons[0]);
}

TEST_CASE("gazetteer rows") {
  const std::string text = gazetteer(
      "Moscow||LOCATION|city|8|geonames:524901|ru|\n"
      "\n"
      "IMF|International Monetary Fund|ORGANIZATION|international|7||en|upper\n"
      "Jordan||LOCATION|country|6|||ambiguous\n"
      "Jordan||GIVEN|m|4|||\n"
      "Ada Okoye||PERSON||1|||f,ambiguous\n"
      "al-Shabaab||ORGANIZATION|armed_group|5|||\n"
      "Lloyd’s of London||ORGANIZATION|company|3|a:1-b:2||\n");
  CHECK(read_rows("en/gazetteers/x.tsv", text) ==
        std::vector<std::string>{
            "2: moscow LOCATION.city 8 capital - - geonames:524901 lang=ru,",
            "4: imf ORGANIZATION.international 7 upper - International Monetary Fund - lang=en,",
            "5: jordan LOCATION.country 6 capital ambiguous, - - -",
            "6: jordan GIVEN.m 4 capital m, - - -",
            "7: ada_okoye PERSON 1 capital ambiguous,f, - - -",
            "8: al_-_shabaab ORGANIZATION.armed_group 5 any - - - -",
            "9: lloyd_'s_of_london ORGANIZATION.company 3 capital - - a:1-b:2 -",
        });
}

TEST_CASE("word rows") {
  const std::string text =
      "# reporting verbs\n"
      "said\tlemma=say\tclass=report\n"
      "\n"
      "point out\tclass=report\tpos=v\tnote=two words\n"
      "the\tfreq=9\tpos=f\n"
      "Mrs.\tsex=f\tprior=3\n"
      "wife\n"
      "tail\t\n";
  CHECK(read_rows("en/words/say_verb.txt", text) == std::vector<std::string>{
                                                        "2: said say_verb.report 0 any - - - lemma=say,",
                                                        "4: point_out say_verb.report 0 any - - - note=two words,",
                                                        "5: the say_verb.f 9 any - - - -",
                                                        "6: mrs_. say_verb 3 capital f, - - -",
                                                        "7: wife say_verb 0 any - - - -",
                                                        "8: tail say_verb 0 any - - - -",
                                                    });
}

TEST_CASE("line ends, a byte order mark and a missing last line end don't matter") {
  const std::string plain = gazetteer("Oslo||LOCATION|city|5|||\nBergen||LOCATION|city|4|||\n");
  std::string crlf;
  for (const char c : plain) crlf += c == '\n' ? "\r\n" : std::string(1, c);
  const auto expected = read_rows("a.tsv", plain);
  CHECK(expected.size() == 2);
  CHECK(read_rows("a.tsv", crlf) == expected);
  CHECK(read_rows("a.tsv", "\xEF\xBB\xBF" + plain) == expected);
  CHECK(read_rows("a.tsv", plain.substr(0, plain.size() - 1)) == expected);
  CHECK(read_rows("a.tsv", crlf.substr(0, crlf.size() - 2)) == expected);
  CHECK(read_rows("w.txt", "\xEF\xBB\xBFone\r\ntwo") == read_rows("w.txt", "one\ntwo\n"));
}

TEST_CASE("a word list's kind is its stem") {
  CHECK(read_rows("month.txt", "May") == std::vector<std::string>{"1: may month 0 capital - - - -"});
  CHECK(read_rows("/a.b/c/month.txt", "may") == std::vector<std::string>{"1: may month 0 any - - - -"});
}

TEST_CASE("a list without rows is a list") {
  CHECK(read_rows("a.tsv", std::string(kGazetteerHeader)).empty());
  CHECK(read_rows("a.tsv", std::string(kGazetteerHeader) + "\r\n").empty());
  CHECK(read_rows("a.txt", "").empty());
  CHECK(read_rows("a.txt", "# nothing\n\n").empty());
}

TEST_CASE("a phrase has at most 16 tokens") {
  std::string phrase = "one";
  for (std::uint32_t i = 1; i < kMaxPhraseTokens; ++i) phrase += " more";
  LexiconBuilder builder;
  CHECK(read_lists({{"a.txt", phrase}}, builder).empty());
  CHECK(read_lists({{"a.txt", phrase + " token"}}, builder) ==
        std::vector<Fault>{{"a.txt", 1, 1, "the phrase has 17 tokens; at most 16 are allowed"}});
  CHECK(builder.size() == 1);
}

TEST_CASE("good rows are kept beside faulty ones, and all files are read") {
  LexiconBuilder builder;
  const auto faults = read_lists({{"a.txt", "good\nbad\tx\ngood"}, {"b.txt", "bad\ty\ngood"}}, builder);
  CHECK(faults == std::vector<Fault>{{"a.txt", 2, 5, "expected KEY=VALUE, found 'x'"},
                                     {"b.txt", 1, 5, "expected KEY=VALUE, found 'y'"}});
  CHECK(builder.size() == 3);
}

TEST_CASE("the faults of one file are bounded") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "bad\tx\n";
  LexiconBuilder builder;
  const auto faults = read_lists({{"a.txt", text}}, builder);
  REQUIRE(faults.size() == kMaxFaultsPerList + 1);
  CHECK(faults.back() == Fault{"a.txt", 100, 0, "too many faults; the rest of the file is not read"});
}

}  // namespace
}  // namespace quoth::internal
