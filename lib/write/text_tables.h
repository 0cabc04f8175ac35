#pragma once

// The tables below the text. Tested by tests/unit/write_text_test.cc.

#include <cstddef>
#include <string>

#include "quoth/document.h"
#include "write/paint.h"

namespace quoth::internal {

/// Who and what is in the text, by label, most often mentioned first.
void append_entities(const Document& document, const Paint& paint, std::size_t width, std::string& out);

/// A row a quote: speaker, cue, words.
void append_quotes(const Document& document, const Paint& paint, std::size_t width, std::string& out);

}  // namespace quoth::internal
