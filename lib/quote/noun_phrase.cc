#include "quote/noun_phrase.h"

// Tested by tests/unit/quote_frames_test.cc.

#include <algorithm>

namespace quoth::internal {
namespace {

bool belongs(const SentenceView& s, std::uint32_t child) {
  switch (s.tree.relation(child)) {
    case Relation::parataxis:
    case Relation::advcl:
    case Relation::ccomp:
    case Relation::dep:
    case Relation::discourse:
    case Relation::mark:
    case Relation::cop:
    case Relation::aux:
    case Relation::nsubj:
    case Relation::vocative:
    case Relation::obl:
    case Relation::advmod:
      return false;
    case Relation::conj:
      return !is_verbal(s.tag(child));
    default:
      return true;
  }
}

TokenRange trimmed(const SentenceView& s, TokenRange phrase, std::uint32_t noun) {
  while (phrase.begin < noun && s.is_phrase_edge(phrase.begin)) ++phrase.begin;
  while (phrase.end > noun + 1 && s.is_phrase_edge(phrase.end - 1)) --phrase.end;
  return phrase;
}

// ", smiling", ", adding that": what the speaker does.
bool opens_participle(const SentenceView& s, std::uint32_t i) {
  if (s.is_comma(i)) ++i;
  if (i >= s.range().end || !s.is_comma(i - 1)) return false;
  return s.tag(i) == Tag::verb || s.has_class(i, WordClass::say_verb);
}

// A clause with marked words in it: `said Okoye, who called it “a shame”`.
bool holds_marked(const SentenceView& s, std::uint32_t child) {
  const Relation r = s.tree.relation(child);
  const TokenRange yield = s.tree.yield(child), mark = s.in.marked.next(yield.begin);
  return (r == Relation::acl_relcl || r == Relation::acl) && mark.size() != 0 && mark.begin < yield.end;
}

// What hangs on a noun, up to the first child that does not belong to its phrase.
TokenRange covered_by(const SentenceView& s, std::uint32_t noun) {
  TokenRange out{noun, noun + 1};
  for (std::uint32_t c = s.tree.first_child(noun); c != kNoToken; c = s.tree.next_sibling(c)) {
    const bool in = belongs(s, c);
    if (c < noun) {
      out.begin = in ? std::min(out.begin, s.tree.yield(c).begin) : noun;
    } else {
      if (!in || opens_participle(s, s.tree.yield(c).begin) || holds_marked(s, c)) break;
      out.end = std::max(out.end, s.tree.yield(c).end);
    }
  }
  if (const LabelledName* name = s.name_at(noun); name != nullptr)
    out = {std::min(out.begin, name->tokens.begin), std::max(out.end, name->tokens.end)};
  return out;
}

TokenRange cut_at_marks(const SentenceView& s, TokenRange phrase, std::uint32_t noun) {
  const TokenRange next = s.in.marked.next(noun + 1), last = s.in.marked.last(noun);
  if (next.size() != 0 && next.begin < phrase.end && next.end >= phrase.end) phrase.end = next.begin;
  if (last.size() != 0 && last.end > phrase.begin) phrase.begin = last.end;
  for (std::uint32_t i = phrase.begin; i < noun; ++i)
    if (s.divides(i)) phrase.begin = i + 1;
  return phrase;
}

// "Okoye on Thursday": the day is when it was said.
TokenRange without_time(const SentenceView& s, TokenRange phrase, std::uint32_t noun) {
  for (std::uint32_t i = noun + 1; i < phrase.end; ++i) {
    if (!s.says_when(i)) continue;
    const std::uint32_t end = s.tag(i - 1) == Tag::adp ? i - 1 : i;
    return {phrase.begin, std::max(end, noun + 1)};
  }
  return phrase;
}

// "said Okoye, and Ade said": each name speaks for itself.
TokenRange between_acts(const SentenceView& s, TokenRange phrase, bool before_cue) {
  const std::uint32_t other = before_cue ? phrase.begin - 1 : phrase.end;
  if (other < s.range().begin || other >= s.range().end || !s.has_class(other, WordClass::say_verb)) return phrase;
  for (std::uint32_t i = phrase.begin + 1; i + 2 < phrase.end; ++i)
    if (s.is_comma(i) && s.tag(i + 1) == Tag::cconj)
      return before_cue ? TokenRange{i + 2, phrase.end} : TokenRange{phrase.begin, i};
  return phrase;
}

// "At the town hall, a spokesman said": the place is no part of who speaks.
TokenRange without_place(const SentenceView& s, TokenRange phrase) {
  if (phrase.begin == s.range().begin || s.tag(phrase.begin - 1) != Tag::adp) return phrase;
  for (std::uint32_t i = phrase.begin + 1; i + 1 < phrase.end; ++i)
    if (s.is_comma(i) && is_nominal(s.tag(i + 1))) return {i + 1, phrase.end};
  return phrase;
}

// Names and titles that the parser hung elsewhere: "[House Speaker] Paul Ryan". Not days: "on Friday the ministry".
std::uint32_t extended_left(const SentenceView& s, std::uint32_t begin) {
  while (begin > s.range().begin && is_nominal(s.tag(begin - 1)) && !s.in.marked.covers(begin - 1)) {
    if (s.tag(begin) == Tag::det || s.tree.relation(begin) == Relation::nmod_poss) break;
    if (s.is_time(begin - 1) || s.tag(begin - 1) == Tag::num) break;
    --begin;
  }
  return begin;
}

// "Okoye, the party leader, accused": where the parser took the leader alone for who accuses.
TokenRange with_name_before(const SentenceView& s, TokenRange phrase, TokenRange cue) {
  if (phrase.begin < s.range().begin + 2 || s.tag(phrase.begin) != Tag::det || !s.is_comma(phrase.begin - 1))
    return phrase;
  const LabelledName* name = s.name_at(phrase.begin - 2);
  const bool person = name != nullptr && name->label == kPerson && name->tokens.end + 1 == phrase.begin;
  const bool closed = s.is_comma(phrase.end) && phrase.end + 1 == s.before_adverbs(cue.begin);
  return person && closed ? TokenRange{extended_left(s, name->tokens.begin), phrase.end} : phrase;
}

// "Okoye, a nurse who walked there, said": all up to the cue.
TokenRange with_insertion(const SentenceView& s, TokenRange phrase, TokenRange cue) {
  const std::uint32_t end = s.before_adverbs(cue.begin);
  if (end <= phrase.end + 1 || end - phrase.end > kLongestPhrase) return phrase;
  if (!s.is_comma(end - 1) || !s.is_comma(phrase.end) || !starts_insertion(s, phrase.end + 1)) return phrase;
  for (std::uint32_t i = phrase.end; i < end; ++i)
    if (s.divides(i)) return phrase;
  return {phrase.begin, end - 1};
}

}  // namespace

bool is_plain_phrase(const SentenceView& s, TokenRange phrase) {
  bool noun = false;
  for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
    const Tag t = s.tag(i);
    const bool inside = is_nominal(t) || t == Tag::adp || t == Tag::part || t == Tag::pron || t == Tag::cconj ||
                        (t == Tag::punct && i > phrase.begin && !s.is_comma(i));
    const bool opens_clause = t != Tag::cconj && s.has_class(i, WordClass::conjunction);  // "after", "as"
    if (!inside || opens_clause) return false;
    noun = noun || t == Tag::noun || t == Tag::propn || t == Tag::pron;
  }
  return noun;
}

