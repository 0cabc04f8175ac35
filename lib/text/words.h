#pragma once

// Looks each word up once. Tested by tests/unit/text_words_test.cc.

#include <cstdint>
#include <span>
#include <vector>

#include "base/lexicon.h"
#include "text/token.h"
#include "text/word_class.h"

namespace quoth::internal {

/// Which WordClass bits a lexicon's kinds stand for; made once, when data is loaded. A kind belongs to the class whose
/// name (kWordClassNames) is the kind, its part before or behind the first dot in lower case ("GIVEN.f" is given,
/// "LOCATION.country" a country, too), or its list's file name without folders and ending.
class WordClasses {
 public:
  WordClasses() = default;
  explicit WordClasses(std::span<const Lexicon> lexicons);

  /// Class bits of an entry.
  std::uint64_t of(std::uint32_t lexicon, const Entry& entry) const;

 private:
  std::vector<std::vector<std::uint64_t>> by_kind_;  // [lexicon][kind]
  std::vector<std::vector<std::uint64_t>> by_list_;  // [lexicon][list]
};

/// Fills Tokens::words and Token::classes. An entry gives its class only where the word is written as it asks
/// (Entry::case_rule).
void look_up_words(std::span<const Lexicon> lexicons, const WordClasses& classes, Tokens& tokens);

/// Whether tokens [begin, end) are written as the rule asks. A letter of a script without case counts as a capital.
bool written_as(const Tokens& tokens, std::uint32_t begin, std::uint32_t end, CaseRule rule);

}  // namespace quoth::internal
