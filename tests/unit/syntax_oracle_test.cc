// Tests lib/tools/syntax_oracle.cc against all ways on from a state.

#include "tools/syntax_oracle.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

namespace quoth::internal {
namespace {

ParseState begin(std::uint32_t size) {
  ParseState state;
  state.begin(std::vector<WordFacts>(size + 2 * kEdges), std::vector<FineTag>(size), 17);
  return state;
}

ParseState after(ParseState state, Step step) {
  if (step == Step::shift)
    state.shift();
  else
    state.attach(step, Relation::dep);
  return state;
}

constexpr std::array kSteps = {Step::shift, Step::left, Step::right};

// The most arcs of the tree that any way to the end makes.
std::uint32_t most_arcs(const ParseState& state, const std::vector<std::uint32_t>& heads) {
  if (state.finished()) {
    std::uint32_t arcs = 0;
    for (std::uint32_t w = 0; w < heads.size(); ++w) arcs += state[w].head == heads[w];
    return arcs;
  }
  std::uint32_t most = 0;
  for (const Step step : kSteps)
    if (state.may(step)) most = std::max(most, most_arcs(after(state, step), heads));
  return most;
}

// Heads of a tree without crossing arcs: those of a random run of the parser.
std::vector<std::uint32_t> random_tree(std::uint32_t size, std::mt19937& random) {
  ParseState state = begin(size);
  while (!state.finished()) {
    std::vector<Step> may;
    for (const Step step : kSteps)
      if (state.may(step)) may.push_back(step);
    state = after(state, may[random() % may.size()]);
  }
  std::vector<std::uint32_t> heads;
  for (std::uint32_t w = 0; w < size; ++w) heads.push_back(state[w].head);
  return heads;
}

}  // namespace

TEST_CASE("a step's cost is the number of arcs that are lost by it") {
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    const std::uint32_t size = 2 + static_cast<std::uint32_t>(random() % 5);
    const std::vector<std::uint32_t> heads = random_tree(size, random);
    const Oracle oracle(heads);
    ParseState state = begin(size);
    while (!state.finished()) {
      const auto costs = oracle.costs(state);
      std::vector<Step> may;
      std::uint32_t least = 100;
      for (const Step step : kSteps) {
        if (!state.may(step)) continue;
        may.push_back(step);
        least = std::min(least, costs[static_cast<std::size_t>(step)]);
      }
      const std::uint32_t best = most_arcs(state, heads);
      for (const Step step : may) {
        // That one word alone hangs on the root is not in the oracle: it may take a loss for the best step.
        const std::uint32_t reached = most_arcs(after(state, step), heads);
        if (costs[static_cast<std::size_t>(step)] == 0) CHECK(reached + 1 >= best);
        if (state.next() < state.root() && least == 0)
          CHECK(reached + costs[static_cast<std::size_t>(step)] + 1 >= best);
      }
      state = after(state, may[random() % may.size()]);
    }
  }
}

TEST_CASE("steps without cost lead to the tree") {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    const std::uint32_t size = 1 + static_cast<std::uint32_t>(random() % 30);
    const std::vector<std::uint32_t> heads = random_tree(size, random);
    const Oracle oracle(heads);
    ParseState state = begin(size);
    while (!state.finished()) {
      const auto costs = oracle.costs(state);
      const auto free = std::find_if(kSteps.begin(), kSteps.end(), [&](Step step) {
        return state.may(step) && costs[static_cast<std::size_t>(step)] == 0;
      });
      REQUIRE(free != kSteps.end());
      state = after(state, *free);
    }
    for (std::uint32_t w = 0; w < size; ++w) REQUIRE(state[w].head == heads[w]);
  }
}

}  // namespace quoth::internal
