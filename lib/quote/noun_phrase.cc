#include "quote/noun_phrase.h"

// Tested by tests/unit/quote_frames_test.cc.

#include <algorithm>

namespace quoth::internal {
namespace {

constexpr std::uint32_t kNone = kNoHead;

bool is_verbal(Tag t) { return t == Tag::verb || t == Tag::aux; }
bool is_nominal(Tag t) {
  return t == Tag::noun || t == Tag::propn || t == Tag::adj || t == Tag::det || t == Tag::num || t == Tag::x ||
         t == Tag::sym;
}

// Relations of a word to the noun behind it.
bool stands_in_phrase(Relation r) {
  return r == Relation::det || r == Relation::amod || r == Relation::compound || r == Relation::nmod_poss ||
         r == Relation::nummod || r == Relation::flat || r == Relation::nmod;
}

}  // namespace

const LabelledName* NounPhrases::name_at(std::uint32_t token) const {
  const auto after = std::upper_bound(in_.mentions.begin(), in_.mentions.end(), token,
                                      [](std::uint32_t t, const LabelledName& n) { return t < n.tokens.begin; });
  if (after == in_.mentions.begin() || (after - 1)->tokens.end <= token) return nullptr;
  return &*(after - 1);
}

bool NounPhrases::is_edge(std::uint32_t i) const {
  const std::string_view w = in_.names.tokens.written(i);
  if (w == "(" || w == ")" || w == "[" || w == "]") return false;
  const Tag t = tree_.tag(i);
  return t == Tag::punct || t == Tag::adv || t == Tag::cconj || t == Tag::sconj || t == Tag::adp;
}

bool NounPhrases::belongs(std::uint32_t child) const {
  switch (tree_.relation(child)) {
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
      return !is_verbal(tree_.tag(child));
    default:
      return true;
  }
}

TokenRange NounPhrases::covered_by(std::uint32_t noun) const {
  TokenRange out{noun, noun + 1};
  for (std::uint32_t c = tree_.first_child(noun); c != kNone; c = tree_.next_sibling(c)) {
    const bool in = belongs(c);
    if (c < noun) {
      out.begin = in ? std::min(out.begin, tree_.yield(c).begin) : noun;
    } else {
      if (!in) break;
      out.end = std::max(out.end, tree_.yield(c).end);
    }
  }
  return out;
}

TokenRange NounPhrases::trimmed(TokenRange phrase, std::uint32_t noun) const {
  while (phrase.begin < noun && is_edge(phrase.begin)) ++phrase.begin;
  while (phrase.end > noun + 1 && is_edge(phrase.end - 1)) --phrase.end;
  return phrase;
}

bool NounPhrases::is_comma(std::uint32_t i) const {
  if (i < sentence_.begin || i >= sentence_.end) return false;
  const std::string_view w = in_.names.tokens.written(i);
  return w == "," || w == "\u2014" || w == "\u2013" || w == "--";
}

// Names and titles that the parser hung elsewhere: "[House Speaker] Paul Ryan". Not days: "on Friday the ministry".
std::uint32_t NounPhrases::extended_left(std::uint32_t begin) const {
  constexpr std::uint64_t kTimes = bit(WordClass::weekday) | bit(WordClass::month);
  while (begin > sentence_.begin && is_nominal(tree_.tag(begin - 1)) && !marked_.covers(begin - 1)) {
    if (tree_.tag(begin) == Tag::det || tree_.relation(begin) == Relation::nmod_poss) break;
    if ((in_.facts[begin - 1].classes & kTimes) != 0 || tree_.tag(begin - 1) == Tag::num) break;
    --begin;
  }
  return begin;
}

// "the team's coach, Ali Mehraban," where the parser saw no apposition.
TokenRange NounPhrases::with_apposed_name(TokenRange phrase, std::uint32_t limit) const {
  if (phrase.end + 1 >= limit || !is_comma(phrase.end)) return phrase;
  const LabelledName* name = name_at(phrase.end + 1);
  if (name == nullptr || name->label != kPerson || name->tokens.begin != phrase.end + 1) return phrase;
  const bool closed = name->tokens.end >= limit || tree_.tag(name->tokens.end) == Tag::punct;
  const LabelledName* own = name_at(phrase.end - 1);
  if (!closed || (own != nullptr && own->label == kPerson)) return phrase;
  return {phrase.begin, name->tokens.end};
}

// "Its trial counsel, Ada Okoye", where the parser took the name alone.
TokenRange NounPhrases::with_role_before(TokenRange phrase) const {
  const LabelledName* name = name_at(phrase.begin);
  if (name == nullptr || name->label != kPerson || !is_comma(phrase.begin - 1)) return phrase;
  const std::uint32_t comma = phrase.begin - 1;
  std::uint32_t begin = comma;
  bool noun = false;
  while (begin > sentence_.begin && !marked_.covers(begin - 1)) {
    const Tag t = tree_.tag(begin - 1);
    if (!is_nominal(t) && t != Tag::adp && t != Tag::part && tree_.relation(begin - 1) != Relation::nmod_poss) break;
    noun = noun || t == Tag::noun;
    --begin;
  }
  while (begin < comma && is_edge(begin)) ++begin;
  const bool starts = begin == sentence_.begin || tree_.tag(begin - 1) == Tag::punct || tree_.tag(begin - 1) == Tag::cconj;
  const LabelledName* own = name_at(comma - 1);
  if (!noun || !starts || begin == comma || (own != nullptr && own->label == kPerson)) return phrase;
  if ((in_.facts[begin].classes & bit(WordClass::weekday)) != 0) return phrase;
  return {begin, phrase.end};
}

// What may follow a name between commas as a part of the phrase: ", who ...", ", 44,", ", a nurse". Not ", speaking in
// Lagos,".
bool NounPhrases::starts_insertion(std::uint32_t i) const {
  return is_nominal(tree_.tag(i)) || tree_.tag(i) == Tag::pron || tree_.relation(i) == Relation::nmod_poss;
}

// "Okoye, a nurse who walked there, said": all up to the cue.
TokenRange NounPhrases::with_insertion(TokenRange phrase, TokenRange cue) const {
  constexpr std::uint32_t kLongest = 30;
  const std::uint32_t end = behind_adverbs(cue);
  if (end <= phrase.end + 1 || end - phrase.end > kLongest) return phrase;
  if (!is_comma(end - 1) || !is_comma(phrase.end) || !starts_insertion(phrase.end + 1)) return phrase;
  for (std::uint32_t i = phrase.end; i < end; ++i)
    if (in_.names.tokens.written(i) == ";" || in_.names.tokens.written(i) == ":") return phrase;
  return {phrase.begin, end - 1};
}

// The same where the tree has no subject, or one inside of the insertion.
TokenRange NounPhrases::before_insertion(TokenRange cue) const {
  constexpr std::uint32_t kLongest = 30;
  const std::uint32_t end = behind_adverbs(cue);
  if (!is_comma(end - 1)) return {};
  // The part with the last person's name before the insertion, else the first part.
  std::uint32_t comma = end - 1;
  for (std::uint32_t i = comma; i > sentence_.begin && end - i < kLongest && !marked_.covers(i - 1); --i) {
    if (!is_comma(i - 1)) continue;
    comma = i - 1;
    const LabelledName* name = comma > sentence_.begin ? name_at(comma - 1) : nullptr;
    if (name != nullptr && name->label == kPerson) break;
  }
  if (comma == end - 1 || !starts_insertion(comma + 1)) return {};
  std::uint32_t begin = comma;
  while (begin > sentence_.begin && !marked_.covers(begin - 1) && !is_comma(begin - 1) && comma - begin < kLongest) --begin;
  while (begin < comma && is_edge(begin)) ++begin;
  if (!is_plain({begin, comma})) return {};
  return {begin, end - 1};
}

std::uint32_t NounPhrases::behind_adverbs(TokenRange cue) const {
  std::uint32_t end = cue.begin;
  while (end > sentence_.begin && tree_.tag(end - 1) == Tag::adv) --end;
  return end;
}

// A noun phrase and nothing else.
bool NounPhrases::is_plain(TokenRange phrase) const {
  bool noun = false;
  for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
    const Tag t = tree_.tag(i);
    const bool inside = is_nominal(t) || t == Tag::adp || t == Tag::part || t == Tag::pron || t == Tag::cconj ||
                        (t == Tag::punct && i > phrase.begin && !is_comma(i));
    const bool clause = t != Tag::cconj && (in_.facts[i].classes & bit(WordClass::conjunction)) != 0;  // "after", "as"
    if (!inside || clause) return false;
    noun = noun || t == Tag::noun || t == Tag::propn || t == Tag::pron;
  }
  return noun;
}

