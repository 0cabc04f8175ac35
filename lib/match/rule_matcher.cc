#include "match/rule_matcher.h"

#include <algorithm>
#include <bit>

namespace quoth::internal {

void RuleMatcher::run(const RuleProgram& program, Phase phase, const RuleSet::Input& input,
                      std::span<const Lexicon> lexicons, RuleMatches& out) {
  out.items.clear();
  out.captures.clear();
  if (program.rules.empty()) return;
  program_ = &program;
  input_ = &input;
  out_ = &out;
  next_sentence_ = 0;
  next_starts_.assign(program.rules.size(), 0);
  candidates_.assign(program.firsts.by_shape.words(), 0);
  followers_.assign(program.firsts.by_shape.words(), 0);
  region_.start(program, input, lexicons);
  backtracker_.start(program, input.tokens, region_);
  const std::uint32_t size = input.tokens.size();
  for (std::uint32_t begin = 0; begin < size;) {
    std::uint32_t end = begin + 1;
    while (end < size && !input.tokens[end].has(kParagraphBefore)) ++end;
    run_paragraph(phase, {begin, end});
    begin = end;
  }
}

void RuleMatcher::run_paragraph(Phase phase, TokenRange paragraph) {
  if (phase == Phase::quotes) return run_region(paragraph);
  const std::vector<TokenRange>& sentences = input_->sentences;
  while (next_sentence_ < sentences.size() && sentences[next_sentence_].end <= paragraph.begin) ++next_sentence_;
  for (std::size_t i = next_sentence_; i < sentences.size() && sentences[i].begin < paragraph.end; ++i) {
    run_region({std::max(sentences[i].begin, paragraph.begin), std::min(sentences[i].end, paragraph.end)});
  }
}

void RuleMatcher::run_region(TokenRange tokens) {
  region_.load(tokens);
  backtracker_.next_region();
  for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
    find_candidates(token);
    for (std::size_t word = 0; word < candidates_.size(); ++word) {
      for (std::uint64_t rest = candidates_[word]; rest != 0; rest &= rest - 1) {
        try_rule(static_cast<std::uint32_t>(word * 64) + static_cast<std::uint32_t>(std::countr_zero(rest)), token);
      }
    }
  }
}

/// The rules that may begin at a token and go on behind it.
void RuleMatcher::find_candidates(std::uint32_t token) {
  find_rules(program_->firsts, token, candidates_);
  if (std::all_of(candidates_.begin(), candidates_.end(), [](std::uint64_t rules) { return rules == 0; })) return;
  if (token + 1 < region_.end()) {
    find_rules(program_->seconds, token + 1, followers_);
  } else {
    followers_ = program_->ends_after_first;
  }
  add_rules_of_spans(program_->firsts, region_.long_spans(token), followers_);
  for (std::size_t i = 0; i < candidates_.size(); ++i) candidates_[i] &= followers_[i];
}

void RuleMatcher::find_rules(const RulesByToken& index, std::uint32_t token, std::vector<std::uint64_t>& out) const {
  const RegionToken& facts = region_.facts(token);
  const std::uint64_t* by_shape = index.by_shape[static_cast<std::size_t>(std::countr_zero(facts.shape))];
  const std::uint64_t* by_byte = index.by_first_byte[facts.first_byte];
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = by_shape[i] | by_byte[i];
  add_rules_of_spans(index, region_.spans(token), out);
  if (facts.literal == kNoLiteral) return;
  for (std::uint32_t i = index.literal_offsets[facts.literal]; i < index.literal_offsets[facts.literal + 1]; ++i) {
    const std::uint32_t rule = index.literal_rules[i];
    out[rule / 64] |= std::uint64_t{1} << (rule % 64);
  }
}

void RuleMatcher::add_rules_of_spans(const RulesByToken& index, const std::uint64_t* spans,
                                     std::vector<std::uint64_t>& out) {
  for (std::size_t word = 0; word < index.spans.size(); ++word) {
    for (std::uint64_t rest = spans[word] & index.spans[word]; rest != 0; rest &= rest - 1) {
      const std::uint64_t* rules = index.by_span[word * 64 + static_cast<std::size_t>(std::countr_zero(rest))];
      for (std::size_t i = 0; i < out.size(); ++i) out[i] |= rules[i];
    }
  }
}

void RuleMatcher::try_rule(std::uint32_t index, std::uint32_t token) {
  const RuleCode& rule = program_->rules[index];
  if (token < next_starts_[index] || !region_.has_needed(rule, token)) return;
  if (!backtracker_.run(rule, token)) return;
  const std::size_t first = out_->captures.size();
  backtracker_.captures(out_->captures);
  if (out_->captures.size() == first) return;  // its captures are optional, and none was made
  std::uint32_t last = token + 1;
  for (std::size_t i = first; i < out_->captures.size(); ++i) last = std::max(last, out_->captures[i].tokens.end);
  next_starts_[index] = last;
  out_->items.push_back({rule.rule,
                         {token, backtracker_.end()},
                         static_cast<std::uint32_t>(first),
                         static_cast<std::uint32_t>(out_->captures.size() - first)});
}

}  // namespace quoth::internal
