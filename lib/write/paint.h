#pragma once

// How names and headings are marked, with and without colour. Tested by tests/unit/write_text_test.cc.

#include <string>
#include <string_view>

#include "quoth/document.h"

namespace quoth::internal {

/// What is printed before and behind a marked stretch.
struct PaintMark {
  std::string_view open;
  std::string_view close;
  int columns = 0;  // that each of the two takes
};

/// With colour, ANSI sequences; without, a sign on both sides of a name: *person* _place_ +organisation+ ~other~.
class Paint {
 public:
  explicit Paint(bool color) : color_(color) {}

  PaintMark name(LabelId label) const;
  PaintMark heading() const { return color_ ? PaintMark{"\x1b[1m", "\x1b[0m"} : PaintMark{}; }
  PaintMark faint() const { return color_ ? PaintMark{"\x1b[2m", "\x1b[0m"} : PaintMark{}; }

 private:
  bool color_;
};

std::string painted(const PaintMark& mark, std::string_view text);

}  // namespace quoth::internal
