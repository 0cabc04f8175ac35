#pragma once

// The one way through: text -> tokens -> sentences -> evidence -> mentions -> entities -> quotes. Tested by
// tests/unit/analyzer_test.cc.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/language.h"
#include "entity/entities.h"
#include "entity/explain.h"
#include "entity/names.h"
#include "match/phrases.h"
#include "match/rules.h"
#include "quote/attribution.h"
#include "quote/found_quote.h"
#include "quote/frames.h"
#include "quote/marks.h"
#include "quote/speakers.h"
#include "quoth/analyzer.h"
#include "text/sentences.h"
#include "text/token.h"
#include "text/tokenizer.h"

namespace quoth::internal {

/// Working memory of one thread, for reuse from text to text.
struct Scratch {
  explicit Scratch(const Language& language) : cursor(language.tokenizer), rules(RuleSet::make_scratch()) {}

  Tokenizer::Cursor cursor;
  Tokens tokens;
  std::vector<Block> blocks;
  std::vector<TokenRange> sentences;
  PhraseMatches phrases;
  RuleSet::ScratchPtr rules;
  RuleMatches rule_matches;
  NamesScratch names;
  std::vector<NameSpan> found;
  std::vector<LabelledName> labelled;
  std::vector<TokenRange> left_out;  // names below Options::min_confidence
  std::vector<std::uint32_t> entity_of;
  std::vector<LinkedEntity> entities;
  std::vector<QuotedStretch> stretches;
  std::vector<LabelledRange> ranges;
  RuleMatches quote_matches;
  std::vector<Attribution> attributions;
  std::vector<TokenRange> name_spans;
  FrameScratch frames;
  std::vector<FoundQuote> quotes;
  std::vector<SpeakerMention> speakers;
  std::vector<Explanation> explanations;  // of names, where they are asked for
};

/// Runs all stages before the model; the result refers to `language` and `scratch`.
NameInput find_evidence(const Language& language, std::string_view text, Scratch& scratch);

/// The whole analysis; with `given`, these mentions are used and no others are recognized. Throws what
/// Analyzer::analyze() does.
Document analyze(const Language& language, const Options& options, std::string text,
                 const std::span<const GivenMention>* given);

}  // namespace quoth::internal
