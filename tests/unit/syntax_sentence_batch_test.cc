// Tests lib/syntax/sentence_batch.cc with a model that knows a few sentences.

#include <catch2/catch.hpp>
#include <random>

#include "syntax/sentence_batch.h"
#include "syntax_fixture.h"

namespace quoth::internal {
namespace {

Parsed tokens_of(std::string_view text) {
  Parsed p;
  p.text = text;
  Tokenizer::Cursor(english_tokenizer()).tokenize(p.text, p.tokens);
  clear_syntax(p.tokens.size(), p.syntax);
  return p;
}

void parse_sentence(const SyntaxModel& model, const SentenceInput& sentence, Parsed& p) {
  SentenceBatch batch;
  batch.add({p.tokens, {}, no_kinds()}, sentence);
  batch.tag(model, p.syntax);
  batch.parse(model, p.syntax);
}

Parsed parse_text(std::string_view text, std::vector<TokenRange> names = {}, std::vector<TokenRange> left_out = {}) {
  Parsed p = tokens_of(text);
  parse_sentence(small_model(), {{0, p.tokens.size()}, names, left_out}, p);
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
  Parsed p = tokens_of("One. The bridge fell on Monday. Two.");
  parse_sentence(small_model(), {{2, 8}, {}, {}}, p);
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
  Parsed p = tokens_of("Ada said");
  parse_sentence(SyntaxModel(), {{0, 2}, {}, {}}, p);
  CHECK(p.syntax.tags == std::vector<Tag>(2, Tag::none));
  CHECK(p.syntax.heads == std::vector<std::uint32_t>(2, kNoHead));
}

TEST_CASE("what is left out has no tags, and hangs on the word before") {
  const std::string whole = "The mayor said that the bridge fell.";
  const std::string longer = "The mayor said that many old and very the bridge fell.";
  const Parsed expected = parse_text(whole), p = parse_text(longer, {}, {{4, 8}});
  for (std::uint32_t i = 4; i < 8; ++i) {
    CHECK(p.syntax.tags[i] == Tag::none);
    CHECK(p.syntax.relations[i] == Relation::none);
    CHECK(p.syntax.heads[i] == i - 1);
  }
  const auto place = [](std::uint32_t i) { return i < 4 ? i : i + 4; };
  for (std::uint32_t i = 0; i < expected.tokens.size(); ++i) {
    CHECK(p.syntax.tags[place(i)] == expected.syntax.tags[i]);
    CHECK(p.syntax.relations[place(i)] == expected.syntax.relations[i]);
    const std::uint32_t head = expected.syntax.heads[i];
    CHECK(p.syntax.heads[place(i)] == (head == kNoHead ? kNoHead : place(head)));
  }
}

TEST_CASE("all may be left out") {
  const Parsed p = parse_text("The mayor said", {}, {{0, 3}});
  CHECK(p.syntax.tags == std::vector<Tag>(3, Tag::none));
  CHECK(p.syntax.heads == std::vector<std::uint32_t>{kNoHead, 0, 1});
}

TEST_CASE("what a sentence gets does not depend on the others") {
  const std::vector<std::string> texts = {"The mayor said that the bridge fell.",
                                          "Okoye.",
                                          "We will rebuild it, the mayor said.",
                                          "Ada Okoye said she would stay in Lagos on Monday.",
                                          "Workers",
                                          "The new bridge opened in Lagos.",
                                          "She told the paper on Friday.",
                                          "Okoye thanked the city's workers."};
  std::string text;
  for (const std::string& t : texts) text += t + " ";
  Parsed together = tokens_of(text);
  SentenceBatch batch;
  for (int round = 0; round < 2; ++round) {  // a batch may be used again
    clear_syntax(together.tokens.size(), together.syntax);
    batch.clear();
    std::uint32_t begin = 0;
    for (const std::string& t : texts) {
      const std::uint32_t size = tokens_of(t).tokens.size();
      batch.add({together.tokens, {}, no_kinds()}, {{begin, begin + size}, {}, {}});
      begin += size;
    }
    REQUIRE(batch.full());
    REQUIRE(begin == together.tokens.size());
    batch.tag(small_model(), together.syntax);
    batch.drop_tree(3);
    batch.parse(small_model(), together.syntax);
    begin = 0;
    for (std::size_t s = 0; s < texts.size(); ++s) {
      const Parsed alone = parse_text(texts[s]);
      for (std::uint32_t i = 0; i < alone.tokens.size(); ++i) {
        CHECK(together.syntax.tags[begin + i] == alone.syntax.tags[i]);
        if (s == 3) {
          CHECK(together.syntax.heads[begin + i] == kNoHead);
          continue;
        }
        const std::uint32_t head = alone.syntax.heads[i];
        CHECK(together.syntax.heads[begin + i] == (head == kNoHead ? kNoHead : begin + head));
        CHECK(together.syntax.relations[begin + i] == alone.syntax.relations[i]);
      }
      begin += alone.tokens.size();
    }
  }
}

TEST_CASE("words whose tag is known get it") {
  Parsed p = tokens_of("The new bridge opened in Lagos.");
  SentenceBatch batch;
  batch.add({p.tokens, {}, no_kinds()}, {{0, p.tokens.size()}, {}, {}});
  batch.tag(small_model(), p.syntax);
  CHECK(p.syntax.tags[2] == Tag::noun);
  batch.retag(small_model(), 0, std::vector<KnownTag>{{2, Tag::verb}}, p.syntax);
  CHECK(p.syntax.tags[2] == Tag::verb);
  CHECK(p.syntax.tags[3] == Tag::verb);
}

}  // namespace quoth::internal
