#include "quote/found_quote.h"

// Tested by tests/unit/quote_quotes_test.cc.

#include <algorithm>
#include <string_view>
#include <tuple>

#include "quote/confidence.h"
#include "quote/cues.h"
#include "quote/turns.h"

namespace quoth::internal {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFFU;

// A stop may belong to the word before it: "Neither do I."
bool ends_sentence(std::string_view w) { return w.back() == '.' || w == "?" || w == "!" || w == "\u2026"; }
bool ends_clause(std::string_view w) {
  return ends_sentence(w) || w == "," || w == "\u2014" || w == "-" || w == "--" || w == ";";
}

class Finder {
 public:
  Finder(const QuoteInput& input, const std::vector<Attribution>& acts, std::vector<FoundQuote>& out)
      : in_(input), tokens_(input.names.tokens), acts_(acts), out_(out), turns_(input) {}

  void run() {
    out_.clear();
    act_of_.clear();
    quote_of_.assign(in_.stretches.size(), kNone);
    block_quoted_.assign(in_.names.blocks.size(), false);
    silent_.assign(acts_.size(), false);
    find_acts_with_clauses();
    find_speech();
    silence_turns();
    const Attribution* last = nullptr;  // that made a quote
    for (const std::uint32_t a : acts_from_inside()) {
      const bool told = last != nullptr && acts_[a].sentence == last->sentence && acts_[a].clause == last->clause;
      if (told || silent_[a] || is_inside_report(a)) continue;
      const std::size_t quotes = out_.size();
      from_act(a);
      if (out_.size() > quotes) last = &acts_[a];
    }
    for (std::uint32_t s = 0; s < in_.stretches.size(); ++s)
      if (is_speech_[s]) see(s);
    add_turns();
  }

 private:
  const QuotedStretch& stretch(std::uint32_t s) const { return in_.stretches[s]; }
  std::uint32_t sentence_at(std::uint32_t token) const { return in_.facts[token].sentence; }
  TokenRange sentence(std::uint32_t number) const { return in_.names.sentences[number]; }
  std::string_view written(std::uint32_t i) const { return tokens_.written(i); }
  const Block& block_of(const QuotedStretch& s) const { return in_.names.blocks[s.block]; }
  bool is_edge(std::uint32_t i) const { return tokens_[i].shape == Shape::punct; }