bool starts_insertion(const SentenceView& s, std::uint32_t i) {
  return is_nominal(s.tag(i)) || s.tag(i) == Tag::pron || s.tree.relation(i) == Relation::nmod_poss;
}

TokenRange with_apposed_name(const SentenceView& s, TokenRange phrase, std::uint32_t limit) {
  const std::uint32_t at = phrase.end + 1;
  if (at >= limit || !s.is_comma(phrase.end) || !s.is_person(at) || s.is_person(phrase.end - 1)) return phrase;
  const LabelledName* name = s.name_at(at);
  const bool closed = name->tokens.end >= limit || s.tag(name->tokens.end) == Tag::punct;
  return closed && name->tokens.begin == at ? TokenRange{phrase.begin, name->tokens.end} : phrase;
}

TokenRange with_role_before(const SentenceView& s, TokenRange phrase) {
  const std::uint32_t comma = phrase.begin - 1;
  if (!s.is_person(phrase.begin) || !s.is_comma(comma)) return phrase;
  std::uint32_t begin = comma;
  bool role = false;
  while (begin > s.range().begin && !s.in.marked.covers(begin - 1)) {
    const Tag t = s.tag(begin - 1);
    const bool inside =
        is_nominal(t) || t == Tag::adp || t == Tag::part || s.tree.relation(begin - 1) == Relation::nmod_poss;
    if (!inside) break;
    role = role || s.has_class(begin - 1, WordClass::role) || s.has_class(begin - 1, WordClass::kinship);
    --begin;
  }
  while (begin < comma && s.is_phrase_edge(begin)) ++begin;
  const bool starts = begin == s.range().begin || s.tag(begin - 1) == Tag::punct || s.tag(begin - 1) == Tag::cconj;
  if (!role || !starts || begin == comma || s.is_person(comma - 1) || s.is_time(begin)) return phrase;
  return {begin, phrase.end};
}

TokenRange phrase_around(const SentenceView& s, std::uint32_t noun, TokenRange cue) {
  if (s.tag(noun) == Tag::pron && s.tree.first_child(noun) == kNoToken) return {noun, noun + 1};
  TokenRange out = covered_by(s, noun);
  if (noun < cue.begin) out.end = std::min(out.end, cue.begin);
  if (noun >= cue.end) out.begin = std::max(out.begin, cue.end);
  out = without_time(s, trimmed(s, cut_at_marks(s, out, noun), noun), noun);
  if (noun >= cue.end) return with_apposed_name(s, between_acts(s, out, false), s.range().end);
  out = between_acts(s, out, true);
  out.begin = extended_left(s, out.begin);
  out = with_name_before(s, out, cue);
  return without_place(s, with_role_before(s, with_insertion(s, with_apposed_name(s, out, cue.begin), cue)));
}

TokenRange short_phrase_around(const SentenceView& s, std::uint32_t noun, TokenRange cue) {
  TokenRange out = phrase_around(s, noun, cue);
  for (std::uint32_t c = s.tree.first_child(noun); c != kNoToken; c = s.tree.next_sibling(c)) {
    const Relation r = s.tree.relation(c);
    const bool clause = r == Relation::acl || r == Relation::acl_relcl || r == Relation::appos || r == Relation::advcl;
    if (c > noun && clause) out.end = std::min(out.end, std::max(noun + 1, s.tree.yield(c).begin));
  }
  if (const LabelledName* name = s.name_at(noun); name != nullptr) out.end = std::max(out.end, name->tokens.end);
  if (out.end < s.range().end && s.is_person(out.end) && s.has_class(out.end - 1, WordClass::role))
    out.end = s.name_at(out.end)->tokens.end;  // "told the governor's aide Ade"
  return trimmed(s, out, noun);
}

}  // namespace quoth::internal
