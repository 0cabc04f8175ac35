#pragma once

// Who reports what: speaker, cue and addressee, and the clause that is reported. Acts come from the trees of sentences
// (frames.h) and from rules of phase quotes. Tested by tests/unit/quote_attribution_test.cc.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "entity/entities.h"
#include "match/rules.h"
#include "model/name_facts.h"
#include "quote/marked_tokens.h"

namespace quoth::internal {

/// A verb's class in the list of reporting verbs: what frames it takes. `source`: no verb ("according to").
enum class CueClass : std::uint8_t { none, report, think, ask, object, show, manner, source };

/// What a verb may report besides clauses with a conjunction, as its list says.
enum Takes : std::uint8_t {
  kTakesBareClause = 1,  // "said the road was shut": hardly ever an object
  kTakesInfinitive = 2,  // "promised to go"
  kTakesGerund = 4,      // "denied going"
  kTakesObject = 8,      // "denied the charge"
};

/// How a speaker was found; names for explanations are in frame_name().
enum class ActFrame : std::uint8_t {
  rule,      // a rule of phase quotes
  subject,   // Okoye said; said Okoye
  relative,  // Okoye, who said
  conjunct,  // Okoye left and said
  governor,  // Okoye left, saying; Okoye went on to say
  noun,      // a statement saying
  agent,     // was told by Okoye
  source,    // according to Okoye
  colon,     // Okoye was blunt: “…”
  beside,    // “…,” Okoye thundered: a verb that no list knows
};
/// For explanations.
std::string_view frame_name(ActFrame frame);

/// One reported act.
struct Attribution {
  TokenRange cue;        // empty range: none (a headline)
  TokenRange speaker;    // empty: none
  TokenRange addressee;  // empty: none
  TokenRange relay;      // who told it: Interfax in "Interfax quoted him as saying"; empty: none
  CueClass cue_class = CueClass::none;
  ActFrame frame = ActFrame::rule;
  Strength strength = Strength::likely;
  std::uint32_t rule = 0;  // where the frame is `rule`
  std::uint32_t sentence = 0;
  std::uint32_t verb = 0;            // the word of the cue on which its clause hangs, where a clause is looked for
  std::uint8_t takes = 0;            // bits of Takes
  bool negated = false;              // "did not say"
  bool borrowed = false;             // the speaker belongs to another verb of the sentence
  std::array<TokenRange, 2> clause;  // what is reported, in one or two parts, without its outer marks; empty: unknown

  TokenRange whole() const;  // without a borrowed speaker
};

/// What the quote stages read.
struct QuoteInput {
  const NameInput& names;
  const std::vector<TokenFacts>& facts;
  const std::vector<LabelledName>& mentions;  // names, in order
  const std::vector<QuotedStretch>& stretches;
  const MarkedTokens& marked;  // of the stretches
  const RuleMatches& matches;  // of phase quotes
};

/// The labels that rules of phase quotes propose, as this rule set numbers them.
struct QuoteLabels {
  std::uint16_t speaker = 0xFFFF, cue = 0xFFFF, addressee = 0xFFFF, quote = 0xFFFF;
  std::vector<std::uint16_t> of_label;  // a public label's number among the rules' labels; 0xFFFF: unknown to rules

  QuoteLabels() = default;
  QuoteLabels(const RuleSet& rules, const std::vector<std::string>& public_labels);
};

/// The acts that rules see, but for those inside of marks.
void find_rule_acts(const QuoteInput& input, const QuoteLabels& labels, std::vector<Attribution>& out);

/// Of acts that share a cue the best one is kept; `acts` ends in order of sentences and first tokens.
void keep_best_acts(std::vector<Attribution>& acts);

}  // namespace quoth::internal
