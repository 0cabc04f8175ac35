#pragma once

// What a punctuation token does to a sentence or a line. Tested by tests/unit/text_sentences_test.cc.

#include <cstdint>

#include "text/token.h"

namespace quoth::internal {

enum class Mark : std::uint8_t {
  none,      // no punctuation, or one that does nothing here
  stop,      // . 。
  shout,     // ! ? and their kin
  ellipsis,  // ... …
  open,      // ( [ “ ‘ « „
  close,     // ) ] ” ’ »
  straight,  // " ' '': opens or closes
  inner,     // , ; : what cannot begin a sentence
  dash,      // - – — --
  bullet,    // • ▪ * at the beginning of a line
};

Mark mark_of(const Tokens& tokens, std::uint32_t i);

/// Whether a token is an opening or closing quotation mark (not a bracket).
bool is_quote_mark(const Tokens& tokens, std::uint32_t i);

/// Whether a word ends in its own full stop: J. U.S. a.m.
bool ends_in_stop(const Tokens& tokens, std::uint32_t i);

/// Whether a token is the mark that ends sentences: stop, shout or ellipsis.
inline bool is_terminator(Mark mark) { return mark == Mark::stop || mark == Mark::shout || mark == Mark::ellipsis; }

}  // namespace quoth::internal
