#pragma once

// Words of rules that no text can have as one token. Tested by tests/unit/match_rules_cases_test.cc.

#include <vector>

#include "match/rule_ast.h"
#include "text/tokenizer.h"

namespace quoth::internal {

/// Adds a fault for each literal of a pack that is several tokens in a text: "Mt.", which is "Mt .".
void check_literals(const ParsedPack& pack, const Tokenizer& tokenizer, std::vector<Fault>& faults);

}  // namespace quoth::internal
