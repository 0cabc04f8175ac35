#include "quote/marks.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace quoth::internal {
namespace {

constexpr std::uint32_t kNowhere = 0xFFFFFFFFU;

// What the space around a token says of a mark's side.
struct Sides {
  bool space_before = false, space_after = false;  // white space, or the block's edge
  bool word_before = false, word_after = false;    // a word or number touches it
  bool opener_before = false;                      // "(" or a dash touches it
};

bool is_wordlike(const Token& t) { return t.shape != Shape::punct && t.shape != Shape::symbol; }

bool opens_bracket(std::string_view w) {
  return w == "(" || w == "[" || w == "{" || w == "-" || w == "\u2013" || w == "\u2014" || w == "/";
}

Sides sides_of(const Tokens& tokens, const TokenRange block, std::uint32_t i) {
  Sides s;
  s.space_before = i == block.begin || tokens[i].has(kSpaceBefore);
  s.space_after = i + 1 == block.end || tokens[i + 1].has(kSpaceBefore);
  s.word_before = !s.space_before && is_wordlike(tokens[i - 1]);
  s.word_after = !s.space_after && is_wordlike(tokens[i + 1]);
  s.opener_before = !s.space_before && opens_bracket(tokens.written(i - 1));
  return s;
}

enum class Family : std::uint8_t { double_mark, single_mark, angle };

// An open mark that waits for its closer.
struct Open {
  std::uint32_t token = kNowhere;
  bool waiting() const { return token != kNowhere; }
};

class Pairer {
 public:
  Pairer(const Tokens& tokens, const std::vector<Block>& blocks, std::vector<QuotedStretch>& out)
      : tokens_(tokens), blocks_(blocks), out_(out) {}

  void run() {
    out_.clear();
    for (block_ = 0; block_ < blocks_.size(); ++block_) pair_block();
    std::stable_sort(out_.begin(), out_.end(), [](const QuotedStretch& a, const QuotedStretch& b) {
      return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin : a.tokens.end > b.tokens.end;
    });
    set_depths();
    for (QuotedStretch& s : out_) s.nickname = is_nickname(s);
  }

 private:
  // One or two words with a capital inside of a name.
  bool is_nickname(const QuotedStretch& s) const {
    if (s.inner.size() == 0 || s.inner.size() > 2 || s.tokens.begin == 0 || s.tokens.end >= tokens_.size())
      return false;
    return is_name_word(s.tokens.begin - 1) && is_name_word(s.inner.begin) && is_name_word(s.inner.end - 1) &&
           is_name_word(s.tokens.end) && tokens_[s.tokens.end].has(kSpaceBefore) &&
           !tokens_[s.tokens.end].has(kLineBefore);
  }
  bool is_name_word(std::uint32_t i) const { return looks_like_name(tokens_[i]); }

  TokenRange range() const { return blocks_[block_].tokens; }
  Open& open(Family f) { return open_[static_cast<std::size_t>(f)]; }

  void pair_block() {
    open_ = {};
    continued_ = carried_ && opens_block(block_);
    carried_ = false;
    find_single_closers();
    for (std::uint32_t i = range().begin; i < range().end; ++i) {
      if (tokens_[i].shape != Shape::punct || tokens_[i].has(kGlued)) continue;
      see(i, mark_kind(tokens_.written(i)));
    }
    finish_block();
  }

  void see(std::uint32_t i, MarkKind kind) {
    switch (kind) {
      case MarkKind::none:
        return;
      case MarkKind::straight_double:
        return see_straight(i);
      case MarkKind::open_double:
        // German style closes with the mark that opens elsewhere: „so“.
        if (low_open_ && open(Family::double_mark).waiting()) return close(Family::double_mark, i);
        return start(Family::double_mark, i);
      case MarkKind::low_double:
        start(Family::double_mark, i);
        low_open_ = true;
        return;
      case MarkKind::close_double:
        return see_close_double(i);
      case MarkKind::open_angle:
        return start(Family::angle, i);
      case MarkKind::close_angle:
        return close(Family::angle, i);
      case MarkKind::open_single:
        return start(Family::single_mark, i);
      case MarkKind::close_single:
      case MarkKind::straight_single:
        return see_single(i, kind);
    }
  }

