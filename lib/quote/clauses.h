#pragma once

// What is reported: the clause that belongs to an act, before or behind it or around it. Tested by
// tests/unit/quote_clauses_test.cc.

#include <vector>

#include "quote/sentence_view.h"

namespace quoth::internal {

/// Sets Attribution::clause of a sentence's acts, which are in order. Where the sentence has no tree, only marks and
/// commas tell.
void find_clauses(const SentenceView& view, std::vector<Attribution>& acts);

}  // namespace quoth::internal