// Between a mark or comma and the cue stands nothing but the speaker.
TokenRange NounPhrases::plain_before(TokenRange cue, bool lenient) const {
  constexpr std::uint32_t kLongest = 25;
  const std::uint32_t end = behind_adverbs(cue);
  std::uint32_t begin = end;
  while (begin > sentence_.begin && end - begin < kLongest && !marked_.covers(begin - 1) && !is_comma(begin - 1)) --begin;
  while (begin < end && is_edge(begin)) ++begin;
  TokenRange out{begin, end};
  if (out.size() == 0) return {};
  const bool behind_mark = out.begin > sentence_.begin && (marked_.covers(out.begin - 1) || (is_comma(out.begin - 1) && out.begin > sentence_.begin + 1 && marked_.covers(out.begin - 2)));
  const bool starts = lenient && (out.begin == sentence_.begin || is_comma(out.begin - 1)) && name_at(out.begin) != nullptr;
  return (behind_mark || starts ? may_be_phrase(out) : is_plain(out)) ? out : TokenRange{};
}

// Right behind a mark a phrase may hold what the tagger took for a verb: "…," losing captain Ada Okoye said.
bool NounPhrases::may_be_phrase(TokenRange phrase) const {
  for (std::uint32_t i = phrase.begin; i < phrase.end; ++i)
    if (tree_.tag(i) == Tag::aux) return false;
  const Tag first = tree_.tag(phrase.begin), last = tree_.tag(phrase.end - 1);
  const bool role = (in_.facts[phrase.end - 1].classes & bit(WordClass::role)) != 0;  // "sources", which may be a verb
  return first != Tag::adp && first != Tag::sconj && (role || is_nominal(last) || (last == Tag::pron && phrase.size() == 1));
}

