#include "quote/turns.h"

// Tested by tests/unit/quote_quotes_test.cc.

#include <algorithm>

namespace quoth::internal {

Turns::Turns(const QuoteInput& input) : in_(input) {
  // Single lines with a colon may be headings; one right behind another, or many, are people who talk.
  constexpr std::size_t kMany = 3;
  std::size_t turns = 0;
  bool last = false, neighbours = false;
  for (const Block& block : in_.names.blocks) {
    const bool turn = is_turn(block);
    turns += turn ? 1 : 0;
    neighbours = neighbours || (turn && last);
    last = turn;
  }
  is_transcript_ = neighbours || turns >= kMany;
}

// Not "MARKET WRAP: shares slip".
bool Turns::names_person(const Block& block) const {
  const auto first = std::lower_bound(in_.mentions.begin(), in_.mentions.end(), block.tokens.begin,
                                      [](const LabelledName& n, std::uint32_t t) { return n.tokens.begin < t; });
  return first != in_.mentions.end() && first->label == kPerson && first->tokens.end < block.turn_end;
}

}  // namespace quoth::internal
