#include "write/paint.h"

#include <algorithm>
#include <array>

namespace quoth::internal {
namespace {

// By label: PERSON, LOCATION, ORGANIZATION, all others.
constexpr std::array<PaintMark, 4> kPlain = {{{"*", "*", 1}, {"_", "_", 1}, {"+", "+", 1}, {"~", "~", 1}}};
constexpr std::array<PaintMark, 4> kColored = {
    {{"\x1b[1;36m", "\x1b[0m"}, {"\x1b[1;32m", "\x1b[0m"}, {"\x1b[1;33m", "\x1b[0m"}, {"\x1b[1;35m", "\x1b[0m"}}};

}  // namespace

PaintMark Paint::name(LabelId label) const {
  const auto index = std::min<std::size_t>(label, kPlain.size() - 1);
  return color_ ? kColored[index] : kPlain[index];
}

std::string painted(const PaintMark& mark, std::string_view text) {
  std::string out(mark.open);
  out += text;
  out += mark.close;
  return out;
}

}  // namespace quoth::internal