// "…," said Okoye: the first noun behind the cue that hangs on no preposition.
TokenRange NounPhrases::inverted(TokenRange cue) const {
  constexpr std::uint32_t kLongest = 12;
  const std::uint32_t first = cue.end;
  if (first >= sentence_.end || marked_.covers(first)) return {};
  const Tag t = tree_.tag(first);
  if (!is_nominal(t) && t != Tag::pron) return {};
  std::uint32_t noun = first;
  for (std::uint32_t steps = 0; steps < kLongest; ++steps) {
    const std::uint32_t h = tree_.head(noun);
    if (h == kNone || h < noun || !stands_in_phrase(tree_.relation(noun)) || marked_.covers(h) || h - first > kLongest) break;
    noun = h;
  }
  TokenRange out = around(noun, cue);
  out.begin = first;
  return out;
}

TokenRange NounPhrases::beside(TokenRange cue, std::uint32_t subject) const {
  if (subject != kNone && marked_.covers(subject)) subject = kNone;
  const std::uint32_t end = behind_adverbs(cue);
  const bool comma = is_comma(end - 1);
  const bool mark = end > sentence_.begin && (marked_.covers(end - 1) || (comma && end > sentence_.begin + 1 && marked_.covers(end - 2)));
  if (mark) {
    const TokenRange out = inverted(cue);
    if (out.size() != 0) return out;
  }
  const TokenRange region = plain_before(cue, subject == kNone);
  if (region.size() != 0) {
    const bool apposed = subject != kNone && subject < region.begin && tree_.yield(subject).end > region.begin;
    return apposed ? TokenRange{} : with_role_before(region);
  }
  if (subject == kNone || (subject < cue.begin && comma)) {
    const TokenRange inserted = before_insertion(cue);
    if (inserted.size() != 0 && (subject == kNone || (tree_.relation(subject) != Relation::appos && inserted.begin < subject))) return inserted;
  }
  return subject == kNone && comma ? inverted(cue) : TokenRange{};
}

