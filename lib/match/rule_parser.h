#pragma once

// Rule file -> patterns. The grammar:
//
//   file     = "pack" NAME { statement }              a statement begins in column 1; its further lines are indented or
//   statement= "phase" ( "names" | "quotes" )         stand in open parentheses
//            | "let" NAME "=" choice
//            | "rule" NAME ":" choice STRENGTH
//   choice   = sequence { "|" sequence }
//   sequence = repeat { repeat }
//   repeat   = both [ "?" | "*" | "+" | "{m}" | "{m,}" | "{m,n}" ]
//   both     = atom { "&" atom }
//   atom     = word | "folded words" | 'exact words' | /regex/ | /regex/i | {list} | [LABEL] | Shape | NAME of a let
//            | "@" LABEL "(" choice ")" | "(" choice ")" | "!" atom | "^" | "$"
//
// Tested by tests/unit/match_rules_parser_test.cc and tests/unit/match_rules_faults_test.cc.

#include <vector>

#include "match/rule_ast.h"

namespace quoth::internal {

/// Reads one file. Faults (at most one of syntax in a statement) are added to `faults`; what could be read is returned.
ParsedPack parse_rules(const RuleFile& file, std::vector<Fault>& faults);

}  // namespace quoth::internal
