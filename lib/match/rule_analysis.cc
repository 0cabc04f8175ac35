#include "match/rule_analysis.h"

#include <algorithm>
#include <bit>
#include <deque>
#include <limits>

namespace quoth::internal {
namespace {

bool consumes(RuleOp op) { return op <= RuleOp::none_of; }

bool branches(RuleOp op) { return op == RuleOp::split || op == RuleOp::span; }

/// Rules with more instructions get no need: finding one takes memory that grows with the square of the size.
constexpr std::uint32_t kMaxSizeForNeed = 300;

/// The instructions that all ways from the rule's entry to its match lead through. By the sets of dominators of each
/// instruction (Allen and Cocke 1972), which are found in few rounds, since programs are written from end to begin.
class Unavoidable {
 public:
  Unavoidable(const RuleProgram& program, const RuleCode& rule)
      : program_(program), begin_(rule.begin), words_((rule.end - rule.begin + 63) / 64) {
    sets_.assign((rule.end - rule.begin) * words_, ~std::uint64_t{0});
    keep_only(rule.entry);
    for (changed_ = true; changed_;) {
      changed_ = false;
      for (std::uint32_t i = rule.end; i-- > rule.begin;) {
        const RuleInst& inst = program_.insts[i];
        if (inst.op == RuleOp::match) continue;
        lead(i, inst.next);
        if (inst.op == RuleOp::split) lead(i, inst.operand);
      }
    }
  }

  /// Whether `inst` is on each way to `to`.
  bool holds(std::uint32_t inst, std::uint32_t to) const { return (set(to)[place(inst) / 64] & mask(inst)) != 0; }

 private:
  std::size_t place(std::uint32_t inst) const { return inst - begin_; }
  std::uint64_t mask(std::uint32_t inst) const { return std::uint64_t{1} << (place(inst) % 64); }
  std::uint64_t* set(std::uint32_t inst) { return sets_.data() + place(inst) * words_; }
  const std::uint64_t* set(std::uint32_t inst) const { return sets_.data() + place(inst) * words_; }

  void keep_only(std::uint32_t inst) {
    std::fill_n(set(inst), words_, 0);
    set(inst)[place(inst) / 64] = mask(inst);
  }
  // What stands before `to` on this way is all that stands before `from`, and `from`.
  void lead(std::uint32_t from, std::uint32_t to) {
    for (std::size_t w = 0; w < words_; ++w) {
      const std::uint64_t own = w == place(to) / 64 ? mask(to) : 0;
      const std::uint64_t before = set(to)[w], after = before & (set(from)[w] | own);
      set(to)[w] = after;
      changed_ = changed_ || after != before;
    }
  }

  const RuleProgram& program_;
  std::uint32_t begin_;
  std::size_t words_;
  bool changed_ = false;
  std::vector<std::uint64_t> sets_;  // [instruction]: bits of those before it, and its own
};

/// Tokens from the rule's begin to each instruction, at least (a phrase counts as one). A 0-1 breadth-first search.
class Distances {
 public:
  static constexpr std::uint32_t kUnreachable = 0xFFFFFFFFu;

  Distances(const RuleProgram& program, const RuleCode& rule) : begin_(rule.begin) {
    tokens_.assign(rule.end - rule.begin, kUnreachable);
    reach(rule.entry, 0, false);
    while (!queue_.empty()) {
      const std::uint32_t at = queue_.front();
      queue_.pop_front();
      const RuleInst& inst = program.insts[at];
      if (inst.op == RuleOp::match) continue;
      const bool step = consumes(inst.op);
      const std::uint32_t tokens = (*this)[at] + (step ? 1 : 0);
      reach(inst.next, tokens, step);
      if (inst.op == RuleOp::split) reach(inst.operand, tokens, false);
    }
  }

  std::uint32_t operator[](std::uint32_t inst) const { return tokens_[inst - begin_]; }

 private:
  void reach(std::uint32_t inst, std::uint32_t tokens, bool later) {
    if (tokens >= (*this)[inst]) return;
    tokens_[inst - begin_] = tokens;
    if (later) {
      queue_.push_back(inst);
    } else {
      queue_.push_front(inst);
    }
  }

