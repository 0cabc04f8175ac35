#include "quote/clauses.h"

// Tested by tests/unit/quote_clauses_test.cc.

#include <algorithm>
#include <string_view>

#include "quote/noun_phrase.h"
#include "quote/word_attributes.h"

namespace quoth::internal {
namespace {

constexpr std::uint32_t kNone = kNoHead;

// Clauses inside each other reach to the sentence's end, each of them: more of a sentence are not looked for, so that
// the work stays linear.
constexpr std::size_t kMostClauses = 16;

bool is_verbal(Tag t) { return t == Tag::verb || t == Tag::aux; }

class ClauseFinder {
 public:
  ClauseFinder(const QuoteInput& in, const Tree& tree, const MarkedTokens& marked, const std::vector<Attribution>& acts)
      : in_(in), tokens_(in.names.tokens), tree_(tree), marked_(marked), phrases_(in, tree, marked), acts_(acts), sentence_(tree.sentence()) {}

  std::array<TokenRange, 2> clause_of(std::size_t number) const {
    const Attribution& a = acts_[number];
    if (a.cue.size() == 0) return {marked_behind(a.whole().end)};
    return a.cue_class == CueClass::source ? of_source(number) : of_verb(number);
  }

 private:
  std::string_view written(std::uint32_t i) const { return tokens_.written(i); }
  bool is_punct(std::uint32_t i) const { return tokens_[i].shape == Shape::punct; }
  bool is_comma(std::uint32_t i) const { return i < sentence_.end && (written(i) == "," || is_dash(i)); }
  bool is_dash(std::uint32_t i) const { return written(i) == "\u2014" || written(i) == "\u2013" || written(i) == "--" || written(i) == "-"; }

  TokenRange trimmed(TokenRange r) const {
    while (r.begin < r.end && is_punct(r.begin)) ++r.begin;
    while (r.end > r.begin && is_punct(r.end - 1)) --r.end;
    return r;
  }
  bool has_verb(TokenRange r) const {
    if (is_headline(in_, sentence_)) return r.size() > 1;
    for (std::uint32_t i = r.begin; i < r.end; ++i)
      if (is_verbal(tree_.tag(i)) || marked_.covers(i)) return true;
    return false;
  }

  // A verb that is no infinitive.
  bool has_finite_verb(TokenRange r) const {
    if (is_headline(in_, sentence_)) return r.size() > 1;
    for (std::uint32_t i = r.begin; i < r.end; ++i)
      if (is_verbal(tree_.tag(i)) && !(i > sentence_.begin && tree_.tag(i - 1) == Tag::part)) return true;
    return false;
  }

  // Marked words that begin right there; empty: none do.
  TokenRange marked_behind(std::uint32_t token) const {
    const TokenRange mark = marked_.next(token);
    return mark.begin == token ? mark : TokenRange{};
  }

  // --- according to Okoye

  std::array<TokenRange, 2> of_source(std::size_t number) const {
    const TokenRange act = acts_[number].whole();
    const TokenRange before = trimmed({front_begin(number), act.begin});
    if (before.size() < 2) {
      const TokenRange after = trimmed({act.end, clause_end(number, kNone, act.end)});
      return after.size() > 1 ? std::array<TokenRange, 2>{after} : std::array<TokenRange, 2>{};
    }
    if (is_comma(act.begin - 1) && is_comma(act.end)) {
      const TokenRange after = trimmed({act.end, clause_end(number, kNone, act.end)});
      if (after.size() > 1 && (has_verb(after))) return {before, after};
    }
    return {before};
  }

  // --- Okoye said

  std::array<TokenRange, 2> of_verb(std::size_t number) const {
    const Attribution& a = acts_[number];
    const TokenRange act = a.whole();
    const std::uint32_t v = a.cue.end - 1;
    const bool front = stands_behind_clause(act.begin);
    const std::uint32_t c = clause_child(acts_[number], act.end);
    if (front && (may_follow_clause(v) || stands_behind_speech(act.begin)) && (c == kNone || is_comma(act.end) || stands_behind_speech(act.begin))) {
      if (!stands_behind_speech(act.begin) && !is_comma(act.end)) {
        const auto parts = behind(number, v, act);
        if (parts[0].size() != 0) return parts;
      }
      const auto parts = around(number, v, act);
      if (parts[0].size() != 0) return parts;
    }
    if (c != kNone) {
      const std::uint32_t conjunction = conjunction_before(act.end, c);
      std::uint32_t begin = conjunction != c ? conjunction : std::max(act.end, tree_.yield(c).begin);
      if (conjunction == c) begin = bare_begin(act.end, begin, v);
      return {trimmed({begin, clause_end(number, c, begin)})};
    }
    return behind(number, v, act);
  }

