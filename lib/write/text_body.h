#pragma once

// The text of a document as a person reads it. Tested by tests/unit/write_text_test.cc.

#include <cstddef>
#include <string>

#include "quoth/document.h"
#include "write/paint.h"

namespace quoth::internal {

/// Appends the text with its names marked, wrapped to `width` columns. Its own line breaks stay, several blank lines
/// become one. Linear in the text.
void append_marked_text(const Document& document, const Paint& paint, std::size_t width, std::string& out);

}  // namespace quoth::internal
