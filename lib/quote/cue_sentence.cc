#include "quote/cue_sentence.h"

// Tested by tests/unit/quote_frames_test.cc.

#include <algorithm>

#include "quote/cues.h"

namespace quoth::internal {
namespace {

bool is_number_or_point(const Token& t) { return t.shape == Shape::number || t.shape == Shape::punct; }
bool is_comma(const QuoteInput& in, std::uint32_t i) { return in.names.tokens.written(i) == ","; }

// Behind a noun, a number or a comma, and before a mark, a preposition, a conjunction or a pronoun: "Okoye, a nurse,
// stated.", "the office announced in May", "Okoye further asserted that".
bool stands_as_verb(const QuoteInput& in, const Syntax& syntax, TokenRange sentence, Tag next, std::uint32_t i) {
  if (next == Tag::sconj)
    while (i > sentence.begin + 1 && syntax.tags[i - 1] == Tag::adv) --i;
  const Tag last = syntax.tags[i - 1];
  const bool behind =
      last == Tag::noun || last == Tag::propn || last == Tag::num || last == Tag::pron || is_comma(in, i - 1);
  return behind && (next == Tag::punct || next == Tag::adp || next == Tag::sconj || next == Tag::pron);
}

// "…, Radio Lagos reports.", "…, the publisher cautions.": not ", a prank show."
bool ends_with_speaker(const QuoteInput& in, const Syntax& syntax, TokenRange sentence, const Cue& cue) {
  const std::uint32_t i = cue.phrase.begin;
  std::uint32_t begin = i;
  while (begin > sentence.begin && syntax.tags[begin - 1] == Tag::propn) --begin;
  const bool named = begin < i;
  while (begin > sentence.begin && syntax.tags[begin - 1] == Tag::noun) --begin;
  const bool determined = !cue.base && begin < i && begin > sentence.begin && syntax.tags[begin - 1] == Tag::det;
  if (determined) --begin;
  return (named || determined) && begin > sentence.begin && is_comma(in, begin - 1);
}

// "“…,” replies her sister", "“…,” Okoye remarks.": no other verb stands between the marked words and it.
bool speaks_behind(const QuoteInput& in, const Syntax& syntax, TokenRange speech, Tag next, std::uint32_t i) {
  if (speech.size() == 0 || i < speech.end) return false;
  for (std::uint32_t k = speech.end; k < i; ++k)
    if (syntax.tags[k] == Tag::verb || syntax.tags[k] == Tag::aux) return false;
  const bool right_behind = i == speech.end || (i == speech.end + 1 && is_comma(in, speech.end));
  return right_behind || next == Tag::punct;
}

// "“…,” whispered keeper Ada Okoye": what the tagger took for an adjective before the speaker.
bool opens_behind(const QuoteInput& in, const Syntax& syntax, TokenRange sentence, TokenRange speech, std::uint32_t i) {
  if (speech.size() == 0 || i != speech.end) return false;
  for (std::uint32_t k = i + 1; k < sentence.end && syntax.tags[k] != Tag::punct; ++k)
    if (syntax.tags[k] == Tag::verb || syntax.tags[k] == Tag::aux) return false;
  return i + 1 < sentence.end && !in.marked.covers(i + 1);
}

// "was heard asking, “…”", "a sign saying no dogs": not "a saying".
bool opens_speech(const QuoteInput& in, const Syntax& syntax, const Cue& cue, std::uint32_t i) {
  const std::uint32_t end = cue.phrase.end;
  if (end + 1 >= in.names.tokens.size()) return false;
  const Tag last = syntax.tags[i - 1], next = syntax.tags[end];
  if (last == Tag::det || last == Tag::adj || last == Tag::adp) return false;
  if (in.marked.next(end).begin == (is_comma(in, end) ? end + 1 : end)) return true;
  return (cue.takes & kTakesBareClause) != 0 && (last == Tag::noun || last == Tag::propn) &&
         (next == Tag::det || next == Tag::pron || next == Tag::sconj);
}

bool must_be_verb(const QuoteInput& in, const Syntax& syntax, TokenRange sentence, TokenRange speech, std::uint32_t i) {
  if (i == sentence.begin || (in.facts[i].classes & bit(WordClass::say_verb)) == 0) return false;
  const Cue cue = cue_at(in.names, i, false);
  if (cue.phrase.size() == 0) return false;
  const Tag next = cue.phrase.end < sentence.end ? syntax.tags[cue.phrase.end] : Tag::punct;
  const bool small_name = syntax.tags[i] == Tag::propn && in.names.tokens[i].shape == Shape::lower;
  if (syntax.tags[i] == Tag::adj || small_name)
    return cue.past && (stands_as_verb(in, syntax, sentence, next, i) || opens_behind(in, syntax, sentence, speech, i));
  if (syntax.tags[i] != Tag::noun) return false;
  if (cue.past && cue.phrase.size() > 1) return true;  // "shot back"
  if (cue.gerund) return opens_speech(in, syntax, cue, i);
  return (next == Tag::punct && ends_with_speaker(in, syntax, sentence, cue)) ||
         speaks_behind(in, syntax, speech, next, i);
}

// "has since said": what else is a conjunction.
bool is_adverb_of_cue(const QuoteInput& in, const Syntax& syntax, TokenRange sentence, std::uint32_t i) {
  if (i == sentence.begin || i + 1 >= sentence.end || syntax.tags[i] != Tag::sconj) return false;
  return (in.facts[i - 1].classes & bit(WordClass::auxiliary)) != 0 && syntax.tags[i + 1] == Tag::verb &&
         is_cue_token(in, i + 1) && cue_at(in.names, i + 1, false).past;
}

// "vowed to “crush” them": the mark hides what "to" belongs to.
bool opens_marked_infinitive(const QuoteInput& in, const Syntax& syntax, TokenRange sentence, std::uint32_t i) {
  if (i == sentence.begin || i + 2 >= sentence.end || syntax.tags[i] != Tag::adp || !is_cue_token(in, i - 1))
    return false;
  return in.marked.next(i).begin == i + 1 && syntax.tags[i + 2] == Tag::noun && in.facts[i + 2].may_be_verb &&
         (cue_at(in.names, i - 1, false).takes & kTakesInfinitive) != 0;
}

// "…, chairman Lord Okoye said"
bool is_role_of_name(const QuoteInput& in, const Syntax& syntax, TokenRange sentence, std::uint32_t i) {
  return syntax.tags[i] == Tag::verb && (in.facts[i].classes & bit(WordClass::role)) != 0 && i > sentence.begin &&
         is_comma(in, i - 1) && i + 1 < sentence.end && syntax.tags[i + 1] == Tag::propn;
}

// The names at its edges stay outside of it.
TokenRange without_cut_names(TokenRange inside, std::span<const TokenRange> names) {
  const auto first =
      std::partition_point(names.begin(), names.end(), [&](TokenRange n) { return n.end <= inside.begin; });
  const auto last = std::partition_point(first, names.end(), [&](TokenRange n) { return n.end <= inside.end; });
  if (first != names.end() && first->begin < inside.begin) inside.begin = first->end;
  if (last != names.end() && last->begin < inside.end) inside.end = last->begin;
  return inside.begin < inside.end ? inside : TokenRange{};
}

}  // namespace

std::uint32_t CueSentence::colon() const {
  const TokenRange mark = in.marked.next(range.begin);
  const bool there = mark.size() != 0 && mark.begin > range.begin && mark.begin <= range.end &&
                     in.names.tokens.written(mark.begin - 1) == ":";
  return there ? mark.begin - 1 : range.end;
}

TokenRange CueSentence::speech_in_front() const {
  constexpr std::uint32_t kFewest = 5;  // with its marks: “Indeed, no,”
  std::uint32_t begin = range.begin;    // behind "3."
  while (begin + 1 < range.end && !in.marked.covers(begin) && is_number_or_point(in.names.tokens[begin])) ++begin;
  const TokenRange mark = in.marked.around(begin);
  if (mark.size() < kFewest || mark.end >= range.end) return {};
  return is_comma(in, mark.end - 2) || is_comma(in, mark.end) ? mark : TokenRange{};
}

bool CueSentence::opens_with_verb() const {
  if (!is_cue_token(in, range.begin) || colon() == range.end) return false;
  const Cue cue = cue_at(in.names, range.begin, false);
  return (cue.takes & kTakesBareClause) != 0 && !cue.gerund;
}

bool CueSentence::has_cue() const {
  for (std::uint32_t i = range.begin; i < range.end; ++i)
    if (is_cue_token(in, i) && !in.marked.covers(i)) return true;
  return colon() < range.end || speech_in_front().size() != 0;
}

bool CueSentence::has_tagged_cue(const Syntax& syntax) const {
  const bool headline = in.facts[range.begin].style != LineStyle::plain;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (!is_cue_token(in, i) || in.marked.covers(i)) continue;
    const bool source = (in.facts[i].classes & bit(WordClass::source_phrase)) != 0;
    if (headline || source || syntax.tags[i] == Tag::verb) return true;
  }
  return colon() < range.end || speech_in_front().size() != 0;
}

