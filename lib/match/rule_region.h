#pragma once

// What rules ask about the tokens of one sentence or paragraph, looked up once for all rules. Tested by
// tests/unit/match_rules_operators_test.cc and tests/reference/rules_test.cc.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "match/rule_program.h"
#include "match/rules.h"

namespace quoth::internal {

enum SentenceEdge : std::uint8_t { kSentenceBegin = 1, kSentenceEnd = 2 };

struct RegionToken {
  std::uint32_t literal = kNoLiteral;
  std::uint16_t shape = 0;      // bit of its Shape
  std::uint8_t edges = 0;       // SentenceEdge: begins a sentence, or is a sentence's last token
  std::uint8_t first_byte = 0;  // as written
  RuleOpening opens;            // the ways that it opens
};

/// Facts about tokens [begin, end). Memory is used again from region to region. Not for sharing between threads.
class RuleRegion {
 public:
  /// To be called once for a text, before load().
  void start(const RuleProgram& program, const RuleSet::Input& input, std::span<const Lexicon> lexicons);
  /// Regions must be loaded in the order of the text.
  void load(TokenRange tokens);

  std::uint32_t begin() const { return range_.begin; }
  std::uint32_t end() const { return range_.end; }
  const RegionToken& facts(std::uint32_t token) const { return facts_[token - range_.begin]; }
  /// Bits of the span ids that begin at a token.
  const std::uint64_t* spans(std::uint32_t token) const { return spans_.data() + (token - range_.begin) * span_words_; }
  /// The same of those that have another token behind it.
  const std::uint64_t* long_spans(std::uint32_t token) const {
    return long_spans_.data() + (token - range_.begin) * span_words_;
  }
  bool begins(std::uint32_t token, std::uint32_t span) const {
    return (spans(token)[span / 64] >> (span % 64) & 1) != 0;
  }
  /// Ends of the spans with an id that begin at a token and end in the region, shortest first, each once, at most
  /// kMaxEnds.
  std::span<const std::uint32_t> ends(std::uint32_t token, std::uint32_t span);
  /// Whether the region holds what a rule needs if it begins at `token`.
  bool has_needed(const RuleCode& rule, std::uint32_t token) const {
    const std::size_t index = token - range_.begin;
    if ((ahead_[index] & rule.ahead.word) != rule.ahead.word) return false;
    if ((sets_ahead_[index] & rule.ahead.sets) != rule.ahead.sets) return false;
    for (std::size_t word = 0; word < rule.ahead.spans.size(); ++word) {
      const std::uint64_t needed = rule.ahead.spans[word];
      if ((spans_ahead_[index * span_words_ + word] & needed) != needed) return false;
    }
    return rule.need.kind == RuleNeed::Kind::nothing || has_behind(rule.need, token);
  }

  static constexpr std::size_t kMaxEnds = 16;

 private:
  void load_sentence_edges();
  void load_ahead();
  bool has_behind(const RuleNeed& need, std::uint32_t token) const;
  void load_phrases(std::uint32_t token);
  void prefetch_entries(std::uint32_t token) const;
  void load_earlier();
  void note_last(std::uint32_t token);
  void add_phrase_ends(std::uint32_t token, std::uint32_t span);
  void add_earlier_ends(std::uint32_t token, std::uint32_t span);

  const RuleProgram* program_ = nullptr;
  const RuleSet::Input* input_ = nullptr;
  std::span<const Lexicon> lexicons_;
  TokenRange range_;
  std::size_t span_words_ = 0;
  std::vector<RegionToken> facts_;
  std::vector<std::uint64_t> spans_;
  std::vector<std::uint64_t> long_spans_;
  std::vector<std::uint64_t> ahead_;          // [token - begin]: shape and literal bits of kAhead tokens
  std::vector<std::uint64_t> sets_ahead_;     // the same of RuleProgram::literal_sets
  std::vector<std::uint64_t> spans_ahead_;    // the same of spans_
  std::vector<std::uint32_t> earlier_first_;  // [token - begin]: first of input_->earlier that begins there or later
  std::size_t next_earlier_ = 0;
  std::size_t next_sentence_ = 0;
  std::vector<std::uint32_t> last_literal_;  // [literal]: last token with it, + 1; 0: none
  std::vector<std::uint32_t> last_span_;     // [span id]
  std::array<std::uint32_t, kLiteralSets> last_set_{};
  std::vector<std::uint32_t> ends_;
};

}  // namespace quoth::internal
