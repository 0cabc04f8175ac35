#pragma once

// What a rule file says, before lists, labels and regular expressions are looked up.

#include <array>
#include <bitset>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "match/rules.h"

namespace quoth::internal {

/// Limits that keep a stranger's pack from costing much memory or time. Each is named in the fault that it causes, and
/// listed in docs/rules.md.
struct RuleLimits {
  static constexpr std::size_t file_bytes = 1 << 20;
  static constexpr std::size_t rules_per_file = 1000;
  static constexpr std::uint32_t rule_size = 2000;     // instructions, after repeats and lets are written out
  static constexpr std::uint32_t file_size = 100000;   // instructions of all rules of a file
  static constexpr std::uint32_t nesting = 50;         // parentheses, captures and repeats inside each other
  static constexpr std::uint32_t repeat = 64;          // in {m,n}
  static constexpr std::size_t faults_per_file = 200;  // more are not listed
  static constexpr std::size_t labels = 1000;          // of all packs together
  static constexpr std::size_t regex_bytes = 500;
  static constexpr std::size_t regexes_per_file = 200;
  static constexpr std::int64_t regex_memory = 512 << 10;  // bytes, RE2's budget for one expression
  static constexpr std::uint32_t regex_token_bytes = 256;  // a longer token matches no /re/
  static constexpr std::uint32_t window = 64;              // tokens of a match, and places behind a long [LABEL]
};

inline std::string too_many_labels() {
  return "all packs together may use at most " + std::to_string(RuleLimits::labels) + " labels";
}

/// A place in a rule file, from 1, columns in bytes.
struct RulePlace {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

enum class RuleNodeKind : std::uint8_t {
  literal,         // text: one token as written, compared folded
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

/// Labels that every rule set has.
inline constexpr std::array<std::string_view, 4> kUsualLabels = {"PERSON", "LOCATION", "ORGANIZATION", "MISC"};

/// Labels of one file, by their numbers in it.
using RuleLabelBits = std::bitset<RuleLimits::labels>;

/// A node of a pattern. Nodes of a let are shared by all its uses.
struct RuleNode {
  RuleNodeKind kind = RuleNodeKind::sequence;
  RulePlace place;
  std::string text;
  std::uint32_t min = 0;
  std::uint32_t max = 0;
  std::uint16_t shapes = 0;
  std::vector<RuleNodeId> children;
  // Known when the node is made; a walk over shared nodes could take for ever:
  std::shared_ptr<const RuleLabelBits> labels;  // captured inside; null: none; shared by nodes with the same
  std::uint32_t size = 0;                       // instructions, at most rule_size + 1
  std::uint32_t depth = 0;                      // levels of nodes, its own included
  bool may_be_empty = false;
  bool is_condition = false;  // an atom or a choice of atoms: something that can be asked about one token
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