  std::uint32_t begin_;
  std::vector<std::uint32_t> tokens_;
  std::deque<std::uint32_t> queue_;
};

/// What an instruction asks of the token that it stands at: itself, or the one condition of a lookahead.
const RuleInst& asked(const RuleProgram& program, const RuleInst& inst) {
  return inst.op == RuleOp::holds && inst.arg == 1 ? program.conditions[inst.operand] : inst;
}

bool is_literal(const RuleInst& inst) { return inst.op == RuleOp::literal || inst.op == RuleOp::exact; }

std::uint32_t literal_of(const RuleProgram& program, const RuleInst& inst) {
  return inst.op == RuleOp::exact ? program.exacts[inst.operand].literal : inst.operand;
}

/// How rare an instruction's tokens are likely to be, from 1; 0: tells nothing.
int rarity(const RuleProgram& program, const RuleInst& inst) {
  if (inst.op == RuleOp::span) return inst.operand >= program.list_span_count ? 4 : 3;
  if (!is_literal(inst)) return 0;
  return program.literals.word(literal_of(program, inst)).size() > 3 ? 2 : 1;
}

RuleNeed need_of(const RuleProgram& program, const RuleInst& inst, std::uint32_t distance) {
  if (inst.op == RuleOp::span) return {RuleNeed::Kind::span, inst.operand, distance};
  return {RuleNeed::Kind::literal, literal_of(program, inst), distance};
}

/// Tokens from the rule's begin to each instruction where it is first reached, at most; kAhead and more: no telling.
/// Programs are written from end to begin, so that only loops lead from a lower to a higher instruction.
std::vector<std::uint32_t> farthest_tokens(const RuleProgram& program, const RuleCode& rule) {
  std::vector<std::uint32_t> tokens(rule.end - rule.begin, 0);
  for (std::uint32_t i = rule.end; i-- > rule.begin;) {
    const RuleInst& inst = program.insts[i];
    if (inst.op == RuleOp::match) continue;
    std::uint32_t after = tokens[i - rule.begin];
    if (inst.op == RuleOp::span || inst.next > i) {
      after = kAhead;  // a phrase or a loop may be long
    } else if (consumes(inst.op)) {
      ++after;
    }
    after = std::min(after, kAhead);
    const auto reach = [&](std::uint32_t next) {
      if (next < i) tokens[next - rule.begin] = std::max(tokens[next - rule.begin], after);
    };
    reach(inst.next);
    if (inst.op == RuleOp::split) reach(inst.operand);
  }
  return tokens;
}

/// Whether one look at a token's bits can tell that an instruction does not match there.
bool shows(const RuleInst& inst) {
  return inst.op == RuleOp::span || is_literal(inst) || (inst.op == RuleOp::shape && std::has_single_bit(inst.arg));
}

void add_ahead(const RuleProgram& program, const RuleInst& inst, RuleAhead& ahead) {
  if (inst.op == RuleOp::span) {
    ahead.spans.resize(program.span_words());
    ahead.spans[inst.operand / 64] |= std::uint64_t{1} << (inst.operand % 64);
  } else if (inst.op == RuleOp::shape) {
    ahead.word |= shape_bits(inst.arg);
  } else {
    ahead.word |= literal_bit(literal_of(program, inst));
  }
}

/// The instructions that lead to `to`, if all of them ask for a literal; else none.
std::vector<std::uint32_t> alternatives(const RuleProgram& program, const RuleCode& rule, std::uint32_t to) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = rule.begin; i < rule.end; ++i) {
    const RuleInst& inst = program.insts[i];
    if (inst.op == RuleOp::match || (inst.next != to && !(inst.op == RuleOp::split && inst.operand == to))) continue;
    if (!is_literal(inst)) return {};
    found.push_back(i);
  }
  return found;
}

/// Gives the words of alternatives a bit of their own.
std::uint32_t add_literal_set(RuleProgram& program, const std::vector<std::uint32_t>& insts) {
  const std::uint32_t bit = program.literal_set_count++;
  for (const std::uint32_t i : insts) {
    const std::uint32_t literal = literal_of(program, program.insts[i]);
    if (program.literal_sets.size() <= literal) program.literal_sets.resize(literal + 1);
    program.literal_sets[literal] |= std::uint64_t{1} << bit;
  }
  return bit;
}

/// What a rule needs where several words may stand: near its begin, or anywhere behind.
void add_alternatives(RuleProgram& program, RuleCode& rule, std::uint32_t to,
                      const std::vector<std::uint32_t>& farthest, const Distances& distances, int& best) {
  constexpr int kRarity = 3;
  const std::vector<std::uint32_t> insts = alternatives(program, rule, to);
  if (insts.size() < 2 || program.literal_set_count == kLiteralSets) return;
  const bool near =
      std::all_of(insts.begin(), insts.end(), [&](std::uint32_t i) { return farthest[i - rule.begin] < kAhead; });
  if (near) {
    rule.ahead.sets |= std::uint64_t{1} << add_literal_set(program, insts);
  } else if (kRarity > best) {
    rule.need = {RuleNeed::Kind::set, add_literal_set(program, insts), distances[to] - 1};
    best = kRarity;
  }
}

