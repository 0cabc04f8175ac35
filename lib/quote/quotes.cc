#include <algorithm>
#include <string_view>

#include "quote/clauses.h"
#include "quote/found_quote.h"

namespace quoth::internal {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFFU;

bool ends_clause(std::string_view w) {
  return w == "," || w == "." || w == "?" || w == "!" || w == "\u2014" || w == "-" || w == "--" || w == "\u2026" ||
         w == "..." || w == ";";
}
bool ends_sentence(std::string_view w) { return w == "." || w == "?" || w == "!" || w == "\u2026" || w == "..."; }

// How well an act fits a stretch; smaller is better.
struct Fit {
  std::uint32_t attribution = kNone;
  float distance = 1e9F;
  bool adjacent = false;  // nothing but marks stands between
};

class Finder {
 public:
  Finder(const QuoteInput& input, const std::vector<Attribution>& attributions, std::vector<FoundQuote>& out)
      : in_(input), tokens_(input.names.tokens), acts_(attributions), out_(out) {}

  void run() {
    out_.clear();
    block_quoted_.assign(in_.names.blocks.size(), false);
    used_.assign(acts_.size(), false);
    turns_ = count_turns();
    is_transcript_ = turns_ >= kFewestTurns;
    for (std::uint32_t s = 0; s < in_.stretches.size(); ++s)
      if (in_.stretches[s].depth == 0) see(s);
    add_unmarked();
    add_reported_clauses(in_, acts_, used_, out_);
    std::stable_sort(out_.begin(), out_.end(),
                     [](const FoundQuote& a, const FoundQuote& b) { return a.whole.begin < b.whole.begin; });
  }

 private:
  const QuotedStretch& stretch(std::uint32_t s) const { return in_.stretches[s]; }
  std::uint32_t sentence_at(std::uint32_t token) const { return in_.facts[token].sentence; }
  TokenRange sentence(std::uint32_t number) const { return in_.names.sentences[number]; }
  std::string_view written(std::uint32_t i) const { return tokens_.written(i); }
  const Block& block_of(const QuotedStretch& s) const { return in_.names.blocks[s.block]; }

  // Two lines with a colon may be headings; more are people who talk.
  static constexpr std::size_t kFewestTurns = 3;

  static bool is_turn(const Block& b) { return b.turn_end > b.tokens.begin && b.turn_end < b.tokens.end; }
  std::size_t count_turns() const {
    return static_cast<std::size_t>(std::count_if(in_.names.blocks.begin(), in_.names.blocks.end(), is_turn));
  }
  // Marks in a transcript's turn are a part of what is said.
  bool is_inside_turn(const QuotedStretch& s) const {
    const Block& block = block_of(s);
    return is_transcript_ && is_turn(block) && s.tokens.begin > block.turn_end;
  }

  void see(std::uint32_t s) {
    if (stretch(s).inner.size() == 0 || is_name_part(stretch(s)) || is_inside_turn(stretch(s))) return;
    if (continue_over_blocks(s)) return;
    const Fit fit = best_act(stretch(s));
    if (fit.attribution != kNone && (!is_title(stretch(s)) || is_said(stretch(s), fit))) return attach(s, fit);
    if (join_to_last(s)) return;
    if (turn(s) || speaks_alone(s)) return;
  }

  // A nickname: Ada "Sunny" Okoye.
  bool is_name_part(const QuotedStretch& s) const {
    const bool before = s.tokens.begin > 0 && looks_like_name(tokens_[s.tokens.begin - 1]) &&
                        sentence_at(s.tokens.begin - 1) == sentence_at(s.tokens.begin);
    const bool after = s.tokens.end < tokens_.size() && looks_like_name(tokens_[s.tokens.end]) &&
                       tokens_[s.tokens.end].has(kSpaceBefore) &&
                       sentence_at(s.tokens.end) == sentence_at(s.tokens.begin);
    return before && after && s.inner.size() <= 2 && looks_like_name(tokens_[s.inner.begin]);
  }