  void see_straight(std::uint32_t i) {
    const Sides s = sides_of(tokens_, range(), i);
    const bool waiting = open(Family::double_mark).waiting();
    const bool clear_opener = (s.space_before || s.opener_before) && !s.space_after;
    const bool clear_closer = !s.space_before && !s.opener_before && s.space_after;
    if (clear_closer || (waiting && !clear_opener)) return see_close_double(i);
    start(Family::double_mark, i);
  }

  void see_close_double(std::uint32_t i) {
    if (open(Family::double_mark).waiting()) return close(Family::double_mark, i);
    const Sides s = sides_of(tokens_, range(), i);
    if (!s.space_before && !open(Family::angle).waiting() && !is_inches(i)) add_lone_closer(i);
  }

  // A screen of 5".
  bool is_inches(std::uint32_t i) const {
    return tokens_[i - 1].shape == Shape::number && mark_kind(tokens_.written(i)) == MarkKind::straight_double;
  }

  void see_single(std::uint32_t i, MarkKind kind) {
    const Sides s = sides_of(tokens_, range(), i);
    const Open& waiting = open(Family::single_mark);
    if (waiting.waiting() && i == single_closer_[waiting.token - range().begin]) return close(Family::single_mark, i);
    const bool opens = kind == MarkKind::straight_single && (s.space_before || s.opener_before || mark_before(i)) &&
                       s.word_after && single_closer_[i - range().begin] != kNowhere;
    if (opens) start(Family::single_mark, i);
  }

  bool mark_before(std::uint32_t i) const {
    return i > range().begin && !tokens_[i].has(kSpaceBefore) && mark_kind(tokens_.written(i - 1)) != MarkKind::none;
  }

  // For each token of the block: where a single mark that opens there closes. A mark behind punctuation closes first;
  // one behind a letter may be an apostrophe (the ministers' cars) and closes only if there is none of the first kind
  // before the next opener.
  void find_single_closers() {
    single_closer_.assign(range().size(), kNowhere);
    std::uint32_t sure = kNowhere, maybe = kNowhere;
    for (std::uint32_t i = range().end; i-- > range().begin;) {
      const MarkKind kind =
          tokens_[i].shape == Shape::punct && !tokens_[i].has(kGlued) ? mark_kind(tokens_.written(i)) : MarkKind::none;
      if (kind != MarkKind::straight_single && kind != MarkKind::close_single && kind != MarkKind::open_single)
        continue;
      const Sides s = sides_of(tokens_, range(), i);
      const bool opens =
          kind == MarkKind::open_single || (kind == MarkKind::straight_single && s.word_after && !s.word_before);
      if (opens) {
        single_closer_[i - range().begin] = sure != kNowhere ? sure : maybe;
        sure = maybe = kNowhere;
      } else if (s.word_before && !s.word_after) {
        maybe = i;
      } else if (!s.space_before && !s.word_after) {
        sure = i;
      }
    }
  }

  void start(Family family, std::uint32_t i) {
    open(family) = {i};
    if (family == Family::double_mark) low_open_ = false;
  }

  void close(Family family, std::uint32_t i) {
    Open& o = open(family);
    if (!o.waiting()) return;
    if (i > o.token + 1 && !(family == Family::single_mark && is_clipped(o.token + 1, i)))
      add({o.token, i + 1}, {o.token + 1, i}, MarkFault::none);
    o = {};
  }

  // Rock 'n' roll.
  bool is_clipped(std::uint32_t begin, std::uint32_t end) const {
    return end == begin + 1 && tokens_[begin].shape == Shape::lower && tokens_[begin].end == tokens_[begin].begin + 1;
  }