  // The act follows a comma or a closing mark.
  bool stands_behind_clause(std::uint32_t begin) const {
    while (begin > sentence_.begin && tree_.tag(begin - 1) == Tag::adv) --begin;
    return begin > sentence_.begin && (is_comma(begin - 1) || marked_.covers(begin - 1) || written(begin - 1) == "?" || written(begin-1) == "!");
  }

  // Not in "…, which said", "…, when he said".
  bool may_follow_clause(std::uint32_t v) const {
    const Relation r = tree_.relation(v);
    if (r == Relation::acl_relcl || r == Relation::acl) return false;
    return r != Relation::advcl || tree_.child(v, Relation::mark) == kNone;
  }

  // Behind marked words that are a sentence's part of their own: not in `In his book, "The Long Road," he said that`.
  bool stands_behind_speech(std::uint32_t begin) const {
    if (!stands_behind_mark(begin)) return false;
    std::uint32_t i = begin - 1;
    while (!marked_.covers(i)) --i;
    const TokenRange mark = marked_.around(i);
    return mark.begin <= sentence_.begin || has_verb_outside({sentence_.begin, mark.begin});
  }
  bool has_verb_outside(TokenRange r) const {
    for (std::uint32_t i = r.begin; i < r.end; ++i)
      if (is_verbal(tree_.tag(i)) && !marked_.covers(i)) return true;
    return false;
  }

  bool stands_behind_mark(std::uint32_t begin) const {
    while (begin > sentence_.begin && tree_.tag(begin - 1) == Tag::adv) --begin;
    if (begin > sentence_.begin && is_comma(begin - 1)) --begin;
    return begin > sentence_.begin && marked_.covers(begin - 1);
  }

  // "The road was shut, Okoye said"; "the road, Okoye said, was shut".
  std::array<TokenRange, 2> around(std::size_t number, std::uint32_t v, TokenRange act) const {
    const TokenRange before = trimmed({front_begin(number), act.begin});
    if (before.size() == 0) return {};
    const TokenRange after = part_behind(number, v, act);
    const bool adjunct = hangs_as_adjunct(before, v) && !stands_alone(before);
    if (after.size() != 0 && marked_.covers(after.begin) && adjunct && !marked_.covers(before.end)) return {after};
    if (stands_behind_mark(act.begin)) {
      const bool marked_only = marked_.covers(before.begin) && marked_.around(before.begin).end >= before.end;
      return marked_only && !(after.size() != 0 && marked_.covers(after.begin)) ? std::array<TokenRange, 2>{before} : std::array<TokenRange, 2>{before, after};
    }
    if (after.size() != 0 && !acts_[number].borrowed) return {before, after};
    if (!has_verb(before) || acts_[number].borrowed) return {};
    if (adjunct && (ends_sentence(act.end, v) ? tree_.tag(before.begin) == Tag::sconj : true)) return {};
    return {before};
  }

  // Whether nothing but adjuncts stands behind an act.
  bool ends_sentence(std::uint32_t i, std::uint32_t v) const {
    while (i < sentence_.end && is_adjunct(i, v)) ++i;
    return i >= sentence_.end;
  }

  // "…, Okoye said, …": the part behind the second comma, or a marked part that goes on behind an adjunct.
  TokenRange part_behind(std::size_t number, std::uint32_t v, TokenRange act) const {
    const std::uint32_t next_act = number + 1 < acts_.size() ? acts_[number + 1].whole().begin : sentence_.end;
    const TokenRange mark = marked_.next(act.end);
    if (stands_behind_mark(act.begin) && mark.size() != 0 && mark.begin < std::min(next_act, sentence_.end) && is_comma(mark.begin - 1))
      return trimmed({mark.begin, std::max(mark.end, clause_end(number, kNone, mark.begin))});
    if (!is_comma(act.end) || next_act <= act.end + 2) return {};
    std::uint32_t begin = act.end + 1;
    const TokenRange after = {begin, clause_end(number, kNone, act.end)};
    if (after.begin >= after.end || trimmed(after).size() < 2) return {};
    return goes_on(trimmed(after), v) ? keep_mark(after) : TokenRange{};
  }
  // Trimmed, but for an opening mark.
  TokenRange keep_mark(TokenRange r) const {
    const TokenRange out = trimmed(r);
    return out.begin > r.begin && marked_.covers(out.begin) && marked_.around(out.begin).begin >= r.begin ? TokenRange{marked_.around(out.begin).begin, out.end} : out;
  }

