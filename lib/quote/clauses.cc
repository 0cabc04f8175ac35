#include "quote/clauses.h"

// Tested by tests/unit/quote_clauses_test.cc.

#include <algorithm>
#include <string_view>

#include "quote/clause_start.h"
#include "quote/front_question.h"
#include "quote/noun_phrase.h"
#include "quote/time_phrase.h"

namespace quoth::internal {
namespace {

// Clauses inside each other reach to the sentence's end, each of them: more of a sentence are not looked for, so that
// the work stays linear.
constexpr std::size_t kMostClauses = 16;

using Parts = std::array<TokenRange, 2>;

class ClauseFinder {
 public:
  ClauseFinder(const SentenceView& view, const std::vector<Attribution>& acts)
      : s_(view), tree_(view.tree), acts_(acts), sentence_(view.range()), front_(view.range().end) {
    if (!acts.empty() && asks_in_front(view, acts[0])) front_ = front_end(view);
  }

  // "Okoye said it was over and warned that": the second verb's subject is not "it".
  static void share_speaker(std::size_t number, std::vector<Attribution>& acts) {
    if (number + 1 >= acts.size() || !acts[number + 1].borrowed) return;
    Attribution& next = acts[number + 1];
    for (const TokenRange part : acts[number].clause)
      if (part.begin <= next.speaker.begin && next.speaker.end <= part.end && part.end <= next.cue.begin)
        next.speaker = acts[number].speaker;
  }

  Parts clause_of(std::size_t number) const {
    const Attribution& a = acts_[number];
    if (a.cue.size() == 0) return {marked_behind(a.whole().end)};
    Parts parts = a.cue_class == CueClass::source ? of_source(number) : of_verb(number);
    if (front_ < sentence_.end && a.cue.end <= front_)
      for (TokenRange& part : parts)
        if (part.begin >= front_) part = {};
    return parts;
  }

 private:
  TokenRange trimmed(TokenRange r) const {
    while (r.begin < r.end && s_.is_punct(r.begin)) ++r.begin;
    while (r.end > r.begin && s_.is_punct(r.end - 1)) --r.end;
    return r;
  }
  // Marked words that begin right there; empty: none do.
  TokenRange marked_behind(std::uint32_t token) const {
    const TokenRange mark = s_.in.marked.next(token);
    return mark.begin == token ? mark : TokenRange{};
  }

  // "according to Okoye"
  Parts of_source(std::size_t number) const {
    const TokenRange act = acts_[number].whole();
    if (const TokenRange around_act = clause_around(number); around_act.size() != 0) {
      std::uint32_t comma = act.end;
      while (comma < around_act.end && !s_.is_comma(comma)) ++comma;
      return {trimmed({comma, around_act.end})};
    }
    const TokenRange before = trimmed({front_begin(number), act.begin});
    const TokenRange after = trimmed({act.end, clause_end(number, act.end)});
    if (before.size() < 2) return after.size() > 1 ? Parts{after} : Parts{};
    const TokenRange mark = s_.in.marked.next(act.end);
    if (s_.mark_before(act.begin).size() != 0 && s_.is_comma(act.end) && mark.begin == act.end + 1)
      return {before, mark};
    const bool around = s_.is_comma(act.begin - 1) && s_.is_comma(act.end) && after.size() > 1 && s_.has_verb(after);
    return around ? Parts{before, after} : Parts{before};
  }

  // "said that, according to Okoye, the road was shut": what another act says in which this one is inserted at the
  // beginning; empty: none.
  TokenRange clause_around(std::size_t number) const {
    const TokenRange act = acts_[number].whole();
    for (std::size_t k = number; k-- > 0;)
      for (const TokenRange part : acts_[k].clause)
        if (part.begin < act.begin && act.end < part.end && opens_at(part.begin, act.begin)) return part;
    return {};
  }
  bool opens_at(std::uint32_t begin, std::uint32_t act) const {
    return s_.starts_complement(begin) && (begin + 1 == act || (begin + 2 == act && s_.is_comma(begin + 1)));
  }

