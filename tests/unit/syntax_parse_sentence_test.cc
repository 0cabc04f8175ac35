// Tests lib/syntax/parse_sentence.cc with a model that knows a few sentences.

#include <catch2/catch.hpp>
#include <random>

#include "syntax/parse_sentence.h"
#include "syntax_fixture.h"

namespace quoth::internal {
namespace {

Parsed parse_text(std::string_view text, std::vector<TokenRange> names = {}) {
  Parsed p;
  p.text = text;
  Tokenizer::Cursor(english_tokenizer()).tokenize(p.text, p.tokens);
  clear_syntax(p.tokens.size(), p.syntax);
  SyntaxScratch scratch;
  parse_sentence(small_model(), {p.tokens, {}, no_kinds()}, {0, p.tokens.size()}, names, scratch, p.syntax);
  return p;
}

// Each token's way up ends at a root.
void check_trees(const Parsed& p) {
  for (std::uint32_t i = 0; i < p.tokens.size(); ++i) {
    std::uint32_t at = i;
    for (std::uint32_t up = 0; at != kNoHead; ++up, at = p.syntax.heads[at]) {
      REQUIRE(at < p.tokens.size());
      REQUIRE(up <= p.tokens.size());
    }
    REQUIRE(p.syntax.tags[i] != Tag::none);
    REQUIRE(p.syntax.relations[i] != Relation::none);
  }
}

std::uint32_t words_outside(const Parsed& p, TokenRange name) {
  std::uint32_t count = 0;
  for (std::uint32_t i = name.begin; i < name.end; ++i)
    count += p.syntax.heads[i] < name.begin || p.syntax.heads[i] >= name.end;
  return count;
}

}  // namespace

TEST_CASE("a sentence gets tags and a tree") {
  CHECK(parse_text("The mayor said that the bridge fell.").show() ==
        "The/DET/2/det mayor/NOUN/3/nsubj said/VERB/0/root that/SCONJ/7/mark the/DET/6/det bridge/NOUN/7/nsubj "
        "fell/VERB/3/ccomp ./PUNCT/3/punct");
}

TEST_CASE("only the sentence's tokens are filled in") {
  Parsed p;
  p.text = "One. The bridge fell on Monday. Two.";
  Tokenizer::Cursor(english_tokenizer()).tokenize(p.text, p.tokens);
  clear_syntax(p.tokens.size(), p.syntax);
  SyntaxScratch scratch;
  parse_sentence(small_model(), {p.tokens, {}, no_kinds()}, {2, 8}, {}, scratch, p.syntax);
  CHECK(p.syntax.tags[1] == Tag::none);
  CHECK(p.syntax.tags[8] == Tag::none);
  CHECK(p.syntax.heads[3] == 4);
  CHECK(p.syntax.heads[4] == kNoHead);
  CHECK(p.syntax.relations[4] == Relation::root);
}

TEST_CASE("a name's words hang together and are names") {
  const std::string text = "The mayor said that Silver Bridge Workers fell on Friday Lagos.";
  for (const TokenRange name : {TokenRange{4, 7}, TokenRange{9, 11}, TokenRange{3, 8}}) {
    const Parsed p = parse_text(text, {name});
    check_trees(p);
    CHECK(words_outside(p, name) == 1);
  }
  const Parsed p = parse_text(text, {{4, 7}, {9, 11}});
  for (const std::uint32_t i : {4U, 5U, 6U}) CHECK(p.syntax.tags[i] == Tag::propn);
  CHECK(p.syntax.tags[3] == Tag::sconj);
}

TEST_CASE("names may reach out of the sentence") {
  const Parsed p = parse_text("Ada Okoye said", {{0, 1000}});
  check_trees(p);
}

TEST_CASE("long sentences are cut into pieces") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "the mayor said on Friday, ";
  const Parsed p = parse_text(text);
  check_trees(p);
  std::uint32_t roots = 0;
  for (std::uint32_t i = 0; i < p.tokens.size(); ++i) {
    roots += p.syntax.heads[i] == kNoHead;
    if (p.syntax.heads[i] != kNoHead)
      REQUIRE(std::max(p.syntax.heads[i], i) - std::min(p.syntax.heads[i], i) < kMostParsedTokens);
  }
  CHECK(roots == (p.tokens.size() + 395) / 396);  // 66 times "the mayor said on Friday ,"
}

TEST_CASE("any tokens make trees") {
  std::mt19937 random(1);
  const std::vector<std::string> pieces = {"Ada", "said", ",", "\"",    "the", ".",
                                           "12",  "\xFF", "(", "Lagos", "n't", "東"};
  for (int round = 0; round < 200; ++round) {
    std::string text;
    const std::size_t size = random() % 60;
    for (std::size_t i = 0; i < size; ++i) text += pieces[random() % pieces.size()] + (random() % 4 == 0 ? "" : " ");
    std::vector<TokenRange> names;
    for (std::uint32_t at = 0; at < size / 2; at += 3 + static_cast<std::uint32_t>(random() % 4))
      names.push_back({at, at + 1 + static_cast<std::uint32_t>(random() % 3)});
    check_trees(parse_text(text, names));
  }
}

TEST_CASE("an empty model leaves all as it is") {
  Parsed p;
  Tokenizer::Cursor(english_tokenizer()).tokenize("Ada said", p.tokens);
  clear_syntax(p.tokens.size(), p.syntax);
  SyntaxScratch scratch;
  parse_sentence(SyntaxModel(), {p.tokens, {}, no_kinds()}, {0, 2}, {}, scratch, p.syntax);
  CHECK(p.syntax.tags == std::vector<Tag>(2, Tag::none));
  CHECK(p.syntax.heads == std::vector<std::uint32_t>(2, kNoHead));
}

}  // namespace quoth::internal
