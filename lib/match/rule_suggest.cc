#include "match/rule_suggest.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace quoth::internal {
namespace {

constexpr std::size_t kLongestName = 64;  // longer ones are no slips of the pen

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same(char a, char b) { return lower(a) == lower(b); }

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (gap > limit || a.size() > kLongestName || b.size() > kLongestName) return limit + 1;
  std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same(a[i - 1], b[j - 1]) ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && same(a[i - 1], b[j - 2]) && same(a[i - 2], b[j - 1]);
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return std::min(last[b.size()], limit + 1);
}

std::string suggestion(std::string_view unknown, std::span<const std::string> known) {
  std::size_t best = std::max<std::size_t>(1, unknown.size() / 3) + 1;
  const std::string* nearest = nullptr;
  for (const std::string& name : known) {
    const std::size_t distance = edit_distance(unknown, name, best - 1);
    if (distance >= best) continue;
    best = distance;
    nearest = &name;
    if (best == 0) break;
  }
  return nearest == nullptr ? "" : ": did you mean '" + *nearest + "'?";
}

}  // namespace quoth::internal
