#include "text/line_heads.h"

// Tested by tests/unit/text_layout_test.cc.

#include <algorithm>
#include <string_view>

#include "text/marks.h"
#include "text/token_facts.h"
#include "text/word_class.h"

namespace quoth::internal {
namespace {

constexpr std::uint32_t kMaxPlaceTokens = 8;   // "PORT-AU-PRINCE, Haiti", "WASHINGTON/NEW YORK"
constexpr std::uint32_t kMaxSourceTokens = 8;  // "(Reuters)", "(AP via Daily Observer)"
constexpr std::uint32_t kMaxDateTokens = 6;    // ", Nov. 18, 2024"
constexpr std::uint32_t kMaxBylineTokens = 30;

bool is_capitals(const Tokens& tokens, std::uint32_t i) {
  return tokens[i].shape == Shape::upper || tokens[i].shape == Shape::initial;
}

// Whether a dash stands free at `i`, as it does between a dateline and the text.
bool is_free_dash(const Tokens& tokens, std::uint32_t i, std::uint32_t end) {
  return i + 1 < end && mark_of(tokens, i) == Mark::dash &&
         (tokens[i].has(kSpaceBefore) || tokens[i + 1].has(kSpaceBefore));
}

// The tokens of a place in capitals, and what stands between them.
std::uint32_t capital_place_end(const Tokens& tokens, std::uint32_t i, std::uint32_t end) {
  std::uint32_t last = i;
  const std::uint32_t limit = std::min(end, i + kMaxPlaceTokens);
  for (std::uint32_t at = i; at < limit; ++at) {
    if (is_capitals(tokens, at)) {
      last = at + 1;
      continue;
    }
    const bool joins = at > i && (is_word(tokens, at, end, ".") || is_word(tokens, at, end, "/") ||
                                  (mark_of(tokens, at) == Mark::dash && !tokens[at].has(kSpaceBefore)));
    if (!joins) break;
    if (is_word(tokens, at, end, ".")) last = at + 1;
  }
  return last;
}

// ", Kenya" and ", New South Wales": a region in ordinary letters; months are no region.
std::uint32_t region_end(const Tokens& tokens, std::uint32_t i, std::uint32_t end) {
  if (!is_word(tokens, i, end, ",")) return i;
  std::uint32_t at = i + 1;
  const std::uint32_t limit = std::min(end, i + 5);
  while (at < limit && (is_capitalised(tokens, at) || (at > i + 1 && is_word(tokens, at, end, "."))) &&
         !has_class(tokens, at, WordClass::month)) {
    ++at;
  }
  return at == i + 1 ? i : at;
}

// ", Nov. 18, 2024" and ", 18 November": what stands between is not read closely, the month is what matters.
std::uint32_t date_end(const Tokens& tokens, std::uint32_t i, std::uint32_t end) {
  std::uint32_t last = i;
  bool has_month = false;
  const std::uint32_t limit = std::min(end, i + kMaxDateTokens);
  for (std::uint32_t at = i; at < limit; ++at) {
    const bool is_month = has_class(tokens, at, WordClass::month);
    const bool is_part = is_month || tokens[at].shape == Shape::number || has_class(tokens, at, WordClass::weekday) ||
                         is_word(tokens, at, end, ",") || is_word(tokens, at, end, ".");
    if (!is_part) break;
    has_month |= is_month;
    if (is_month || tokens[at].shape == Shape::number || is_word(tokens, at, end, ".")) last = at + 1;
  }
  return has_month ? last : i;
}

// "(Reuters)".
std::uint32_t source_end(const Tokens& tokens, std::uint32_t i, std::uint32_t end) {
  if (!is_word(tokens, i, end, "(")) return i;
  const std::uint32_t limit = std::min(end, i + kMaxSourceTokens);
  for (std::uint32_t at = i + 1; at < limit; ++at) {
    if (is_word(tokens, at, end, ")")) return at + 1;
  }
  return i;
}

// A place in ordinary letters: words in capitals at their beginning, the first a known place.
std::uint32_t plain_place_end(const Tokens& tokens, std::uint32_t i, std::uint32_t end) {
  std::uint32_t at = i;
  bool is_known = false;
  const std::uint32_t limit = std::min(end, i + 4);
  while (at < limit && is_capitalised(tokens, at)) is_known |= has_class(tokens, at++, WordClass::location);
  return is_known ? at : i;
}

// Whether the words before the colon may be a speaker's name.
bool is_speaker(const Tokens& tokens, std::uint32_t begin, std::uint32_t end) {
  bool has_word = false;
  for (std::uint32_t i = begin; i < end; ++i) {
    const bool joins = is_word(tokens, i, end, ".") || has_class(tokens, i, WordClass::particle) ||
                       (mark_of(tokens, i) == Mark::dash && !tokens[i].has(kSpaceBefore));
    if (!is_capitalised(tokens, i) && !joins) return false;
    has_word |= is_capitalised(tokens, i);
  }
  if (!has_word) return false;
  if (end - begin > 1 || tokens[begin].shape == Shape::initial) return true;
  // "Note:" and "EXCLUSIVE:" are nobody; "Moderator:" and "Okoye:" are.
  const bool is_person = has_class(tokens, begin, WordClass::surname) ||
                         has_class(tokens, begin, WordClass::given_name) || has_class(tokens, begin, WordClass::role);
  return is_person || !has_class(tokens, begin, WordClass::common);
}

}  // namespace

std::uint32_t dateline_end(const Tokens& tokens, TokenRange range) {
  const std::uint32_t end = range.end;
  std::uint32_t place = capital_place_end(tokens, range.begin, end);
  // A single capital begins many sentences, and no place's name.
  const bool in_capitals =
      place > range.begin && (place > range.begin + 1 || tokens[range.begin].shape == Shape::upper);
  if (in_capitals && is_word(tokens, place, end, ":") && place + 1 < end &&
      has_class(tokens, range.begin, WordClass::location)) {
    return place + 1;
  }
  if (!in_capitals) place = plain_place_end(tokens, range.begin, end);
  if (place == range.begin) return range.begin;
  const std::uint32_t region = region_end(tokens, place, end);
  const std::uint32_t date = date_end(tokens, region, end);
  const std::uint32_t source = source_end(tokens, date, end);
  const bool is_sure = in_capitals || source > date || date > region || region > place;
  return is_sure && is_free_dash(tokens, source, end) ? source + 1 : range.begin;
}

std::uint32_t turn_end(const Tokens& tokens, TokenRange range) {
  const std::uint32_t limit = std::min(range.end, range.begin + kMaxSpeakerTokens);
  std::uint32_t at = range.begin;
  while (at < limit && !is_word(tokens, at, limit, ":") && !is_word(tokens, at, limit, "(")) ++at;
  if (at == range.begin || at >= limit) return range.begin;
  const std::uint32_t aside = source_end(tokens, at, range.end);
  const bool has_colon = is_word(tokens, aside, range.end, ":") && !tokens[aside].has(kSpaceBefore);
  if (!has_colon || aside + 1 >= range.end || !tokens[aside + 1].has(kSpaceBefore)) return range.begin;
  return is_speaker(tokens, range.begin, at) ? aside + 1 : range.begin;
}

std::uint32_t byline_end(const Tokens& tokens, TokenRange range) {
  if (range.size() < 2 || range.size() > kMaxBylineTokens) return range.begin;
  const bool begins = has_class(tokens, range.begin, WordClass::byline) && tokens[range.begin].shape != Shape::lower;
  const bool ends_open = !is_terminator(mark_of(tokens, range.end - 1));
  return begins && ends_open && is_capitalised(tokens, range.begin + 1) ? range.end : range.begin;
}

}  // namespace quoth::internal
