#pragma once

// Page layout and sentences. Tested by tests/unit/text_layout_test.cc and tests/unit/text_sentences_test.cc.

#include <cstdint>
#include <vector>

#include "text/token.h"

namespace quoth::internal {

/// What a block of a page is.
enum class BlockKind : std::uint8_t {
  paragraph,
  heading,    // a short line without a full stop, in Title Case or not, set apart from its neighbours; ALL CAPS
  caption,    // a picture's caption or credit
  byline,     // By Ada Okoye and Jan Novak
  list_item,  // a bullet or a numbered line
  table,      // lines of figures or fixtures
};

/// A stretch of tokens that belongs together on the page; blocks follow each other and cover all tokens.
struct Block {
  TokenRange tokens;
  BlockKind kind = BlockKind::paragraph;
  std::uint32_t dateline_end =
      0;  // token behind "MOSCOW (Reuters) —" or "LUSAKA, Nov 18 (Reuters) -"; tokens.begin: none
  std::uint32_t turn_end = 0;  // token behind the colon of "SMITH:" or "Q:"; tokens.begin: no turn
};

/// Fills `out` with the blocks of a text whose words are looked up.
void find_blocks(const Tokens& tokens, std::vector<Block>& out);

/// Fills `out` with sentences: they follow each other, cover all tokens, and none crosses a block's edge.
void split_sentences(const Tokens& tokens, const std::vector<Block>& blocks, std::vector<TokenRange>& out);

}  // namespace quoth::internal
