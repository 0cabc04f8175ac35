#pragma once

// What the tagger and the parser know of a word before they look at its neighbours. Tested by
// tests/unit/syntax_word_facts_test.cc.

#include <cstdint>
#include <span>
#include <vector>

#include "base/lexicon.h"
#include "model/name_facts.h"
#include "syntax/syntax.h"
#include "text/token.h"

namespace quoth::internal {

struct WordFacts {
  std::uint64_t word = 0;                               // hash of the folded form; of numbers: of their pattern
  std::uint64_t suffix2 = 0, suffix3 = 0, suffix4 = 0;  // hashes of the last bytes of the folded form
  std::uint64_t prefix = 0;                             // of its first three bytes
  std::uint32_t kind = 0;                               // parts of speech by the list of ordinary words; 0: not in it
  std::uint32_t names = 0;                              // which lists of names have it, a bit a list
  std::uint32_t shape = 0;                              // Shape; + 16 at the start of the sentence
  bool in_name = false;                                 // known to be part of a name: set by the caller
  Tag known = Tag::none;                                // its tag, where the caller knows it
};

/// What facts are read off. References; the caller keeps them alive. The tokens' words are looked up.
struct SyntaxInput {
  const Tokens& tokens;
  std::span<const Lexicon> lexicons;
  const KindTable& kinds;
};

/// Facts of a stretch outside of the sentence.
WordFacts facts_of_edge();

/// Fills `out` with the facts of the tokens of a sentence, or of a part of it, two edges before them and two behind.
void find_sentence_facts(const SyntaxInput& input, std::span<const std::uint32_t> tokens, std::vector<WordFacts>& out);

/// Edges before the first token in what find_sentence_facts() makes.
inline constexpr std::uint32_t kEdges = 2;

}  // namespace quoth::internal
