#pragma once

// How wide text is on a terminal. Tested by tests/unit/write_columns_test.cc.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::internal {

/// Columns that a character takes: 0 for combining marks and joiners, 2 for East Asian wide characters and most emoji,
/// else 1. A short table of blocks: enough to keep a table straight, no full Unicode East Asian Width.
int column_width(char32_t code) noexcept;

/// Columns of a text without line breaks.
std::size_t columns_of(std::string_view text) noexcept;

/// A text made safe to print on one line: runs of white space become one space, control characters (which could steer
/// the terminal) and bytes that are no UTF-8 become U+FFFD. No white space stays at the edges.
std::string one_line(std::string_view text);

/// The text cut to at most `columns` (at least 1); what is cut is shown by an ellipsis.
std::string cut_to(std::string_view text, std::size_t columns);

/// A text's words in lines of at most `columns`; a longer word has a line of its own. At least one line.
std::vector<std::string> wrap(std::string_view text, std::size_t columns);

}  // namespace quoth::internal