  // A title of a work: every long word has a capital, and no sentence ends in it.
  bool is_title(const QuotedStretch& s) const {
    if (ends_clause(written(s.inner.end - 1))) return false;
    std::uint32_t words = 0;
    for (std::uint32_t i = s.inner.begin; i < s.inner.end; ++i) {
      const Token& t = tokens_[i];
      if (t.shape == Shape::lower && t.end - t.begin > 4) return false;
      if (looks_like_name(t)) ++words;
    }
    return words > 0 && s.inner.size() > 1;
  }

  // Whether what looks like a title is said all the same: not in `She read "The Long Road"`.
  bool is_said(const QuotedStretch& s, const Fit& fit) const {
    const Attribution& a = acts_[fit.attribution];
    const bool is_object = a.cue.size() != 0 && a.cue_class != CueClass::object && a.cue.end == s.tokens.begin;
    return fit.adjacent && !is_object;
  }

  // Acts are in order of their first cue token; those of the sentences that the stretch touches are looked at.
  Fit best_act(const QuotedStretch& s) const {
    const std::uint32_t first_sentence = sentence_at(s.tokens.begin), last_sentence = sentence_at(s.tokens.end - 1);
    Fit best;
    consider(s, first_sentence, best);
    // `Okoye said:` and the quote in the next paragraph.
    if (first_sentence > 0 && written(s.tokens.begin - 1) == ":") consider(s, first_sentence - 1, best);
    if (last_sentence != first_sentence) consider(s, last_sentence, best);
    // `"Is it?" Okoye asked.` may have been cut behind the mark.
    if (s.tokens.end < tokens_.size() && sentence_at(s.tokens.end) == last_sentence + 1 && !best.adjacent &&
        !tokens_[s.tokens.end].has(kLineBefore) && tokens_[s.tokens.end].shape == Shape::lower)
      consider(s, last_sentence + 1, best);
    return best;
  }

  // The nearest acts of a sentence on both sides of the stretch: a sentence of any length costs the same.
  void consider(const QuotedStretch& s, std::uint32_t number, Fit& best) const {
    constexpr int kMostActs = 12;
    const auto middle = std::partition_point(acts_.begin(), acts_.end(), [&](const Attribution& a) {
      return a.sentence < number || (a.sentence == number && a.whole().begin < s.tokens.begin);
    });
    const auto look = [&](auto it) {
      const Fit fit = fit_of(s, static_cast<std::uint32_t>(it - acts_.begin()));
      if (fit.distance < best.distance) best = fit;
    };
    auto first = middle;
    for (int n = 0; n < kMostActs && first != acts_.begin() && (first - 1)->sentence == number; ++n) --first;
    for (auto it = first; it != middle; ++it) look(it);
    auto it = middle;
    for (int n = 0; n < kMostActs && it != acts_.end() && it->sentence == number; ++n, ++it) look(it);
  }

  Fit fit_of(const QuotedStretch& s, std::uint32_t number) const {
    const Attribution& a = acts_[number];
    const TokenRange whole = a.whole();
    Fit fit;
    if (whole.begin >= s.tokens.end) {
      fit = {number, static_cast<float>(whole.begin - s.tokens.end), false};
      const bool comma = fit.distance >= 1 && ends_clause(written(s.tokens.end));
      const bool closed = ends_clause(written(s.inner.end - 1));
      fit.adjacent = fit.distance <= (comma ? 1.0F : 0.0F) && (comma || closed);
      if (!fit.adjacent) fit.distance += sits_behind_comma(whole.begin) ? 2.0F : 30.0F;
    } else if (whole.end <= s.tokens.begin) {
      fit = {number, static_cast<float>(s.tokens.begin - whole.end), false};
      const bool mark = fit.distance >= 1 && (written(s.tokens.begin - 1) == ":" || written(s.tokens.begin - 1) == ",");
      fit.adjacent = fit.distance <= (mark ? 1.0F : 0.0F) || (mark && written(s.tokens.begin - 1) == ":");
      fit.distance += fit.adjacent ? 0.5F : 1.0F;
    } else {
      return fit;  // the act runs around the stretch
    }
    if (a.cue.size() == 0) fit.distance += is_headline(s) ? 0.0F : 1e9F;
    if (a.strength == Strength::possible) fit.distance += 0.4F;
    return fit;
  }

