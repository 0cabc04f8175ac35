// Tests lib/syntax/parse_state.cc and parser.cc.

#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "syntax/parser.h"

namespace quoth::internal {
namespace {

ParseState begin(std::uint32_t size) {
  std::vector<WordFacts> words(size + 2 * kEdges, facts_of_edge());
  for (std::uint32_t i = 0; i < size; ++i) words[i + kEdges].word = 100 + i;
  ParseState state;
  state.begin(words, std::vector<FineTag>(size, 3), 17);
  return state;
}

// "S L R" takes steps; the heads come back, 0 for the root, words from 1.
std::string heads_after(std::uint32_t size, const std::string& steps) {
  ParseState state = begin(size);
  for (const char step : steps) {
    if (step == 'S') {
      REQUIRE(state.may(Step::shift));
      state.shift();
    } else {
      const Step side = step == 'L' ? Step::left : Step::right;
      REQUIRE(state.may(side));
      state.attach(side, Relation::dep);
    }
  }
  REQUIRE(state.finished());
  std::string out;
  for (std::uint32_t i = 0; i < size; ++i)
    out += (i > 0 ? " " : "") + std::to_string(state[i].head == state.root() ? 0 : state[i].head + 1);
  return out;
}

struct Heads {
  std::uint32_t size;
  std::string steps, heads;
};

}  // namespace

TEST_CASE("steps make trees") {
  const std::vector<Heads> rows = {
      {1, "SL", "0"},         {2, "SLSL", "2 0"},     {2, "SSRL", "0 1"},         {3, "SLSSRL", "2 0 2"},
      {3, "SSSRRL", "0 1 2"}, {3, "SSLSRL", "0 3 1"}, {4, "SSLLSSRL", "3 3 0 3"},
  };
  for (const Heads& row : rows) {
    INFO(row.steps);
    CHECK(heads_after(row.size, row.steps) == row.heads);
  }
}

TEST_CASE("one word alone hangs on the root") {
  ParseState state = begin(2);
  CHECK_FALSE(state.may(Step::left));
  CHECK_FALSE(state.may(Step::right));
  state.shift();
  CHECK(state.may(Step::left));
  CHECK_FALSE(state.may(Step::right));
  state.shift();
  CHECK_FALSE(state.may(Step::shift));
  CHECK_FALSE(state.may(Step::left));
  CHECK(state.may(Step::right));
}

TEST_CASE("a word knows its outermost children and their relations") {
  ParseState state = begin(5);
  state.shift();
  state.shift();
  state.attach(Step::left, Relation::det);    // 1 on 2
  state.attach(Step::left, Relation::nsubj);  // 0 on 2
  state.shift();
  state.shift();
  state.attach(Step::right, Relation::obj);  // 3 on 2
  state.shift();
  state.attach(Step::right, Relation::punct);  // 4 on 2
  const ParseNode& node = state[2];
  CHECK(node.left == 0);
  CHECK(node.left_count == 2);
  CHECK(node.right == 4);
  CHECK(node.right_count == 2);
  const auto bits = [](Relation a, Relation b) {
    return std::uint64_t{1} << static_cast<unsigned>(a) | std::uint64_t{1} << static_cast<unsigned>(b);
  };
  CHECK(node.left_relations == bits(Relation::det, Relation::nsubj));
  CHECK(node.right_relations == bits(Relation::obj, Relation::punct));
  CHECK(state[3].left == state.none());
}

TEST_CASE("any weights end in one tree") {
  // Weights for hashes that do occur: whatever they say, each word gets a head and there is one root.
  constexpr FeatureTableSections step_sections = {"steps", "stepf"};
  constexpr LabelSections label_sections = {{"labels", "filter"}, "rows", "short"};
  std::mt19937 random(11);
  for (int round = 0; round < 50; ++round) {
    const std::uint32_t size = 1 + static_cast<std::uint32_t>(random() % 40);
    ParseState state = begin(size);
    std::vector<StepRow> steps;
    for (std::uint64_t a = 0; a < 64 * 64; ++a)
      steps.push_back({syntax_feature(6, a), static_cast<std::int8_t>(random() % 256 - 128),
                       static_cast<std::int8_t>(random() % 256 - 128)});
    FrozenWriter writer;
    freeze_steps(steps, step_sections, writer);
    freeze_labels(std::vector<LabelRow>{{1, {{2, 1}}}}, label_sections, writer);
    const std::string bytes = writer.finish();
    const FrozenFile file(bytes, "test");
    parse({StepWeights(file, step_sections), LabelWeights(file, label_sections)}, std::array{&state});
    std::uint32_t roots = 0;
    for (std::uint32_t i = 0; i < size; ++i) {
      REQUIRE((state[i].head == state.root() || state[i].head < size));
      REQUIRE((state[i].relation == Relation::root) == (state[i].head == state.root()));
      roots += state[i].head == state.root();
      std::uint32_t at = i;
      for (std::uint32_t up = 0; at != state.root(); ++up, at = state[at].head) REQUIRE(up <= size);
    }
    CHECK(roots == 1);
  }
}

}  // namespace quoth::internal
