#pragma once

// Whether a full stop, question mark or its like ends a sentence. Tested by tests/unit/text_sentences_test.cc.

#include <cstdint>

#include "text/token.h"

namespace quoth::internal {

/// What stands behind a terminator and belongs to its sentence.
struct Tail {
  std::uint32_t end = 0;     // token behind it
  bool has_quote = false;    // a closing quotation mark
  bool has_bracket = false;  // a closing bracket
};

/// Whether the token at `i` is a terminator or a word with its own full stop, and not one that belongs to what follows
/// or is spoken about: "[...]", "...and so on", ".jpeg", "!Kung".
bool may_end_sentence(const Tokens& tokens, std::uint32_t i, std::uint32_t begin, std::uint32_t end);

/// Whether the sentence that begins at range.begin ends behind the tail of the terminator at `i`; range.end is the end
/// of the block.
bool ends_sentence(const Tokens& tokens, TokenRange range, std::uint32_t i, const Tail& tail);

/// The end of a footnote's mark at `at` behind the terminator at `i`: "martyr.[1]", "effect.11"; or `at`.
std::uint32_t note_end(const Tokens& tokens, std::uint32_t i, std::uint32_t at, std::uint32_t end);

}  // namespace quoth::internal