void CueSentence::find_left_out(std::span<const TokenRange> names, std::vector<TokenRange>& out) const {
  constexpr std::uint32_t kBegin = 5, kEnd = 4,
                          kFewest = 6;  // of words on either side, with the marks; of what is left out
  out.clear();
  const TokenRange around = in.marked.around(range.begin);
  for (TokenRange mark = around.size() != 0 ? around : in.marked.next(range.begin);
       mark.size() != 0 && mark.begin < range.end; mark = in.marked.next(mark.end)) {
    const std::uint32_t begin = std::max(mark.begin, range.begin), end = std::min(mark.end, range.end);
    if (end - begin < kBegin + kEnd + kFewest) continue;
    const TokenRange inside = without_cut_names({begin + kBegin, end - kEnd}, names);
    if (inside.size() >= kFewest) out.push_back(inside);
  }
}

void CueSentence::find_known_tags(const Syntax& syntax, std::vector<KnownTag>& out) const {
  out.clear();
  const TokenRange speech = speech_in_front();
  if (opens_with_verb()) out.push_back({range.begin, Tag::verb});
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (in.marked.covers(i)) continue;
    if (must_be_verb(in, syntax, range, speech, i)) out.push_back({i, Tag::verb});
    if (is_adverb_of_cue(in, syntax, range, i)) {
      out.push_back({i - 1, Tag::aux});
      out.push_back({i, Tag::adv});
    }
    if (opens_marked_infinitive(in, syntax, range, i)) {
      out.push_back({i, Tag::part});
      out.push_back({i + 2, Tag::verb});
    }
    if (is_role_of_name(in, syntax, range, i)) out.push_back({i, Tag::noun});
  }
}

}  // namespace quoth::internal
