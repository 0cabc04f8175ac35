#include "text/sentences.h"

// Tested by tests/unit/text_sentences_test.cc.

#include <algorithm>
#include <string_view>

#include "text/list_markers.h"
#include "text/marks.h"
#include "text/sentence_end.h"
#include "text/unmarked_ends.h"
#include "text/word_class.h"

namespace quoth::internal {
namespace {

// Splits one block after the other.
class Splitter {
 public:
  Splitter(const Tokens& tokens, std::vector<TokenRange>& out) : tokens_(tokens), out_(out) {}

  void split(const Block& block) {
    end_ = block.tokens.end;
    begin_ = block.tokens.begin;
    list_ = {};
    quotes_ = 0;
    std::uint32_t i = begin_;
    if (block.dateline_end > begin_) close(i = block.dateline_end);
    while (i < end_) i = step(i);
    close(end_);
  }

 private:
  // Goes on from token `i`; gives the token to go on from.
  std::uint32_t step(std::uint32_t i) {
    if (const ListMarker marker = marker_at(i)) {
      close(i);
      list_ = marker;
      return marker.end;
    }
    if (const std::uint32_t emoticon = emoticon_end(tokens_, i, end_); emoticon > i) return step_over(emoticon);
    if (i > begin_ && begins_unmarked(tokens_, {begin_, end_}, i)) close(i);
    if (!may_end_sentence(tokens_, i, begin_, end_)) {
      count_quote(i);
      return i + 1;
    }
    const Tail tail = tail_behind(i);
    if (ends_sentence(tokens_, {begin_, end_}, i, tail)) close(tail.end);
    return tail.end;
  }

  // Goes on behind an emoticon.
  std::uint32_t step_over(std::uint32_t emoticon) {
    if (emoticon < end_ && mark_of(tokens_, emoticon) != Mark::inner && mark_of(tokens_, emoticon) != Mark::close)
      close(emoticon);
    return emoticon;
  }

  // A sentence ends before `i`.
  void close(std::uint32_t i) {
    if (i > begin_) out_.push_back({begin_, i});
    begin_ = i;
  }

  void count_quote(std::uint32_t i) {
    const std::string_view word = tokens_.word(i);
    quotes_ += word == "\"" || word == "''" || word == "``";
  }

  // The marker of an item that begins at `i`: where a sentence begins, or next in the list.
  ListMarker marker_at(std::uint32_t i) const {
    if (i > begin_ && !tokens_[i].has(kSpaceBefore)) {
      if (mark_of(tokens_, i) != Mark::bullet) return {};
    }
    const ListMarker marker = list_marker_at(tokens_, i, end_);
    if (!marker) return {};
    if (marker.form.count == MarkerForm::bullet) {
      // These stand inside sentences, too.
      const std::string_view word = tokens_.word(i);
      return i == begin_ || (word != "*" && word != "\u00B7") ? marker : ListMarker{};
    }
    // "J. Nowak" begins sentences and no list.
    if (marker.form.count == MarkerForm::upper_letter && !marker.form.has_close) return {};
    // A list goes on, or another one begins behind it.
    const bool is_next = list_ && (follows(list_, marker) || (marker.value == 1 && marker.form == list_.form));
    return i == begin_ || is_next ? marker : ListMarker{};
  }

  // Closing marks and further terminators behind the terminator at `i`.
  Tail tail_behind(std::uint32_t i) {
    Tail tail{i + 1};
    while (tail.end < end_) {
      const std::uint32_t at = tail.end;
      const Mark mark = mark_of(tokens_, at);
      if (is_terminator(mark) && (!tokens_[at].has(kSpaceBefore) || is_last_ellipsis(at, mark))) {
        ++tail.end;
      } else if (closes(at, mark)) {
        count_quote(at);
        tail.has_quote |= is_quote_mark(tokens_, at);
        tail.has_bracket |= !is_quote_mark(tokens_, at);
        ++tail.end;
      } else if (const std::uint32_t note = note_end(tokens_, i, at, end_); note > at) {
        tail.end = note;
      } else {
        break;
      }
    }
    return tail;
  }

  // "... . . ." at the end of a quotation or block.
  bool is_last_ellipsis(std::uint32_t i, Mark mark) const {
    if (mark != Mark::ellipsis) return false;
    return i + 1 == end_ || closes(i + 1, mark_of(tokens_, i + 1));
  }

  bool closes(std::uint32_t i, Mark mark) const {
    if (mark != Mark::close && mark != Mark::straight) return false;
    const bool space_before = tokens_[i].has(kSpaceBefore);
    const bool space_behind = i + 1 == end_ || tokens_[i + 1].has(kSpaceBefore);
    if (mark == Mark::close) return !space_before || space_behind;
    if (space_before != space_behind) return space_behind;
    if (tokens_.word(i) == "'") return !space_before && is_mark(i + 1);
    return quotes_ % 2 == 1;
  }

  bool is_mark(std::uint32_t i) const { return i < end_ && mark_of(tokens_, i) != Mark::none; }

  const Tokens& tokens_;
  std::vector<TokenRange>& out_;
  std::uint32_t begin_ = 0;   // of the sentence
  std::uint32_t end_ = 0;     // of the block
  ListMarker list_;           // the last item's
  std::uint32_t quotes_ = 0;  // straight double marks so far in the block
};

}  // namespace

void split_sentences(const Tokens& tokens, const std::vector<Block>& blocks, std::vector<TokenRange>& out) {
  out.clear();
  Splitter splitter(tokens, out);
  for (const Block& block : blocks) splitter.split(block);
}

}  // namespace quoth::internal