/// Collects rules for a RulesByToken.
class TokenIndexer {
 public:
  explicit TokenIndexer(const RuleProgram& program) : program_(program), by_literal_(program.literals.size()) {
    index_.by_shape.reset(kShapes, program.rules.size());
    index_.by_first_byte.reset(256, program.rules.size());
    index_.by_span.reset(program.span_count, program.rules.size());
    index_.spans.assign(program.span_words(), 0);
  }

  void add(std::uint32_t rule, const RuleInst& inst) {
    switch (inst.op) {
      case RuleOp::literal:
      case RuleOp::exact:
        return add_literal(rule, literal_of(program_, inst));
      case RuleOp::shape:
        return add_shapes(rule, inst.arg);
      case RuleOp::regex:
        return add_bytes(rule, program_.regexes[inst.operand]);
      case RuleOp::span:
        index_.by_span.add(inst.operand, rule);
        index_.spans[inst.operand / 64] |= std::uint64_t{1} << (inst.operand % 64);
        return;
      default:
        return add_any(rule);
    }
  }
  void add_any(std::uint32_t rule) { add_shapes(rule, (1U << kShapes) - 1); }

  RulesByToken finish() {
    index_.literal_offsets.assign(1, 0);
    for (const std::vector<std::uint32_t>& rules : by_literal_) {
      index_.literal_rules.insert(index_.literal_rules.end(), rules.begin(), rules.end());
      index_.literal_offsets.push_back(static_cast<std::uint32_t>(index_.literal_rules.size()));
    }
    return std::move(index_);
  }

 private:
  static constexpr std::size_t kShapes = 10;

  void add_literal(std::uint32_t rule, std::uint32_t literal) {
    std::vector<std::uint32_t>& rules = by_literal_[literal];
    if (rules.empty() || rules.back() != rule) rules.push_back(rule);
  }
  void add_shapes(std::uint32_t rule, std::uint32_t shapes) {
    for (std::size_t shape = 0; shape < kShapes; ++shape)
      if ((shapes >> shape & 1) != 0) index_.by_shape.add(shape, rule);
  }
  void add_bytes(std::uint32_t rule, const RuleRegex& regex) {
    for (std::size_t byte = regex.first_byte_min; byte <= regex.first_byte_max; ++byte)
      index_.by_first_byte.add(byte, rule);
  }

  const RuleProgram& program_;
  RulesByToken index_;
  std::vector<std::vector<std::uint32_t>> by_literal_;
};

/// Calls use(instruction) for those of a rule that consume a token next, and for its match, from an instruction on.
class NextFinder {
 public:
  NextFinder(const RuleProgram& program, const RuleCode& rule) : program_(program), begin_(rule.begin) {
    seen_.assign(rule.end - rule.begin, false);
  }

  /// Each instruction is seen once in all calls.
  template <typename Use>
  void from(std::uint32_t inst, Use use) {
    stack_ = {inst};
    while (!stack_.empty()) {
      const std::uint32_t at = stack_.back();
      stack_.pop_back();
      if (seen_[at - begin_]) continue;
      seen_[at - begin_] = true;
      const RuleInst& here = program_.insts[at];
      if (consumes(here.op) || here.op == RuleOp::match) {
        use(here);
      } else {
        stack_.push_back(here.next);
        if (here.op == RuleOp::split) stack_.push_back(here.operand);
      }
    }
  }

 private:
  const RuleProgram& program_;
  std::uint32_t begin_;
  std::vector<bool> seen_;
  std::vector<std::uint32_t> stack_;
};

}  // namespace

void mark_joins(RuleProgram& program, const RuleCode& rule) {
  std::vector<std::uint32_t> ways(rule.end - rule.begin, 0);
  ++ways[rule.entry - rule.begin];
  for (std::uint32_t i = rule.begin; i < rule.end; ++i) {
    const RuleInst& inst = program.insts[i];
    if (inst.op == RuleOp::match) continue;
    ++ways[inst.next - rule.begin];
    if (inst.op == RuleOp::split) ++ways[inst.operand - rule.begin];
  }
  for (std::uint32_t i = rule.begin; i < rule.end; ++i) {
    RuleInst& inst = program.insts[i];
    inst.remember = inst.op != RuleOp::match && (branches(inst.op) || ways[i - rule.begin] > 1);
  }
  // Up to the first branch there is one way only, so the common rule "{list} @LABEL(...)" remembers nothing.
  std::uint32_t at = rule.entry;
  while (program.insts[at].op != RuleOp::match && ways[at - rule.begin] == 1) {
    program.insts[at].remember = false;
    if (branches(program.insts[at].op)) break;
    at = program.insts[at].next;
  }
}

