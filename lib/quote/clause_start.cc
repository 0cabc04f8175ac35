#include "quote/clause_start.h"

// Tested by tests/unit/quote_clauses_test.cc.

#include <algorithm>

#include "quote/noun_phrase.h"

namespace quoth::internal {
namespace {

// Words of a clause before its verb.
constexpr std::uint32_t kLongestSubject = 40;

}  // namespace

bool starts_plain_clause(const SentenceView& s, std::uint32_t i) {
  constexpr std::uint32_t kLongest = 15;
  const std::uint32_t end = s.range().end;
  const Tag t = s.tag(i);
  if (t == Tag::adp || t == Tag::cconj || t == Tag::part || s.is_time(i)) return false;
  std::uint32_t k = i;
  while (k < end && k - i < kLongest && !s.in.marked.covers(k) && s.tag(k) != Tag::aux) ++k;
  if (k >= end || k == i || s.tag(k) != Tag::aux || s.tag(k - 1) == Tag::cconj) return false;  // "the town but did not"
  return is_plain_phrase(s, {i, k});
}

bool starts_question(const SentenceView& s, std::uint32_t i) {
  if (s.in.marked.covers(i) || s.is_punct(i - 1) || s.tag(i - 1) == Tag::adp || !s.is_question_word(i)) return false;
  if (s.is_relative(i) && is_nominal(s.tag(i - 1))) return false;
  const std::uint32_t end = std::min(s.range().end, i + kLongestSubject);
  for (std::uint32_t k = i + 1; k < end && !s.is_punct(k); ++k)
    if (is_verbal(s.tag(k))) return s.tag(k - 1) != Tag::part;
  return false;
}

bool takes_object_for_subject(const SentenceView& s, const Attribution& a, std::uint32_t from, std::uint32_t c) {
  const Relation r = s.tree.relation(c);
  if (r != Relation::ccomp && r != Relation::parataxis && r != Relation::conj) return false;
  if (a.addressee.size() != 0 || s.tag(c) != Tag::verb) return false;
  const std::uint32_t object = s.tree.child(a.verb, Relation::obj);
  if (object == kNoToken || object < from || object > c || c - from > kLongestSubject) return false;
  if (s.tree.yield(object).begin != from || s.in.marked.covers(from)) return false;
  int commas = 0;
  for (std::uint32_t i = from; i < c; ++i) {
    if (is_verbal(s.tag(i)) || s.has_class(i, WordClass::conjunction) || s.divides(i)) return false;
    if (s.tree.relation(i) == Relation::mark) return false;
    commas += s.is_comma(i) ? 1 : 0;
  }
  return commas == 0 || (commas == 2 && s.is_comma(object + 1));
}

bool tells_something(const SentenceView& s, const Attribution& a, std::uint32_t object) {
  if (s.in.marked.covers(object) || s.tree.child(a.verb, Relation::iobj) != kNoToken) return false;
  if (s.tree.child(a.verb, Relation::obj) != object) return false;
  const Tag t = s.tag(object);
  if (t == Tag::pron || (t == Tag::propn && a.cue_class != CueClass::think)) return false;
  return !s.has_attribute(s.tree.yield(object).begin, WordClass::determiner, "points");
}

}  // namespace quoth::internal
