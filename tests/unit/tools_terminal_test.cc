#include <catch2/catch.hpp>

#include "tools/terminal.h"

namespace quoth::internal {
namespace {

TEST_CASE("colour only on a terminal, and not against the user's will") {
  //                       terminal columns COLUMNS NO_COLOR TERM
  const TerminalFacts terminal{true, 100, "", "", "xterm"};
  const TerminalFacts pipe{false, 0, "", "", "xterm"};
  const TerminalFacts no_color{true, 100, "", "1", "xterm"};
  const TerminalFacts dumb{true, 100, "", "", "dumb"};
  CHECK(use_color(terminal, ColorChoice::automatic));
  CHECK_FALSE(use_color(pipe, ColorChoice::automatic));
  CHECK_FALSE(use_color(no_color, ColorChoice::automatic));
  CHECK_FALSE(use_color(dumb, ColorChoice::automatic));
  CHECK_FALSE(use_color(terminal, ColorChoice::never));
  CHECK(use_color(pipe, ColorChoice::always));
  CHECK(use_color(no_color, ColorChoice::always));
}

TEST_CASE("the width is $COLUMNS, the window's, or 80") {
  CHECK(text_width({true, 100, "", "", ""}) == 100);
  CHECK(text_width({true, 100, "120", "", ""}) == 120);
  CHECK(text_width({false, 0, "", "", ""}) == 80);
  CHECK(text_width({false, 0, "132", "", ""}) == 132);
  CHECK(text_width({true, 100, "wide", "", ""}) == 100);
  CHECK(text_width({true, 100, "-5", "", ""}) == 100);
  CHECK(text_width({true, 100, "99999999999999", "", ""}) == 100);
  CHECK(text_width({true, 3, "", "", ""}) == 40);
  CHECK(text_width({true, 5000, "", "", ""}) == 1000);
}

}  // namespace
}  // namespace quoth::internal
