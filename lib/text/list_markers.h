#pragma once

// The marks that begin the items of a list: "1." "2.)" "(iii)" "b)" "• 4.". Tested by
// tests/unit/text_sentences_test.cc.

#include <cstdint>

#include "text/token.h"

namespace quoth::internal {

/// How items are counted and how the count is dressed. Two markers belong to one list if these are the same.
struct MarkerForm {
  enum Count : std::uint8_t { none, bullet, number, lower_letter, upper_letter, roman } count = none;
  bool has_open = false;   // (
  bool has_stop = false;   // .
  bool has_close = false;  // )

  friend bool operator==(const MarkerForm&, const MarkerForm&) = default;
};

struct ListMarker {
  MarkerForm form;
  std::uint32_t value = 0;        // from 1: third is 3 in "3." "c)" "(iii)"; 0 for a bullet
  std::uint32_t roman_value = 0;  // where letters may be a roman number too
  std::uint32_t end = 0;          // token behind the marker

  explicit operator bool() const { return form.count != MarkerForm::none; }
};

/// The marker at token `i`, which must not reach past `end`; false if there is none.
ListMarker list_marker_at(const Tokens& tokens, std::uint32_t i, std::uint32_t end);

/// Whether `next` is the item behind `last` in one list.
bool follows(const ListMarker& last, const ListMarker& next);

}  // namespace quoth::internal
