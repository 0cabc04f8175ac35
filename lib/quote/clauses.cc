#include "quote/clauses.h"

#include <string_view>

namespace quoth::internal {
namespace {

// Clauses inside each other reach to the sentence's end, each of them: more of a sentence are not looked for, so that
// the work stays linear.
constexpr std::uint32_t kMostClauses = 16;

class ClauseFinder {
 public:
  ClauseFinder(const QuoteInput& input, const std::vector<Attribution>& attributions)
      : in_(input), tokens_(input.names.tokens), acts_(attributions) {}

  // The reported clause of an act, in one or two parts; empty: it reports none.
  std::vector<TokenRange> clause_of(std::uint32_t number) const {
    const Attribution& a = acts_[number];
    if (a.cue.size() == 0) return {};
    const TokenRange sentence = in_.names.sentences[a.sentence];
    const TokenRange act = a.whole();
    const bool names_source = a.cue_class == CueClass::none;  // "according to", "in the words of"
    if (behind_comma(act.begin, sentence) && !a.borrowed) return clause_before(number, act, sentence);
    if (names_source) return source_clause(act, sentence);
    if (a.inverted || a.cue_class == CueClass::object || a.cue_class == CueClass::manner) return {};
    return clause_behind(a, number, sentence);
  }

 private:
  bool is_mark(std::uint32_t i) const { return tokens_[i].shape == Shape::punct; }
  bool is_comma(std::uint32_t i, TokenRange in) const { return i < in.end && tokens_.written(i) == ","; }
  bool behind_comma(std::uint32_t i, TokenRange in) const { return i > in.begin && is_comma(i - 1, in); }

  TokenRange trimmed(TokenRange r) const {
    while (r.begin < r.end && is_mark(r.begin)) ++r.begin;
    while (r.end > r.begin && is_mark(r.end - 1)) --r.end;
    return r;
  }

  bool has_verb(TokenRange r) const {
    for (std::uint32_t i = r.begin; i < r.end; ++i)
      if ((in_.facts[i].classes & (bit(WordClass::auxiliary) | bit(WordClass::say_verb))) != 0 || may_be_verb(i))
        return true;
    return false;
  }
  bool may_be_verb(std::uint32_t i) const {
    return tokens_[i].shape == Shape::lower && (in_.facts[i].classes & bit(WordClass::common)) != 0 &&
           (in_.facts[i].classes & (bit(WordClass::function_word) | bit(WordClass::preposition))) == 0 &&
           in_.facts[i].may_be_verb;
  }

  // "The road was shut, Okoye said"; "the road, Okoye said, was shut".
  std::vector<TokenRange> clause_before(std::uint32_t number, TokenRange act, TokenRange sentence) const {
    const std::uint32_t begin = behind_act_before(number, sentence.begin);
    if (begin != sentence.begin && !starts_part(begin)) return {};
    TokenRange before = trimmed({begin, act.begin});
    if (begin != sentence.begin && before.size() > 1 && starts_part(before.begin)) ++before.begin;
    if (before.size() < 2) return {};
    if (is_comma(act.end, sentence) && !starts_act(number + 1, act.end + 1)) {
      const TokenRange after = trimmed({act.end + 1, sentence.end});
      if (after.size() > 1 && has_verb(after)) return {before, after};
    }
    const bool names_source = acts_[number].cue_class == CueClass::none;
    return names_source || has_verb(before) ? std::vector<TokenRange>{before} : std::vector<TokenRange>{};
  }

  // Where the act before ends in the same sentence.
  std::uint32_t behind_act_before(std::uint32_t number, std::uint32_t begin) const {
    if (number == 0 || acts_[number - 1].sentence != acts_[number].sentence) return begin;
    return std::max(begin, acts_[number - 1].whole().end);
  }
  // Not in "..., said an officer of the force, who spoke".
  bool starts_part(std::uint32_t i) const {
    return is_mark(i) || (in_.facts[i].classes & bit(WordClass::conjunction)) != 0;
  }

