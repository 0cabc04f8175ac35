// Tests lib/syntax/word_facts.cc.

#include <catch2/catch.hpp>
#include <numeric>
#include <string>

#include "syntax/word_facts.h"
#include "text_fixture.h"

namespace quoth::internal {
namespace {

struct Facts {
  Tokens tokens;
  std::vector<WordFacts> words;
  const WordFacts& operator[](std::size_t i) const { return words[i + kEdges]; }
};

Facts facts_of(std::string_view text, std::span<const Lexicon> lexicons, const WordClasses& classes) {
  Facts facts;
  Tokenizer::Cursor(english_tokenizer()).tokenize(text, facts.tokens);
  look_up_words(lexicons, classes, facts.tokens);
  const KindTable kinds(lexicons);
  std::vector<std::uint32_t> all(facts.tokens.size());
  std::iota(all.begin(), all.end(), 0U);
  find_sentence_facts({facts.tokens, lexicons, kinds}, all, facts.words);
  return facts;
}

Facts facts_of(std::string_view text) { return facts_of(text, {}, WordClasses()); }

LexiconBuilder::Row row(const std::string& word, const std::string& kind) {
  LexiconBuilder::Row r;
  r.words = {word};
  r.kind = kind;
  r.list = "list";
  return r;
}

}  // namespace

TEST_CASE("edges stand around a sentence") {
  const Facts facts = facts_of("Go on");
  REQUIRE(facts.words.size() == 2 + 2 * kEdges);
  for (const std::size_t edge : {0U, 1U, 4U, 5U}) CHECK(facts.words[edge].word == facts_of_edge().word);
  CHECK(facts[0].word == facts.tokens[0].hash);
}

TEST_CASE("numbers are known by their pattern, words by their letters") {
  const Facts facts = facts_of("1999 2024 3rd 4th 12 Bank bank banks");
  CHECK(facts[0].word == facts[1].word);
  CHECK(facts[2].word != facts[3].word);
  CHECK(facts[0].word != facts[4].word);
  CHECK(facts[5].word == facts[6].word);
  CHECK(facts[6].word != facts[7].word);
  CHECK(facts[6].prefix == facts[7].prefix);
  CHECK(facts[6].suffix2 != facts[7].suffix2);
}

TEST_CASE("the first word that is no mark starts the sentence") {
  const Facts facts = facts_of("\"Go on\"");
  CHECK(facts[1].shape == 16 + static_cast<std::uint32_t>(Shape::cap));
  CHECK(facts[2].shape == static_cast<std::uint32_t>(Shape::lower));
}

TEST_CASE("lists tell what a word can be") {
  LexiconBuilder builder;
  builder.add(row("march", "common.nv"));
  builder.add(row("walk", "common.nv"));
  builder.add(row("slow", "common.a"));
  builder.add(row("march", "month"));
  builder.add(row("ada", "GIVEN.f"));
  const TestLexicon lexicon(builder);
  const Facts facts = facts_of("march walk slow Ada xyzzy", lexicon.lexicons(), lexicon.classes());
  CHECK(facts[0].kind == facts[1].kind);
  CHECK(facts[0].kind != facts[2].kind);
  CHECK(facts[0].kind != 0);
  CHECK(facts[4].kind == 0);
  CHECK(facts[0].names != 0);
  CHECK(facts[3].names != 0);
  CHECK(facts[3].names != facts[0].names);
  CHECK(facts[1].names == 0);
}

}  // namespace quoth::internal
