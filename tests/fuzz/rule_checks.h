#pragma once

#include "match/rules.h"

namespace quoth_fuzz {

/// Compiles a pack and runs it over a text of our own; a fault must name its file and say what is wrong, a match must
/// lie in the text. Returns whether the pack has no fault.
bool check_pack(const quoth::internal::RuleFile& file);

}  // namespace quoth_fuzz
