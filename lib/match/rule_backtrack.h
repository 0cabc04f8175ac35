#pragma once

// Tries one rule at one token: a backtracker that remembers, as RE2's BitState does, which instructions it has tried at
// which tokens, so that its work is bounded by instructions times places. The first way in the order of the pattern
// wins. What failed at a token fails there for every begin of the rule, so that it is remembered from begin to begin
// (as RE2's BitState does too), until the rule has matched or was stopped by its window: then it may still succeed.
//
// Places are counted from the token where the rule begins:
//
//     0 1 2 ... 64     near: reached token by token
//     65 ... 128       far: only behind a [LABEL] that reaches further than that, in the order in which they are
//     reached
//
// Tested by tests/unit/match_rules_operators_test.cc and tests/reference/rules_test.cc.

#include <array>
#include <cstdint>
#include <vector>

#include "match/rule_program.h"
#include "match/rule_region.h"
#include "match/rules.h"

namespace quoth::internal {

/// Answers of regular expressions for words of one text, kept from token to token.
class RegexMemo {
 public:
  /// To be called for each text.
  void start();
  bool matches(const RuleProgram& program, std::uint32_t regex, const Tokens& tokens, std::uint32_t token);

 private:
  /// 32 bytes. The word stands in the slot itself, so that a look costs one cache line.
  struct Slot {
    std::uint32_t text = 0;  // which call of start() it belongs to; 0: empty
    std::uint32_t regex = 0;
    bool answer = false;
    std::uint8_t size = 0;
    std::array<char, 22> word{};
  };
  std::vector<Slot> slots_;
  std::uint32_t text_ = 0;
};

/// Not for sharing between threads. Memory is used again from rule to rule.
class RuleBacktracker {
 public:
  void start(const RuleProgram& program, const Tokens& tokens, RuleRegion& region);
  /// To be called when the region has changed: at another edge other things fail.
  void next_region();
  /// Whether the rule matches at `token`. Then end() and captures() tell what.
  bool run(const RuleCode& rule, std::uint32_t token);

  std::uint32_t end() const { return end_; }
  /// In the order of their begins, outer before inner.
  void captures(std::vector<Capture>& out);

 private:
  struct Job {
    std::uint32_t inst = 0;
    std::uint32_t token = 0;
    std::uint32_t events = 0;  // how much of events_ was there
  };
  struct Event {
    std::uint32_t token = 0;
    std::uint16_t label = 0;
    bool opens = false;
  };
  static constexpr std::uint32_t kNear = RuleLimits::window;
  static constexpr std::size_t kMaxFar = RuleLimits::window;

  bool follow(std::uint32_t inst, std::uint32_t token);
  bool opens(const RuleOpening& way, std::uint32_t token) const {
    if (token == region_->end()) return true;
    const RuleOpening& own = region_->facts(token).opens;
    return ((own.word & way.word) | (own.spans & way.spans)) != 0;
  }
  bool consume(const RuleInst& inst, std::uint32_t token);
  bool condition(const RuleInst& inst, std::uint32_t token);
  bool any_condition(const RuleInst& inst, std::uint32_t token);
  bool step_to(std::uint32_t token);
  bool jump_to(std::uint32_t token);
  bool add_far(std::uint32_t token);
  bool first_visit(std::uint32_t inst, std::uint32_t token);
  std::uint64_t* near_row(std::uint32_t token);
  void find_near_row(std::uint32_t token);
  std::uint64_t* far_row(std::uint32_t token);
  void begin_memory();
  /// Forgets what failed at near places.
  void forget() { memory_->generation = ++generation_; }
  bool jump(const RuleInst& inst, std::uint32_t& token);

  const RuleProgram* program_ = nullptr;
  const Tokens* tokens_ = nullptr;
  RuleRegion* region_ = nullptr;
  const RuleCode* rule_ = nullptr;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
  std::size_t index_ = 0;       // of the rule
  std::size_t rule_words_ = 0;  // of its bits
  bool stopped_ = false;        // by the window
  // Near places: each rule that is tried in the region has a ring of rows, a row valid for one token and generation.
  // All of it is made anew for each region: what a region needs stays in the cache, and a text's first rule does not
  // wait for memory of all rules.
  static constexpr std::uint32_t kRing = 128;
  static_assert(kRing > kNear);
  struct Row {
    std::uint64_t generation = 0;
    std::uint32_t token = 0;
    std::uint32_t bits = 0;  // where they begin in bits_
  };
  struct Memory {
    std::uint64_t generation = 0;  // 0: the rule was not tried in this region
    std::uint32_t rows = 0;        // where its ring begins in rings_
  };
  std::uint32_t ring_ = 0;  // rows of a ring: no more than the region has places
  std::uint64_t generation_ = 0;
  Memory* memory_ = nullptr;  // of the rule
  static constexpr std::uint32_t kNoToken = 0xFFFFFFFFu;
  std::uint32_t row_token_ = kNoToken;  // the row that this run was at last, and where its bits are
  std::uint32_t row_bits_ = 0;
  std::vector<Memory> memories_;      // by rule
  std::vector<std::uint32_t> tried_;  // rules, in this region
  std::vector<Row> rings_;
  std::vector<std::uint64_t> bits_;
  // Far places: rows of the current run.
  std::size_t row_words_ = 0;
  std::uint32_t run_ = 0;  // counts runs: a row of an earlier one is empty
  std::array<std::uint32_t, kMaxFar> row_runs_{};
  std::vector<std::uint64_t> far_rows_;
  std::vector<std::uint32_t> far_;
  std::vector<Job> stack_;
  std::vector<Event> events_;
  std::vector<std::uint32_t> open_;
  RegexMemo regexes_;
};

}  // namespace quoth::internal
