#include "text/marks.h"

// Tested by tests/unit/text_sentences_test.cc.

#include <algorithm>
#include <string_view>

#include "text/unicode.h"

namespace quoth::internal {
namespace {

using namespace std::string_view_literals;

constexpr bool is_in(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

constexpr Mark mark_of_ascii(char c) {
  switch (c) {
    case '.':
      return Mark::stop;
    case '!':
    case '?':
      return Mark::shout;
    case '(':
    case '[':
    case '{':
    case '`':
      return Mark::open;
    case ')':
    case ']':
    case '}':
      return Mark::close;
    case '"':
    case '\'':
      return Mark::straight;
    case ',':
    case ';':
    case ':':
      return Mark::inner;
    case '-':
      return Mark::dash;
    case '*':
      return Mark::bullet;
    default:
      return Mark::none;
  }
}

Mark mark_of_wide(char32_t c) {
  if (is_in(U"\u3002\uFF0E\uFF61\u0964\u06D4", c)) return Mark::stop;
  if (is_in(U"\uFF01\uFF1F\u203C\u2047\u2048\u2049\u061F\u203D", c)) return Mark::shout;
  if (is_in(U"\u2026\u22EF", c)) return Mark::ellipsis;
  if (is_in(U"\u201C\u2018\u00AB\u201E\u201A\u2039\u201F\u201B\u300C\u300E\uFF08\u3010", c)) return Mark::open;
  if (is_in(U"\u201D\u2019\u00BB\u203A\u300D\u300F\uFF09\u3011", c)) return Mark::close;
  if (is_in(U"\uFF02\uFF07", c)) return Mark::straight;
  if (is_in(U"\uFF0C\uFF1B\uFF1A\u3001", c)) return Mark::inner;
  if (is_in(U"\u2010\u2011\u2012\u2013\u2014\u2015\u2212", c)) return Mark::dash;
  if (is_in(U"\u2022\u2023\u2043\u25AA\u25A0\u25CF\u25E6\u2219\u00B7\u25BA\u25B6\u2713\u2714\u27A2", c))
    return Mark::bullet;
  return Mark::none;
}

bool is_mark_shape(Shape shape) { return shape == Shape::punct || shape == Shape::symbol; }

}  // namespace

Mark mark_of(const Tokens& tokens, std::uint32_t i) {
  if (!is_mark_shape(tokens[i].shape)) return Mark::none;
  const std::string_view written = tokens.written(i);
  const char first = written.front();
  if (static_cast<unsigned char>(first) < 0x80) {
    if (first == '*' && written.size() > 1) return Mark::none;
    return first == '.' && written.size() > 1 ? Mark::ellipsis : mark_of_ascii(first);
  }
  std::size_t at = 0;
  return mark_of_wide(decode(written, at));
}

bool is_quote_mark(const Tokens& tokens, std::uint32_t i) {
  const Mark mark = mark_of(tokens, i);
  if (mark == Mark::straight) return true;
  return (mark == Mark::open || mark == Mark::close) && !is_in(U"()[]{}\uFF08\uFF09\u3010\u3011", [&] {
           std::size_t at = 0;
           return decode(tokens.written(i), at);
         }());
}

bool ends_in_stop(const Tokens& tokens, std::uint32_t i) {
  return !is_mark_shape(tokens[i].shape) && tokens.written(i).back() == '.';
}

}  // namespace quoth::internal