  bool is_headline(const QuotedStretch& s) const { return block_of(s).kind == BlockKind::heading; }

  bool sits_behind_comma(std::uint32_t token) const { return token > 0 && ends_clause(written(token - 1)); }

  void attach(std::uint32_t s, const Fit& fit) {
    const Attribution& a = acts_[fit.attribution];
    used_[fit.attribution] = true;
    FoundQuote q;
    q.cue = a.cue;
    q.speaker = a.speaker;
    q.addressee = a.addressee;
    q.rule = a.rule;
    q.confidence = fit.adjacent ? 0.95F : 0.75F;
    if (merge_into_clause(s, fit)) return;
    add_stretch(s, q);
    const TokenRange clause = clause_around(stretch(s), a);
    const bool whole_clause = clause.size() == 0 || covers(stretch(s).tokens, clause);
    q.type = whole_clause ? QuoteType::direct : QuoteType::mixed;
    if (!whole_clause) q.content = {clause};
    q.whole = {std::min(stretch(s).tokens.begin, q.content[0].begin),
               std::max(stretch(s).tokens.end, q.content[0].end)};
    last_ = out_.size();
    last_act_ = fit.attribution;
    last_block_ = stretch(s).block;
    push(s, q);
  }

  void push(std::uint32_t s, const FoundQuote& q) {
    block_quoted_[stretch(s).block] = true;
    out_.push_back(q);
  }

  void add_stretch(std::uint32_t s, FoundQuote& q) const {
    q.content.push_back(stretch(s).inner);
    q.quoted.push_back(stretch(s).inner);
  }

  // A second marked stretch of the clause that an act reports already, or the second part of a split quote.
  bool merge_into_clause(std::uint32_t s, const Fit& fit) {
    if (last_ == kNoQuote || last_act_ != fit.attribution) return false;
    FoundQuote& q = out_[last_];
    q.quoted.push_back(stretch(s).inner);
    q.whole.end = std::max(q.whole.end, stretch(s).tokens.end);
    if (q.type == QuoteType::direct) {
      const bool around = q.whole.begin < acts_[fit.attribution].whole().begin && fit.adjacent;
      const bool clause = q.content.size() == 1 && q.content[0].end + 1 < stretch(s).inner.begin && !around;
      if (clause) {
        q.type = QuoteType::mixed;
        q.content[0].begin = q.whole.begin;
        q.content[0].end = stretch(s).tokens.end;
      } else {
        q.content.push_back(stretch(s).inner);
      }
    } else if (q.content[0].end < stretch(s).tokens.end) {
      q.content[0].end = stretch(s).tokens.end;
    }
    return true;
  }

  bool covers(TokenRange outer, TokenRange inner) const {
    while (inner.begin < inner.end && is_edge(inner.begin)) ++inner.begin;
    while (inner.end > inner.begin && is_edge(inner.end - 1)) --inner.end;
    return outer.begin <= inner.begin && inner.end <= outer.end;
  }
  bool is_edge(std::uint32_t i) const { return tokens_[i].shape == Shape::punct; }