  void add(TokenRange tokens, TokenRange inner, MarkFault fault) {
    QuotedStretch s;
    s.tokens = tokens;
    s.inner = inner;
    s.block = static_cast<std::uint32_t>(block_);
    s.fault = fault;
    s.continues = continued_ && tokens.begin == range().begin;
    out_.push_back(s);
  }

  // A double mark left open: the quotation goes on in the next block if that starts with a mark again; else it is taken
  // to the block's end where its start is plain: at the block's start, or behind a colon or comma.
  void finish_block() {
    for (const Family family : {Family::double_mark, Family::angle}) {
      const Open& o = open(family);
      if (!o.waiting() || o.token + 1 >= range().end) continue;
      const bool next_opens = block_ + 1 < blocks_.size() && opens_block(block_ + 1);
      const bool plain_start = o.token == range().begin || behind_colon(o.token);
      if (!next_opens && !plain_start) continue;
      add({o.token, range().end}, {o.token + 1, range().end}, MarkFault::no_closer);
      carried_ = next_opens;
    }
  }

  bool opens_block(std::size_t block) const {
    const TokenRange r = blocks_[block].tokens;
    if (r.size() == 0) return false;
    const MarkKind kind = mark_kind(tokens_.written(r.begin));
    return kind == MarkKind::straight_double || kind == MarkKind::open_double || kind == MarkKind::open_angle ||
           kind == MarkKind::low_double;
  }

  bool behind_colon(std::uint32_t i) const {
    if (i == range().begin) return false;
    const std::string_view w = tokens_.written(i - 1);
    return w == ":" || w == ",";
  }

  // A closer without an opener marks at least the word before it and one that describes it.
  void add_lone_closer(std::uint32_t i) {
    constexpr std::uint64_t kEdges = bit(WordClass::function_word) | bit(WordClass::say_verb);
    std::uint32_t begin = i;
    while (begin > range().begin && i - begin < 2) {
      const Token& t = tokens_[begin - 1];
      if (!is_wordlike(t) || (t.classes & kEdges) != 0) break;
      --begin;
    }
    if (begin < i) add({begin, i + 1}, {begin, i}, MarkFault::no_opener);
  }

  // Stretches that hold others come first; two that cross (broken marks) lose the later one.
  void set_depths() {
    std::vector<QuotedStretch> kept;
    std::vector<std::uint32_t> ends;
    for (QuotedStretch& s : out_) {
      while (!ends.empty() && ends.back() <= s.tokens.begin) ends.pop_back();
      if (!ends.empty() && s.tokens.end > ends.back()) continue;
      s.depth = static_cast<std::uint8_t>(std::min<std::size_t>(ends.size(), 255));
      ends.push_back(s.tokens.end);
      kept.push_back(s);
    }
    out_ = std::move(kept);
  }

  const Tokens& tokens_;
  const std::vector<Block>& blocks_;
  std::vector<QuotedStretch>& out_;
  std::size_t block_ = 0;
  std::array<Open, 3> open_{};
  bool low_open_ = false;
  bool carried_ = false, continued_ = false;
  std::vector<std::uint32_t> single_closer_;
};

}  // namespace

MarkKind mark_kind(std::string_view w) {
  static constexpr std::pair<std::string_view, MarkKind> kMarks[] = {
      {"\"", MarkKind::straight_double}, {"\u201C", MarkKind::open_double},  {"\u201D", MarkKind::close_double},
      {"\u201E", MarkKind::low_double},  {"``", MarkKind::open_double},      {"''", MarkKind::straight_double},
      {"\u00AB", MarkKind::open_angle},  {"\u00BB", MarkKind::close_angle},  {"'", MarkKind::straight_single},
      {"\u2018", MarkKind::open_single}, {"\u2019", MarkKind::close_single}, {"`", MarkKind::open_single}};
  for (const auto& [mark, kind] : kMarks)
    if (mark == w) return kind;
  return MarkKind::none;
}

void pair_marks(const Tokens& tokens, const std::vector<Block>& blocks, std::vector<QuotedStretch>& out) {
  Pairer(tokens, blocks, out).run();
}

}  // namespace quoth::internal
