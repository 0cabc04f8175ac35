#include "quote/time_phrase.h"

namespace quoth::internal {
namespace {

bool is_unit(const SentenceView& s, std::uint32_t i) { return s.has_class(i, WordClass::time_unit); }

bool is_day(const SentenceView& s, std::uint32_t i) {
  return s.says_when(i) || (s.has_attribute(i, WordClass::time_unit, "alone") && s.name_at(i) == nullptr);
}

// "Monday", "Monday night".
std::uint32_t day_end(const SentenceView& s, std::uint32_t i) {
  if (!is_day(s, i)) return i;
  return i + 1 < s.range().end && is_unit(s, i + 1) ? i + 2 : i + 1;
}

// "last week", "this month", "two weeks ago"; behind a preposition "the time", too.
std::uint32_t span_end(const SentenceView& s, std::uint32_t i, bool behind_preposition) {
  const std::uint32_t end = s.range().end;
  const Tag first = s.tag(i);
  if (first != Tag::det && first != Tag::adj && first != Tag::num) return i;
  std::uint32_t unit = i + 1;
  if (unit < end && s.tag(unit) == Tag::adj) ++unit;
  if (unit >= end || !is_unit(s, unit)) return i;
  if (unit + 1 < end && s.tag(unit + 1) == Tag::adv && !behind_preposition && first != Tag::adj) return unit + 2;
  const bool points = first == Tag::adj || s.has_attribute(i, WordClass::determiner, "points");
  return points || behind_preposition ? unit + 1 : i;
}

// Whether what stands behind a day or a span makes it the subject or a part of another phrase.
bool goes_on(const SentenceView& s, std::uint32_t i, bool behind_preposition) {
  const Tag next = s.tag(i);
  if (is_verbal(next) || next == Tag::part || s.in.names.tokens[i].shape == Shape::number) return true;
  return !behind_preposition && (next == Tag::noun || next == Tag::propn);
}

}  // namespace

std::uint32_t time_phrase_end(const SentenceView& s, std::uint32_t begin) {
  const std::uint32_t end = s.range().end;
  std::uint32_t i = begin;
  while (i < begin + 2 && i + 1 < end && (s.tag(i) == Tag::adp || s.tag(i) == Tag::adv)) ++i;
  if (i >= end) return begin;
  const bool preposition = i > begin && s.tag(i - 1) == Tag::adp;
  std::uint32_t last = day_end(s, i);
  if (last == i && (!preposition || s.has_attribute(i - 1, WordClass::preposition, "when")))
    last = span_end(s, i, preposition);
  if (last == i) return begin;
  return last < end && goes_on(s, last, preposition) ? begin : last;
}

}  // namespace quoth::internal
