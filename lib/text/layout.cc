#include "text/sentences.h"

// Tested by tests/unit/text_layout_test.cc.

#include <algorithm>
#include <span>

#include "text/line_heads.h"
#include "text/list_markers.h"
#include "text/marks.h"
#include "text/token_facts.h"
#include "text/word_class.h"

namespace quoth::internal {
namespace {

struct Line {
  TokenRange tokens;
  std::uint32_t width = 0;  // bytes
};

// Widths of lines that were broken to fit a page, in bytes.
constexpr std::uint32_t kMinWrapWidth = 40;
constexpr std::uint32_t kMaxWrapWidth = 120;
constexpr std::uint32_t kMaxListLineWidth = 40;
constexpr std::uint32_t kMaxHeadingTokens = 30;
constexpr std::uint32_t kMinTableTokens = 4;

// The last token of a line that is no closing mark.
std::uint32_t last_word(const Tokens& tokens, TokenRange line) {
  std::uint32_t i = line.end - 1;
  while (i > line.begin && (mark_of(tokens, i) == Mark::close || mark_of(tokens, i) == Mark::straight)) --i;
  return i;
}

bool ends_sentence(const Tokens& tokens, TokenRange line) {
  const std::uint32_t last = last_word(tokens, line);
  return is_terminator(mark_of(tokens, last)) || ends_in_stop(tokens, last);
}

bool begins_item(const Tokens& tokens, TokenRange line) {
  const Mark first = mark_of(tokens, line.begin);
  if (first == Mark::dash && line.size() > 1 && tokens[line.begin + 1].has(kSpaceBefore)) return true;
  const ListMarker marker = list_marker_at(tokens, line.begin, line.end);
  // "J. Nowak" is a name.
  return marker && !(marker.form.count == MarkerForm::upper_letter && !marker.form.has_close);
}

// Whether the lines of a paragraph were broken to fit a page: all but the last are about as wide as the widest.
bool is_wrapped(const Tokens& tokens, std::span<const Line> lines) {
  const std::span<const Line> full = lines.first(lines.size() - 1);
  std::uint32_t widest = 0;
  for (const Line& line : full) widest = std::max(widest, line.width);
  if (widest < kMinWrapWidth || widest > kMaxWrapWidth || lines.back().width > widest) return false;
  return ends_sentence(tokens, lines.back().tokens) &&
         std::all_of(full.begin(), full.end(), [&](const Line& line) { return line.width * 10 >= widest * 7; });
}

// Short lines, none of which ends a sentence: each says its own.
bool is_list_of_lines(const Tokens& tokens, std::span<const Line> lines) {
  return lines.size() > 2 && std::all_of(lines.begin(), lines.end(), [&](const Line& line) {
           return line.width <= kMaxListLineWidth && !ends_sentence(tokens, line.tokens);
         });
}

bool begins_small(const Tokens& tokens, TokenRange line) {
  const Mark first = mark_of(tokens, line.begin);
  return tokens[line.begin].shape == Shape::lower || first == Mark::inner || first == Mark::stop ||
         first == Mark::shout;
}

class BlockFinder {
 public:
  BlockFinder(const Tokens& tokens, std::vector<Block>& out) : tokens_(tokens), out_(out) {}

  void run() {
    std::vector<Line> group;
    for (std::uint32_t i = 0; i < tokens_.size();) {
      if (tokens_[i].has(kParagraphBefore)) flush(group);
      group.push_back(line_at(i));
      i = group.back().tokens.end;
    }
    flush(group);
  }

 private:
  Line line_at(std::uint32_t begin) const {
    std::uint32_t end = begin + 1;
    while (end < tokens_.size() && !tokens_[end].has(kLineBefore)) ++end;
    return {{begin, end}, tokens_[end - 1].end - tokens_[begin].begin};
  }

