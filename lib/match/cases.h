#pragma once

// NAME.cases beside NAME.rules: for each rule, texts in which it must make exactly what is marked, and near misses in
// which it must make nothing. The format is taught in docs/rules.md:
//
//     # comment
//     rule title_name
//     + Ms. <PERSON>Ada Okoye</PERSON> spoke.     # a comment, behind two spaces
//     - Ms. was a title once.
//
// Tested by tests/unit/match_rules_cases_test.cc.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/lexicon.h"
#include "match/rules.h"
#include "quoth/load_error.h"
#include "text/tokenizer.h"
#include "text/words.h"

namespace quoth::internal {

/// A marked stretch of a case's text, in bytes.
struct CaseSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string label;

  friend bool operator==(const CaseSpan&, const CaseSpan&) = default;
};

struct RuleCase {
  std::string rule;
  std::uint32_t line = 0;          // in the file of cases, from 1
  bool makes = false;              // a line with +
  std::string text;                // without its marks
  std::vector<CaseSpan> expected;  // <LABEL>...</LABEL>, by begin, outer before inner
  std::vector<CaseSpan> given;     // [LABEL ...], the same
};

/// "rule title_name", above its cases.
struct CaseHead {
  std::string rule;
  std::uint32_t line = 0;
};

struct CaseList {
  std::vector<CaseHead> heads;
  std::vector<RuleCase> cases;
};

/// Reads a file of cases; a line that is none is added to `faults` and left out.
CaseList read_cases(const RuleFile& file, std::vector<Fault>& faults);

/// How a text is read before rules see it. All must outlive the call.
struct CaseLanguage {
  const Tokenizer& tokenizer;
  std::span<const Lexicon> lexicons;
  const WordClasses& classes;
};

struct CaseReport {
  std::size_t rules = 0;      // of the rule file
  std::size_t cases = 0;      // that were run
  std::vector<Fault> faults;  // empty: all is well
};

/// Runs a file of cases against the rules of one file, as RuleInfo::file names it. Rules without a + case or without a
/// - case are faults, too. Throws nothing but std::bad_alloc.
CaseReport check_cases(const RuleSet& rules, const std::string& rule_file, const RuleFile& cases,
                       const CaseLanguage& language);

}  // namespace quoth::internal
