#pragma once

// "Asked why it was shut, Okoye shrugged": a question in front of the main clause. Tested by
// tests/unit/quote_cases_test.cc.

#include <cstdint>

#include "quote/sentence_view.h"

namespace quoth::internal {

/// Whether a cue is a sentence's first word, or stands behind a conjunction that is: "Asked why", "When asked why".
bool opens_front(const SentenceView& s, std::uint32_t cue);

/// Whether an act is such a question.
bool asks_in_front(const SentenceView& s, const Attribution& a);

/// The comma before the main clause; the sentence's end: there is none.
std::uint32_t front_end(const SentenceView& s);

/// What is asked in what stands behind the act; empty: nothing that is a question.
TokenRange question_in_front(const SentenceView& s, TokenRange behind);

}  // namespace quoth::internal
