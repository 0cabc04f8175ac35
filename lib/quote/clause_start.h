#pragma once

// What shows that a reported clause begins, where the tree does not tell. Tested by tests/unit/quote_clauses_test.cc.

#include <cstdint>

#include "quote/sentence_view.h"

namespace quoth::internal {

/// "claimed the tests were": a noun phrase and right behind it an auxiliary.
bool starts_plain_clause(const SentenceView& s, std::uint32_t i);

/// "explained how it works": not "how to work it", nor in "told Okoye, who works".
bool starts_question(const SentenceView& s, std::uint32_t i);

/// "found growth of the crop exceeded it": the parser took the subject of the verb `c` for an object of the act's verb.
/// `from`: the token behind the act.
bool takes_object_for_subject(const SentenceView& s, const Attribution& a, std::uint32_t from, std::uint32_t c);

/// "denied any part in it", "expects rain on Monday": not "denied it", "denied these charges", "denied them entry".
bool tells_something(const SentenceView& s, const Attribution& a, std::uint32_t object);

}  // namespace quoth::internal
