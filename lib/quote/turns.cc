#include "quote/turns.h"

// Tested by tests/unit/quote_quotes_test.cc.

#include <algorithm>

namespace quoth::internal {

Turns::Turns(const QuoteInput& input) : in_(input) {
  // Two lines with a colon may be headings; more are people who talk.
  constexpr std::ptrdiff_t kFewest = 3;
  is_transcript_ = std::count_if(in_.names.blocks.begin(), in_.names.blocks.end(), is_turn) >= kFewest;
}

// Not "MARKET WRAP: shares slip".
bool Turns::names_person(const Block& block) const {
  const auto first = std::lower_bound(in_.mentions.begin(), in_.mentions.end(), block.tokens.begin,
                                      [](const LabelledName& n, std::uint32_t t) { return n.tokens.begin < t; });
  return first != in_.mentions.end() && first->label == kPerson && first->tokens.end < block.turn_end;
}

}  // namespace quoth::internal
