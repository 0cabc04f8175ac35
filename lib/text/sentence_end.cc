#include "text/sentence_end.h"

// Tested by tests/unit/text_sentences_test.cc.

#include <algorithm>
#include <string_view>

#include "text/list_markers.h"
#include "text/marks.h"
#include "text/token_facts.h"
#include "text/word_class.h"

namespace quoth::internal {
namespace {

constexpr std::uint32_t kMaxFragmentTokens = 5;  // "At 5 a.m."

/// What a full stop may be besides the end of a sentence: the word before it decides.
enum class Left {
  word,           // nothing else
  before_name,    // Mr.
  before_number,  // No.
  inside,         // e.g.
  final_,         // Inc.
  letters,        // J. U.S.
};

bool is_pronoun(const Tokens& tokens, std::uint32_t i) {
  constexpr std::uint64_t kPronouns = bit(WordClass::pronoun_female) | bit(WordClass::pronoun_male) |
                                      bit(WordClass::pronoun_plural) | bit(WordClass::pronoun_other);
  return (tokens[i].classes & kPronouns) != 0;
}

// The class of an abbreviation, or `word`.
Left abbreviation(const Tokens& tokens, std::uint32_t word) {
  if (has_class(tokens, word, WordClass::abbreviation_before_name)) return Left::before_name;
  if (has_class(tokens, word, WordClass::abbreviation_before_number)) return Left::before_number;
  if (has_class(tokens, word, WordClass::abbreviation_inside)) return Left::inside;
  if (has_class(tokens, word, WordClass::abbreviation_final)) return Left::final_;
  return Left::word;
}

// What the word of the terminator at `i` is, before a token `next`.
Left left_of(const Tokens& tokens, std::uint32_t i, std::uint32_t begin, std::uint32_t next) {
  if (ends_in_stop(tokens, i)) {
    const Left left = abbreviation(tokens, i);
    return left == Left::word ? Left::letters : left;
  }
  if (i == begin) return Left::word;
  const std::uint32_t word = i - 1;
  const Left left = abbreviation(tokens, word);
  // "He said no. Nobody ..." but "no. 5".
  const bool is_ordinary = tokens[word].shape == Shape::lower && has_class(tokens, word, WordClass::common);
  const bool needs_number = left == Left::before_number && tokens[next].shape == Shape::number;
  return is_ordinary && left != Left::before_name && !needs_number ? Left::word : left;
}

// The first token that is no opening mark.
std::uint32_t first_word(const Tokens& tokens, std::uint32_t i, std::uint32_t end) {
  const std::uint32_t limit = std::min(end, i + 3);
  std::uint32_t at = i;
  while (at + 1 < limit && (mark_of(tokens, at) == Mark::open || mark_of(tokens, at) == Mark::straight)) ++at;
  return at;
}

bool is_starter(const Tokens& tokens, std::uint32_t i) {
  return is_capitalised(tokens, i) && has_class(tokens, i, WordClass::sentence_starter);
}

// An ordinary word with a capital and one in small letters behind it: "Travelers who ...".
bool is_new_subject(const Tokens& tokens, std::uint32_t i, std::uint32_t end) {
  return tokens[i].shape == Shape::cap && has_class(tokens, i, WordClass::common) && i + 1 < end &&
         tokens[i + 1].shape == Shape::lower;
}

// "At 5 a.m." cannot be a sentence.
bool is_fragment(const Tokens& tokens, std::uint32_t begin, std::uint32_t i) {
  return i - begin < kMaxFragmentTokens && has_class(tokens, begin, WordClass::preposition);
}

// Whether "Harry asked" or "he asked" begins at `i`, and not "Harry said he ...".
bool is_speaker_and_verb(const Tokens& tokens, std::uint32_t i, std::uint32_t end) {
  const std::uint32_t limit = std::min(end, i + kMaxSpeakerTokens);
  std::uint32_t at = i;
  while (at < limit && (is_capitalised(tokens, at) || is_pronoun(tokens, at) ||
                        has_class(tokens, at, WordClass::particle) || tokens.word(at) == ".")) {
    ++at;
  }
  if (at == i || at >= limit || tokens[at].shape != Shape::lower || !has_class(tokens, at, WordClass::say_verb))
    return false;
  // "Why?" Nobody knew.
  constexpr std::uint64_t kSpeakers = bit(WordClass::given_name) | bit(WordClass::surname) | bit(WordClass::role);
  const bool is_ordinary = has_class(tokens, i, WordClass::common) && (tokens[i].classes & kSpeakers) == 0;
  if (at == i + 1 && is_capitalised(tokens, i) && (is_ordinary || is_pronoun(tokens, i))) return false;
  return at + 1 >= end || !is_pronoun(tokens, at + 1);
}

bool stop_ends(const Tokens& tokens, TokenRange range, std::uint32_t i, std::uint32_t next) {
  const std::uint32_t word = first_word(tokens, next, range.end);
  switch (left_of(tokens, i, range.begin, next)) {
    case Left::word:
      return true;
    case Left::before_name:
      return false;
    case Left::before_number:
      return tokens[next].shape != Shape::number && is_starter(tokens, word);
    case Left::inside:
    case Left::letters:
      return is_starter(tokens, word);
    case Left::final_:
      if (is_fragment(tokens, range.begin, i)) return false;
      return is_starter(tokens, word) || has_class(tokens, word, WordClass::abbreviation_before_name) ||
             is_new_subject(tokens, word, range.end);
  }
  return true;
}

// Before a word in small letters a sentence ends where people write without capitals, but not behind a quotation
// ("Good?" she asked), a name (Yahoo! is) or an abbreviation that no list has (Wamp. and).
bool ends_before_small(const Tokens& tokens, TokenRange range, std::uint32_t i, const Tail& tail, Mark mark) {
  if (tail.has_quote || tail.has_bracket || mark == Mark::ellipsis || i == range.begin || ends_in_stop(tokens, i))
    return false;
  if (is_speaker_and_verb(tokens, tail.end, range.end)) return false;
  const std::uint32_t word = i - 1;
  const bool is_small = tokens[word].shape == Shape::lower;
  if (mark == Mark::shout) return is_small || tail.end > i + 1 || tokens.word(i) == "?" || is_pronoun(tokens, tail.end);
  if (abbreviation(tokens, word) != Left::word) return false;
  return (is_small && has_class(tokens, word, WordClass::common)) || is_pronoun(tokens, tail.end);
}

// Where no space stands between: "Stop!The".
bool ends_before_glued(const Tokens& tokens, TokenRange range, std::uint32_t i, const Tail& tail) {
  if (i == range.begin || ends_in_stop(tokens, i) || !is_capitalised(tokens, tail.end)) return false;
  if (tail.has_quote || tokens[i - 1].shape == Shape::lower || tokens[i - 1].shape == Shape::number) return true;
  return tokens[i - 1].shape == Shape::cap &&
         (is_starter(tokens, tail.end) || has_class(tokens, tail.end, WordClass::honorific));
}

// "..." - Ada Okoye: a dash and a name to the end of the block.
bool is_attribution(const Tokens& tokens, std::uint32_t dash, std::uint32_t end) {
  if (mark_of(tokens, dash) != Mark::dash || end - dash > kMaxSpeakerTokens || end - dash < 2) return false;
  for (std::uint32_t i = dash + 1; i < end; ++i) {
    if (!is_capitalised(tokens, i) && tokens.word(i) != "." && !has_class(tokens, i, WordClass::particle)) return false;
  }
  return true;
}

// Whether the first item of a list begins at `i`: "a. here it is b. ...".
bool begins_list(const Tokens& tokens, std::uint32_t i, std::uint32_t end) {
  const ListMarker marker = list_marker_at(tokens, i, end);
  return marker.value == 1 && marker.form.count != MarkerForm::upper_letter;
}

}  // namespace

bool may_end_sentence(const Tokens& tokens, std::uint32_t i, std::uint32_t begin, std::uint32_t end) {
  // A letter alone is no sentence: "Q. Who is it?"
  if (ends_in_stop(tokens, i)) return i > begin;
  const Mark mark = mark_of(tokens, i);
  if (!is_terminator(mark)) return false;
  if (i > begin && mark_of(tokens, i - 1) == Mark::open) return false;
  if (i == begin && mark == Mark::ellipsis) return false;
  const bool leads = tokens[i].has(kSpaceBefore) && i + 1 < end && !tokens[i + 1].has(kSpaceBefore);
  return !leads || mark_of(tokens, i + 1) != Mark::none;
}

bool ends_sentence(const Tokens& tokens, TokenRange range, std::uint32_t i, const Tail& tail) {
  if (tail.end >= range.end) return true;
  const Mark mark = ends_in_stop(tokens, i) ? Mark::stop : mark_of(tokens, i);
  std::uint32_t next = tail.end;
  if (!tokens[next].has(kSpaceBefore) && mark_of(tokens, next) != Mark::open &&
      mark_of(tokens, next) != Mark::straight) {
    return ends_before_glued(tokens, range, i, tail);
  }
  if (begins_list(tokens, next, range.end)) return true;
  if (is_attribution(tokens, next, range.end)) return false;
  if (mark_of(tokens, next) == Mark::dash && next + 1 < range.end) ++next;
  const Mark next_mark = mark_of(tokens, next);
  if (next_mark == Mark::inner || next_mark == Mark::close || next_mark == Mark::dash) return false;
  const std::uint32_t word = first_word(tokens, next, range.end);
  if (tokens[word].shape == Shape::number && word + 1 < range.end && tokens.word(word + 1) == "]") return false;
  if (tokens[word].shape == Shape::lower && (word == next || mark != Mark::shout)) {
    return next == tail.end && ends_before_small(tokens, range, i, tail, mark);
  }
  if (mark == Mark::stop) return stop_ends(tokens, range, i, next);
  if (tail.has_quote && is_speaker_and_verb(tokens, word, range.end)) return false;
  // "I" always has its capital.
  return mark == Mark::shout || (tokens[word].shape != Shape::initial && is_capitalised(tokens, word)) || word > next;
}

std::uint32_t note_end(const Tokens& tokens, std::uint32_t i, std::uint32_t at, std::uint32_t end) {
  if (i == 0) return at;
  if (at + 2 < end && tokens.word(at) == "[") {
    const bool is_note = tokens[at + 1].shape == Shape::number || !tokens[at].has(kSpaceBefore);
    return is_note && tokens.word(at + 2) == "]" ? at + 3 : at;
  }
  if (tokens[at].has(kSpaceBefore) || tokens[i].has(kSpaceBefore) || tokens[at].shape != Shape::number) return at;
  const Shape before = tokens[i - 1].shape;
  const bool is_note = before == Shape::lower || before == Shape::cap || mark_of(tokens, i - 1) == Mark::close;
  if (!is_note) return at;
  // Two notes: "consultation.11 12 Take"
  const bool second = at + 2 < end && tokens[at + 1].shape == Shape::number && is_capitalised(tokens, at + 2);
  return at + (second ? 2 : 1);
}

}  // namespace quoth::internal
