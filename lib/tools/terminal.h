#pragma once

// What the program knows of the terminal. Tested by tests/unit/tools_terminal_test.cc.

#include <cstdint>
#include <optional>
#include <string_view>

namespace quoth::internal {

/// When colours are used.
enum class ColorChoice : std::uint8_t { automatic, always, never };

/// What decides on colours and width, apart from what the user asks for.
struct TerminalFacts {
  bool is_terminal = false;
  std::uint32_t window_columns = 0;    // 0: unknown
  std::string_view columns_variable;   // $COLUMNS
  std::string_view no_color_variable;  // $NO_COLOR
  std::string_view term_variable;      // $TERM
};

/// The facts of this process. The views are of the environment: read before threads start.
TerminalFacts terminal_facts(int descriptor);

/// By itself only on a terminal that can, and not where NO_COLOR is set (https://no-color.org).
bool use_color(const TerminalFacts& facts, ColorChoice choice);

/// Columns to wrap at: $COLUMNS, else the window's, else 80.
std::uint32_t text_width(const TerminalFacts& facts);

}  // namespace quoth::internal
