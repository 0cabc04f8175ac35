#include "quote/front_question.h"

// Tested by tests/unit/quote_cases_test.cc.

#include <algorithm>

#include "quote/noun_phrase.h"

namespace quoth::internal {
namespace {

bool starts_main_clause(const SentenceView& s, std::uint32_t i) {
  const std::uint32_t end = s.range().end;
  std::uint32_t v = i;
  while (v < end && !is_verbal(s.tag(v)) && !s.is_comma(v) && !s.in.marked.covers(v)) ++v;
  return v < end && is_verbal(s.tag(v)) && is_plain_phrase(s, {i, s.before_adverbs(v)});
}

}  // namespace

bool opens_front(const SentenceView& s, std::uint32_t cue) {
  const std::uint32_t begin = s.range().begin;
  return cue == begin || (cue == begin + 1 && s.has_class(begin, WordClass::conjunction));
}

bool asks_in_front(const SentenceView& s, const Attribution& a) {
  return a.cue_class == CueClass::ask && a.frame == ActFrame::agent && opens_front(s, a.cue.begin);
}

std::uint32_t front_end(const SentenceView& s) {
  std::uint32_t comma = s.range().begin + 1;
  while (comma < s.range().end && !(s.is_comma(comma) && starts_main_clause(s, comma + 1))) ++comma;
  return std::min(comma, s.range().end);
}

TokenRange question_in_front(const SentenceView& s, TokenRange behind) {
  std::uint32_t i = behind.begin;
  if (i < behind.end && s.has_class(i, WordClass::conjunction) && s.tag(i) != Tag::adp) return behind;  // "when it was"
  while (i < behind.end && !s.is_question_word(i) && !(s.starts_complement(i) && s.tag(i) == Tag::sconj)) ++i;
  return {i, behind.end};
}

}  // namespace quoth::internal
