#pragma once

// Patterns -> programs: looks up lists and labels, compiles regular expressions, writes out repeats. Tested by
// tests/unit/match_rules_operators_test.cc and tests/reference/rules_test.cc.

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "match/rule_ast.h"
#include "match/rule_lists.h"
#include "match/rule_program.h"

namespace quoth::internal {

/// Labels by name, numbered in order of their first use.
class RuleLabels {
 public:
  RuleLabels();
  std::uint16_t id(const std::string& name);
  const std::vector<std::string>& names() const { return names_; }

 private:
  std::vector<std::string> names_;
  std::map<std::string, std::uint16_t> ids_;
};

/// Compiles the packs of one phase. `rule_numbers[i]` is the index for RuleSet::rule() of the first rule of packs[i].
/// `earlier_labels` are those that [LABEL] may name. Adds what is wrong to `faults`; the program may be used only if
/// nothing was.
RuleProgram compile_rules(std::span<const ParsedPack* const> packs, std::span<const std::uint32_t> rule_numbers,
                          std::span<const Lexicon> lexicons, const ListNames& lists,
                          std::span<const std::string> earlier_labels, RuleLabels& labels, std::vector<Fault>& faults);

}  // namespace quoth::internal