  // "Okoye said"
  Parts of_verb(std::size_t number) const {
    const Attribution& a = acts_[number];
    TokenRange act = a.whole();
    act.end = behind_time(act.end);
    const std::uint32_t v = a.verb, c = clause_child(a, act.end);
    const bool speech = stands_behind_speech(act.begin);
    if (asks_in_front(s_, a)) return {question_in_front(s_, {act.end, clause_end(number, act.end)})};
    if (const TokenRange told = before_agent(a); told.size() != 0) return {told};
    if (const TokenRange mark = behind_colon(number, act.end); mark.size() != 0)
      return speech ? Parts{s_.mark_before(act.begin), mark} : Parts{mark};
    const bool front = speech || (stands_behind_clause(act.begin) && may_follow_clause(v, act));
    if (front && (speech || c == kNoToken || s_.is_comma(act.end))) {
      if (!speech && !s_.is_comma(act.end))
        if (const Parts parts = behind(number, v, act); parts[0].size() != 0) return parts;
      if (const Parts parts = around(number, v, act); parts[0].size() != 0) return parts;
    }
    if (c == kNoToken) return behind(number, v, act);
    std::uint32_t begin = conjunction_before(act.end, c);
    const bool odd = begin == c && takes_object_for_subject(s_, a, act.end, c);
    if (begin == c) begin = odd ? act.end : bare_begin(act.end, std::max(act.end, s_.tree.yield(c).begin), v);
    if (is_main_clause(act, v, trimmed({begin, sentence_.end}).begin)) return {};
    return {trimmed({begin, clause_end(number, begin)})};
  }

  // "was called “a farce” by Okoye"
  TokenRange before_agent(const Attribution& a) const {
    const TokenRange mark = s_.in.marked.next(a.cue.end);
    const bool between = a.frame == ActFrame::agent && mark.size() != 0 && mark.end < a.speaker.begin;
    return between ? TokenRange{a.cue.end, mark.end} : TokenRange{};
  }

  // "said then,", "said on Tuesday": behind the words that say when.
  std::uint32_t behind_time(std::uint32_t begin) const {
    if (begin >= sentence_.end) return begin;
    if (s_.tag(begin) == Tag::adv && s_.is_comma(begin + 1)) return begin + 1;
    return time_phrase_end(s_, begin);
  }

  // The act follows a comma, a closing mark, or a question.
  bool stands_behind_clause(std::uint32_t begin) const {
    if (s_.is_relative(begin) || (begin > sentence_.begin && s_.is_question_word(begin - 1))) return false;
    begin = s_.before_adverbs(begin);
    if (begin == sentence_.begin) return false;
    const std::string_view w = s_.written(begin - 1);
    return s_.is_comma(begin - 1) || s_.in.marked.covers(begin - 1) || w == "?" || w == "!";
  }

  // Not in "…, which said", "…, when he said"; but in "…, the office said." whatever the parser took it for.
  bool may_follow_clause(std::uint32_t v, TokenRange act) const {
    const Relation r = tree_.relation(v);
    if (r == Relation::acl_relcl || r == Relation::acl) {
      return s_.is_comma(act.begin - 1) && !s_.is_relative(act.begin) && act.begin < v && ends_sentence(act.end, v);
    }
    return r != Relation::advcl || tree_.child(v, Relation::mark) == kNoToken;
  }

  // Behind marked words that are a sentence's part of their own: not in `In his book, "The Long Road," he said that`.
  bool stands_behind_speech(std::uint32_t begin) const {
    const TokenRange mark = s_.mark_before(begin);
    if (mark.size() == 0 || mark.begin <= sentence_.begin) return mark.size() != 0;
    if (!s_.follows_speech(begin)) return false;
    for (std::uint32_t i = sentence_.begin; i < mark.begin; ++i)
      if (is_verbal(s_.tag(i)) && !s_.in.marked.covers(i)) return true;
    return false;
  }

