#pragma once

// Words that say that somebody says something, as the word lists know them. Tested by tests/unit/quote_frames_test.cc.

#include <cstdint>
#include <string_view>

#include "quote/attribution.h"

namespace quoth::internal {

/// What the lists know of a cue.
struct Cue {
  TokenRange phrase;  // empty: none
  CueClass cue_class = CueClass::none;
  std::uint8_t takes = 0;  // bits of Takes
  bool past = false;       // may be a participle: "said", "quoted"
  bool gerund = false;     // "saying"
  bool base = false;       // "say"
  bool hearer = false;     // its object is who hears it: "told reporters"
};

/// Whether a phrase that begins at a token has an attribute. `of`: only phrases of one of these classes count; 0: all.
bool has_attribute(const NameInput& in, std::uint32_t token, std::string_view key, std::uint64_t of = 0);

/// Whether a token belongs to a phrase of the lists of cues.
bool is_cue_token(const QuoteInput& in, std::uint32_t token);

/// The longest cue that begins at a token. `broad`: verbs may take all that their list allows.
Cue cue_at(const NameInput& in, std::uint32_t token, bool broad);

}  // namespace quoth::internal