namespace {

constexpr std::uint64_t kAll = ~std::uint64_t{0};

// By what an instruction and those behind it look at: `of_next` and `of_operand` are their openings.
RuleOpening opening_of(const RuleProgram& program, const RuleInst& inst, const RuleOpening& of_next,
                       const RuleOpening& of_operand) {
  switch (inst.op) {
    case RuleOp::literal:
    case RuleOp::exact:
      return {literal_bit(literal_of(program, inst)), 0};
    case RuleOp::shape:
      return {shape_bits(inst.arg), 0};
    case RuleOp::span:
      return {0, std::uint64_t{1} << (inst.operand % 64)};
    case RuleOp::split:
      return {of_next.word | of_operand.word, of_next.spans | of_operand.spans};
    case RuleOp::open:
    case RuleOp::close:
    case RuleOp::holds:
    case RuleOp::holds_none:
      return of_next;
    default:
      return {kAll, kAll};
  }
}

}  // namespace

void find_branches(RuleProgram& program, const RuleCode& rule) {
  if (program.branches.empty()) program.branches.push_back({{kAll, kAll}, {kAll, kAll}});
  std::vector<RuleOpening> openings(rule.end - rule.begin);
  const auto opening = [&](std::uint32_t inst) -> RuleOpening& { return openings[inst - rule.begin]; };
  // More than one round where loops lead to higher instructions, which are nested in each other at most so deep.
  for (bool changed = true; changed;) {
    changed = false;
    for (std::uint32_t i = rule.begin; i < rule.end; ++i) {
      const RuleInst& inst = program.insts[i];
      const bool leads = inst.op != RuleOp::match;
      const RuleOpening now = opening_of(program, inst, leads ? opening(inst.next) : RuleOpening{},
                                         inst.op == RuleOp::split ? opening(inst.operand) : RuleOpening{});
      changed = changed || now.word != opening(i).word || now.spans != opening(i).spans;
      opening(i) = now;
    }
  }
  for (std::uint32_t i = rule.begin; i < rule.end; ++i) {
    RuleInst& inst = program.insts[i];
    if (inst.op != RuleOp::split || program.branches.size() > std::numeric_limits<std::uint16_t>::max()) continue;
    inst.arg = static_cast<std::uint16_t>(program.branches.size());
    program.branches.push_back({opening(inst.next), opening(inst.operand)});
  }
}

void find_needs(RuleProgram& program, RuleCode& rule) {
  if (rule.end - rule.begin > kMaxSizeForNeed) return;
  const Distances all(program, rule);
  const Unavoidable unavoidable(program, rule);
  const std::vector<std::uint32_t> farthest = farthest_tokens(program, rule);
  const std::uint32_t match = rule.begin;  // compile() writes it first
  int best = 0;
  for (std::uint32_t i = rule.begin; i < rule.end; ++i) {
    const RuleInst& inst = asked(program, program.insts[i]);
    const bool joins = i == match || (all[i] != Distances::kUnreachable && all[i] > 1);
    if (!joins && (!shows(inst) || all[i] == 0)) continue;  // what a rule begins with is asked already
    if (!unavoidable.holds(i, match)) continue;
    if (joins) add_alternatives(program, rule, i, farthest, all, best);
    if (!shows(inst) || all[i] == 0) continue;
    if (farthest[i - rule.begin] < kAhead) {
      add_ahead(program, inst, rule.ahead);
    } else if (rarity(program, inst) > best) {
      rule.need = need_of(program, inst, all[i]);
      best = rarity(program, inst);
    }
  }
}

void index_starts(RuleProgram& program) {
  TokenIndexer firsts(program), seconds(program);
  program.ends_after_first.assign((program.rules.size() + 63) / 64, 0);
  for (std::uint32_t rule = 0; rule < program.rules.size(); ++rule) {
    const RuleCode& code = program.rules[rule];
    NextFinder first(program, code), second(program, code);
    first.from(code.entry, [&](const RuleInst& inst) {
      if (inst.op == RuleOp::match) return;  // of no token: there is no such rule
      firsts.add(rule, inst);
      second.from(inst.next, [&](const RuleInst& next) {
        if (next.op != RuleOp::match) return seconds.add(rule, next);
        seconds.add_any(rule);
        program.ends_after_first[rule / 64] |= std::uint64_t{1} << (rule % 64);
      });
    });
  }
  program.firsts = firsts.finish();
  program.seconds = seconds.finish();
  program.literal_sets.resize(program.literals.size());
}

}  // namespace quoth::internal
