#pragma once

// Compiled rules of one phase: small programs for a backtracker that never tries the same instruction at the same token
// twice, and an index of the rules that may begin at a token. Made by rule_compiler.cc, run by rule_matcher.cc.

#include <re2/re2.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/lexicon.h"
#include "match/rule_ast.h"

namespace quoth::internal {

enum class RuleOp : std::uint8_t {
  // These consume a token, or a phrase:
  literal,  // operand: literal id
  exact,    // operand: index of exacts
  shape,    // arg: bits of Shape
  regex,    // operand: index of regexes
  span,     // operand: span id; all tokens of a phrase of a list, or of an earlier phase's range
  none_of,  // conditions [operand, operand + arg): one token at which none holds
  // These consume nothing:
  holds,       // any of conditions [operand, operand + arg) holds at this token
  holds_none,  // none does
  sentence_begin,
  sentence_end,
  open,   // arg: label
  close,  // arg: label
  split,  // tries next, then operand; arg: index of branches
  match,
};

struct RuleInst {
  RuleOp op = RuleOp::match;
  bool remember = false;  // may be reached at the same token in several ways: try it once
  std::uint16_t arg = 0;
  std::uint32_t next = 0;
  std::uint32_t operand = 0;
};

inline constexpr std::uint32_t kNoLiteral = 0xFFFFFFFFu;

/// Folded words that rules ask for, found by a token's hash.
class LiteralTable {
 public:
  std::uint32_t add(std::string_view folded);
  /// To be called once, after the last add().
  void freeze();
  /// The id of a folded word, or kNoLiteral. Only after freeze().
  std::uint32_t find(std::string_view folded, std::uint64_t hash) const;
  std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }
  const std::string& word(std::uint32_t id) const { return words_[id]; }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t id = kNoLiteral;
  };
  std::vector<std::string> words_;
  std::unordered_map<std::string, std::uint32_t> ids_;
  std::vector<Slot> slots_;  // a power of two, at most half full
};

/// 'US': a literal's id and how it must be written.
struct ExactWord {
  std::uint32_t literal = 0;
  std::string written;
};

/// An expression, and the first bytes that a token may have to match it: asked before RE2 is.
struct RuleRegex {
  std::unique_ptr<RE2> regex;
  unsigned char first_byte_min = 0;
  unsigned char first_byte_max = 255;
};

/// What must come at or behind a rule's first token, or it cannot match.
struct RuleNeed {
  enum class Kind : std::uint8_t { nothing, literal, span, set };  // set: a bit of RuleProgram::literal_sets
  Kind kind = Kind::nothing;
  std::uint32_t id = 0;
  std::uint32_t distance = 0;  // tokens from the rule's first one, at least
};

/// At most so many sets of alternatives are told apart.
inline constexpr std::uint32_t kLiteralSets = 64;

/// How far ahead RuleAhead looks, in tokens, the rule's first one included.
inline constexpr std::uint32_t kAhead = 8;

/// One bit for each shape, and one for each literal (some share one). A token has the bits of its own.
inline constexpr std::uint64_t shape_bits(std::uint16_t shapes) { return shapes; }
inline constexpr std::uint64_t literal_bit(std::uint32_t literal) { return std::uint64_t{1} << (10 + literal % 54); }

/// What must all be among the first kAhead tokens of a rule, or it cannot match.
struct RuleAhead {
  std::uint64_t word = 0;            // shape_bits() and literal_bit()
  std::uint64_t sets = 0;            // of RuleProgram::literal_sets: of each one word
  std::vector<std::uint64_t> spans;  // bits of span ids; empty: none
};

/// What a token has of which some way may go on from there: it needs one of these bits. Of the end of a text or match
/// it tells nothing.
struct RuleOpening {
  std::uint64_t word = 0;   // shape_bits() and literal_bit()
  std::uint64_t spans = 0;  // of span ids, by their last six bits
};

/// The two ways of a split.
struct RuleBranch {
  RuleOpening next, operand;
};

struct RuleCode {
  std::uint32_t rule = 0;   // index for RuleSet::rule()
  std::uint32_t begin = 0;  // instructions [begin, end); the first is `entry`
  std::uint32_t end = 0;
  std::uint32_t entry = 0;
  RuleNeed need;
  RuleAhead ahead;
};

/// Sets of bits with `words` 64-bit words each.
class BitSets {
 public:
  void reset(std::size_t sets, std::size_t bits) {
    words_ = (bits + 63) / 64;
    data_.assign(sets * words_, 0);
  }
  std::size_t words() const { return words_; }
  const std::uint64_t* operator[](std::size_t set) const { return data_.data() + set * words_; }
  void add(std::size_t set, std::size_t bit) { data_[set * words_ + bit / 64] |= std::uint64_t{1} << (bit % 64); }

 private:
  std::size_t words_ = 0;
  std::vector<std::uint64_t> data_;
};

/// Which entries of which lexicon give which span ids.
struct SpanBits {
  std::vector<BitSets> by_kind;  // [lexicon][kind]
  std::vector<BitSets> by_list;  // [lexicon][list]
};

/// Which rules may take a token with a shape, a first byte, a span or a literal.
struct RulesByToken {
  BitSets by_shape;
  BitSets by_first_byte;
  BitSets by_span;
  std::vector<std::uint64_t> spans;            // bits of the span ids that by_span has rules for
  std::vector<std::uint32_t> literal_offsets;  // [literal], size() + 1
  std::vector<std::uint32_t> literal_rules;    // indices of RuleProgram::rules
};

/// Immutable after compilation; safe to share between threads.
struct RuleProgram {
  std::vector<RuleCode> rules;
  std::vector<RuleInst> insts;
  std::vector<RuleInst> conditions;
  std::vector<RuleBranch> branches;  // the first one tells nothing
  LiteralTable literals;
  std::vector<ExactWord> exacts;
  std::vector<RuleRegex> regexes;
  // [literal]: bits of the alternatives, "(who|whose|whom)", that it is one of; each alternative that a rule needs has
  // a bit as long as there are some.
  std::vector<std::uint64_t> literal_sets;
  std::uint32_t literal_set_count = 0;
  // Span ids: first those of lists, then those of labels.
  std::uint32_t span_count = 0;
  std::uint32_t list_span_count = 0;
  SpanBits span_bits;
  std::vector<std::uint16_t> span_labels;  // [span id - list_span_count]
  RulesByToken firsts;                     // as their first token
  RulesByToken seconds;  // behind a first token that is no longer phrase; rules that may end there are among them
  std::vector<std::uint64_t> ends_after_first;  // bits of rules
  std::uint32_t max_rule_size = 0;

  std::size_t span_words() const { return (span_count + 63) / 64; }
};

}  // namespace quoth::internal