  // "The road was shut, Okoye said"; "the road, Okoye said, was shut".
  Parts around(std::size_t number, std::uint32_t v, TokenRange act) const {
    const std::uint32_t adverbs = s_.before_as(s_.before_adverbs(act.begin));  // "“…,” then added Okoye"
    const bool apart = adverbs > sentence_.begin && (s_.is_comma(adverbs - 1) || s_.in.marked.covers(adverbs - 1));
    const TokenRange before = trimmed({front_begin(number), apart ? adverbs : act.begin});
    if (before.size() == 0) return {};
    const TokenRange after = part_behind(number, v, act);
    const bool after_marked = after.size() != 0 && s_.in.marked.covers(after.begin);
    const bool adjunct = hangs_as_adjunct(before, acts_[number].cue) && !stands_alone(before);
    if (after_marked && adjunct && !s_.in.marked.covers(before.end)) return {after};
    if (s_.mark_before(act.begin).size() != 0) {
      const bool all_marked = s_.in.marked.around(before.begin).end >= before.end;
      return all_marked && !after_marked ? Parts{before} : Parts{before, after};
    }
    if (acts_[number].borrowed) return {};
    if (after.size() != 0) return {before, after};
    const bool only_adjunct = adjunct && (!ends_sentence(act.end, v) || s_.tag(before.begin) == Tag::sconj);
    return s_.has_verb(before) && !only_adjunct ? Parts{before} : Parts{};
  }

  // Whether nothing but adjuncts stands behind an act.
  bool ends_sentence(std::uint32_t i, std::uint32_t v) const {
    while (i < sentence_.end && is_adjunct(i, v)) ++i;
    return i >= sentence_.end;
  }

  // "…, Okoye said, …": the part behind the second comma, or a marked part that goes on behind an adjunct.
  TokenRange part_behind(std::size_t number, std::uint32_t v, TokenRange act) const {
    const std::uint32_t next_act = number + 1 < acts_.size() ? acts_[number + 1].whole().begin : sentence_.end;
    const TokenRange mark = s_.in.marked.next(act.end);
    const bool goes_on_marked = s_.mark_before(act.begin).size() != 0 && mark.size() != 0 &&
                                mark.begin < std::min(next_act, sentence_.end) && s_.is_comma(mark.begin - 1);
    if (goes_on_marked) return trimmed({mark.begin, std::max(mark.end, clause_end(number, mark.begin))});
    const std::uint32_t comma = behind_adjuncts(act.end, v);
    if (!s_.is_comma(comma) || next_act <= comma + 2) return {};
    const TokenRange after = trimmed({comma + 1, std::max(comma + 1, clause_end(number, comma))});
    const std::uint32_t first = s_.before_adverbs(act.begin);  // "He was, Okoye said, wide awake"
    const bool waits = first >= sentence_.begin + 2 && s_.is_comma(first - 1) && is_verbal(s_.tag(first - 2));
    if (after.size() < 2 || !(waits || goes_on(after, acts_[number].cue))) return {};
    const TokenRange around = s_.in.marked.around(after.begin);  // an opening mark was trimmed, too
    return {around.size() != 0 && around.begin > comma ? around.begin : after.begin, after.end};
  }

  // ", Okoye said on Monday in Lagos,": the comma that closes what was inserted, if nothing but adjuncts comes before.
  std::uint32_t behind_adjuncts(std::uint32_t i, std::uint32_t v) const {
    while (i < sentence_.end && !s_.is_punct(i) && is_adjunct(i, v)) ++i;
    return i;
  }

  // A clause with a verb that no preposition or conjunction opens.
  bool stands_alone(TokenRange part) const {
    const Tag first = s_.tag(part.begin);
    return first != Tag::adp && first != Tag::sconj && first != Tag::part && first != Tag::verb && first != Tag::adv &&
           s_.has_finite_verb(part);
  }

  // Whether what stands behind ", Okoye said," belongs to the clause before.
  bool goes_on(TokenRange after, TokenRange cue) const {
    const Tag first = s_.tag(after.begin);
    if (first == Tag::cconj || first == Tag::sconj || first == Tag::part) return true;
    return s_.has_verb(after) && !hangs_as_adjunct(after, cue);
  }

