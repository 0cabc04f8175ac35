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

/// A phrase with what belongs to it between commas: "[the team's coach], Ada Okoye,", up to `limit`; "Its trial
/// counsel, [Ada Okoye]". The phrase itself where nothing does.
TokenRange with_apposed_name(const SentenceView& s, TokenRange phrase, std::uint32_t limit);
TokenRange with_role_before(const SentenceView& s, TokenRange phrase);

/// Whether what stands behind a comma may belong to the phrase before it: ", who ...", ", 44,", ", a nurse". Not
/// ", speaking in Lagos,".
bool starts_insertion(const SentenceView& s, std::uint32_t i);

/// Phrases that are looked for beside a cue are no longer than this: bounds the work for each cue.
inline constexpr std::uint32_t kLongestPhrase = 30;

}  // namespace quoth::internal
