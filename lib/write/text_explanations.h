#pragma once

// Why names and quotes were found, for people. Tested by tests/unit/write_text_test.cc.

#include <string>

#include "quoth/document.h"
#include "write/paint.h"

namespace quoth::internal {

/// For each mention and quote what spoke for and against it, where the document has it. Of the features of weights only
/// the strongest are shown, unless `all` are asked for.
void append_explanations(const Document& document, const Paint& paint, bool all, std::string& out);

}  // namespace quoth::internal
