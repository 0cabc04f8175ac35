#include "text/unmarked_ends.h"

// Tested by tests/unit/text_sentences_test.cc.

#include <algorithm>
#include <string_view>

#include "text/marks.h"
#include "text/token_facts.h"
#include "text/word_class.h"

namespace quoth::internal {
namespace {

constexpr std::uint32_t kMinRuleBytes = 4;   // "----", "____"
constexpr std::uint32_t kMaxDateTokens = 8;  // "Monday, Sept. 4, 2026"

bool is_number(const Tokens& tokens, std::uint32_t i, std::uint32_t end) {
  return i < end && tokens[i].shape == Shape::number;
}

bool is_year(const Tokens& tokens, std::uint32_t i, std::uint32_t end) {
  return is_number(tokens, i, end) && tokens[i].fold_size == 4;
}

// The end of "Monday, May 4, 2026" or "Monday 4 May 2026" at `i`, or `i`.
std::uint32_t date_end(const Tokens& tokens, std::uint32_t i, std::uint32_t end) {
  const std::uint32_t limit = std::min(end, i + kMaxDateTokens);
  if (!has_class(tokens, i, WordClass::weekday) && !has_class(tokens, i, WordClass::month)) return i;
  for (std::uint32_t at = i; at < limit; ++at) {
    if (at > i && is_year(tokens, at, end)) return at + 1;
    const bool is_part = is_number(tokens, at, end) || has_class(tokens, at, WordClass::weekday) ||
                         has_class(tokens, at, WordClass::month) || is_word(tokens, at, end, ",") ||
                         is_word(tokens, at, end, ".");
    if (!is_part) break;
  }
  return i;
}

// The date of publication that ends a heading, or the text behind one that begins a line.
bool begins_at_date(const Tokens& tokens, TokenRange range, std::uint32_t i) {
  const std::uint32_t before = i - 1;
  if (has_class(tokens, i, WordClass::weekday) && !has_class(tokens, before, WordClass::preposition) &&
      mark_of(tokens, before) == Mark::none && date_end(tokens, i, range.end) == range.end) {
    return true;
  }
  return i - range.begin <= kMaxDateTokens && is_capitalised(tokens, i) && is_year(tokens, before, i) &&
         date_end(tokens, range.begin, i) == i;
}

// "12/07/2026 02:29", as it stands in the heads of mails.
bool is_time_stamp(const Tokens& tokens, std::uint32_t i, std::uint32_t end) {
  return is_number(tokens, i, end) && is_number(tokens, i + 1, end) &&
         std::count(tokens.written(i).begin(), tokens.written(i).end(), '/') == 2 &&
         tokens.written(i + 1).find(':') != std::string_view::npos;
}

// A time stamp, or what stands behind it and its AM or PM.
bool begins_at_time_stamp(const Tokens& tokens, TokenRange range, std::uint32_t i) {
  if (is_time_stamp(tokens, i, range.end)) return is_capitalised(tokens, i - 1) || tokens[i - 1].shape == Shape::web;
  if (i < range.begin + 3 || !is_capitalised(tokens, i)) return false;
  return is_time_stamp(tokens, i - 3, i) && tokens[i - 1].shape == Shape::upper && tokens[i - 1].fold_size == 2;
}

// A line of dashes.
bool is_rule(const Tokens& tokens, std::uint32_t i) {
  const std::string_view written = tokens.written(i);
  return written.size() >= kMinRuleBytes && tokens[i].shape == Shape::punct &&
         std::string_view("-_=*~").find(written.front()) != std::string_view::npos;
}

bool is_address(const Tokens& tokens, std::uint32_t i) {
  if (tokens[i].shape != Shape::web) return false;
  const std::string_view written = tokens.written(i);
  return written.find('/') != std::string_view::npos || written.find('@', 1) != std::string_view::npos;
}

// A word that begins sentences, with a capital that it would not have inside one: "the port They sell".
bool is_misplaced_starter(const Tokens& tokens, TokenRange range, std::uint32_t i) {
  if (tokens[i].shape != Shape::cap || !has_class(tokens, i, WordClass::sentence_starter) || i + 1 >= range.end)
    return false;
  if (tokens[i + 1].shape != Shape::lower || !tokens[i + 1].has(kSpaceBefore) || ends_in_stop(tokens, i - 1))
    return false;
  constexpr std::uint64_t kGoesOn = bit(WordClass::preposition) | bit(WordClass::determiner) |
                                    bit(WordClass::conjunction) | bit(WordClass::say_verb) | bit(WordClass::auxiliary);
  const Token& before = tokens[i - 1];
  if (before.shape == Shape::lower) return (before.classes & kGoesOn) == 0;
  constexpr std::uint64_t kInNames =
      bit(WordClass::preposition) | bit(WordClass::conjunction) | bit(WordClass::connector);
  return (is_capitalised(tokens, i - 1) || before.shape == Shape::number) && (tokens[i].classes & kInNames) == 0;
}

}  // namespace

std::uint32_t emoticon_end(const Tokens& tokens, std::uint32_t i, std::uint32_t end) {
  const std::string_view eyes = tokens.word(i);
  if ((eyes != ":" && eyes != ";" && eyes != "=") || !tokens[i].has(kSpaceBefore)) return i;
  std::uint32_t mouth = i + 1;
  if (is_word(tokens, mouth, end, "-")) ++mouth;
  if (mouth >= end || tokens[mouth].has(kSpaceBefore)) return i;
  constexpr std::string_view kMouths = ")(dp]";
  const bool is_mouth = tokens[mouth].fold_size == 1 && kMouths.find(tokens.word(mouth)) != std::string_view::npos;
  return is_mouth && (mouth + 1 == end || tokens[mouth + 1].has(kSpaceBefore)) ? mouth + 1 : i;
}

bool begins_unmarked(const Tokens& tokens, TokenRange range, std::uint32_t i) {
  if (!tokens[i].has(kSpaceBefore)) return false;
  if (has_class(tokens, i, WordClass::credit) && is_word(tokens, i + 1, range.end, ":"))
    return !tokens[i + 1].has(kSpaceBefore);
  if (is_rule(tokens, i - 1)) return mark_of(tokens, i) == Mark::none;
  if (is_address(tokens, i - 1)) return is_capitalised(tokens, i);
  return begins_at_date(tokens, range, i) || begins_at_time_stamp(tokens, range, i) ||
         is_misplaced_starter(tokens, range, i);
}

}  // namespace quoth::internal