  // A clause with a verb that no preposition or conjunction opens.
  bool stands_alone(TokenRange part) const {
    const Tag first = tree_.tag(part.begin);
    return first != Tag::adp && first != Tag::sconj && first != Tag::part && first != Tag::verb && first != Tag::adv &&
           has_finite_verb(part);
  }

  // Whether what stands behind ", Okoye said," belongs to the clause before.
  bool goes_on(TokenRange after, std::uint32_t v) const {
    const Tag first = tree_.tag(after.begin);
    if (first == Tag::cconj || first == Tag::sconj || first == Tag::part) return true;
    return has_verb(after) && !hangs_as_adjunct(after, v);
  }

  // Whether a part only says when, where or why: it hangs on the verb with a conjunction or preposition of its own.
  bool hangs_as_adjunct(TokenRange part, std::uint32_t v) const {
    for (std::uint32_t i = part.begin; i < part.end; ++i) {
      if (tree_.head(i) != v) continue;
      const Relation r = tree_.relation(i);
      if (r == Relation::xcomp) return true;
      if (r == Relation::obl) return tree_.child(i, Relation::case_) != kNone;
      if (r == Relation::advcl) return !is_plain_clause(i);
      if (r == Relation::conj) return tree_.child(i, Relation::cc) != kNone;
      if (r == Relation::ccomp || r == Relation::parataxis || r == Relation::obj) return false;
    }
    return false;
  }
  bool is_plain_clause(std::uint32_t top) const {
    const bool subject = tree_.child(top, Relation::nsubj) != kNone || tree_.child(top, Relation::nsubj_pass) != kNone ||
                         tree_.child(top, Relation::expl) != kNone;
    return subject && tree_.child(top, Relation::mark) == kNone && tree_.tag(tree_.yield(top).begin) != Tag::sconj;
  }

  // Where a clause before an act begins: at the sentence's begin, or behind an act that has its own clause before it.
  std::uint32_t front_begin(std::size_t number) const {
    const std::uint32_t limit = acts_[number].whole().begin;
    for (std::size_t k = number; k-- > 0;) {
      const Attribution& last = acts_[k];
      if (last.whole().end > limit || last.clause[0].size() == 0 || last.clause[0].end > last.whole().begin) continue;
      std::uint32_t i = last.whole().end;
      while (i < limit && !is_punct(i) && tree_.tag(i) != Tag::cconj && !marked_.covers(i)) ++i;
      return i;
    }
    std::uint32_t begin = sentence_.begin;
    while (begin < limit && (tree_.tag(begin) == Tag::cconj || opens_sentence(begin))) ++begin;
    return begin;
  }

  // "However, the road was shut, Okoye said": the writer's word.
  bool opens_sentence(std::uint32_t i) const {
    if (is_comma(i)) return i > sentence_.begin && tree_.tag(i - 1) == Tag::adv;
    return tree_.tag(i) == Tag::adv && is_comma(i + 1);
  }

