#include "quote/noun_phrase.h"

// Tested by tests/unit/quote_frames_test.cc.

#include <algorithm>

namespace quoth::internal {
namespace {

// Phrases that are looked for beside a cue are no longer than this: bounds the work for each cue.
constexpr std::uint32_t kLongest = 30;

bool is_nominal(Tag t) {
  return t == Tag::noun || t == Tag::propn || t == Tag::adj || t == Tag::det || t == Tag::num || t == Tag::x ||
         t == Tag::sym;
}

// Relations of a word to the noun behind it in one phrase.
bool leads_to_noun(Relation r) {
  return r == Relation::det || r == Relation::amod || r == Relation::compound || r == Relation::nmod_poss ||
         r == Relation::nummod || r == Relation::flat || r == Relation::nmod;
}

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

// Words that no phrase begins or ends with.
bool is_edge(const SentenceView& s, std::uint32_t i) {
  const std::string_view w = s.written(i);
  if (w == "(" || w == ")" || w == "[" || w == "]") return false;
  const Tag t = s.tag(i);
  return t == Tag::punct || t == Tag::adv || t == Tag::cconj || t == Tag::sconj || t == Tag::adp;
}

TokenRange trimmed(const SentenceView& s, TokenRange phrase, std::uint32_t noun) {
  while (phrase.begin < noun && is_edge(s, phrase.begin)) ++phrase.begin;
  while (phrase.end > noun + 1 && is_edge(s, phrase.end - 1)) --phrase.end;
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
  const TokenRange yield = s.tree.yield(child), mark = s.marked.next(yield.begin);
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

bool divides(const SentenceView& s, std::uint32_t i) { return s.written(i) == ";" || s.written(i) == ":"; }

TokenRange cut_at_marks(const SentenceView& s, TokenRange phrase, std::uint32_t noun) {
  const TokenRange next = s.marked.next(noun + 1), last = s.marked.last(noun);
  if (next.size() != 0 && next.begin < phrase.end && next.end >= phrase.end) phrase.end = next.begin;
  if (last.size() != 0 && last.end > phrase.begin) phrase.begin = last.end;
  for (std::uint32_t i = phrase.begin; i < noun; ++i)
    if (divides(s, i)) phrase.begin = i + 1;
  return phrase;
}

// "Okoye on Thursday": the day is when it was said.
TokenRange without_time(const SentenceView& s, TokenRange phrase, std::uint32_t noun) {
  for (std::uint32_t i = noun + 1; i < phrase.end; ++i) {
    if (!s.is_time(i) || s.name_at(i) != nullptr) continue;
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
  while (begin > s.range().begin && is_nominal(s.tag(begin - 1)) && !s.marked.covers(begin - 1)) {
    if (s.tag(begin) == Tag::det || s.tree.relation(begin) == Relation::nmod_poss) break;
    if (s.is_time(begin - 1) || s.tag(begin - 1) == Tag::num) break;
    --begin;
  }
  return begin;
}

// "the team's coach, Ali Mehraban," where the parser saw no apposition.
TokenRange with_apposed_name(const SentenceView& s, TokenRange phrase, std::uint32_t limit) {
  const std::uint32_t at = phrase.end + 1;
  if (at >= limit || !s.is_comma(phrase.end) || !s.is_person(at) || s.is_person(phrase.end - 1)) return phrase;
  const LabelledName* name = s.name_at(at);
  const bool closed = name->tokens.end >= limit || s.tag(name->tokens.end) == Tag::punct;
  return closed && name->tokens.begin == at ? TokenRange{phrase.begin, name->tokens.end} : phrase;
}

// "Its trial counsel, Ada Okoye", where the parser took the name alone.
TokenRange with_role_before(const SentenceView& s, TokenRange phrase) {
  const std::uint32_t comma = phrase.begin - 1;
  if (!s.is_person(phrase.begin) || !s.is_comma(comma)) return phrase;
  std::uint32_t begin = comma;
  bool role = false;
  while (begin > s.range().begin && !s.marked.covers(begin - 1)) {
    const Tag t = s.tag(begin - 1);
    const bool inside =
        is_nominal(t) || t == Tag::adp || t == Tag::part || s.tree.relation(begin - 1) == Relation::nmod_poss;
    if (!inside) break;
    role = role || s.has_class(begin - 1, WordClass::role) || s.has_class(begin - 1, WordClass::kinship);
    --begin;
  }
  while (begin < comma && is_edge(s, begin)) ++begin;
  const bool starts = begin == s.range().begin || s.tag(begin - 1) == Tag::punct || s.tag(begin - 1) == Tag::cconj;
  if (!role || !starts || begin == comma || s.is_person(comma - 1) || s.is_time(begin)) return phrase;
  return {begin, phrase.end};
}

// What may follow a name between commas as a part of the phrase: ", who ...", ", 44,", ", a nurse". Not ", speaking in
// Lagos,".
bool starts_insertion(const SentenceView& s, std::uint32_t i) {
  return is_nominal(s.tag(i)) || s.tag(i) == Tag::pron || s.tree.relation(i) == Relation::nmod_poss;
}

// "Okoye, a nurse who walked there, said": all up to the cue.
TokenRange with_insertion(const SentenceView& s, TokenRange phrase, TokenRange cue) {
  const std::uint32_t end = s.before_adverbs(cue.begin);
  if (end <= phrase.end + 1 || end - phrase.end > kLongest) return phrase;
  if (!s.is_comma(end - 1) || !s.is_comma(phrase.end) || !starts_insertion(s, phrase.end + 1)) return phrase;
  for (std::uint32_t i = phrase.end; i < end; ++i)
    if (divides(s, i)) return phrase;
  return {phrase.begin, end - 1};
}

// The same where the tree has no subject, or one inside of the insertion: the part with the last person's name before
// the insertion, else the first part.
TokenRange before_insertion(const SentenceView& s, TokenRange cue) {
  const std::uint32_t end = s.before_adverbs(cue.begin);
  if (!s.is_comma(end - 1)) return {};
  std::uint32_t comma = end - 1;
  for (std::uint32_t i = comma; i > s.range().begin && end - i < kLongest && !s.marked.covers(i - 1); --i) {
    if (!s.is_comma(i - 1)) continue;
    comma = i - 1;
    if (comma > s.range().begin && s.is_person(comma - 1)) break;
  }
  if (comma == end - 1 || !(starts_insertion(s, comma + 1) || s.tag(comma + 1) == Tag::adp)) return {};
  std::uint32_t begin = comma;
  while (begin > s.range().begin && !s.marked.covers(begin - 1) && !s.is_comma(begin - 1) && comma - begin < kLongest)
    --begin;
  while (begin < comma && is_edge(s, begin)) ++begin;
  return is_plain_phrase(s, {begin, comma}) ? TokenRange{begin, end - 1} : TokenRange{};
}

// A stretch that can be nothing but a phrase may hold what the tagger took for a verb: "…," losing captain Okoye said.
bool may_be_phrase(const SentenceView& s, TokenRange phrase) {
  for (std::uint32_t i = phrase.begin; i < phrase.end; ++i)
    if (s.tag(i) == Tag::aux) return false;
  while (phrase.end > phrase.begin + 1 && s.is_punct(phrase.end - 1)) --phrase.end;  // "Jr."
  const Tag first = s.tag(phrase.begin), last = s.tag(phrase.end - 1);
  const bool ends =
      s.has_class(phrase.end - 1, WordClass::role) || is_nominal(last) || (last == Tag::pron && phrase.size() == 1);
  return first != Tag::adp && first != Tag::sconj && ends;
}

// "the mine, which Okoye says": not in "which mine Okoye says".
bool opens_relative_clause(const SentenceView& s, std::uint32_t i) {
  return s.is_relative(i) && i > s.range().begin && s.is_comma(i - 1);
}

// Between a mark or comma and the cue stands nothing but the speaker.
TokenRange phrase_before(const SentenceView& s, TokenRange cue, bool has_subject) {
  const std::uint32_t end = s.before_adverbs(cue.begin);
  std::uint32_t begin = end;
  while (begin > s.range().begin && end - begin < kLongest && !s.marked.covers(begin - 1) && !s.is_comma(begin - 1) &&
         !divides(s, begin - 1))
    --begin;
  const std::uint32_t first = begin;
  while (begin < end && is_edge(s, begin)) ++begin;
  while (begin + 1 < end && s.is_time(begin) && s.name_at(begin) == nullptr) ++begin;  // "On Monday the minister"
  while (begin < end && is_edge(s, begin)) ++begin;
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
  if (s.mark_before(first - 1).size() == 0 || s.tag(first) == Tag::adv || s.is_punct(first)) return {};
  for (std::uint32_t i = first; i < s.range().end && i <= first + kMostWords && !s.is_punct(i); ++i)
    if (s.is_person(i)) return {first, s.name_at(i)->tokens.end};
  return {};
}

// "…," said Okoye: the phrase that begins right behind the cue.
TokenRange phrase_after(const SentenceView& s, TokenRange cue) {
  constexpr std::uint32_t kFarthest = 12;
  const std::uint32_t first = cue.end;
  if (first >= s.range().end || s.marked.covers(first)) return {};
  if (!is_nominal(s.tag(first)) && s.tag(first) != Tag::pron) return name_behind(s, first);
  std::uint32_t noun = first;
  while (leads_to_noun(s.tree.relation(noun))) {
    const std::uint32_t h = s.tree.head(noun);
    if (h == kNoToken || h < noun || s.marked.covers(h) || h - first > kFarthest) break;
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

TokenRange phrase_around(const SentenceView& s, std::uint32_t noun, TokenRange cue) {
  if (s.tag(noun) == Tag::pron && s.tree.first_child(noun) == kNoToken) return {noun, noun + 1};
  TokenRange out = covered_by(s, noun);
  if (noun < cue.begin) out.end = std::min(out.end, cue.begin);
  if (noun >= cue.end) out.begin = std::max(out.begin, cue.end);
  out = without_time(s, trimmed(s, cut_at_marks(s, out, noun), noun), noun);
  if (noun >= cue.end) return with_apposed_name(s, between_acts(s, out, false), s.range().end);
  out = between_acts(s, out, true);
  out.begin = extended_left(s, out.begin);
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
  return subject == kNoToken && comma ? phrase_after(s, cue) : TokenRange{};
}

}  // namespace quoth::internal
