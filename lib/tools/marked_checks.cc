// Tested by tests/unit/tools_marked_text_test.cc.

#include "tools/marked_checks.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "text/unicode.h"

namespace quoth::internal {
namespace {

constexpr char32_t kLeftSingle = U'\u2018', kRightSingle = U'\u2019';

bool is_space(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x20) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool counts(char32_t c) { return (c >= '0' && c <= '9') || letter_case(c) != LetterCase::no_letter; }

bool is_double_mark(char32_t c) {
  return c == '"' || c == U'\u201C' || c == U'\u201D' || c == U'\u201E' || c == U'\u00AB' || c == U'\u00BB';
}

bool opens(char32_t c) { return c == U'\u201C' || c == U'\u201E' || c == U'\u00AB'; }

// Letters and digits of content, and how many of them stand between double marks.
struct Letters {
  std::size_t inside = 0, all = 0;

  void count(std::string_view part) {
    bool open = false;
    for (std::size_t at = 0; at < part.size();) {
      const char32_t c = decode(part, at);
      if (is_double_mark(c)) {
        open = c == '"' ? !open : opens(c);
      } else if (counts(c)) {
        ++all;
        inside += open ? 1 : 0;
      }
    }
  }
};

// Whether something stands between single curly marks.
bool has_single_quoted(std::string_view text) {
  std::size_t since = 0;  // characters since a left mark, which is one
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = decode(text, at);
    if (c == kRightSingle) {
      if (since > 1) return true;
      since = 0;
    } else if (since != 0) {
      ++since;
    } else if (c == kLeftSingle) {
      since = 1;
    }
  }
  return false;
}

bool begins_with_single_mark(std::string_view part) {
  std::size_t at = 0;
  const char32_t first = part.empty() ? U'\0' : decode(part, at);
  return first == kLeftSingle || first == '\'';
}

bool is_exception(std::string_view stem, std::string_view exception) {
  if (!exception.ends_with(" *")) return stem.ends_with(exception);
  const std::string_view word = last_word(stem);
  return !word.empty() &&
         stem.substr(0, stem.size() - word.size()).ends_with(exception.substr(0, exception.size() - 1));
}

void append_escaped(char32_t c, std::string_view written, char quote, std::string& out) {
  constexpr std::string_view kNamed = "\\\n\r\t";
  constexpr std::string_view kLetters = "\\nrt";
  if (c == static_cast<unsigned char>(quote)) {
    out.append("\\").append(1, quote);
  } else if (c < 0x80 && kNamed.find(static_cast<char>(c)) != std::string_view::npos) {
    out.append("\\").append(1, kLetters[kNamed.find(static_cast<char>(c))]);
  } else if (c < 0x20 || c == 0x7F || (c > 0x7F && is_space(c))) {
    std::array<char, 12> code{};
    std::snprintf(code.data(), code.size(), c < 0x100 ? "\\x%02x" : "\\u%04x", static_cast<unsigned>(c));
    out += code.data();
  } else {
    out += written;
  }
}

}  // namespace

std::size_t code_points(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

std::size_t word_count(std::string_view utf8) {
  std::size_t words = 0;
  bool inside = false;
  for (std::size_t at = 0; at < utf8.size();) {
    const bool before = inside;
    inside = !is_space(decode(utf8, at));
    if (inside && !before) ++words;
  }
  return words;
}

std::string_view stripped(std::string_view utf8) {
  std::size_t begin = utf8.size(), end = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t here = at;
    if (is_space(decode(utf8, at))) continue;
    begin = std::min(begin, here);
    end = at;
  }
  return begin < end ? utf8.substr(begin, end - begin) : std::string_view{};
}

bool has_space_at_edge(std::string_view utf8) { return stripped(utf8).size() != utf8.size(); }

std::string_view last_word(std::string_view utf8) {
  const std::string_view trimmed = stripped(utf8);
  std::size_t begin = 0;
  for (std::size_t at = 0; at < trimmed.size();)
    if (is_space(decode(trimmed, at))) begin = at;
  return trimmed.substr(begin);
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    lines.push_back(text.substr(0, text.find('\n')));
    text.remove_prefix(std::min(text.size(), lines.back().size() + 1));
  }
  return lines;
}

bool ends_with_possessive(std::string_view name, const std::vector<std::string>& exceptions) {
  for (const std::string_view ending : {"'s", "'", "\u2019s", "\u2019"}) {
    if (!name.ends_with(ending)) continue;
    const std::string_view stem = name.substr(0, name.size() - ending.size());
    return std::none_of(exceptions.begin(), exceptions.end(),
                        [&](const std::string& exception) { return is_exception(stem, exception); });
  }
  return false;
}

std::string shown(std::string_view utf8) {
  const bool only_single = utf8.find('\'') != std::string_view::npos && utf8.find('"') == std::string_view::npos;
  const char quote = only_single ? '"' : '\'';
  std::string out(1, quote);
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t here = at;
    const char32_t c = decode(utf8, at);
    append_escaped(c, utf8.substr(here, at - here), quote, out);
  }
  return out + quote;
}

QuoteType marked_quote_type(std::string_view text, const std::vector<Span>& content) {
  Letters letters;
  bool all_single = true;
  std::string joined;
  for (const Span span : content) {
    const std::string_view part = text.substr(span.begin, span.size());
    letters.count(part);
    all_single = all_single && begins_with_single_mark(part);
    joined.append(joined.empty() ? "" : " ").append(part);
  }
  if (all_single || letters.inside * 100 >= letters.all * 98) return QuoteType::direct;
  return letters.inside != 0 || has_single_quoted(joined) ? QuoteType::mixed : QuoteType::indirect;
}

}  // namespace quoth::internal