  bool starts_act(std::uint32_t number, std::uint32_t token) const {
    return number < acts_.size() && acts_[number].cue.begin == token;
  }

  // "According to Okoye, the road ..." or "the road ... according to Okoye".
  std::vector<TokenRange> source_clause(TokenRange act, TokenRange sentence) const {
    if (act.begin == sentence.begin) {
      const TokenRange after = trimmed({act.end, sentence.end});
      return after.size() > 1 ? std::vector<TokenRange>{after} : std::vector<TokenRange>{};
    }
    const TokenRange before = trimmed({sentence.begin, act.begin});
    return before.size() > 1 ? std::vector<TokenRange>{before} : std::vector<TokenRange>{};
  }

  std::vector<TokenRange> clause_behind(const Attribution& a, std::uint32_t number, TokenRange sentence) const {
    std::uint32_t begin = a.whole().end;
    if (begin + 2 >= sentence.end) return {};
    const bool conjunction = (in_.facts[begin].classes & bit(WordClass::conjunction)) != 0;
    const bool question = !conjunction && (in_.facts[begin].classes & bit(WordClass::pronoun_other)) != 0;
    if (!conjunction && !question && !starts_clause(begin)) return {};
    if (conjunction && !asks(a)) ++begin;
    TokenRange clause = trimmed({begin, sentence.end});
    clause.end = std::min(clause.end, next_act_begin(number, sentence.end));
    clause = trimmed(clause);
    if (clause.size() < 2 || !has_verb(clause)) return {};
    return {clause};
  }

  bool asks(const Attribution& a) const { return a.cue_class == CueClass::ask; }

  // A bare clause starts like a noun phrase: with a determiner, pronoun, name, number or noun.
  bool starts_clause(std::uint32_t i) const {
    const std::uint64_t c = in_.facts[i].classes;
    if ((c & (bit(WordClass::preposition) | bit(WordClass::auxiliary))) != 0) return false;
    constexpr std::uint64_t starters = bit(WordClass::determiner) | bit(WordClass::pronoun_male) |
                                       bit(WordClass::pronoun_female) | bit(WordClass::pronoun_plural) |
                                       bit(WordClass::pronoun_other);
    if ((c & starters) != 0 || looks_like_name(tokens_[i]) || tokens_[i].shape == Shape::number) return true;
    return tokens_[i].shape == Shape::lower && (c & bit(WordClass::common)) != 0 && !is_mark(i);
  }

  // A second verb of the same subject starts a clause of its own: "said ... and warned ...".
  std::uint32_t next_act_begin(std::uint32_t number, std::uint32_t end) const {
    if (number + 1 >= acts_.size() || acts_[number + 1].sentence != acts_[number].sentence) return end;
    const Attribution& next = acts_[number + 1];
    const bool shares_speaker = next.speaker == acts_[number].speaker && next.cue.begin > acts_[number].cue.end;
    return shares_speaker && next.cue.begin > 0 ? next.cue.begin - 1 : end;
  }

  const QuoteInput& in_;
  const Tokens& tokens_;
  const std::vector<Attribution>& acts_;
};

}  // namespace

void add_reported_clauses(const QuoteInput& input, const std::vector<Attribution>& attributions,
                          const std::vector<bool>& used, std::vector<FoundQuote>& out) {
  const ClauseFinder finder(input, attributions);
  std::uint32_t of_sentence = 0;
  for (std::uint32_t a = 0; a < attributions.size(); ++a) {
    of_sentence = a > 0 && attributions[a].sentence == attributions[a - 1].sentence ? of_sentence + 1 : 0;
    if (used[a] || of_sentence >= kMostClauses) continue;
    FoundQuote q;
    q.content = finder.clause_of(a);
    if (q.content.empty()) continue;
    q.type = QuoteType::indirect;
    q.whole = {q.content.front().begin, q.content.back().end};
    q.cue = attributions[a].cue;
    q.speaker = attributions[a].speaker;
    q.addressee = attributions[a].addressee;
    q.rule = attributions[a].rule;
    q.confidence = 0.7F;
    out.push_back(q);
  }
}

}  // namespace quoth::internal
