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
    if (turn) labels_.push_back(label(block));
    neighbours = neighbours || (turn && last);
    last = turn;
  }
  is_transcript_ = neighbours || turns >= kMany;
  std::sort(labels_.begin(), labels_.end());
  for (const Block& block : in_.names.blocks) speaks_.push_back(find_speaks(block));
}

// Of "Q (Politico)" only the letter counts.
std::uint64_t Turns::label(const Block& block) const {
  const Tokens& tokens = in_.names.tokens;
  std::uint64_t hash = tokens[block.tokens.begin].hash;
  if (tokens[block.tokens.begin].shape == Shape::initial) return hash;
  for (std::uint32_t i = block.tokens.begin + 1; i < block.turn_end; ++i) hash = combine_hashes(hash, tokens[i].hash);
  return hash;
}

// Not the one "Banjul: 6,022 votes" of a list.
bool Turns::returns(const Block& block) const {
  if (in_.names.tokens[block.tokens.begin].shape == Shape::initial) return true;  // Q, A
  for (std::uint32_t i = block.tokens.begin; i < block.turn_end; ++i)
    if ((in_.facts[i].classes & bit(WordClass::role)) != 0) return true;
  const auto range = std::equal_range(labels_.begin(), labels_.end(), label(block));
  return range.second - range.first > 1;
}

bool Turns::ends_sentence(const Block& block) const {
  std::uint32_t last = block.tokens.end - 1;
  const Tokens& tokens = in_.names.tokens;
  while (last > block.turn_end && tokens[last].shape == Shape::punct &&
         mark_kind(tokens.written(last)) != MarkKind::none)
    --last;
  const std::string_view w = tokens.written(last);
  return w.back() == '.' || w == "?" || w == "!" || w == "\u2026" || w == ")" || w == "\u2014" || w == "-" || w == "--";
}

// Not "MARKET WRAP: shares slip".
bool Turns::names_person(const Block& block) const {
  const auto first = std::lower_bound(in_.mentions.begin(), in_.mentions.end(), block.tokens.begin,
                                      [](const LabelledName& n, std::uint32_t t) { return n.tokens.begin < t; });
  return first != in_.mentions.end() && first->label == kPerson && first->tokens.end < block.turn_end;
}

}  // namespace quoth::internal
