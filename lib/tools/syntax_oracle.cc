#include "tools/syntax_oracle.h"

// Tested by tests/unit/syntax_oracle_test.cc.

#include <algorithm>

namespace quoth::internal {

Oracle::Oracle(std::span<const std::uint32_t> heads) : heads_(heads), children_(heads.size() + 1) {
  for (std::uint32_t w = 0; w < heads.size(); ++w) children_[heads[w]].push_back(w);
}

std::uint32_t Oracle::children_to_read(const ParseState& state, std::uint32_t word) const {
  const std::vector<std::uint32_t>& all = children_[word];
  return static_cast<std::uint32_t>(all.end() - std::lower_bound(all.begin(), all.end(), state.next()));
}

bool Oracle::on_stack_below_top(const ParseState& state, std::uint32_t word) const {
  const auto stack = state.stack();
  return stack.size() > 1 && std::binary_search(stack.begin(), stack.end() - 1, word);
}

std::array<std::uint32_t, 3> Oracle::costs(const ParseState& state) const {
  std::array<std::uint32_t, 3> cost{};
  const std::uint32_t next = state.next();
  if (!state.stack().empty()) {
    const std::uint32_t top = state.on_stack(0), head = heads_[top];
    const std::uint32_t lost_children = children_to_read(state, top);
    const bool head_below = state.stack().size() > 1 && head == state.on_stack(1);
    cost[1] = lost_children + (head > next || head_below ? 1U : 0U);
    cost[2] = lost_children + (head >= next ? 1U : 0U);
  }
  if (next < state.root()) {
    // Its head may still become the word that is now the stack's top, or one that is still to be read.
    cost[0] = on_stack_below_top(state, heads_[next]) ? 1 : 0;
    for (const std::uint32_t child : children_[next])
      if (child < next && std::binary_search(state.stack().begin(), state.stack().end(), child)) ++cost[0];
  }
  return cost;
}

}  // namespace quoth::internal