  // Whether a part only says when, where or why: it hangs on the verb with a conjunction or preposition of its own.
  bool hangs_as_adjunct(TokenRange part, TokenRange cue) const {
    for (std::uint32_t i = part.begin; i < part.end; ++i) {
      if (tree_.head(i) < cue.begin || tree_.head(i) >= cue.end) continue;
      const Relation r = tree_.relation(i);
      if (r == Relation::xcomp) return true;
      if (r == Relation::obl) return tree_.child(i, Relation::case_) != kNoToken;
      if (r == Relation::advcl) return !is_plain_clause(i);
      if (r == Relation::conj) return tree_.child(i, Relation::cc) != kNoToken;
      if (r == Relation::ccomp || r == Relation::parataxis || r == Relation::obj) return false;
    }
    return false;
  }
  bool is_plain_clause(std::uint32_t top) const {
    return s_.has_subject(top) && tree_.child(top, Relation::mark) == kNoToken &&
           s_.tag(tree_.yield(top).begin) != Tag::sconj;
  }

  // Where a clause before an act begins: at the sentence's begin, or behind an act that has its own clause before it.
  std::uint32_t front_begin(std::size_t number) const {
    const std::uint32_t limit = acts_[number].whole().begin;
    for (std::size_t k = number; k-- > 0;) {
      const Attribution& last = acts_[k];
      if (last.whole().end > limit || last.clause[0].size() == 0 || last.clause[0].end > last.whole().begin) continue;
      std::uint32_t i = last.whole().end;
      while (i < limit && !s_.is_punct(i) && s_.tag(i) != Tag::cconj && !s_.in.marked.covers(i)) ++i;
      while (i < limit && !s_.in.marked.covers(i) && (s_.is_punct(i) || s_.tag(i) == Tag::cconj)) ++i;
      return i;
    }
    std::uint32_t begin = sentence_.begin;
    if (front_ < sentence_.end) return std::min(limit, front_);  // what is asked there is not told by the next
    if (s_.in.names.tokens[begin].shape == Shape::number && begin + 2 < limit && s_.written(begin + 1) == ".")
      begin += 2;  // "3. The road is shut"
    while (begin < limit && (s_.tag(begin) == Tag::cconj || opens_sentence(begin))) ++begin;
    return begin;
  }

  // "However, the road was shut, Okoye said": the writer's word.
  bool opens_sentence(std::uint32_t i) const {
    if (s_.is_comma(i)) return i > sentence_.begin && s_.tag(i - 1) == Tag::adv;
    return s_.tag(i) == Tag::adv && s_.is_comma(i + 1);
  }

  // Where another main clause follows, whatever the parser hung on what; the sentence's end: nowhere.
  std::uint32_t semicolon_from(std::uint32_t i) const {
    while (i < sentence_.end && (s_.written(i) != ";" || s_.in.marked.covers(i))) ++i;
    return i;
  }

  // The clause that a verb governs behind it.
  std::uint32_t clause_child(const Attribution& a, std::uint32_t from) const {
    const std::uint32_t v = a.verb, semicolon = semicolon_from(from);
    for (std::uint32_t c = tree_.first_child(v); c != kNoToken; c = tree_.next_sibling(c)) {
      if (c < from || c > semicolon) continue;
      const Relation r = tree_.relation(c);
      if (r == Relation::ccomp && is_finite(c)) return c;
      if (is_taken(a, c)) return c;
      // A bare clause that the parser took for another kind.
      const bool bare = (r == Relation::advcl || r == Relation::parataxis) && is_plain_clause(c);
      if (bare && follows_closely(from, tree_.yield(c).begin)) return c;
      if (takes_object_for_subject(s_, a, from, c)) return c;
    }
    return kNoToken;
  }
  // An infinitive, a gerund or an object that a verb of its kind reports.
  bool is_taken(const Attribution& a, std::uint32_t c) const {
    const Relation r = tree_.relation(c);
    if (r == Relation::obj) return (a.takes & kTakesObject) != 0 && tells_something(s_, a, c);
    if (r != Relation::xcomp && r != Relation::ccomp && r != Relation::advcl) return false;
    const std::uint32_t mark = tree_.child(c, Relation::mark);
    if (mark != kNoToken && s_.tag(mark) == Tag::part) return (a.takes & kTakesInfinitive) != 0;
    return mark == kNoToken && r != Relation::advcl && s_.tag(c) == Tag::verb && (a.takes & kTakesGerund) != 0;
  }

