#include "match/rule_backtrack.h"

#include <algorithm>
#include <string_view>

namespace quoth::internal {
namespace {

constexpr std::size_t kMemoSlots = 256;  // a power of two; 8 KB, made anew for each text

}  // namespace

void RegexMemo::start() {
  if (slots_.empty()) slots_.resize(kMemoSlots);
  if (++text_ == 0) {
    std::fill(slots_.begin(), slots_.end(), Slot{});
    text_ = 1;
  }
}

bool RegexMemo::matches(const RuleProgram& program, std::uint32_t regex, const Tokens& tokens, std::uint32_t token) {
  const std::string_view written = tokens.written(token);
  const RuleRegex& rule_regex = program.regexes[regex];
  const auto first = static_cast<unsigned char>(written[0]);
  if (first < rule_regex.first_byte_min || first > rule_regex.first_byte_max) return false;
  if (written.size() > RuleLimits::regex_token_bytes) return false;
  if (written.size() > Slot{}.word.size()) return RE2::FullMatch(written, *rule_regex.regex);
  Slot& slot = slots_[(tokens[token].hash + regex * 0x9E3779B97F4A7C15u) >> 7 & (kMemoSlots - 1)];
  const bool known =
      slot.text == text_ && slot.regex == regex && written == std::string_view(slot.word.data(), slot.size);
  if (known) return slot.answer;
  slot.text = text_;
  slot.regex = regex;
  slot.answer = RE2::FullMatch(written, *rule_regex.regex);
  slot.size = static_cast<std::uint8_t>(written.size());
  std::copy(written.begin(), written.end(), slot.word.begin());
  return slot.answer;
}

void RuleBacktracker::start(const RuleProgram& program, const Tokens& tokens, RuleRegion& region) {
  program_ = &program;
  tokens_ = &tokens;
  region_ = &region;
  row_words_ = (program.max_rule_size + 63) / 64;
  row_runs_.fill(0);
  run_ = 0;
  memories_.assign(program.rules.size(), {});
  tried_.clear();
  if (!program.regexes.empty()) regexes_.start();
}

void RuleBacktracker::next_region() {
  for (const std::uint32_t rule : tried_) memories_[rule] = {};
  tried_.clear();
  rings_.clear();
  bits_.clear();
  ring_ = std::min(region_->end() - region_->begin() + 1, kRing);
}

/// Gives the rule its memory for this region.
void RuleBacktracker::begin_memory() {
  memory_ = &memories_[index_];
  if (memory_->generation != 0) return;
  tried_.push_back(static_cast<std::uint32_t>(index_));
  *memory_ = {++generation_, static_cast<std::uint32_t>(rings_.size())};
  rings_.resize(rings_.size() + ring_);
}

bool RuleBacktracker::run(const RuleCode& rule, std::uint32_t token) {
  rule_ = &rule;
  index_ = static_cast<std::size_t>(&rule - program_->rules.data());
  rule_words_ = (rule.end - rule.begin + 63) / 64;
  row_token_ = kNoToken;
  begin_memory();
  stopped_ = false;
  begin_ = token;
  far_.clear();
  stack_.clear();
  events_.clear();
  if (++run_ == 0) {
    row_runs_.fill(0);
    run_ = 1;
  }
  stack_.push_back({rule.entry, token, 0});
  while (!stack_.empty()) {
    const Job job = stack_.back();
    stack_.pop_back();
    events_.resize(job.events);
    if (!follow(job.inst, job.token)) continue;
    forget();
    return true;
  }
  if (stopped_) forget();
  return false;
}

/// Goes on from an instruction until the rule has matched (true) or this way is a dead end.
bool RuleBacktracker::follow(std::uint32_t at, std::uint32_t token) {
  for (;;) {
    const RuleInst& inst = program_->insts[at];
    if (inst.remember && !first_visit(at, token)) return false;
    switch (inst.op) {
      case RuleOp::split: {
        const RuleBranch& branch = program_->branches[inst.arg];
        if (!opens(branch.operand, token)) break;
        if (!opens(branch.next, token)) {
          at = inst.operand;
          continue;
        }
        stack_.push_back({inst.operand, token, static_cast<std::uint32_t>(events_.size())});
        break;
      }
      case RuleOp::span:
        if (!jump(inst, token)) return false;
        break;
      case RuleOp::open:
      case RuleOp::close:
        events_.push_back({token, inst.arg, inst.op == RuleOp::open});
        break;
      case RuleOp::match:
        end_ = token;
        return true;
      case RuleOp::holds:
        if (token == region_->end() || !any_condition(inst, token)) return false;
        break;
      case RuleOp::holds_none:
        if (token == region_->end() || any_condition(inst, token)) return false;
        break;
      case RuleOp::sentence_begin:
        if (token == region_->end() || (region_->facts(token).edges & kSentenceBegin) == 0) return false;
        break;
      case RuleOp::sentence_end:
        if (token == region_->begin() || (region_->facts(token - 1).edges & kSentenceEnd) == 0) return false;
        break;
      default:
        if (token == region_->end() || !consume(inst, token) || !step_to(token + 1)) return false;
        ++token;
    }
    at = inst.next;
  }
}

bool RuleBacktracker::consume(const RuleInst& inst, std::uint32_t token) {
  return inst.op == RuleOp::none_of ? !any_condition(inst, token) : condition(inst, token);
}

bool RuleBacktracker::condition(const RuleInst& inst, std::uint32_t token) {
  const RegionToken& facts = region_->facts(token);
  switch (inst.op) {
    case RuleOp::literal:
      return facts.literal == inst.operand;
    case RuleOp::exact: {
      const ExactWord& exact = program_->exacts[inst.operand];
      return facts.literal == exact.literal && tokens_->written(token) == exact.written;
    }
    case RuleOp::shape:
      return (facts.shape & inst.arg) != 0;
    case RuleOp::regex:
      return regexes_.matches(*program_, inst.operand, *tokens_, token);
    default:
      return region_->begins(token, inst.operand);
  }
}

bool RuleBacktracker::any_condition(const RuleInst& inst, std::uint32_t token) {
  for (std::uint32_t i = inst.operand; i < inst.operand + inst.arg; ++i) {
    if (condition(program_->conditions[i], token)) return true;
  }
  return false;
}

/// Goes over a phrase or range, the longest first; the others wait on the stack.
bool RuleBacktracker::jump(const RuleInst& inst, std::uint32_t& token) {
  if (token == region_->end() || !region_->begins(token, inst.operand)) return false;
  const bool labelled = inst.operand >= program_->list_span_count;
  const std::size_t waiting = stack_.size();
  for (const std::uint32_t end : region_->ends(token, inst.operand)) {
    if (!(labelled ? jump_to(end) : step_to(end))) continue;
    stack_.push_back({inst.next, end, static_cast<std::uint32_t>(events_.size())});
  }
  if (stack_.size() == waiting) return false;
  token = stack_.back().token;
  stack_.pop_back();
  return true;
}

bool RuleBacktracker::step_to(std::uint32_t token) {
  if (token - begin_ <= kNear) return true;
  stopped_ = true;
  return !far_.empty() && token > far_.front() && add_far(token);
}

bool RuleBacktracker::jump_to(std::uint32_t token) {
  if (token - begin_ <= kNear) return true;
  stopped_ = true;
  return add_far(token);
}

bool RuleBacktracker::add_far(std::uint32_t token) {
  if (std::find(far_.begin(), far_.end(), token) != far_.end()) return true;
  if (far_.size() == kMaxFar) return false;
  far_.push_back(token);
  return true;
}

/// Whether an instruction is tried at a token for the first time.
bool RuleBacktracker::first_visit(std::uint32_t inst, std::uint32_t token) {
  std::uint64_t* bits = token - begin_ <= kNear ? near_row(token) : far_row(token);
  const std::uint32_t bit = inst - rule_->begin;
  const std::uint64_t mask = std::uint64_t{1} << (bit % 64);
  if ((bits[bit / 64] & mask) != 0) return false;
  bits[bit / 64] |= mask;
  return true;
}

std::uint64_t* RuleBacktracker::near_row(std::uint32_t token) {
  if (token != row_token_) find_near_row(token);
  return bits_.data() + row_bits_;
}

void RuleBacktracker::find_near_row(std::uint32_t token) {
  Row& row = rings_[memory_->rows + (token - region_->begin()) % ring_];
  if (row.generation == 0) {
    row.bits = static_cast<std::uint32_t>(bits_.size());
    bits_.resize(bits_.size() + rule_words_);
  } else if (row.generation != memory_->generation || row.token != token) {
    std::fill_n(bits_.data() + row.bits, rule_words_, 0);
  }
  row.generation = memory_->generation;
  row.token = token;
  row_token_ = token;
  row_bits_ = row.bits;
}

std::uint64_t* RuleBacktracker::far_row(std::uint32_t token) {
  const auto row = static_cast<std::size_t>(std::find(far_.begin(), far_.end(), token) - far_.begin());
  if (far_rows_.size() < row_words_ * row_runs_.size()) far_rows_.resize(row_words_ * row_runs_.size());
  std::uint64_t* bits = far_rows_.data() + row * row_words_;
  if (row_runs_[row] != run_) {
    row_runs_[row] = run_;
    std::fill_n(bits, rule_words_, 0);
  }
  return bits;
}

void RuleBacktracker::captures(std::vector<Capture>& out) {
  open_.clear();
  for (const Event& event : events_) {
    if (event.opens) {
      open_.push_back(static_cast<std::uint32_t>(out.size()));
      out.push_back({{event.token, event.token}, event.label});
    } else {
      out[open_.back()].tokens.end = event.token;
      open_.pop_back();
    }
  }
}

}  // namespace quoth::internal
