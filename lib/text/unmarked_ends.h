#pragma once

// Sentences that end without a full stop or its like: on pages whose lines were lost, in mail, in captions. Tested by
// tests/unit/text_sentences_test.cc.

#include <cstdint>

#include "text/token.h"

namespace quoth::internal {

/// The end of the emoticon at `i`, ":-)" or its like, or `i`. A sentence ends behind it.
std::uint32_t emoticon_end(const Tokens& tokens, std::uint32_t i, std::uint32_t end);

/// Whether a sentence begins at `i`, past range.begin, although nothing ended the one before it, which begins at
/// range.begin: "Okoye at the port Photo: Jan Novak", "Port reopens Monday, May 4, 2026". range.end is the end of the
/// block.
bool begins_unmarked(const Tokens& tokens, TokenRange range, std::uint32_t i);

}  // namespace quoth::internal
