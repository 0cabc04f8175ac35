#pragma once

// Lines that begin with who speaks, "NAME: …": turns of a transcript, and headlines. Tested by
// tests/unit/quote_quotes_test.cc.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "quote/attribution.h"

namespace quoth::internal {

/// The turns of one text; the input must outlive it.
class Turns {
 public:
  explicit Turns(const QuoteInput& input);

  /// Whether all of a block behind its colon is what its speaker says.
  bool speaks(std::size_t block) const { return speaks_[block]; }

  /// Marks in a turn are a part of what is said.
  bool holds(const QuotedStretch& s) const {
    return s.tokens.begin > in_.names.blocks[s.block].turn_end && speaks(s.block);
  }

  static TokenRange speaker(const Block& block) { return {block.tokens.begin, block.turn_end - 1}; }
  static TokenRange said(const Block& block) { return {block.turn_end, block.tokens.end}; }
  /// Not "Said Okoye: …".
  bool is_turn(const Block& b) const {
    const bool labelled = b.turn_end > b.tokens.begin && b.turn_end < b.tokens.end;
    return labelled && (in_.facts[b.tokens.begin].classes & bit(WordClass::say_verb)) == 0;
  }

 private:
  bool find_speaks(const Block& block) const {
    return is_turn(block) && (names_person(block) || (is_transcript_ && returns(block) && ends_sentence(block)));
  }
  bool names_person(const Block& block) const;
  bool returns(const Block& block) const;  // who speaks in it speaks in another, too, or has a role
  bool ends_sentence(const Block& block) const;
  std::uint64_t label(const Block& block) const;

  const QuoteInput& in_;
  bool is_transcript_ = false;
  std::vector<std::uint64_t> labels_;  // of all turns, sorted
  std::vector<bool> speaks_;           // by block: asked for each stretch of marks in it
};

}  // namespace quoth::internal
