#include "tools/evaluation.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <tuple>

namespace quoth::internal {
namespace {

bool is_alnum(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// General punctuation (U+2000 to U+206F) and the angle marks are three or two bytes of a known lead.
std::size_t punctuation_before(std::string_view text, std::size_t end) {
  const auto ends_with = [&](std::string_view mark) { return text.substr(0, end).ends_with(mark); };
  if (end >= 3 && text[end - 3] == '\xE2' && (text[end - 2] == '\x80' || text[end - 2] == '\x81')) return 3;
  if (ends_with("\u00AB") || ends_with("\u00BB") || ends_with("\u00A0")) return 2;
  const auto byte = static_cast<unsigned char>(text[end - 1]);
  return byte < 0x80 && !is_alnum(text[end - 1]) ? 1 : 0;
}

std::size_t punctuation_after(std::string_view text, std::size_t begin) {
  const std::string_view rest = text.substr(begin);
  if (rest.starts_with("\xE2\x80") || rest.starts_with("\xE2\x81")) return std::min<std::size_t>(3, rest.size());
  if (rest.starts_with("\u00AB") || rest.starts_with("\u00BB") || rest.starts_with("\u00A0")) return 2;
  return static_cast<unsigned char>(rest[0]) < 0x80 && !is_alnum(rest[0]) ? 1 : 0;
}

using Item = std::tuple<std::uint32_t, std::uint32_t, NameType>;

// Each name once, with its confidence.
using Items = std::map<Item, float>;

Items items(std::string_view text, const std::vector<GoldName>& names) {
  Items out;
  for (const GoldName& name : names) {
    const Span span = trimmed(text, name.span);
    if (name.type != NameType::misc && !span.empty())
      out.try_emplace({span.begin, span.end, name.type}, name.confidence);
  }
  return out;
}

// Items are sorted by begin; names of one list seldom overlap, so the neighbours of the place are looked at.
bool touches(const Items& others, const Item& item) {
  const auto& [begin, end, type] = item;
  auto it = others.lower_bound({begin, 0, NameType::person});
  for (int back = 0; back < 4 && it != others.begin(); ++back) --it;
  for (; it != others.end() && std::get<0>(it->first) < end; ++it)
    if (std::get<2>(it->first) == type && std::get<1>(it->first) > begin) return true;
  return false;
}

std::string error_name(std::string_view text, const Item& item) {
  const auto& [begin, end, type] = item;
  return std::string(kNameTypeNames[static_cast<std::size_t>(type)]) + " '" +
         std::string(text.substr(begin, end - begin)) + "'";
}

void append_commonest(std::string& out, const char* title, const std::map<std::string, std::uint32_t>& errors,
                      std::size_t most) {
  std::vector<std::pair<std::uint32_t, std::string>> sorted;
  sorted.reserve(errors.size());
  for (const auto& [name, count] : errors) sorted.emplace_back(count, name);
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  out += '\n';
  out.append(title).append(":\n");
  for (std::size_t k = 0; k < std::min(most, sorted.size()); ++k)
    out += "  " + std::to_string(sorted[k].first) + "  " + sorted[k].second + '\n';
}

std::string row(std::string_view name, const Score& s) {
  std::array<char, 128> line{};
  std::snprintf(line.data(), line.size(), "%-13s %6.1f %6.1f %6.1f   %6.1f %7u %7u\n", std::string(name).c_str(),
                s.precision(), s.recall(), s.f1(), s.overlap_f1(), s.gold, s.found);
  return line.data();
}

}  // namespace

double Score::overlap_f1() const {
  if (gold == 0 || found == 0) return 0;
  const double p = 100.0 * found_overlap / found, r = 100.0 * gold_overlap / gold;
  return p + r > 0 ? 2 * p * r / (p + r) : 0;
}

Span trimmed(std::string_view text, Span span) {
  for (const std::string_view ending : {"'s", "\u2019s"})
    if (text.substr(span.begin, span.size()).ends_with(ending) && span.size() > ending.size())
      span.end -= static_cast<std::uint32_t>(ending.size());
  while (span.begin < span.end) {
    const std::size_t cut = punctuation_before(text, span.end);
    if (cut == 0) break;
    span.end -= static_cast<std::uint32_t>(std::min<std::size_t>(cut, span.size()));
  }
  while (span.begin < span.end) {
    const std::size_t cut = punctuation_after(text, span.begin);
    if (cut == 0) break;
    span.begin += static_cast<std::uint32_t>(std::min<std::size_t>(cut, span.size()));
  }
  return span;
}

std::vector<bool> which_are_right(std::string_view text, const std::vector<GoldName>& gold,
                                  const std::vector<GoldName>& found) {
  const Items want = items(text, gold);
  std::vector<bool> right;
  for (const GoldName& name : found) {
    const Span span = trimmed(text, name.span);
    right.push_back(want.contains({span.begin, span.end, name.type}));
  }
  return right;
}

void Evaluation::add(std::string_view text, const std::vector<GoldName>& gold, const std::vector<GoldName>& found) {
  const Items want = items(text, gold), have = items(text, found);
  const auto both = [&](const Item& item, auto change) {
    change(types[static_cast<std::size_t>(std::get<2>(item))]);
    change(all);
  };
  for (const auto& [item, unused] : want) {
    const bool hit = have.contains(item), near = touches(have, item);
    both(item, [&](Score& s) { ++s.gold, s.exact += hit, s.gold_overlap += near; });
    if (!hit) ++missed[error_name(text, item)];
  }
  for (const auto& [item, confidence] : have) {
    const bool hit = want.contains(item), near = touches(want, item);
    reliability.add(confidence, hit);
    both(item, [&](Score& s) { ++s.found, s.found_overlap += near; });
    if (!hit) ++extra[error_name(text, item)];
  }
}

std::string Evaluation::report(std::size_t errors) const {
  std::string out = "              exact P      R     F1  overlap F1    gold   found\n";
  for (std::size_t t = 0; t < types.size(); ++t) out += row(kNameTypeNames[t], types[t]);
  out += row("all", all);
  if (errors == 0) return out;
  append_commonest(out, "commonest misses", missed, errors);
  append_commonest(out, "commonest false alarms", extra, errors);
  return out;
}

}  // namespace quoth::internal
