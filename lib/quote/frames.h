#pragma once

// Who reports what, read off the trees of sentences: a reporting verb with its subject, or a source phrase with its
// noun ("according to Okoye"). Tested by tests/unit/quote_frames_test.cc.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "quote/attribution.h"
#include "syntax/sentence_batch.h"
#include "syntax/tree.h"

namespace quoth::internal {

/// Working memory, for reuse from document to document.
struct FrameScratch {
  SentenceBatch sentences;
  std::array<std::uint32_t, kMostTogether> numbers;  // of the sentences
  Syntax syntax;
  Tree tree;
  std::vector<KnownTag> known_tags;  // whatever the tagger says
  std::vector<Attribution> of_rules, of_sentence;
  std::vector<TokenRange> left_out;  // marked words that no frame looks at
};

/// What frames are looked for with.
struct FrameOptions {
  const SyntaxModel& model;
  std::span<const TokenRange> names;  // spans of all names, in order
  bool broad = false;                 // objects and infinitives too: Options::broad_reports
};

/// Adds the acts of all sentences to `acts`, and finds the clause of each act, those that were there too. Only
/// sentences with a cue outside of marks are parsed. Linear in the text.
void find_frames(const QuoteInput& input, const FrameOptions& options, FrameScratch& scratch,
                 std::vector<Attribution>& acts);

}  // namespace quoth::internal
