#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>
#include <random>

#include "syntax/tree.h"

namespace quoth::internal {

namespace {

constexpr std::uint32_t kNone = kNoHead;

Syntax with_heads(std::vector<std::uint32_t> heads) {
  Syntax out;
  out.tags.assign(heads.size(), Tag::noun);
  out.relations.assign(heads.size(), Relation::dep);
  out.heads = std::move(heads);
  return out;
}

std::vector<std::uint32_t> children_of(const Tree& tree, std::uint32_t token) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t c = tree.first_child(token); c != kNone; c = tree.next_sibling(c)) out.push_back(c);
  return out;
}

using Tokens = std::vector<std::uint32_t>;

TEST_CASE("children are in the order of the text") {
  // She told the court it rained
  Syntax syntax = with_heads({1, kNone, 3, 1, 5, 1});
  Tree tree;
  tree.look_at(syntax, {0, 6});
  CHECK(children_of(tree, 1) == Tokens{0, 3, 5});
  CHECK(children_of(tree, 3) == Tokens{2});
  CHECK(children_of(tree, 0) == Tokens{});
  CHECK(tree.head(1) == kNone);
  CHECK(tree.head(2) == 3);
}

TEST_CASE("a word's yield is all that hangs below it") {
  Syntax syntax = with_heads({1, kNone, 3, 1, 5, 1});
  Tree tree;
  tree.look_at(syntax, {0, 6});
  CHECK(tree.yield(1) == TokenRange{0, 6});
  CHECK(tree.yield(3) == TokenRange{2, 4});
  CHECK(tree.yield(5) == TokenRange{4, 6});
  CHECK(tree.yield(4) == TokenRange{4, 5});
}

TEST_CASE("where heads cross, a yield covers what hangs elsewhere") {
  // The last word hangs on the first, across the root; the third on the fifth, across the fourth.
  Syntax syntax = with_heads({1, kNone, 4, 1, 0});
  Tree tree;
  tree.look_at(syntax, {0, 5});
  CHECK(children_of(tree, 0) == Tokens{4});
  CHECK(tree.yield(0) == TokenRange{0, 5});
  CHECK(tree.yield(4) == TokenRange{2, 5});
  CHECK(tree.yield(3) == TokenRange{3, 4});
}

TEST_CASE("the first child with a relation") {
  Syntax syntax = with_heads({1, kNone, 1, 1});
  syntax.relations = {Relation::nsubj, Relation::root, Relation::obl, Relation::obl};
  syntax.tags = {Tag::pron, Tag::verb, Tag::noun, Tag::noun};
  Tree tree;
  tree.look_at(syntax, {0, 4});
  CHECK(tree.child(1, Relation::nsubj) == 0);
  CHECK(tree.child(1, Relation::obl) == 2);
  CHECK(tree.child(1, Relation::ccomp) == kNone);
  CHECK(tree.child(0, Relation::nsubj) == kNone);
  CHECK(tree.relation(3) == Relation::obl);
  CHECK(tree.tag(1) == Tag::verb);
}

TEST_CASE("a sentence in the middle of a text") {
  Syntax syntax = with_heads({kNone, 0, 3, kNone, 3, kNone});
  Tree tree;
  tree.look_at(syntax, {2, 5});
  CHECK(tree.sentence() == TokenRange{2, 5});
  CHECK(children_of(tree, 3) == Tokens{2, 4});
  CHECK(tree.yield(3) == TokenRange{2, 5});
}

TEST_CASE("a sentence that was not parsed is a row of roots") {
  Syntax syntax = with_heads({kNone, kNone, kNone});
  Tree tree;
  tree.look_at(syntax, {0, 3});
  for (std::uint32_t i = 0; i < 3; ++i) {
    CHECK(tree.first_child(i) == kNone);
    CHECK(tree.next_sibling(i) == kNone);
    CHECK(tree.yield(i) == TokenRange{i, i + 1});
  }
}

TEST_CASE("an empty sentence has nothing to look at") {
  const Syntax syntax;
  Tree tree;
  tree.look_at(syntax, {0, 0});
  CHECK(tree.sentence().size() == 0);
  Syntax longer = with_heads({1, kNone});
  tree.look_at(longer, {1, 1});
  CHECK(tree.sentence().size() == 0);
}

// A permutation of the words in which each hangs on one before it: so no word hangs on itself, however far above.
std::vector<std::uint32_t> random_heads(std::mt19937& random, std::uint32_t first, std::uint32_t size) {
  std::vector<std::uint32_t> order(size), heads(size, kNone);
  std::iota(order.begin(), order.end(), 0);
  std::shuffle(order.begin(), order.end(), random);
  for (std::uint32_t k = 1; k < size; ++k)
    if (random() % 8 != 0) heads[order[k]] = first + order[random() % k];
  return heads;
}

bool hangs_below(const Syntax& syntax, std::uint32_t token, std::uint32_t above) {
  while (token != above && token != kNone) token = syntax.heads[token];
  return token == above;
}

TEST_CASE("children and yields are those of a slow and obvious twin") {
  std::mt19937 random(7);
  Tree tree;  // one for all: memory of the sentence before must not show
  for (int round = 0; round < 300; ++round) {
    const auto first = static_cast<std::uint32_t>(random() % 5), size = static_cast<std::uint32_t>(random() % 25);
    std::vector<std::uint32_t> heads(first, kNone);
    for (const std::uint32_t head : random_heads(random, first, size)) heads.push_back(head);
    Syntax syntax = with_heads(heads);
    for (Relation& r : syntax.relations) r = random() % 2 == 0 ? Relation::obl : Relation::nsubj;
    const TokenRange sentence{first, first + size};
    tree.look_at(syntax, sentence);
    CAPTURE(round, heads);
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      Tokens children;
      TokenRange yield{i, i + 1};
      for (std::uint32_t k = sentence.begin; k < sentence.end; ++k) {
        if (syntax.heads[k] == i) children.push_back(k);
        if (hangs_below(syntax, k, i)) yield = {std::min(yield.begin, k), std::max(yield.end, k + 1)};
      }
      REQUIRE(children_of(tree, i) == children);
      REQUIRE(tree.yield(i) == yield);
      const auto subject = std::find_if(children.begin(), children.end(),
                                        [&](std::uint32_t c) { return syntax.relations[c] == Relation::nsubj; });
      REQUIRE(tree.child(i, Relation::nsubj) == (subject == children.end() ? kNone : *subject));
    }
  }
}

}  // namespace
}  // namespace quoth::internal
