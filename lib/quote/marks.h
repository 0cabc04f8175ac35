#pragma once

// Pairs quotation marks. Tested by tests/unit/quote_marks_test.cc.
//
// Marks are paired within a block. A straight mark's side is told by its neighbours; an opener while one of its kind is
// open starts anew; an opener at the start of the next block continues a quotation that was left open; a single mark
// opens only behind white space and before a letter, and closes behind punctuation first; a lone closer closes the
// words right before it.

#include <cstdint>
#include <vector>

#include "model/name_facts.h"
#include "text/sentences.h"
#include "text/token.h"

namespace quoth::internal {

/// How a stretch was marked.
enum class MarkFault : std::uint8_t {
  none,
  no_closer,  // reaches to the end of its block
  no_opener,  // only the closer is written
};

/// A stretch between two marks.
struct QuotedStretch {
  TokenRange tokens;  // with its marks
  TokenRange inner;   // without them
  std::uint32_t block = 0;
  std::uint8_t depth = 0;  // 1: inside another stretch
  MarkFault fault = MarkFault::none;
  bool continues = false;  // goes on from the stretch before it, in the block before
  bool nickname = false;   // Ada "Sunny" Okoye
};

/// What a mark can be.
enum class MarkKind : std::uint8_t {
  none,
  straight_double,
  straight_single,
  open_double,
  close_double,
  open_single,
  close_single,
  open_angle,
  close_angle,
  low_double
};
MarkKind mark_kind(std::string_view written);

/// Fills `out`, sorted by begin; inner stretches follow the one that holds them. Linear in the text.
void pair_marks(const Tokens& tokens, const std::vector<Block>& blocks, std::vector<QuotedStretch>& out);

}  // namespace quoth::internal