  // Where a clause without a conjunction begins: behind adjuncts, with words that the parser hung elsewhere.
  std::uint32_t bare_begin(std::uint32_t from, std::uint32_t begin, std::uint32_t v) const {
    if (follows_closely(from, begin)) return from;
    while (from < begin && is_adjunct(from, v)) ++from;
    return from;
  }
  bool follows_closely(std::uint32_t from, std::uint32_t begin) const {
    for (std::uint32_t i = from; i < begin; ++i)
      if (s_.tag(i) != Tag::adv && s_.tag(i) != Tag::pron && s_.tag(i) != Tag::sconj) return false;
    return begin >= from;
  }
  bool is_finite(std::uint32_t c) const {
    const std::uint32_t mark = tree_.child(c, Relation::mark);
    return s_.has_subject(c) || tree_.child(c, Relation::csubj) != kNoToken ||
           (mark != kNoToken && s_.tag(mark) != Tag::part);  // "to" opens no clause
  }

  // "said on Monday that": the conjunction, where the parser hung it elsewhere.
  std::uint32_t conjunction_before(std::uint32_t from, std::uint32_t c) const {
    for (std::uint32_t i = from; i < c; ++i) {
      if (is_verbal(s_.tag(i))) return c;
      if (s_.starts_complement(i)) return i;
    }
    return c;
  }

  // "put it simply: “…”": the marked words behind a colon, if no other verb stands before it; empty: there are none.
  TokenRange behind_colon(std::size_t number, std::uint32_t from) const {
    const TokenRange mark = s_.in.marked.next(from);
    if (mark.size() == 0 || mark.begin >= sentence_.end || mark.begin <= from || s_.written(mark.begin - 1) != ":")
      return {};
    const bool other_act = number + 1 < acts_.size() && acts_[number + 1].whole().begin < mark.begin;
    return other_act || s_.has_verb({from, mark.begin}) ? TokenRange{} : mark;
  }

  // What stands behind a verb that governs no clause by its tree: "said that …", "said: “…”", "called it “…”".
  Parts behind(std::size_t number, std::uint32_t v, TokenRange act) const {
    const TokenRange mark = s_.in.marked.next(act.end);
    const bool marked = mark.size() != 0 && mark.begin < sentence_.end && mark.begin >= act.end &&
                        !(number + 1 < acts_.size() && acts_[number + 1].whole().begin < mark.begin);
    std::uint32_t i = act.end;
    while (i < sentence_.end && !starts_clause(number, i) && is_adjunct(i, v)) ++i;
    if (i >= sentence_.end) return {};
    if (!is_main_clause(act, v, i) && (starts_clause(number, i) || is_bare_clause(number, i)))
      return {trimmed({i, clause_end(number, i)})};
    if (!marked) return {};
    const bool apart = mark.begin == act.end || s_.is_punct(mark.begin - 1) || s_.tag(mark.begin - 1) == Tag::adp;
    if (acts_[number].cue_class == CueClass::manner && !apart) return {};  // "pointed to the “green” line"
    const bool ends = mark.end >= sentence_.end || s_.is_punct(mark.end);
    const bool given = acts_[number].cue_class == CueClass::object && ends && s_.tag(mark.begin - 1) == Tag::adp &&
                       !s_.has_attribute(mark.begin - 1, WordClass::conjunction, "relay");
    if (i >= mark.begin || given) return {mark};  // "likened it to “a kite”", not "described it as “a kite”"
    if (i + 1 == mark.begin && s_.tag(i) == Tag::pron) return {{{mark.begin, mark.end}}};
    for (std::uint32_t k = i; k < mark.begin; ++k)
      if (s_.is_punct(k) && s_.written(k) != ",") return {};
    return {trimmed({i, clause_end(number, i)})};
  }
  // Who knows what he wants has said nothing.
  bool starts_clause(std::size_t number, std::uint32_t i) const {
    const bool asks = acts_[number].cue_class != CueClass::think && starts_question(s_, i);
    return asks || s_.starts_complement(i) || starts_plain_clause(s_, i);
  }
  // "After Okoye objected, the road was shut": the main clause is nothing that he says. Not in "As Okoye said, the
  // road", "where, Okoye said, the road".
  bool is_main_clause(TokenRange act, std::uint32_t v, std::uint32_t begin) const {
    if (begin <= act.end || !s_.is_comma(begin - 1) || s_.in.marked.covers(begin)) return false;
    return leans(v, act.begin) && !s_.starts_complement(begin);
  }
  bool leans(std::uint32_t v, std::uint32_t act) const {
    if (s_.before_as(act) != act || s_.is_comma(act - 1)) return false;
    const Relation r = tree_.relation(v);
    const bool opened = act > sentence_.begin && s_.has_class(act - 1, WordClass::conjunction) &&
                        s_.tag(act - 1) != Tag::cconj && s_.tag(act - 1) != Tag::adp;
    return opened || r == Relation::advcl || r == Relation::acl_relcl || tree_.child(v, Relation::mark) != kNoToken;
  }

