#pragma once

// Whom a speaker's noun phrase means: the name that heads it, or whom its role or pronoun stands for. Tested by
// tests/unit/quote_speakers_test.cc.

#include <cstdint>
#include <optional>
#include <vector>

#include "entity/entities.h"
#include "quote/found_quote.h"

namespace quoth::internal {

/// A role or pronoun that speaks.
struct SpeakerMention {
  TokenRange tokens;
  LabelId label = kPerson;
  Form form = Form::nominal;
  std::optional<std::uint32_t> entity;  // unset: the text does not tell
  float confidence = 0;
  std::vector<std::uint32_t> passed_over;  // entities that might have been meant, the nearest first: for explanations
};

/// What is known of names and entities before quotes.
struct SpeakerInput {
  const QuoteInput& quotes;
  const std::vector<std::uint32_t>& entity_of;  // by name
  const std::vector<LinkedEntity>& entities;
  bool explain = false;  // fills in who was passed over
};

/// Sets `FoundQuote::speaker_mention` of each quote: below mentions.size() it is a name, from there on an index into
/// `out`. Quotes are in order.
void resolve_speakers(const SpeakerInput& input, std::vector<FoundQuote>& quotes, std::vector<SpeakerMention>& out);

}  // namespace quoth::internal
