#include <catch2/catch.hpp>

#include "lexicon_fixture.h"
#include "match/phrases.h"
#include "text/words.h"

namespace quoth::internal {
namespace {

const TestLexicons& sample() {
  static const TestLexicons test({
      {{"a.tsv", gazetteer("New York||LOCATION|city|8|||\n"
                           "York||LOCATION|city|5|||\n"
                           "York||SURNAME||3|||\n"
                           "New York Times||ORGANIZATION|media|8|||\n"
                           "US||LOCATION|country|9|||upper\n"
                           "may||X||1|||\n"
                           "al-Shabaab||ORGANIZATION|armed_group|5|||\n")}},
      {{"b.tsv", gazetteer("York||MINE||1|||\nTimes Square||MINE||1|||\n")}},
  });
  return test;
}

/// The phrases of a text: "phrase:kind" in the order in which they are found.
std::string found(const std::string& text) {
  Tokens tokens;
  Tokenizer::Cursor(english_tokenizer()).tokenize(text, tokens);
  const auto& lexicons = sample().lexicons;
  const WordClasses classes(lexicons);
  look_up_words(lexicons, classes, tokens);
  PhraseMatches matches;
  find_phrases(tokens, lexicons, matches);
  REQUIRE(matches.first.size() == tokens.size() + 1);
  std::string out;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    for (const PhraseMatch& match : matches.at(i)) {
      CHECK(match.begin == i);
      const Lexicon& lexicon = lexicons[match.lexicon];
      out += (out.empty() ? "" : " ");
      for (std::uint32_t t = match.begin; t < match.end; ++t) {
        out += (t == match.begin ? "" : "_") + std::string(tokens.written(t));
      }
      out += ":" + std::string(lexicon.kind(lexicon.entry(match.entry).kind));
    }
  }
  return out;
}

TEST_CASE("phrases in texts") {
  struct Row {
    std::string text;
    std::string phrases;
  };
  const Row rows[] = {
      {"", ""},
      {"nothing here", ""},
      // the longest does not hide the others, and lexicons follow each other
      {"the New York Times",
       "New_York:LOCATION.city New_York_Times:ORGANIZATION.media York:LOCATION.city York:SURNAME York:MINE"},
      {"York", "York:LOCATION.city York:SURNAME York:MINE"},
      {"NEW YORK", "NEW_YORK:LOCATION.city YORK:LOCATION.city YORK:SURNAME YORK:MINE"},
      // a phrase needs its case
      {"new york", ""},
      {"new York", "York:LOCATION.city York:SURNAME York:MINE"},
      {"US, us and Us", "US:LOCATION.country"},
      {"may and May", "may:X May:X"},
      {"al-Shabaab and Al-Shabaab", "al_-_Shabaab:ORGANIZATION.armed_group Al_-_Shabaab:ORGANIZATION.armed_group"},
      // a line break is a space, a paragraph's edge is none
      {"New\nYork", "New_York:LOCATION.city York:LOCATION.city York:SURNAME York:MINE"},
      {"New\n\nYork", "York:LOCATION.city York:SURNAME York:MINE"},
      {"New York\n\nTimes Square",
       "New_York:LOCATION.city York:LOCATION.city York:SURNAME York:MINE "
       "Times_Square:MINE"},
      // accents and possessives
      {"Yórk's", "Yórk:LOCATION.city Yórk:SURNAME Yórk:MINE"},
      // cut off by the end
      {"the New", ""},
      {"Times", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(found(row.text) == row.phrases);
  }
}

TEST_CASE("without lexicons there are no phrases") {
  Tokens tokens;
  Tokenizer::Cursor(english_tokenizer()).tokenize("New York", tokens);
  PhraseMatches matches;
  matches.items.resize(7);
  find_phrases(tokens, {}, matches);
  CHECK(matches.items.empty());
  CHECK(matches.first == std::vector<std::uint32_t>{0, 0, 0});
}

}  // namespace
}  // namespace quoth::internal
