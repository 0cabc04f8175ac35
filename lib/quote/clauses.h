#pragma once

// Reported clauses without marks: "Okoye said the road was closed", "The road was closed, Okoye said". Tested by
// tests/unit/quote_clauses_test.cc.

#include <vector>

#include "quote/found_quote.h"

namespace quoth::internal {

/// Appends an indirect quote for each act that reports a clause. `used[a]`: act a has a marked quote already.
void add_reported_clauses(const QuoteInput& input, const std::vector<Attribution>& attributions,
                          const std::vector<bool>& used, std::vector<FoundQuote>& out);

}  // namespace quoth::internal
