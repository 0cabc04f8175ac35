#pragma once

// What marked articles are checked for, text by text. Pure functions. Tested by tests/unit/tools_marked_text_test.cc.

#include <string>
#include <string_view>
#include <vector>

#include "quoth/document.h"

namespace quoth::internal {

std::size_t code_points(std::string_view utf8);
/// Words with white space between them.
std::size_t word_count(std::string_view utf8);

/// Without white space, of any script, at both edges.
std::string_view stripped(std::string_view utf8);
bool has_space_at_edge(std::string_view utf8);

/// What stands behind the last white space.
std::string_view last_word(std::string_view utf8);

/// The lines of a text, without their '\n'.
std::vector<std::string_view> lines_of(std::string_view text);

/// Whether a name ends with an apostrophe, or one and an s, and is none of `exceptions`: see NamesWithApostrophe.
bool ends_with_possessive(std::string_view name, const std::vector<std::string>& exceptions);

/// A text in quotes for a message, with escapes for what cannot be seen.
std::string shown(std::string_view utf8);

/// What a quote is by the marks in its content: direct where (nearly) all letters stand between them, mixed where some
/// do.
QuoteType marked_quote_type(std::string_view text, const std::vector<Span>& content);

}  // namespace quoth::internal
