#pragma once

// The words and marks of a rule file. Tested by tests/unit/match_rules_parser_test.cc.

#include <cstdint>
#include <string>
#include <vector>

#include "match/rule_ast.h"

namespace quoth::internal {

enum class RuleTokenKind : std::uint8_t {
  name,    // text: said, Cap, rule
  folded,  // text: what stands between "..."
  exact,   // text: what stands between '...'
  regex,   // text: what stands between /.../; min: 1 for /.../i
  list,    // text: the name in {...}
  label,   // text: the label in [...]
  count,   // {m}, {m,} or {m,n}: min, max
  mark,    // text: one of = : | ( ) ? * + ! & ^ $ @
  broken,  // a fault was reported here
  end,     // of the file
};

struct RuleToken {
  RuleTokenKind kind = RuleTokenKind::end;
  RulePlace place;
  bool starts_line = false;  // stands in column 1
  std::string text;
  std::uint32_t min = 0;
  std::uint32_t max = 0;

  bool is_mark(char c) const { return kind == RuleTokenKind::mark && text[0] == c; }
  bool is_name(std::string_view name) const { return kind == RuleTokenKind::name && text == name; }
};

/// The tokens of a file; the last is `end`. Adds what is wrong to `faults`.
std::vector<RuleToken> read_rule_tokens(const RuleFile& file, std::vector<Fault>& faults);

}  // namespace quoth::internal
