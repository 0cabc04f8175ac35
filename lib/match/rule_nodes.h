#pragma once

// Builds the nodes of a pattern and knows, as each is made, how large and deep it is: no limit is checked only after
// the memory is gone. Tested by tests/unit/match_rules_parser_test.cc.

#include <string>
#include <vector>

#include "match/rule_ast.h"

namespace quoth::internal {

class RuleNodes {
 public:
  explicit RuleNodes(std::vector<RuleNode>& nodes) : nodes_(nodes) {}

  RuleNodeId atom(RuleNodeKind kind, RulePlace place, std::string text, std::uint32_t min = 0);
  RuleNodeId shape(RulePlace place, std::uint16_t shapes);
  /// At least one child; one child alone is returned as it is.
  RuleNodeId sequence(RulePlace place, std::vector<RuleNodeId> children);
  /// The same; a choice of shapes becomes one shape.
  RuleNodeId choice(RulePlace place, std::vector<RuleNodeId> children);
  RuleNodeId repeat(RulePlace place, RuleNodeId child, std::uint32_t min, std::uint32_t max);
  /// `number` is the label's in the file, below RuleLimits::labels.
  RuleNodeId capture(RulePlace place, std::string label, std::size_t number, RuleNodeId child);
  RuleNodeId negation(RulePlace place, RuleNodeId child);
  RuleNodeId both(RulePlace place, std::vector<RuleNodeId> children);

  const RuleNode& operator[](RuleNodeId id) const { return nodes_[id]; }

 private:
  RuleNodeId add(RuleNode node);
  void take_in(RuleNode& node, RuleNodeId child) const;

  std::vector<RuleNode>& nodes_;
};

}  // namespace quoth::internal
