#include "write/columns.h"

#include <algorithm>
#include <array>

#include "write/utf8.h"

namespace quoth::internal {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Sorted; both ends included.
constexpr std::array<Range, 16> kNarrowest = {{{0x0300, 0x036F},
                                               {0x0483, 0x0489},
                                               {0x0591, 0x05BD},
                                               {0x0610, 0x061A},
                                               {0x064B, 0x065F},
                                               {0x06D6, 0x06DC},
                                               {0x093A, 0x093A},
                                               {0x0941, 0x0948},
                                               {0x0E34, 0x0E3A},
                                               {0x1AB0, 0x1AFF},
                                               {0x1DC0, 0x1DFF},
                                               {0x200B, 0x200F},
                                               {0x202A, 0x202E},
                                               {0x2060, 0x2064},
                                               {0x20D0, 0x20FF},
                                               {0xFE00, 0xFE0F}}};
constexpr std::array<Range, 12> kWidest = {{{0x1100, 0x115F},
                                            {0x2E80, 0x303E},
                                            {0x3041, 0xA4CF},
                                            {0xA960, 0xA97F},
                                            {0xAC00, 0xD7A3},
                                            {0xF900, 0xFAFF},
                                            {0xFE30, 0xFE6F},
                                            {0xFF00, 0xFF60},
                                            {0xFFE0, 0xFFE6},
                                            {0x1F300, 0x1F64F},
                                            {0x1F900, 0x1F9FF},
                                            {0x20000, 0x3FFFD}}};

template <std::size_t size>
bool holds(const std::array<Range, size>& ranges, char32_t code) {
  const auto found =
      std::lower_bound(ranges.begin(), ranges.end(), code, [](Range range, char32_t c) { return range.last < c; });
  return found != ranges.end() && found->first <= code;
}

bool is_space(char32_t code) {
  return code == ' ' || (code >= '\t' && code <= '\r') || code == 0x2028 || code == 0x2029;
}

}  // namespace

int column_width(char32_t code) noexcept {
  if (code < 0x0300) return 1;
  if (holds(kNarrowest, code)) return 0;
  return holds(kWidest, code) ? 2 : 1;
}

std::size_t columns_of(std::string_view text) noexcept {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character character = utf8_at(text, at);
    columns += static_cast<std::size_t>(column_width(character.code));
    at += character.size;
  }
  return columns;
}

std::string one_line(std::string_view text) {
  std::string line;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character character = utf8_at(text, at);
    if (is_space(character.code)) {
      space = !line.empty();
    } else {
      if (space) line += ' ';
      space = false;
      line += !character.valid || is_control(character.code) ? kReplacement : text.substr(at, character.size);
    }
    at += character.size;
  }
  return line;
}

std::string cut_to(std::string_view text, std::size_t columns) {
  std::size_t used = 0;
  std::size_t cut = 0;  // where one column is left for the ellipsis
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character character = utf8_at(text, at);
    used += static_cast<std::size_t>(column_width(character.code));
    at += character.size;
    if (used < columns) cut = at;
    if (used > columns) return std::string(text.substr(0, cut)) + "\u2026";
  }
  return std::string(text);
}

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    const std::size_t width = columns_of(word);
    if (used != 0 && used + 1 + width > columns) {
      lines.emplace_back();
      used = 0;
    }
    if (used != 0) {
      lines.back() += ' ';
      ++used;
    }
    lines.back() += word;
    used += width;
    at = end + 1;
  }
  return lines;
}

}  // namespace quoth::internal