  // "said the union expected": what looks like an object with a verb in it, behind a verb that takes no objects.
  bool is_bare_clause(std::size_t number, std::uint32_t i) const {
    if ((acts_[number].takes & kTakesBareClause) == 0 || s_.in.marked.covers(i)) return false;
    const Tag t = s_.tag(i);
    if (t == Tag::adp || t == Tag::verb || t == Tag::aux || t == Tag::punct || t == Tag::part || t == Tag::sconj)
      return false;
    if (t == Tag::adv && (i + 1 >= sentence_.end || s_.tag(i + 1) != Tag::noun)) return false;  // "more thunder was"
    return s_.has_finite_verb({i, sentence_.end});
  }

  bool is_adjunct(std::uint32_t i, std::uint32_t v) const {
    if (s_.in.marked.covers(i)) return false;
    if (s_.is_punct(i)) return s_.written(i) != ";";
    std::uint32_t top = i;
    for (int steps = 0; tree_.head(top) != v; ++steps) {
      if (tree_.head(top) == kNoToken || steps > 20) return false;
      top = tree_.head(top);
    }
    const Relation r = tree_.relation(top);
    if (tree_.child(top, Relation::nsubj) != kNoToken || tree_.child(top, Relation::cop) != kNoToken) return false;
    return top > v && (r == Relation::obl || r == Relation::advmod || r == Relation::punct);
  }

  // "said … and warned that": the second verb has a clause of its own.
  bool reports_itself(const Attribution& a) const {
    const std::uint32_t i = a.whole().end;
    if (clause_child(a, i) != kNoToken) return true;
    if (i >= sentence_.end) return false;
    const bool bare = (a.takes & kTakesBareClause) != 0 && starts_plain_clause(s_, i);
    return bare || s_.starts_complement(i) || s_.in.marked.covers(i);
  }

  // Where what stands behind a verb ends: at an act that is reported beside it, at "though", at a semicolon, behind
  // marked words that end it, else with the sentence.
  std::uint32_t clause_end(std::size_t number, std::uint32_t begin) const {
    std::uint32_t end = next_act_beside(number, begin);
    if (begin < front_) end = std::min(end, front_);
    for (std::uint32_t i = begin; i < end; ++i) {
      if (const TokenRange mark = s_.in.marked.around(i); mark.size() != 0) {
        if (mark.end < end && ends_clause(number, begin, mark, end)) end = mark.end;
        i = std::max(i, mark.end - 1);
        continue;
      }
      const bool contrast = i > begin + 1 && follows_comma(i) && s_.tag(i) == Tag::sconj &&
                            s_.has_attribute(i, WordClass::conjunction, "contrast");
      if (contrast || s_.written(i) == ";") end = i;
    }
    while (end > begin && (s_.is_punct(end - 1) || s_.tag(end - 1) == Tag::cconj) && !s_.in.marked.covers(end - 1))
      --end;
    return end;
  }

