#pragma once

// The dynamic oracle of the arc-hybrid system: what each step costs, in arcs of the gold tree that can no longer be
// made after it (Goldberg and Nivre 2013). Tested by tests/unit/syntax_oracle_test.cc.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "syntax/parse_state.h"

namespace quoth::internal {

class Oracle {
 public:
  /// `heads`: of each word; the number of words stands for the root. They must outlive the oracle.
  explicit Oracle(std::span<const std::uint32_t> heads);

  /// The cost of each step, by number. What it says of a step that may not be taken has no meaning.
  std::array<std::uint32_t, 3> costs(const ParseState& state) const;

 private:
  std::uint32_t children_to_read(const ParseState& state, std::uint32_t word) const;
  bool on_stack_below_top(const ParseState& state, std::uint32_t word) const;

  std::span<const std::uint32_t> heads_;
  std::vector<std::vector<std::uint32_t>> children_;
};

}  // namespace quoth::internal
