#pragma once

// What a paragraph begins with before its text does. Each function gives the token behind it, or range.begin if there
// is none. Tested by tests/unit/text_layout_test.cc.

#include <cstdint>

#include "text/token.h"

namespace quoth::internal {

/// "MOSCOW (Reuters) —", "LUSAKA, Nov 18 (Reuters) -", "NAIROBI, Kenya (AP) —", "ISLAMABAD:".
std::uint32_t dateline_end(const Tokens& tokens, TokenRange range);

/// "SMITH:", "Q:", "Ada Okoye (through an interpreter):".
std::uint32_t turn_end(const Tokens& tokens, TokenRange range);

/// "By Ada Okoye" and what follows on its line: the end of the range, or range.begin.
std::uint32_t byline_end(const Tokens& tokens, TokenRange range);

}  // namespace quoth::internal
