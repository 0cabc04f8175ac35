#pragma once

// The data of one language, loaded: what the pipeline reads and never changes. Tested by
// tests/unit/analyzer_language_test.cc.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/frozen.h"
#include "base/lexicon.h"
#include "entity/custom_names.h"
#include "entity/names.h"
#include "match/rules.h"
#include "model/name_facts.h"
#include "quoth/analyzer.h"
#include "syntax/model.h"
#include "text/tokenizer.h"
#include "text/words.h"

namespace quoth::internal {

/// Immutable once made; safe to share between threads. The rule set refers to `lexicons`: not copied, not moved.
struct Language {
  Language() = default;
  Language(const Language&) = delete;
  Language& operator=(const Language&) = delete;

  std::vector<std::shared_ptr<const void>> storage;  // keeps the bytes of files alive
  Tokenizer tokenizer;
  std::vector<Lexicon> lexicons;  // the language's own, then those of packs
  WordClasses classes;
  KindTable kinds;
  RuleSet rules;
  NameModel names;
  SyntaxModel syntax;
  CustomLabels custom;
};

/// Loads data and packs. Throws one LoadError with every fault.
std::unique_ptr<const Language> load_language(const Sources& sources);

}  // namespace quoth::internal
