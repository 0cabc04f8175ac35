#pragma once

// When something was said. Tested by the cases of data/en/words/cues.cases.

#include "quote/sentence_view.h"

namespace quoth::internal {

/// The end of the words from a token on that only say when: "on Monday night", "late Tuesday", "earlier this week",
/// "two weeks ago"; the token itself where there are none, or where they begin what is spoken of ("said Tuesday was").
std::uint32_t time_phrase_end(const SentenceView& s, std::uint32_t begin);

}  // namespace quoth::internal
