#include "text/list_markers.h"

// Tested by tests/unit/text_sentences_test.cc.

#include <array>
#include <string_view>

#include "text/marks.h"
#include "text/token_facts.h"

namespace quoth::internal {
namespace {

constexpr std::array<std::string_view, 20> kRoman = {"i",    "ii",  "iii",  "iv",    "v",   "vi",   "vii",
                                                     "viii", "ix",  "x",    "xi",    "xii", "xiii", "xiv",
                                                     "xv",   "xvi", "xvii", "xviii", "xix", "xx"};

std::uint32_t roman_value(std::string_view word) {
  if (word.empty() || std::string_view("ivx").find(word.front()) == std::string_view::npos) return 0;
  for (std::uint32_t i = 0; i < kRoman.size(); ++i) {
    if (kRoman[i] == word) return i + 1;
  }
  return 0;
}

// Numbers of up to three digits: 2012 counts no list.
std::uint32_t number_value(std::string_view word) {
  if (word.empty() || word.size() > 3) return 0;
  std::uint32_t value = 0;
  for (const char c : word) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return value;
}

// Reads the count at `i` into `marker`; its own full stop ("a.") is left off.
bool read_count(const Tokens& tokens, std::uint32_t i, ListMarker& marker) {
  std::string_view word = tokens.word(i);
  if (tokens[i].shape == Shape::number) {
    marker.form.count = MarkerForm::number;
    marker.value = number_value(word);
    return marker.value > 0;
  }
  if (word.size() == 2 && word.back() == '.') {
    marker.form.has_stop = true;
    word.remove_suffix(1);
  }
  const bool is_upper = tokens.written(i).front() >= 'A' && tokens.written(i).front() <= 'Z';
  marker.roman_value = roman_value(word);
  if (word.size() == 1 && word.front() >= 'a' && word.front() <= 'z') {
    marker.form.count = is_upper ? MarkerForm::upper_letter : MarkerForm::lower_letter;
    marker.value = static_cast<std::uint32_t>(word.front() - 'a') + 1;
    return true;
  }
  marker.form.count = MarkerForm::roman;
  marker.value = marker.roman_value;
  return marker.value > 0;
}

bool is_glued(const Tokens& tokens, std::uint32_t i, std::uint32_t end) {
  return i < end && !tokens[i].has(kSpaceBefore);
}

}  // namespace

ListMarker list_marker_at(const Tokens& tokens, std::uint32_t i, std::uint32_t end) {
  ListMarker marker;
  if (i >= end) return {};
  if (mark_of(tokens, i) == Mark::bullet) {
    marker.form.count = MarkerForm::bullet;
    const ListMarker inner =
        i + 1 < end && mark_of(tokens, i + 1) != Mark::bullet ? list_marker_at(tokens, i + 1, end) : ListMarker{};
    marker.end = inner ? inner.end : i + 1;
    return marker;
  }
  if (is_word(tokens, i, end, "(") && is_glued(tokens, i + 1, end)) {
    marker.form.has_open = true;
    ++i;
  }
  if (i >= end || !read_count(tokens, i, marker)) return {};
  ++i;
  if (is_glued(tokens, i, end) && is_word(tokens, i, end, ".") && !marker.form.has_stop) {
    marker.form.has_stop = true;
    ++i;
  }
  if (is_glued(tokens, i, end) && is_word(tokens, i, end, ")")) {
    marker.form.has_close = true;
    ++i;
  }
  const bool is_dressed = marker.form.has_close || (marker.form.has_stop && !marker.form.has_open);
  if (!is_dressed || i >= end || !tokens[i].has(kSpaceBefore)) return {};
  marker.end = i;
  return marker;
}

bool follows(const ListMarker& last, const ListMarker& next) {
  if (last.form == next.form) return next.value == last.value + 1;
  // i) ii) and h) i): a letter may be either.
  MarkerForm as_roman = next.form;
  as_roman.count = last.form.count;
  return as_roman == last.form && last.roman_value > 0 && next.roman_value == last.roman_value + 1;
}

}  // namespace quoth::internal
