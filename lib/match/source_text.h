#pragma once

// What holds for the text of every source file. Tested by tests/unit/match_rules_faults_test.cc.

#include <string>
#include <string_view>
#include <vector>

#include "quoth/load_error.h"

namespace quoth::internal {

/// Without the byte order mark that some editors put at a file's begin.
std::string_view without_byte_order_mark(std::string_view text);

/// White space within a line.
constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }
/// Without blanks at its edges.
std::string_view trimmed(std::string_view text);

/// Adds a fault for each line that is not valid UTF-8, up to `max_faults`.
void note_invalid_utf8(const std::string& file, std::string_view text, std::size_t max_faults,
                       std::vector<Fault>& faults);

}  // namespace quoth::internal
