#include "quote/speaker_beside.h"

// Tested by tests/unit/quote_frames_test.cc.

#include <algorithm>

#include "quote/noun_phrase.h"

namespace quoth::internal {
namespace {

// Relations of a word to the noun behind it in one phrase.
bool leads_to_noun(Relation r) {
  return r == Relation::det || r == Relation::amod || r == Relation::compound || r == Relation::nmod_poss ||
         r == Relation::nummod || r == Relation::flat || r == Relation::nmod;
}

// The same where the tree has no subject, or one inside of the insertion: the part with the last person's name before
// the insertion, else the first part.
TokenRange before_insertion(const SentenceView& s, TokenRange cue) {
  const std::uint32_t end = s.before_adverbs(cue.begin);
  if (!s.is_comma(end - 1)) return {};
  std::uint32_t comma = end - 1;
  for (std::uint32_t i = comma; i > s.range().begin && end - i < kLongestPhrase && !s.in.marked.covers(i - 1); --i) {
    if (!s.is_comma(i - 1)) continue;
    comma = i - 1;
    if (comma > s.range().begin && s.is_person(comma - 1)) break;
  }
  if (comma == end - 1 || !(starts_insertion(s, comma + 1) || s.tag(comma + 1) == Tag::adp)) return {};
  std::uint32_t begin = comma;
  while (begin > s.range().begin && !s.in.marked.covers(begin - 1) && !s.is_comma(begin - 1) &&
         comma - begin < kLongestPhrase)
    --begin;
  while (begin < comma && s.is_phrase_edge(begin)) ++begin;
  return is_plain_phrase(s, {begin, comma}) ? TokenRange{begin, end - 1} : TokenRange{};
}

// "Okoye, reached in Lagos, said he had left": the nearest part before the insertion that is but a phrase, with all up
// to the comma before the cue.
TokenRange before_participle(const SentenceView& s, std::uint32_t comma) {
  constexpr std::uint32_t kFarthest = 40;
  std::uint32_t end = comma;
  for (std::uint32_t i = comma; i > s.range().begin && comma - i < kFarthest && !s.in.marked.covers(i - 1); --i) {
    if (i - 1 != s.range().begin && !s.is_comma(i - 1)) continue;
    TokenRange part{s.is_comma(i - 1) ? i : i - 1, end};
    while (part.begin < part.end && s.is_phrase_edge(part.begin)) ++part.begin;
    if (end != comma && part.size() != 0 && is_plain_phrase(s, part)) return {part.begin, comma};
    end = i - 1;
  }
  return {};
}

// A stretch that can be nothing but a phrase may hold what the tagger took for a verb: "…," losing captain Okoye said.
bool may_be_phrase(const SentenceView& s, TokenRange phrase) {
  for (std::uint32_t i = phrase.begin; i < phrase.end; ++i)
    if (s.tag(i) == Tag::aux) return false;
  while (phrase.end > phrase.begin + 1 && s.is_punct(phrase.end - 1)) --phrase.end;  // "Jr."
  const Tag first = s.tag(phrase.begin), last = s.tag(phrase.end - 1);
  const bool pronoun = last == Tag::pron && (phrase.size() == 1 || s.tag(phrase.end - 2) == Tag::adp);  // "one of them"
  const bool ends = s.has_class(phrase.end - 1, WordClass::role) || is_nominal(last) || pronoun;
  return first != Tag::adp && first != Tag::sconj && ends;
}

// "the mine, which Okoye says": not in "which mine Okoye says".
bool opens_relative_clause(const SentenceView& s, std::uint32_t i) {
  return s.is_relative(i) && i > s.range().begin && s.is_comma(i - 1);
}

// The first of the adverbs and auxiliaries before a cue: "Okoye has since said", wherever the parser hung "has".
std::uint32_t before_helpers(const SentenceView& s, std::uint32_t cue) {
  std::uint32_t i = s.before_adverbs(cue);
  while (i > s.range().begin && s.tag(i - 1) == Tag::aux) i = s.before_adverbs(i - 1);
  return i;
}

// "Okoye on Monday said": the day is no part of who says it.
std::uint32_t before_day(const SentenceView& s, std::uint32_t end) {
  const bool placed = end > s.range().begin + 2 && s.says_when(end - 1) && s.tag(end - 2) == Tag::adp;
  return placed ? end - 2 : end;
}

// Between a mark or comma and the cue stands nothing but the speaker.
TokenRange phrase_before(const SentenceView& s, TokenRange cue, bool has_subject) {
  const std::uint32_t end = before_day(s, before_helpers(s, cue.begin));
  std::uint32_t begin = end;
  while (begin > s.range().begin && end - begin < kLongestPhrase && !s.in.marked.covers(begin - 1) &&
         !s.is_comma(begin - 1) && !s.divides(begin - 1))
    --begin;
  const std::uint32_t first = begin;
  while (begin < end && s.is_phrase_edge(begin)) ++begin;
  while (begin + 1 < end && s.says_when(begin)) ++begin;  // "On Monday the minister"
  while (begin < end && s.is_phrase_edge(begin)) ++begin;
  if (begin + 1 < end && opens_relative_clause(s, begin)) ++begin;
  if (begin == end) return {};
  const bool placed = first < begin && s.tag(begin - 1) == Tag::adp;
  const bool inserted = first > s.range().begin + 1 && s.is_comma(first - 1) && s.is_person(first - 2);
  if (placed && (has_subject || inserted)) return {};  // "In the town on Monday she", "Okoye, of Lagos,"
  const TokenRange out{begin, end};
  const bool starts = begin == s.range().begin || s.is_comma(begin - 1);
  const bool surely = s.follows_speech(begin) || (!has_subject && starts && s.name_at(begin) != nullptr);
  return (surely ? may_be_phrase(s, out) : is_plain_phrase(s, out)) ? out : TokenRange{};
}

// `…,” said forecaster Ada Okoye`, where the tagger took the role for no noun.
TokenRange name_behind(const SentenceView& s, std::uint32_t first) {
  constexpr std::uint32_t kMostWords = 3;
  if (s.mark_before(first - 1).size() == 0 || s.is_time(first) || s.is_punct(first)) return {};
  for (std::uint32_t i = first; i < s.range().end && i <= first + kMostWords && !s.is_punct(i); ++i)
    if (s.is_person(i)) return {first, s.name_at(i)->tokens.end};
  return {};
}

// "…," said Okoye: the phrase that begins right behind the cue.
TokenRange phrase_after(const SentenceView& s, TokenRange cue) {
  constexpr std::uint32_t kFarthest = 12;
  const std::uint32_t first = cue.end;
  if (first >= s.range().end || s.in.marked.covers(first)) return {};
  if (!is_nominal(s.tag(first)) && s.tag(first) != Tag::pron) return name_behind(s, first);
  std::uint32_t noun = first;
  while (leads_to_noun(s.tree.relation(noun))) {
    const std::uint32_t h = s.tree.head(noun);
    if (h == kNoToken || h < noun || s.in.marked.covers(h) || h - first > kFarthest) break;
    noun = h;
  }
  return {first, phrase_around(s, noun, cue).end};
}

// Somebody who can be heard: a name, "police", "a spokesman for the ministry". Not "a few words for the minister".
bool has_speaker(const SentenceView& s, TokenRange phrase) {
  for (std::uint32_t i = phrase.begin; i < phrase.end && s.tag(i) != Tag::adp; ++i)
    if (s.name_at(i) != nullptr || s.has_class(i, WordClass::role) || s.has_class(i, WordClass::kinship) ||
        s.has_class(i, WordClass::organization_head))
      return true;
  return false;
}

}  // namespace

TokenRange inverted_speaker(const SentenceView& s, TokenRange cue) {
  if (cue.begin == s.range().begin || !s.is_comma(cue.begin - 1)) return {};
  TokenRange out = phrase_after(s, cue);
  if (out.size() == 0 || s.is_time(out.begin) || !has_speaker(s, out)) return {};
  for (std::uint32_t i = out.begin; i + 1 < out.end; ++i)
    if (s.is_comma(i) && is_verbal(s.tag(i + 1))) out.end = i;
  const bool closed = out.end == s.range().end || s.tag(out.end) == Tag::punct || s.tag(out.end) == Tag::adp;
  if (!closed || s.has_verb(out)) return {};
  const bool front = s.has_finite_verb({s.range().begin, cue.begin});
  const bool around = s.is_comma(out.end) && s.has_finite_verb({out.end, s.range().end});
  return front || around ? out : TokenRange{};
}

TokenRange phrase_behind(const SentenceView& s, TokenRange source_phrase) {
  const std::uint32_t first = source_phrase.end;
  if (first >= s.range().end || s.tag(first) == Tag::punct || s.tag(first) == Tag::none) return {};
  TokenRange out = phrase_after(s, source_phrase);
  if (out.size() == 0) out = {first, phrase_around(s, first, source_phrase).end};
  if (source_phrase.begin > s.range().begin) return out;
  // At the sentence's begin the clause follows behind the comma: only a name or an apposition may stand between two.
  std::uint32_t comma = first;
  while (comma < out.end && !s.is_comma(comma)) ++comma;
  if (comma == out.end) return with_apposed_name(s, out, s.range().end);
  std::uint32_t next = comma + 1;
  while (next < out.end && !s.is_comma(next)) ++next;
  if (comma + 1 >= s.range().end) return {first, comma};
  const bool relative = opens_relative_clause(s, comma + 1);
  if (relative)
    while (next < s.range().end && !s.is_comma(next)) ++next;
  const bool apposed = relative || s.tag(comma + 1) == Tag::det || s.tag(comma + 1) == Tag::num;
  if (apposed && s.is_comma(next)) return {first, next};
  return with_apposed_name(s, {first, comma}, s.range().end);
}

TokenRange phrase_beside(const SentenceView& s, TokenRange cue, std::uint32_t subject) {
  const std::uint32_t end = s.before_adverbs(cue.begin);
  const bool comma = s.is_comma(end - 1);
  if (s.mark_before(cue.begin).size() != 0) {
    const TokenRange out = phrase_after(s, cue);
    if (out.size() != 0) return out;
  }
  const TokenRange before = phrase_before(s, cue, subject != kNoToken);
  if (before.size() != 0) {
    const bool apposed = subject != kNoToken && subject < before.begin && s.tree.yield(subject).end > before.begin;
    return apposed ? TokenRange{} : with_role_before(s, before);
  }
  if (subject == kNoToken || (subject < cue.begin && comma)) {
    const TokenRange inserted = before_insertion(s, cue);
    const bool inside =
        subject == kNoToken || (s.tree.relation(subject) != Relation::appos && inserted.begin < subject);
    if (inserted.size() != 0 && inside) return inserted;
  }
  if (subject != kNoToken || !comma) return {};
  const TokenRange out = phrase_after(s, cue);
  const bool starts_clause = out.size() != 0 && out.end < s.range().end && is_verbal(s.tag(out.end));
  const bool in_order = s.tag(cue.begin) == Tag::aux;  // "did not mention her rival": no speaker stands behind
  return starts_clause || in_order ? before_participle(s, end - 1) : out;
}

}  // namespace quoth::internal