TokenRange NounPhrases::around(std::uint32_t noun, TokenRange cue) const {
  if (tree_.tag(noun) == Tag::pron && tree_.first_child(noun) == kNone) return {noun, noun + 1};
  TokenRange out = covered_by(noun);
  if (const LabelledName* name = name_at(noun); name != nullptr)
    out = {std::min(out.begin, name->tokens.begin), std::max(out.end, name->tokens.end)};
  if (noun < cue.begin) out.end = std::min(out.end, cue.begin);
  if (noun >= cue.end) out.begin = std::max(out.begin, cue.end);
  const TokenRange next = marked_.next(noun + 1), last = marked_.last(noun);
  if (next.size() != 0 && next.begin < out.end && next.end >= out.end) out.end = next.begin;
  if (last.size() != 0 && last.end > out.begin) out.begin = last.end;
  out = without_time(trimmed(out, noun), noun);
  if (noun >= cue.end) return with_apposed_name(out, sentence_.end);
  out.begin = extended_left(out.begin);
  return with_role_before(with_insertion(with_apposed_name(out, cue.begin), cue));
}

// "Okoye on Thursday": the day is when it was said.
TokenRange NounPhrases::without_time(TokenRange phrase, std::uint32_t noun) const {
  constexpr std::uint64_t kTimes = bit(WordClass::weekday) | bit(WordClass::month);
  for (std::uint32_t i = noun + 1; i < phrase.end; ++i) {
    if ((in_.facts[i].classes & kTimes) == 0 || name_at(i) != nullptr) continue;
    const std::uint32_t end = tree_.tag(i - 1) == Tag::adp ? i - 1 : i;
    return {phrase.begin, std::max(end, noun + 1)};
  }
  return phrase;
}

TokenRange NounPhrases::short_around(std::uint32_t noun, TokenRange cue) const {
  TokenRange out = around(noun, cue);
  for (std::uint32_t c = tree_.first_child(noun); c != kNone; c = tree_.next_sibling(c)) {
    const Relation r = tree_.relation(c);
    const bool clause = r == Relation::acl || r == Relation::acl_relcl || r == Relation::appos || r == Relation::advcl;
    if (c > noun && clause) out.end = std::min(out.end, std::max(noun + 1, tree_.yield(c).begin));
  }
  if (const LabelledName* name = name_at(noun); name != nullptr) out.end = std::max(out.end, name->tokens.end);
  return trimmed(out, noun);
}

TokenRange NounPhrases::behind(TokenRange source_phrase) const {
  const std::uint32_t first = source_phrase.end;
  if (first >= sentence_.end || tree_.tag(first) == Tag::punct || tree_.tag(first) == Tag::none) return {};
  TokenRange out = inverted(source_phrase);
  if (out.size() == 0) out = around(first, source_phrase);
  if (source_phrase.begin > sentence_.begin) return out;
  // At the sentence's begin the clause follows behind the comma: only a name or an apposition may stand between two.
  std::uint32_t comma = first;
  while (comma < out.end && !is_comma(comma)) ++comma;
  if (comma == out.end) return with_apposed_name(out, sentence_.end);
  std::uint32_t next = comma + 1;
  while (next < out.end && !is_comma(next)) ++next;
  const bool apposed = tree_.tag(comma + 1) == Tag::det || tree_.tag(comma + 1) == Tag::num;
  if (apposed && is_comma(next)) return {first, next};
  return with_apposed_name({first, comma}, sentence_.end);
}

}  // namespace quoth::internal
