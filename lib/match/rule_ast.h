#pragma once

// What a rule file says, before lists, labels and regular expressions are looked up.

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "match/rules.h"

namespace quoth::internal {

/// Limits that keep a stranger's pack from costing much memory or time. Each is named in the fault that it causes, and
/// listed in docs/rules.md.
struct RuleLimits {
  static constexpr std::size_t file_bytes = 1 << 20;
  static constexpr std::size_t rules_per_file = 1000;
  static constexpr std::uint32_t rule_size = 2000;    // instructions, after repeats and lets are written out
  static constexpr std::uint32_t file_size = 100000;  // instructions of all rules of a file
  static constexpr std::uint32_t nesting = 50;        // parentheses, captures, repeats and lets inside each other
  static constexpr std::uint32_t repeat = 64;         // in {m,n}
  static constexpr std::size_t regex_bytes = 500;
  static constexpr std::size_t regexes_per_file = 200;
  static constexpr std::int64_t regex_memory = 512 << 10;  // bytes, RE2's budget for one expression
  static constexpr std::uint32_t regex_token_bytes = 256;  // a longer token matches no /re/
  static constexpr std::uint32_t window = 64;              // tokens of a match, and places behind a long [LABEL]
};

/// A place in a rule file, from 1, columns in bytes.
struct RulePlace {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

enum class RuleNodeKind : std::uint8_t {
  literal,         // text: one token, folded
  exact,           // text: one token as written
  list,            // text: name of a list
  regex,           // text: pattern; min: 1 if case is ignored
  shape,           // shapes: bits of Shape
  label,           // text: label of an earlier phase
  sequence,        // children one after the other
  choice,          // children, the first that leads to a match
  repeat,          // child min to max times, as often as possible
  capture,         // child; text: label
  negation,        // one token at which child (an atom or a choice of atoms) does not match
  both,            // child 0, where all other children (atoms, choices of them, or negations) hold at its first token
  sentence_begin,  // ^
  sentence_end,    // $
};

using RuleNodeId = std::uint32_t;
inline constexpr std::uint32_t kNoLimit = std::numeric_limits<std::uint32_t>::max();

/// A node of a pattern. Nodes of a let are shared by all its uses.
struct RuleNode {
  RuleNodeKind kind = RuleNodeKind::sequence;
  RulePlace place;
  std::string text;
  std::uint32_t min = 0;
  std::uint32_t max = 0;
  std::uint16_t shapes = 0;
  std::vector<RuleNodeId> children;
  std::vector<std::string> labels;  // captured inside, each once
  // Known when the node is made:
  std::uint32_t size = 0;   // instructions, at most rule_size + 1
  std::uint32_t depth = 0;  // levels of nodes, its own included
  bool may_be_empty = false;
};

struct ParsedRule {
  std::string name;
  RulePlace place;  // of the name
  RuleNodeId root = 0;
  Strength strength = Strength::likely;
};

/// One rule file.
struct ParsedPack {
  std::string file;
  std::string name;
  Phase phase = Phase::names;
  std::vector<RuleNode> nodes;
  std::vector<ParsedRule> rules;
};

}  // namespace quoth::internal
