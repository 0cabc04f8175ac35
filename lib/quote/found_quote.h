#pragma once

// Quotes before they become public. Tested by tests/unit/quote_quotes_test.cc.

#include <cstdint>
#include <optional>
#include <vector>

#include "quote/attribution.h"
#include "quoth/document.h"

namespace quoth::internal {

/// Who says it to whom, and how that was found.
struct QuoteAct {
  TokenRange cue, speaker, addressee, relay;  // empty: none
  bool negated = false, asked = false;
  std::optional<ActFrame> frame;  // of the attribution; unset: it has none
  std::uint32_t rule = 0;         // where the frame is a rule
  float confidence = 0;
};

/// A quote in tokens.
struct FoundQuote : QuoteAct {
  QuoteType type = QuoteType::direct;
  std::vector<TokenRange> content;
  std::vector<TokenRange> quoted;                // between marks, marks left out
  TokenRange whole;                              // with marks
  std::optional<std::uint32_t> inside;           // the innermost quote in whose content it stands
  std::optional<std::uint32_t> speaker_mention;  // index into the mentions, once resolved
};

/// Gives each marked stretch that is somebody's words its attribution, and finds the reported clause around mixed ones.
/// Stretches that are titles, nicknames or scare quotes are left out. `out` is in order of `whole.begin`. Linear in the
/// text.
void find_quotes(const QuoteInput& input, const std::vector<Attribution>& attributions, std::vector<FoundQuote>& out);

}  // namespace quoth::internal
