#pragma once

// The one way through: text -> tokens -> sentences -> evidence -> mentions -> entities -> quotes.

#include <string_view>
#include <vector>

#include "analyzer/language.h"
#include "entity/names.h"
#include "match/phrases.h"
#include "match/rules.h"
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
};

/// Runs all stages before the model; the result refers to `language` and `scratch`.
NameInput find_evidence(const Language& language, std::string_view text, Scratch& scratch);

}  // namespace quoth::internal