  // Cuts the lines between two blank ones into blocks.
  void flush(std::vector<Line>& group) {
    if (group.empty()) return;
    const bool wrapped = is_wrapped(tokens_, group);
    const bool listed = is_list_of_lines(tokens_, group);
    std::uint32_t begin = group.front().tokens.begin;
    for (std::size_t i = 1; i < group.size(); ++i) {
      const TokenRange next = group[i].tokens;
      const bool joined = wrapped || (begins_small(tokens_, next) && !listed);
      if (joined && !begins_item(tokens_, next)) continue;
      add({begin, next.begin});
      begin = next.begin;
    }
    add({begin, group.back().tokens.end});
    group.clear();
  }

  void add(TokenRange range) {
    Block block;
    block.tokens = range;
    block.dateline_end = dateline_end(tokens_, range);
    block.turn_end = block.dateline_end > range.begin ? range.begin : turn_end(tokens_, range);
    block.kind = kind_of(block);
    out_.push_back(block);
  }

  BlockKind kind_of(const Block& block) const {
    const TokenRange range = block.tokens;
    if (begins_item(tokens_, range)) return BlockKind::list_item;
    if (byline_end(tokens_, range) > range.begin) return BlockKind::byline;
    if (is_caption(range)) return BlockKind::caption;
    if (block.dateline_end > range.begin || block.turn_end > range.begin) return BlockKind::paragraph;
    if (is_table(range)) return BlockKind::table;
    return is_heading(range) ? BlockKind::heading : BlockKind::paragraph;
  }

  // "Photo: ...", "... OkoyeAFP", "... / Agency", "... (Agency)".
  bool is_caption(TokenRange range) const {
    const std::uint32_t first = range.begin;
    if (range.size() > 1 && has_class(tokens_[first], WordClass::credit) && tokens_.word(first + 1) == ":") return true;
    if (ends_sentence(tokens_, range)) return false;
    const std::uint32_t last = last_word(tokens_, range);
    if (tokens_[last].has(kGlued) && tokens_[last].shape == Shape::upper) return true;
    if (!has_class(tokens_[last], WordClass::credit) || tokens_[last].shape == Shape::lower) return false;
    const std::uint32_t limit = std::max(range.begin + 4, last) - 4;
    for (std::uint32_t i = last; i-- > limit;) {
      const std::string_view word = tokens_.word(i);
      if (word == "/" || word == "|" || word == "(" || word == ":" || has_class(tokens_[i], WordClass::credit))
        return true;
    }
    return false;
  }

  // Lines of figures.
  bool is_table(TokenRange range) const {
    if (range.size() < kMinTableTokens || ends_sentence(tokens_, range)) return false;
    const auto numbers = std::count_if(tokens_.items.begin() + range.begin, tokens_.items.begin() + range.end,
                                       [](const Token& token) { return token.shape == Shape::number; });
    return static_cast<std::uint32_t>(numbers) * 2 >= range.size();
  }

  bool is_heading(TokenRange range) const {
    if (range.size() > kMaxHeadingTokens || begins_small(tokens_, range)) return false;
    const Mark last = mark_of(tokens_, last_word(tokens_, range));
    if (last == Mark::shout) return range.size() > 2 && is_title_case(range);
    return !ends_sentence(tokens_, range) && last != Mark::inner;
  }

  // Most words of more than three letters begin with a capital.
  bool is_title_case(TokenRange range) const {
    std::uint32_t capitals = 0;
    std::uint32_t words = 0;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const Shape shape = tokens_[i].shape;
      if (tokens_[i].fold_size < 4 || (shape != Shape::lower && shape != Shape::cap && shape != Shape::upper)) continue;
      ++words;
      capitals += shape != Shape::lower;
    }
    return words > 1 && capitals * 4 >= words * 3;
  }

  const Tokens& tokens_;
  std::vector<Block>& out_;
};

}  // namespace

void find_blocks(const Tokens& tokens, std::vector<Block>& out) {
  out.clear();
  BlockFinder(tokens, out).run();
}

}  // namespace quoth::internal
