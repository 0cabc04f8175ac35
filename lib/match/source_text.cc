#include "match/source_text.h"

#include <algorithm>

#include "text/unicode.h"

namespace quoth::internal {

std::string_view without_byte_order_mark(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return text;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

void note_invalid_utf8(const std::string& file, std::string_view text, std::size_t max_faults,
                       std::vector<Fault>& faults) {
  text = without_byte_order_mark(text);
  std::uint32_t line_number = 0;
  for (std::size_t at = 0; at < text.size() && max_faults > 0;) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    ++line_number;
    const std::size_t invalid = first_invalid_utf8(line);
    if (invalid >= line.size()) continue;
    faults.push_back({file, line_number, static_cast<std::uint32_t>(invalid + 1), "invalid UTF-8"});
    --max_faults;
  }
}

}  // namespace quoth::internal
