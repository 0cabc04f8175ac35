#pragma once

// The noun phrases that speak or hear: from the tree, mended where names, marks and commas tell better. Tested by
// tests/unit/quote_frames_test.cc.

#include "quote/sentence_view.h"

namespace quoth::internal {

/// Whether a stretch is a noun phrase without clauses and nothing else.
bool is_plain_phrase(const SentenceView& s, TokenRange phrase);

/// The phrase whose head is `noun`: it ends before the cue, or begins behind it, and crosses no mark.
TokenRange phrase_around(const SentenceView& s, std::uint32_t noun, TokenRange cue);

/// The same without clauses and appositions behind the noun: "reporters" in "told reporters the road was shut".
TokenRange short_phrase_around(const SentenceView& s, std::uint32_t noun, TokenRange cue);

/// The phrase right behind a source phrase, "according to"; empty: none stands there.
TokenRange phrase_behind(const SentenceView& s, TokenRange source_phrase);

/// Who says behind the verb: "The road was shut, said police", "The road, said the mayor, was shut"; empty: nobody.
TokenRange inverted_speaker(const SentenceView& s, TokenRange cue);

/// Who says by what stands beside the cue, whatever the tree tells: what is between a mark or comma and the cue, or
/// behind it. Empty: the tree is to be trusted. `subject`: by the tree; kNoToken: none.
TokenRange phrase_beside(const SentenceView& s, TokenRange cue, std::uint32_t subject);

}  // namespace quoth::internal
