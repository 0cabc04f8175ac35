// Tests lib/text/words.cc.

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "text/words.h"
#include "text_fixture.h"

namespace quoth::internal {
namespace {

LexiconBuilder::Row row(std::string word, std::string kind, std::string list, CaseRule rule = CaseRule::any) {
  LexiconBuilder::Row out;
  out.words = {std::move(word)};
  out.kind = std::move(kind);
  out.list = std::move(list);
  out.case_rule = rule;
  return out;
}

// The names of a token's classes, in the order of WordClass.
std::string class_names(std::uint64_t classes) {
  std::string out;
  for (std::size_t i = 0; i < kWordClassCount; ++i) {
    if ((classes & bit(static_cast<WordClass>(i))) == 0) continue;
    out += (out.empty() ? "" : " ") + std::string(kWordClassNames[i]);
  }
  return out;
}

const TestLexicon& small_lexicon() {
  static const TestLexicon lexicon([] {
    LexiconBuilder builder;
    builder.add(row("said", "say_verb.report", "en/words/say_verb.txt"));
    builder.add(row("chad", "LOCATION.country", "en/gazetteers/countries.tsv", CaseRule::capital));
    builder.add(row("chad", "GIVEN.m", "en/gazetteers/given_names.tsv", CaseRule::capital));
    builder.add(row("who", "ORGANIZATION.un", "en/gazetteers/un.tsv", CaseRule::upper));
    builder.add(row("who", "pronoun_other", "en/words/pronoun_other.txt"));
    builder.add(row("dr", "title", "mine/honorific.txt"));
    builder.add(row("odd", "nothing.known", "mine/list.txt"));
    LexiconBuilder::Row long_row = row("new", "LOCATION.city", "en/gazetteers/cities.tsv");
    long_row.words.emplace_back("york");
    builder.add(long_row);
    return builder;
  }());
  return lexicon;
}

}  // namespace

TEST_CASE("a word has the classes of its entries that ask for how it is written") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"said", "say_verb"},
      {"SAID", "say_verb"},
      {"Chad", "given location country"},
      {"chad", ""},
      {"WHO", "organization pronoun_other"},
      {"who", "pronoun_other"},
      {"Who", "pronoun_other"},
      {"Dr", "honorific"},
      {"odd", ""},
      {"new", ""},
      {"unknown", ""},
  };
  const TestLexicon& lexicon = small_lexicon();
  for (const auto& [word, classes] : rows) {
    INFO(word);
    Tokens tokens;
    Tokenizer::Cursor(english_tokenizer()).tokenize(word, tokens);
    look_up_words(lexicon.lexicons(), lexicon.classes(), tokens);
    REQUIRE(tokens.size() == 1);
    CHECK(class_names(tokens[0].classes) == classes);
    CHECK((tokens.words[0] == kUnknownWord) == (word == "unknown"));
  }
}

TEST_CASE("every lexicon has its ids") {
  const std::vector<Lexicon> both = {small_lexicon().lexicons()[0], english_words().lexicons()[0]};
  const WordClasses classes(both);
  Tokens tokens;
  Tokenizer::Cursor(english_tokenizer()).tokenize("Chad said nothing", tokens);
  look_up_words(both, classes, tokens);
  REQUIRE(tokens.words.size() == 6);
  CHECK(both[0].word(tokens.words[0]) == "chad");
  CHECK(both[0].word(tokens.words[1]) == "said");
  CHECK(tokens.words[2] == kUnknownWord);
  CHECK(both[1].word(tokens.words[4]) == "said");
  CHECK(both[1].word(tokens.words[5]) == "nothing");
  CHECK((tokens[2].classes & bit(WordClass::common)) != 0);
}

TEST_CASE("phrases are written as a rule asks") {
  struct Row {
    std::string text;
    bool capital;
    bool upper;
  };
  const std::vector<Row> rows = {{"New york", true, false}, {"new York", false, false}, {"NEW YORK", true, true},
                                 {"É", true, true},         {"שלום", true, true},       {"3 M", true, true},
                                 {"iPhone", false, false}};
  for (const Row& each : rows) {
    INFO(each.text);
    Tokens tokens;
    Tokenizer::Cursor(english_tokenizer()).tokenize(each.text, tokens);
    CHECK(written_as(tokens, 0, tokens.size(), CaseRule::any));
    CHECK(written_as(tokens, 0, tokens.size(), CaseRule::capital) == each.capital);
    CHECK(written_as(tokens, 0, tokens.size(), CaseRule::upper) == each.upper);
  }
}

}  // namespace quoth::internal
