#pragma once

// Who reports what, as the rules of phase quotes see it: speaker, cue and addressee, before contents are looked for.
// Tested by tests/unit/quote_attribution_test.cc.

#include <cstdint>
#include <optional>
#include <vector>

#include "entity/entities.h"
#include "match/rules.h"
#include "model/name_facts.h"
#include "quote/marks.h"

namespace quoth::internal {

/// A verb's class in the list of reporting verbs: what frames it takes.
enum class CueClass : std::uint8_t { none, report, think, ask, object, show, manner };

/// One reported act. A missing speaker is filled from the sentence: the conjunct before ("said ... and warned"), or the
/// sentence's subject ("left, saying ...").
struct Attribution {
  TokenRange cue;        // empty range: none (a turn's colon, a headline)
  TokenRange speaker;    // empty: none
  TokenRange addressee;  // empty: none
  CueClass cue_class = CueClass::none;
  Strength strength = Strength::likely;
  std::uint32_t rule = 0;
  std::uint32_t sentence = 0;
  bool inverted = false;  // the speaker stands behind the cue
  bool borrowed = false;  // the speaker is that of another act, or the sentence's subject

  TokenRange whole() const;  // without a borrowed speaker
};

/// What the quote stages read.
struct QuoteInput {
  const NameInput& names;
  const std::vector<TokenFacts>& facts;
  const std::vector<LabelledName>& mentions;  // names, in order
  const std::vector<QuotedStretch>& stretches;
  const RuleMatches& matches;  // of phase quotes
};

/// The labels that rules of phase quotes propose, as this rule set numbers them.
struct QuoteLabels {
  std::uint16_t speaker = 0xFFFF, cue = 0xFFFF, addressee = 0xFFFF, subject = 0xFFFF, quote = 0xFFFF;
  std::vector<std::uint16_t> of_label;  // a public label's number among the rules' labels; 0xFFFF: unknown to rules

  QuoteLabels() = default;
  QuoteLabels(const RuleSet& rules, const std::vector<std::string>& public_labels);
};

/// Fills `out` in order of their first tokens; acts inside of marks are left out.
void find_attributions(const QuoteInput& input, const QuoteLabels& labels, std::vector<Attribution>& out);

}  // namespace quoth::internal