  // The stretches that may be somebody's words.
  void find_speech() {
    is_speech_.clear();
    for (const QuotedStretch& s : in_.stretches)
      is_speech_.push_back(s.depth == 0 && s.inner.size() != 0 && !s.nickname && !turns_.holds(s));
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

  // The stretches that touch a part of a clause; the part grows to their edges.
  void collect_marks(TokenRange& part, std::vector<std::uint32_t>& marks) const {
    auto at = std::partition_point(in_.stretches.begin(), in_.stretches.end(),
                                   [&](const QuotedStretch& s) { return s.tokens.begin < part.begin; });
    // An outer stretch may have begun before.
    auto first = at;
    while (first != in_.stretches.begin() && (first - 1)->depth > 0) --first;
    if (first != in_.stretches.begin() && (first - 1)->tokens.end > part.begin) at = first - 1;
    for (; at != in_.stretches.end() && at->tokens.begin < part.end; ++at) {
      const auto s = static_cast<std::uint32_t>(at - in_.stretches.begin());
      if (at->depth != 0 || at->tokens.end <= part.begin) continue;
      part = {std::min(part.begin, at->tokens.begin), std::max(part.end, at->tokens.end)};
      if (is_speech_[s]) marks.push_back(s);
    }
  }

  bool is_covered(TokenRange part, const std::vector<std::uint32_t>& marks) const {
    while (part.begin < part.end && is_edge(part.begin)) ++part.begin;
    while (part.end > part.begin && is_edge(part.end - 1)) --part.end;
    return std::any_of(marks.begin(), marks.end(), [&](std::uint32_t s) {
      return stretch(s).tokens.begin <= part.begin && part.end <= stretch(s).tokens.end;
    });
  }

  // "sighed that the road was “done”": not "continued to the table with its “electric” tea".
  bool may_be_put(TokenRange part, const Attribution& a, const std::vector<std::uint32_t>& marks) const {
    if (part.begin < a.cue.begin || has_attribute(in_.names, part.begin, "complement", bit(WordClass::conjunction)))
      return true;
    return std::any_of(marks.begin(), marks.end(), [&](auto s) { return stretch(s).tokens.begin <= part.begin; });
  }

  // Acts with small clauses first: marked words belong to the innermost. Of acts with the same clause the nearest one:
  // "The regulator, known as CCC, acknowledged that".
  std::vector<std::uint32_t> acts_from_inside() const {
    std::vector<std::uint32_t> order(acts_.size());
    for (std::uint32_t a = 0; a < order.size(); ++a) order[a] = a;
    const auto key = [&](std::uint32_t a) {
      const auto& clause = acts_[a].clause;
      return std::tuple(acts_[a].sentence, clause[0].size() + clause[1].size(), clause[0].begin, clause[1].begin,
                        gap(acts_[a].cue, clause[0]), a);
    };
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    return order;
  }
  static std::uint32_t gap(TokenRange a, TokenRange b) {
    return a.end <= b.begin ? b.begin - a.end : b.end <= a.begin ? a.begin - b.end : 0;
  }

  // The quote of an act whose clause is known.
  void from_act(std::uint32_t number) {
    const Attribution& a = acts_[number];
    FoundQuote q = begin_quote(a);
    std::vector<std::uint32_t> marks;
    bool covered = true;
    for (TokenRange part : a.clause) {
      if (part.size() == 0) continue;
      collect_marks(part, marks);
      covered = covered && is_covered(part, marks);
      q.content.push_back(part);
    }
    if (q.content.empty() || (marks.empty() && !reports_unmarked(a))) return;
    q.whole = {q.content.front().begin, q.content.back().end};
    if (marks.empty()) {
      q.type = QuoteType::indirect;
    } else if (!covered) {
      if (a.cue_class == CueClass::manner && !may_be_put(q.content.front(), a, marks)) return;
      q.type = QuoteType::mixed;
    } else {
      const bool taken = std::all_of(marks.begin(), marks.end(), [&](auto s) { return quote_of_[s] != kNone; });
      if (taken || is_read_title(marks, a)) return;
      q.type = QuoteType::direct;
      q.whole = {stretch(marks.front()).tokens.begin, stretch(marks.back()).tokens.end};
      q.content.clear();
      for (const std::uint32_t s : marks) q.content.push_back(stretch(s).inner);
    }
    for (const std::uint32_t s : marks)
      if (quote_of_[s] == kNone) q.quoted.push_back(stretch(s).inner);
    q.confidence = confidence_of(q.type, a.frame);
    add(std::move(q), number, marks);
  }

  // "She said he thinks that", "she said they called it “a farce”": told by somebody else. Only who says something is
  // told apart.
  bool is_inside_report(std::uint32_t number) const {
    const Attribution& a = acts_[number];
    if (a.cue_class == CueClass::report || a.cue_class == CueClass::source) return false;
    const auto [first, last] =
        std::equal_range(with_clause_.begin(), with_clause_.end(), number,
                         [&](std::uint32_t x, std::uint32_t y) { return acts_[x].sentence < acts_[y].sentence; });
    return std::any_of(first, last, [&](std::uint32_t other) {
      return other != number &&
             std::any_of(acts_[other].clause.begin(), acts_[other].clause.end(),
                         [&](TokenRange part) { return part.begin <= a.cue.begin && a.cue.end <= part.end; });
    });
  }

  // A sentence has few of them (clauses.cc), however many acts.
  void find_acts_with_clauses() {
    with_clause_.clear();
    for (std::uint32_t a = 0; a < acts_.size(); ++a)
      if (acts_[a].clause[0].size() != 0 || acts_[a].clause[1].size() != 0) with_clause_.push_back(a);
  }

  // Not "criticised the plan", but where objects count.
  static bool reports_unmarked(const Attribution& a) {
    if (a.cue_class == CueClass::object) return (a.takes & kTakesObject) != 0;
    return a.cue_class != CueClass::manner;
  }

  // `She read "The Long Road"`: a title right behind a verb is no speech.
  bool is_read_title(const std::vector<std::uint32_t>& marks, const Attribution& a) const {
    return marks.size() == 1 && is_title(stretch(marks[0])) && a.cue_class != CueClass::object &&
           a.cue.end == stretch(marks[0]).tokens.begin;
  }

  FoundQuote begin_quote(const Attribution& a) const {
    FoundQuote q;
    q.cue = a.cue;
    q.speaker = a.speaker;
    q.addressee = a.addressee;
    q.relay = a.relay;
    q.negated = a.negated;
    q.asked = a.cue_class == CueClass::ask;
    q.frame = a.frame;
    q.rule = a.rule;
    return q;
  }

  void add(FoundQuote q, std::uint32_t act, const std::vector<std::uint32_t>& marks) {
    for (const std::uint32_t s : marks) {
      if (quote_of_[s] == kNone) quote_of_[s] = static_cast<std::uint32_t>(out_.size());
      block_quoted_[stretch(s).block] = true;
    }
    out_.push_back(std::move(q));
    act_of_.push_back(act);
  }

  // A stretch in the order of the text: what no act holds goes on with the quote before, or stands alone.
  void see(std::uint32_t s) {
    if (stretch(s).continues && join_over_blocks(s)) return;
    if (quote_of_[s] == kNone && (!is_title(stretch(s)) || fills_line(stretch(s)))) {
      if (!attach_by_place(s) && !join_to_last(s) && !turn(s)) speaks_alone(s);
    }
    if (quote_of_[s] != kNone) last_ = quote_of_[s];
  }

  // `"Is it?" Okoye asked`, cut behind the mark; `Okoye said:` before the paragraph with the words.
  bool attach_by_place(std::uint32_t s) {
    const TokenRange marked = stretch(s).tokens;
    const auto act = std::partition_point(acts_.begin(), acts_.end(), [&](const Attribution& a) {
      return a.sentence < sentence_at(marked.begin) ||
             (a.sentence == sentence_at(marked.begin) && a.whole().begin < marked.begin);
    });
    if (act != acts_.end() && act->whole().begin == marked.end && free(act) && !tokens_[marked.end].has(kLineBefore) &&
        (act->sentence == sentence_at(marked.begin) || tokens_[marked.end].shape == Shape::lower))
      return attach(s, act);
    if (act == acts_.begin() || marked.begin == 0 || written(marked.begin - 1) != ":" || !free(act - 1)) return false;
    if (sentence_at(marked.begin - 1) != (act - 1)->sentence) return false;
    return attach(s, act - 1);
  }
  bool free(std::vector<Attribution>::const_iterator act) const {
    return act->clause[0].size() == 0 && !silent_[static_cast<std::size_t>(act - acts_.begin())];
  }
  bool attach(std::uint32_t s, std::vector<Attribution>::const_iterator act) {
    FoundQuote q = begin_quote(*act);
    q.type = QuoteType::direct;
    q.confidence = confidence_of(q.type, act->frame);
    q.content = q.quoted = {stretch(s).inner};
    q.whole = stretch(s).tokens;
    add(std::move(q), static_cast<std::uint32_t>(act - acts_.begin()), {s});
    return true;
  }

  void append(std::uint32_t quote, std::uint32_t s) {
    FoundQuote& q = out_[quote];
    q.content.push_back(stretch(s).inner);
    q.quoted.push_back(stretch(s).inner);
    q.whole.end = std::max(q.whole.end, stretch(s).tokens.end);
    quote_of_[s] = quote;
    block_quoted_[stretch(s).block] = true;
  }

  // A stretch right behind the last quote's act, in the same block, goes on with it: "A," he said. "B."
  bool join_to_last(std::uint32_t s) {
    if (last_ == kNone || act_of_[last_] == kNone) return false;
    const FoundQuote& q = out_[last_];
    const TokenRange act = acts_[act_of_[last_]].whole();
    if (q.type != QuoteType::direct && q.whole.begin > act.begin) return false;
    const std::uint32_t reach = std::max(act.end, q.whole.end), own = sentence_at(stretch(s).tokens.begin);
    const bool same_block = stretch(s).tokens.begin >= reach && block_of(stretch(s)).tokens.begin <= q.whole.end - 1;
    const bool starts_sentence = sentence(own).begin == stretch(s).tokens.begin;
    if (!same_block || own > sentence_at(reach - 1) + 1 || !starts_sentence || stretch(s).inner.size() < 2)
      return false;
    append(last_, s);
    return true;
  }

  // A quotation over several blocks is one quote; an act in a later block tells its speaker, too.
  bool join_over_blocks(std::uint32_t s) {
    std::uint32_t before = s;
    while (before > 0 && stretch(before - 1).depth > 0) --before;
    if (before == 0 || quote_of_[before - 1] == kNone) return false;
    const std::uint32_t quote = quote_of_[before - 1];
    if (out_[quote].whole.end != stretch(before - 1).tokens.end) return false;
    const std::uint32_t own = quote_of_[s];
    if (own != kNone) {
      if (out_[own].type != QuoteType::direct || out_[quote].speaker.size() != 0) return false;
      static_cast<QuoteAct&>(out_[quote]) = out_[own];
      act_of_[quote] = act_of_[own];
      for (const TokenRange part : out_[own].content) {
        out_[quote].content.push_back(part);
        out_[quote].quoted.push_back(part);
      }
      out_[quote].whole.end = out_[own].whole.end;
      move_stretches(s, own, quote);
      out_[own].content.clear();
    } else {
      append(quote, s);
    }
    last_ = quote;
    return true;
  }

  // All that belong to a quote, of which `s` is one, now belong to another.
  void move_stretches(std::uint32_t s, std::uint32_t from, std::uint32_t to) {
    const TokenRange whole = out_[from].whole;
    while (s > 0 && stretch(s - 1).tokens.begin >= whole.begin) --s;
    for (; s < quote_of_.size() && stretch(s).tokens.begin < whole.end; ++s)
      if (quote_of_[s] == from) quote_of_[s] = to;
  }

  // NAME: "…"
  bool turn(std::uint32_t s) {
    const Block& block = block_of(stretch(s));
    if (!turns_.is_turn(block) || stretch(s).tokens.begin < block.turn_end) return false;
    FoundQuote q;
    q.speaker = Turns::speaker(block);
    q.confidence = kTurnConfidence;
    add_alone(s, q);
    return true;
  }

  // Whole sentences between marks are somebody's words even where nobody is named; in a block of their own the last
  // speaker may go on, which is for the resolver to say.
  void speaks_alone(std::uint32_t s) {
    const QuotedStretch& x = stretch(s);
    const std::uint32_t own = sentence_at(x.tokens.begin);
    const bool starts = sentence(own).begin == x.tokens.begin;
    const bool colon = x.tokens.begin > 0 && written(x.tokens.begin - 1) == ":" && x.inner.size() > 3;
    const bool sentence_long = starts && x.inner.size() > 3 && ends_sentence(written(x.inner.end - 1));
    if (!colon && !sentence_long && !fills_line(x)) return;
    FoundQuote q;
    q.confidence = kUnattributedConfidence;
    add_alone(s, q);
  }

  // "‘It was like a lamp’", or "‘It was like a lamp’: the night the pit closed": a line with nothing else but a bullet
  // or the time.
  bool fills_line(const QuotedStretch& x) const {
    const Block& block = block_of(x);
    std::uint32_t begin = x.tokens.begin, end = x.tokens.end;
    while (begin > block.tokens.begin && !tokens_[begin].has(kLineBefore) && is_line_start(begin - 1)) --begin;
    if (begin > block.tokens.begin && !tokens_[begin].has(kLineBefore)) return false;
    const bool heads = block.kind == BlockKind::heading || block.kind == BlockKind::list_item;
    if (heads && end < block.tokens.end && written(end) == ":") return true;
    while (end < block.tokens.end && is_edge(end) && !tokens_[end].has(kLineBefore)) ++end;
    return end == block.tokens.end || tokens_[end].has(kLineBefore);
  }
  // A bullet, a dash, "14:40", "3:31 p.m."
  bool is_line_start(std::uint32_t i) const {
    const Token& t = tokens_[i];
    const bool clock =
        t.shape == Shape::lower && t.end - t.begin <= 4 && i > 0 && tokens_[i - 1].shape == Shape::number;
    return t.shape == Shape::punct || t.shape == Shape::symbol || t.shape == Shape::number || clock;
  }

  void add_alone(std::uint32_t s, FoundQuote& q) {
    q.content = q.quoted = {stretch(s).inner};
    q.whole = stretch(s).tokens;
    add(std::move(q), kNone, {s});
  }

  // Turns without marks, or with marks inside.
  void add_turns() {
    for (std::size_t b = 0; b < in_.names.blocks.size(); ++b) {
      const Block& block = in_.names.blocks[b];
      if (!turns_.speaks(b) || block_quoted_[b]) continue;
      FoundQuote q;
      q.content = {Turns::said(block)};
      q.whole = q.content[0];
      q.speaker = Turns::speaker(block);
      q.confidence = kTurnConfidence;
      add(std::move(q), kNone, {});
    }
  }

  // What is reported in a turn is part of what is said.
  void silence_turns() {
    for (std::size_t b = 0; b < in_.names.blocks.size(); ++b) {
      if (!turns_.speaks(b)) continue;
      const TokenRange said = Turns::said(in_.names.blocks[b]);
      auto act = std::partition_point(acts_.begin(), acts_.end(),
                                      [&](const Attribution& a) { return a.sentence < sentence_at(said.begin); });
      for (; act != acts_.end() && act->sentence <= sentence_at(said.end - 1); ++act)
        silent_[static_cast<std::size_t>(act - acts_.begin())] = true;
    }
  }

  const QuoteInput& in_;
  const Tokens& tokens_;
  const std::vector<Attribution>& acts_;
  std::vector<FoundQuote>& out_;
  Turns turns_;
  std::vector<std::uint32_t> with_clause_;  // acts, in order of their sentences
  std::vector<std::uint32_t> act_of_;       // by quote; kNone: it has no act
  std::vector<std::uint32_t> quote_of_;     // by stretch; kNone: none yet
  std::vector<bool> is_speech_;             // by stretch
  std::vector<bool> silent_;                // by act: it stands in a transcript's turn
  std::vector<bool> block_quoted_;
  std::uint32_t last_ = kNone;
};

bool holds(const FoundQuote& outer, TokenRange range) {
  return std::any_of(outer.content.begin(), outer.content.end(),
                     [&](TokenRange part) { return part.begin <= range.begin && range.end <= part.end; });
}

// In order of their begin, outer ones first; each is told in which it stands.
void nest(std::vector<FoundQuote>& quotes) {
  std::stable_sort(quotes.begin(), quotes.end(), [](const FoundQuote& a, const FoundQuote& b) {
    return a.whole.begin != b.whole.begin ? a.whole.begin < b.whole.begin : a.whole.end > b.whole.end;
  });
  std::vector<std::uint32_t> open;
  for (std::uint32_t q = 0; q < quotes.size(); ++q) {
    while (!open.empty() && quotes[open.back()].whole.end <= quotes[q].whole.begin) open.pop_back();
    for (auto outer = open.rbegin(); outer != open.rend() && !quotes[q].inside; ++outer)
      if (quotes[q].whole != quotes[*outer].whole && holds(quotes[*outer], quotes[q].whole)) quotes[q].inside = *outer;
    open.push_back(q);
  }
}

}  // namespace

void find_quotes(const QuoteInput& input, const std::vector<Attribution>& acts, std::vector<FoundQuote>& out) {
  Finder(input, acts, out).run();
  std::erase_if(out, [](const FoundQuote& q) { return q.content.empty(); });
  nest(out);
}

}  // namespace quoth::internal