  // Whether a clause goes no farther than marked words in it: `said, “…,” before the doors shut`, `said that it was
  // “a farce,” though`, `called it “a farce” on Monday`. Not where others follow.
  bool ends_clause(std::size_t number, std::uint32_t begin, TokenRange mark, std::uint32_t end) const {
    const TokenRange next = s_.in.marked.next(mark.end);
    if (next.size() != 0 && next.begin < end) return false;
    const bool comma = mark.size() > 3 && s_.written(mark.end - 2) == ",";
    if (comma && mark.begin == begin + (s_.is_punct(begin) && mark.begin != begin ? 1 : 0)) return true;
    if (acts_[number].cue_class == CueClass::object && (comma || ends_description(mark.end))) return true;
    return comma && (s_.tag(mark.end) == Tag::det || contrasts(mark.end));
  }
  // "… on Monday", "…, which", "… and left": not "… of the year", "… for them".
  bool ends_description(std::uint32_t i) const {
    return s_.is_comma(i) || s_.tag(i) == Tag::cconj || s_.is_time(i) ||
           (s_.tag(i) == Tag::adp && s_.has_attribute(i, WordClass::preposition, "when"));
  }
  bool contrasts(std::uint32_t i) const {
    const Tag t = s_.tag(i);
    return (t == Tag::cconj || t == Tag::sconj) && s_.has_attribute(i, WordClass::conjunction, "contrast");
  }

  // Behind a comma, or behind a closing mark that has one before it.
  bool follows_comma(std::uint32_t i) const {
    return s_.is_comma(i - 1) || (s_.in.marked.covers(i - 1) && s_.written(i - 1) != "," && s_.is_comma(i - 2));
  }

  // The first act behind `begin` that is no part of the clause there; the sentence's end: none is.
  std::uint32_t next_act_beside(std::size_t number, std::uint32_t begin) const {
    for (std::size_t k = number + 1; k < std::min(acts_.size(), number + kMostClauses); ++k) {
      const Attribution& next = acts_[k];
      const std::uint32_t at = next.whole().begin;
      if (at <= begin || next.cue.size() == 0) continue;
      if (shares_speaker(next, begin)) return std::min(at, s_.before_adverbs(next.cue.begin));
      if (stands_apart(next, begin)) return at;
    }
    return sentence_.end;
  }
  // "said …, adding …", "said … and warned that".
  bool shares_speaker(const Attribution& next, std::uint32_t begin) const {
    if (!next.borrowed) return false;
    const std::uint32_t first = s_.before_adverbs(next.cue.begin);
    if (first <= begin) return false;
    return s_.is_comma(first - 1) || (s_.tag(first - 1) == Tag::cconj && reports_itself(next));
  }
  // "…, according to Okoye", "…, but Okoye said that", "…, Okoye said".
  bool stands_apart(const Attribution& next, std::uint32_t begin) const {
    const std::uint32_t at = next.whole().begin;
    if (next.cue_class == CueClass::source) return s_.is_comma(at - 1) && !opens_at(begin, at);
    if (next.borrowed || at <= begin + 2) return false;
    const bool joined = s_.tag(at - 1) == Tag::cconj && follows_comma(at - 1);
    return joined || (follows_comma(at) && next.whole().end + 1 >= sentence_.end);
  }

  const SentenceView& s_;
  const Tree& tree_;
  const std::vector<Attribution>& acts_;
  TokenRange sentence_;
  std::uint32_t front_;  // the comma behind a question in front; the sentence's end: there is none
};

}  // namespace

void find_clauses(const SentenceView& view, std::vector<Attribution>& acts) {
  const ClauseFinder finder(view, acts);
  for (std::size_t a = 0; a < std::min(acts.size(), kMostClauses); ++a) {
    acts[a].clause = finder.clause_of(a);
    finder.share_speaker(a, acts);
  }
}

}  // namespace quoth::internal