  // The reported clause around a stretch that stands in its act's sentence; empty: the stretch stands for itself.
  TokenRange clause_around(const QuotedStretch& s, const Attribution& a) const {
    if (a.cue.size() == 0) return {};
    const TokenRange whole = a.whole();
    if (whole.end <= s.tokens.begin) return clause_behind(s, a);
    if (sentence_at(s.tokens.begin) != a.sentence) return {};
    TokenRange clause{sentence(a.sentence).begin, whole.begin};
    clause.begin = behind_act_before(s, a, clause.begin);
    while (clause.end > clause.begin && is_edge(clause.end - 1) && clause.end > s.tokens.end) --clause.end;
    return clause;
  }

  // `"Yes," said Okoye, but "no," said Novak`: the second clause begins behind the first act.
  std::uint32_t behind_act_before(const QuotedStretch& s, const Attribution& a, std::uint32_t begin) const {
    const auto number = static_cast<std::size_t>(&a - acts_.data());
    if (number == 0 || acts_[number - 1].sentence != a.sentence) return begin;
    const TokenRange before = acts_[number - 1].whole();
    if (before.end > s.tokens.begin) return begin;
    return clause_begin({std::max(begin, before.end), s.tokens.end}, a);
  }

  TokenRange clause_behind(const QuotedStretch& s, const Attribution& a) const {
    const std::uint32_t gap = s.tokens.begin - a.whole().end;
    const std::string_view before = written(s.tokens.begin - 1);
    if (gap == 0 || (gap >= 1 && (before == ":" || (before == "," && gap == 1)))) return {};
    TokenRange clause{a.whole().end, s.tokens.end};
    clause.begin = clause_begin(clause, a);
    if (sentence_at(s.tokens.end - 1) == sentence_at(s.tokens.begin)) {
      const bool closed = ends_sentence(written(s.inner.end - 1));
      if (!closed) clause.end = clause_end(s.tokens.end);
    }
    return clause;
  }

  // Behind the cue: "that" and a comma are no part of the clause.
  std::uint32_t clause_begin(TokenRange clause, const Attribution& a) const {
    std::uint32_t i = clause.begin;
    constexpr std::uint64_t kOpeners = bit(WordClass::conjunction) & ~bit(WordClass::negation);
    while (i + 1 < clause.end && (is_edge(i) || (tokens_[i].classes & kOpeners) != 0)) {
      if (mark_kind(written(i)) != MarkKind::none) break;
      ++i;
      if (a.cue_class == CueClass::ask) break;
    }
    return i;
  }

  std::uint32_t clause_end(std::uint32_t from) const {
    std::uint32_t end = sentence(sentence_at(from - 1)).end;
    while (end > from && is_edge(end - 1)) --end;
    return end;
  }

  // A stretch right behind the last quote's act, in the same block, goes on with it: "A," he said. "B."
  bool join_to_last(std::uint32_t s) {
    if (last_ == kNoQuote) return false;
    FoundQuote& q = out_[last_];
    if (q.type != QuoteType::direct || in_.stretches[s].block != last_block_) return false;
    const TokenRange act = acts_[last_act_].whole();
    const std::uint32_t reach = std::max(act.end, q.whole.end);
    const std::uint32_t act_sentence = sentence_at(reach - 1), own = sentence_at(stretch(s).tokens.begin);
    const bool starts_sentence = sentence(own).begin == stretch(s).tokens.begin;
    if (own > act_sentence + 1 || !starts_sentence || stretch(s).inner.size() < 2) return false;
    q.content.push_back(stretch(s).inner);
    q.quoted.push_back(stretch(s).inner);
    q.whole.end = stretch(s).tokens.end;
    return true;
  }

  // A quotation over several blocks is one quote.
  bool continue_over_blocks(std::uint32_t s) {
    if (!stretch(s).continues || s == 0) return false;
    const Fit own = best_act(stretch(s));
    if (last_ != kNoQuote && last_block_ + 1 == stretch(s).block &&
        stretch(s - 1).tokens.end == out_[last_].whole.end) {
      FoundQuote& q = out_[last_];
      q.content.push_back(stretch(s).inner);
      q.quoted.push_back(stretch(s).inner);
      q.whole.end = stretch(s).tokens.end;
      if (q.speaker.size() == 0 && own.attribution != kNone) q.speaker = acts_[own.attribution].speaker;
      last_block_ = stretch(s).block;
      return true;
    }
    return false;
  }

