#pragma once

// The data of one language, loaded: what the pipeline reads and never changes.

#include <memory>
#include <string>
#include <vector>

#include "base/frozen.h"
#include "base/lexicon.h"
#include "entity/names.h"
#include "match/rules.h"
#include "model/name_facts.h"
#include "text/tokenizer.h"
#include "text/words.h"

namespace quoth::internal {

/// Immutable once made; safe to share between threads. Not to be moved once a RuleSet refers to `lexicons`.
struct Language {
  std::vector<std::shared_ptr<const void>> storage;  // keeps the bytes of files alive
  Tokenizer tokenizer;
  std::vector<Lexicon> lexicons;  // the language's own, then those of packs
  WordClasses classes;
  KindTable kinds;
  RuleSet rules;
  NameModel names;
};

}  // namespace quoth::internal