  // The clause that a verb governs behind it.
  std::uint32_t clause_child(const Attribution& a, std::uint32_t from) const {
    const std::uint32_t v = a.cue.end - 1;
    for (std::uint32_t c = tree_.first_child(v); c != kNone; c = tree_.next_sibling(c)) {
      if (c < from) continue;
      const Relation r = tree_.relation(c);
      if (r == Relation::ccomp && is_finite(c)) return c;
      if (is_taken(a, c)) return c;
      // A bare clause that the parser took for another kind.
      const bool bare = (r == Relation::advcl || r == Relation::parataxis) && is_plain_clause(c);
      if (bare && follows_closely(from, tree_.yield(c).begin)) return c;
    }
    return kNone;
  }
  // An infinitive, a gerund or an object that a verb of its kind reports.
  bool is_taken(const Attribution& a, std::uint32_t c) const {
    const Relation r = tree_.relation(c);
    if (r == Relation::obj) return (a.takes & kTakesObject) != 0 && !marked_.covers(c);
    if (r != Relation::xcomp && r != Relation::ccomp && r != Relation::advcl) return false;
    const std::uint32_t mark = tree_.child(c, Relation::mark);
    if (mark != kNone && tree_.tag(mark) == Tag::part) return (a.takes & kTakesInfinitive) != 0;
    return mark == kNone && r != Relation::advcl && tree_.tag(c) == Tag::verb && (a.takes & kTakesGerund) != 0;
  }

  // Where a clause without a conjunction begins: behind adjuncts, with words that the parser hung elsewhere.
  std::uint32_t bare_begin(std::uint32_t from, std::uint32_t begin, std::uint32_t v) const {
    if (follows_closely(from, begin)) return from;
    while (from < begin && is_adjunct(from, v)) ++from;
    return from;
  }
  bool follows_closely(std::uint32_t from, std::uint32_t begin) const {
    for (std::uint32_t i = from; i < begin; ++i)
      if (tree_.tag(i) != Tag::adv && tree_.tag(i) != Tag::pron && tree_.tag(i) != Tag::sconj) return false;
    return begin >= from;
  }
  bool is_finite(std::uint32_t c) const {
    for (const Relation r : {Relation::nsubj, Relation::nsubj_pass, Relation::csubj, Relation::expl, Relation::mark})
      if (tree_.child(c, r) != kNone) return true;
    return false;
  }

  bool opens_complement(std::uint32_t i) const { return has_attribute(in_.names, i, WordClass::conjunction, "complement"); }
  bool is_contrast(std::uint32_t i) const {
    return has_attribute(in_.names, i, WordClass::conjunction, "contrast");
  }
  // "said on Monday that": the conjunction, where the parser hung it elsewhere.
  std::uint32_t conjunction_before(std::uint32_t from, std::uint32_t c) const {
    for (std::uint32_t i = from; i < c; ++i) {
      if (is_verbal(tree_.tag(i))) return c;
      if (starts_complement(i)) return i;
    }
    return c;
  }

  // What stands behind a verb that governs no clause by its tree: "said that …", "said: “…”", "called it “…”".
  std::array<TokenRange, 2> behind(std::size_t number, std::uint32_t v, TokenRange act) const {
    const TokenRange mark = marked_.next(act.end);
    const bool marked = mark.size() != 0 && mark.begin < sentence_.end && mark.begin >= act.end &&
                        !(number + 1 < acts_.size() && acts_[number + 1].whole().begin < mark.begin);
    if (marked && written(mark.begin - 1) == ":" && !has_verb({act.end, mark.begin})) return {mark};
    std::uint32_t i = act.end;
    while (i < sentence_.end && !starts_complement(i) && !starts_plain_clause(i) && is_adjunct(i, v)) ++i;
    if (i >= sentence_.end) return {};
    if (starts_complement(i) || starts_plain_clause(i) || is_bare_clause(number, i)) return {trimmed({i, clause_end(number, kNone, i)})};
    if (!marked) return {};
    if (i >= mark.begin) return {mark};
    if (i + 1 == mark.begin && tree_.tag(i) == Tag::pron) return {{{mark.begin, mark.end}}};
    for (std::uint32_t k = i; k < mark.begin; ++k)
      if (is_punct(k) && written(k) != "," ) return {};
    return {trimmed({i, clause_end(number, kNone, i)})};
  }
  bool starts_complement(std::uint32_t i) const {
    const Tag t = tree_.tag(i);
    return (t == Tag::sconj || t == Tag::pron || t == Tag::det) && opens_complement(i);
  }

  // "claimed the tests were": a noun phrase and right behind it an auxiliary.
  bool starts_plain_clause(std::uint32_t i) const {
    constexpr std::uint32_t kLongest = 15;
    constexpr std::uint64_t kTimes = bit(WordClass::weekday) | bit(WordClass::month);
    const Tag t = tree_.tag(i);
    if (t == Tag::adp || t == Tag::cconj || t == Tag::part || (in_.facts[i].classes & kTimes) != 0) return false;
    std::uint32_t k = i;
    while (k < sentence_.end && k - i < kLongest && !marked_.covers(k) && tree_.tag(k) != Tag::aux) ++k;
    return k < sentence_.end && k > i && tree_.tag(k) == Tag::aux && phrases_.is_plain({i, k});
  }

