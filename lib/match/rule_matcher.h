#pragma once

// Runs all rules of a phase over a text. Tested by tests/unit/match_rules_operators_test.cc and
// tests/reference/rules_test.cc.

#include <cstdint>
#include <span>
#include <vector>

#include "match/rule_backtrack.h"
#include "match/rule_program.h"
#include "match/rule_region.h"
#include "match/rules.h"

namespace quoth::internal {

/// Not for sharing between threads. Memory is used again from text to text.
class RuleMatcher {
 public:
  /// Replaces what `out` holds. A match stays in one sentence in Phase::names, in one paragraph in Phase::quotes.
  void run(const RuleProgram& program, Phase phase, const RuleSet::Input& input, std::span<const Lexicon> lexicons,
           RuleMatches& out);

 private:
  void run_paragraph(Phase phase, TokenRange paragraph);
  void run_region(TokenRange tokens);
  void find_candidates(std::uint32_t token);
  void find_rules(const RulesByToken& index, std::uint32_t token, std::vector<std::uint64_t>& out) const;
  static void add_rules_of_spans(const RulesByToken& index, const std::uint64_t* spans,
                                 std::vector<std::uint64_t>& out);
  void try_rule(std::uint32_t index, std::uint32_t token);

  const RuleProgram* program_ = nullptr;
  const RuleSet::Input* input_ = nullptr;
  RuleMatches* out_ = nullptr;
  RuleRegion region_;
  RuleBacktracker backtracker_;
  std::size_t next_sentence_ = 0;
  std::vector<std::uint64_t> candidates_;   // bits of rules that may begin at the token
  std::vector<std::uint64_t> followers_;    // of those that may go on behind it, or end
  std::vector<std::uint32_t> next_starts_;  // [rule]: where it may begin next
};

}  // namespace quoth::internal
