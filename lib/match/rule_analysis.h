#pragma once

// What a rule's program shows about where it can match, so that it is tried at few tokens. Tested by
// tests/unit/match_rules_operators_test.cc and tests/reference/rules_test.cc.

#include "match/rule_program.h"

namespace quoth::internal {

/// Marks the instructions of a rule that may be reached at one token in several ways.
void mark_joins(RuleProgram& program, const RuleCode& rule);

/// Fills RuleProgram::branches with those of a rule.
void find_branches(RuleProgram& program, const RuleCode& rule);

/// Fills RuleCode::need and RuleCode::ahead with what every match of the rule has; may add to
/// RuleProgram::literal_sets.
void find_needs(RuleProgram& program, RuleCode& rule);

/// Fills what RuleProgram tells of the first two tokens of rules, after all rules are compiled.
void index_starts(RuleProgram& program);

}  // namespace quoth::internal