  // NAME: "…": a transcript's turn.
  bool turn(std::uint32_t s) {
    const Block& block = block_of(stretch(s));
    if (block.turn_end <= block.tokens.begin || stretch(s).tokens.begin < block.turn_end) return false;
    FoundQuote q;
    q.speaker = {block.tokens.begin, block.turn_end - 1};
    q.confidence = 0.8F;
    add_alone(s, q);
    return true;
  }

  // Whole sentences between marks are somebody's words even where nobody is named; in a block of their own the last
  // speaker may go on, which is for the resolver to say.
  bool speaks_alone(std::uint32_t s) {
    const QuotedStretch& x = stretch(s);
    const std::uint32_t own = sentence_at(x.tokens.begin);
    const bool starts = sentence(own).begin == x.tokens.begin;
    if (!starts || x.inner.size() < 4 || !ends_sentence(written(x.inner.end - 1)) || is_title(x)) return false;
    FoundQuote q;
    q.confidence = 0.5F;
    add_alone(s, q);
    return true;
  }

  void add_alone(std::uint32_t s, FoundQuote& q) {
    add_stretch(s, q);
    q.whole = stretch(s).tokens;
    last_ = kNoQuote;
    push(s, q);
  }

  // Turns of a transcript without marks.
  void add_unmarked() {
    for (std::size_t b = 0; b < in_.names.blocks.size(); ++b) {
      const Block& block = in_.names.blocks[b];
      if (!is_turn(block) || block_quoted_[b] || (turns_ == 1 && !names_person(block))) continue;
      FoundQuote q;
      q.content = {{block.turn_end, block.tokens.end}};
      q.whole = q.content[0];
      q.speaker = {block.tokens.begin, block.turn_end - 1};
      q.confidence = 0.8F;
      out_.push_back(q);
      if (is_transcript_) leave_out_acts(q.whole);
    }
  }

  // Not in "MARKET WRAP: shares slip".
  bool names_person(const Block& block) const {
    const auto first = std::lower_bound(in_.mentions.begin(), in_.mentions.end(), block.tokens.begin,
                                        [](const LabelledName& n, std::uint32_t t) { return n.tokens.begin < t; });
    return first != in_.mentions.end() && first->label == kPerson && first->tokens.end < block.turn_end;
  }

  // What is reported in a turn is part of what is said.
  void leave_out_acts(TokenRange turn) {
    const auto first = std::lower_bound(acts_.begin(), acts_.end(), sentence_at(turn.begin),
                                        [](const Attribution& a, std::uint32_t n) { return a.sentence < n; });
    for (auto it = first; it != acts_.end() && it->sentence <= sentence_at(turn.end - 1); ++it)
      used_[static_cast<std::size_t>(it - acts_.begin())] = true;
  }

  static constexpr std::size_t kNoQuote = static_cast<std::size_t>(-1);
  const QuoteInput& in_;
  const Tokens& tokens_;
  const std::vector<Attribution>& acts_;
  std::vector<FoundQuote>& out_;
  std::size_t last_ = kNoQuote;
  std::uint32_t last_act_ = kNone;
  std::uint32_t last_block_ = kNone;
  std::size_t turns_ = 0;
  bool is_transcript_ = false;
  std::vector<bool> block_quoted_;
  std::vector<bool> used_;  // by act: it reports a marked stretch
};

}  // namespace

void find_quotes(const QuoteInput& input, const std::vector<Attribution>& attributions, std::vector<FoundQuote>& out) {
  Finder(input, attributions, out).run();
}

}  // namespace quoth::internal
