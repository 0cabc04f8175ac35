#pragma once

// Who speaks by what stands beside a cue, where marks and commas tell more than the tree. Tested by
// tests/unit/quote_frames_test.cc.

#include "quote/sentence_view.h"

namespace quoth::internal {

/// The phrase right behind a source phrase, "according to"; empty: none stands there.
TokenRange phrase_behind(const SentenceView& s, TokenRange source_phrase);

/// Who says behind the verb: "The road was shut, said police", "The road, said the mayor, was shut"; empty: nobody.
TokenRange inverted_speaker(const SentenceView& s, TokenRange cue);

/// Who says by what stands beside the cue, whatever the tree tells: what is between a mark or comma and the cue, or
/// behind it. Empty: the tree is to be trusted. `subject`: by the tree; kNoToken: none.
TokenRange phrase_beside(const SentenceView& s, TokenRange cue, std::uint32_t subject);

}  // namespace quoth::internal