  // "said the union expected": what looks like an object with a verb in it, behind a verb that takes no objects.
  bool is_bare_clause(std::size_t number, std::uint32_t i) const {
    if ((acts_[number].takes & kTakesBareClause) == 0 || marked_.covers(i)) return false;
    const Tag t = tree_.tag(i);
    if (t == Tag::adp || t == Tag::verb || t == Tag::aux || t == Tag::punct || t == Tag::part || t == Tag::sconj || t == Tag::adv)
      return false;
    return has_finite_verb({i, sentence_.end});
  }

  bool is_adjunct(std::uint32_t i, std::uint32_t v) const {
    if (marked_.covers(i)) return false;
    if (is_punct(i)) return true;
    std::uint32_t top = i;
    for (int steps = 0; tree_.head(top) != v; ++steps) {
      if (tree_.head(top) == kNone || steps > 20) return false;
      top = tree_.head(top);
    }
    const Relation r = tree_.relation(top);
    if (tree_.child(top, Relation::nsubj) != kNone || tree_.child(top, Relation::cop) != kNone) return false;
    return top > v && (r == Relation::obl || r == Relation::advmod || r == Relation::punct);
  }

  bool is_under(std::uint32_t token, std::uint32_t top) const {
    for (int steps = 0; token != kNone && steps < 60; ++steps) {
      if (token == top) return true;
      token = tree_.head(token);
    }
    return false;
  }

  // "said … and warned that": the second verb has a clause of its own.
  bool reports_itself(const Attribution& a) const {
    const std::uint32_t i = a.whole().end;
    return clause_child(a, i) != kNone || (i < sentence_.end && (starts_complement(i) || marked_.covers(i)));
  }

  // `c`: the clause's topmost word; kNone: unknown.
  std::uint32_t clause_end(std::size_t number, std::uint32_t c, std::uint32_t begin) const {
    const std::uint32_t v = acts_[number].cue.end - 1;
    std::uint32_t end = sentence_.end;
    for (std::size_t k = number + 1; k < acts_.size(); ++k) {
      const Attribution& next = acts_[k];
      const std::uint32_t at = next.whole().begin;
      if (at <= begin) continue;
      std::uint32_t before = next.cue.begin - 1;
      while (before > begin && tree_.tag(before) == Tag::adv) --before;
      const bool shares = next.borrowed && (is_comma(before) || (tree_.tag(before) == Tag::cconj && reports_itself(next)));
      const bool source = next.cue_class == CueClass::source && is_comma(at - 1);
      const bool apart = !next.borrowed && !source && at > begin + 2 &&
                         ((tree_.tag(at - 1) == Tag::cconj && is_comma(at - 2)) || (is_comma(at - 1) && next.whole().end + 1 >= sentence_.end));
      if (shares || source || apart) {
        end = std::min(end, at);
        break;
      }
    }
    for (std::uint32_t i = begin + 2; i < end; ++i)
      if (is_comma(i - 1) && tree_.tag(i) == Tag::sconj && !marked_.covers(i) && is_contrast(i)) end = i;
    for (std::uint32_t i = begin; i < end; ++i)
      if (written(i) == ";" && !marked_.covers(i)) end = i;
    while (end > begin && (is_punct(end - 1) || tree_.tag(end - 1) == Tag::cconj)) --end;
    return end;
  }

  const QuoteInput& in_;
  const Tokens& tokens_;
  const Tree& tree_;
  const MarkedTokens& marked_;
  NounPhrases phrases_;
  const std::vector<Attribution>& acts_;
  TokenRange sentence_;
};

}  // namespace

void find_clauses(const QuoteInput& input, const Tree& tree, const MarkedTokens& marked,
                  std::vector<Attribution>& acts) {
  const ClauseFinder finder(input, tree, marked, acts);
  for (std::size_t a = 0; a < std::min(acts.size(), kMostClauses); ++a) acts[a].clause = finder.clause_of(a);
}

}  // namespace quoth::internal
