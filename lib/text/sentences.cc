#include "text/sentences.h"

// Tested by tests/unit/text_sentences_test.cc.

namespace quoth::internal {

void split_sentences(const Tokens&, const std::vector<Block>& blocks, std::vector<TokenRange>& out) {
  out.clear();
  for (const Block& block : blocks) out.push_back(block.tokens);
}

}  // namespace quoth::internal
