#include "text/sentences.h"

// Tested by tests/unit/text_layout_test.cc.

namespace quoth::internal {

void find_blocks(const Tokens& tokens, std::vector<Block>& out) {
  out.clear();
  if (tokens.size() > 0) out.push_back(Block{{0, tokens.size()}});
}

}  // namespace quoth::internal
