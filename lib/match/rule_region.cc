#include "match/rule_region.h"

#include <algorithm>
#include <bit>

namespace quoth::internal {
namespace {

constexpr std::uint32_t kPrefetchAhead = 4;  // tokens

}  // namespace

void RuleRegion::start(const RuleProgram& program, const RuleSet::Input& input, std::span<const Lexicon> lexicons) {
  program_ = &program;
  input_ = &input;
  lexicons_ = lexicons;
  span_words_ = program.span_words();
  next_earlier_ = 0;
  next_sentence_ = 0;
  last_literal_.assign(program.literals.size(), 0);
  last_span_.assign(program.span_count, 0);
  last_set_.fill(0);
}

void RuleRegion::load(TokenRange tokens) {
  range_ = tokens;
  facts_.resize(tokens.size());
  spans_.assign(tokens.size() * span_words_, 0);
  long_spans_.assign(tokens.size() * span_words_, 0);
  if (program_->span_count > program_->list_span_count) load_earlier();
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const Token& token = input_->tokens[i];
    RegionToken& facts = facts_[i - tokens.begin];
    facts.literal = program_->literals.find(input_->tokens.word(i), token.hash);
    facts.shape = static_cast<std::uint16_t>(1u << static_cast<unsigned>(token.shape));
    facts.edges = 0;
    facts.first_byte = static_cast<std::uint8_t>(input_->tokens.text[token.begin]);
    facts.opens = {shape_bits(facts.shape) | (facts.literal != kNoLiteral ? literal_bit(facts.literal) : 0), 0};
    if (program_->list_span_count != 0) load_phrases(i);
    for (std::size_t word = 0; word < span_words_; ++word) facts.opens.spans |= spans(i)[word];
    note_last(i);
  }
  load_sentence_edges();
  load_ahead();
}

void RuleRegion::load_sentence_edges() {
  const std::vector<TokenRange>& sentences = input_->sentences;
  while (next_sentence_ < sentences.size() && sentences[next_sentence_].end <= range_.begin) ++next_sentence_;
  for (std::size_t i = next_sentence_; i < sentences.size() && sentences[i].begin < range_.end; ++i) {
    if (sentences[i].size() == 0) continue;
    if (sentences[i].begin >= range_.begin) facts_[sentences[i].begin - range_.begin].edges |= kSentenceBegin;
    if (sentences[i].end <= range_.end) facts_[sentences[i].end - 1 - range_.begin].edges |= kSentenceEnd;
  }
}

void RuleRegion::load_phrases(std::uint32_t token) {
  prefetch_entries(token + kPrefetchAhead);
  const std::size_t row = (token - range_.begin) * span_words_;
  for (const PhraseMatch& phrase : input_->phrases.at(token)) {
    if (phrase.end > range_.end) continue;
    const Entry& entry = lexicons_[phrase.lexicon].entry(phrase.entry);
    const std::uint64_t* kinds = program_->span_bits.by_kind[phrase.lexicon][entry.kind];
    const std::uint64_t* lists = program_->span_bits.by_list[phrase.lexicon][entry.list];
    const std::uint64_t longer = phrase.end > token + 1 ? ~std::uint64_t{0} : 0;
    for (std::size_t word = 0; word < span_words_; ++word) {
      spans_[row + word] |= kinds[word] | lists[word];
      long_spans_[row + word] |= (kinds[word] | lists[word]) & longer;
    }
  }
}

/// Entries lie far apart in the table of all lists.
void RuleRegion::prefetch_entries(std::uint32_t token) const {
  if (token >= range_.end) return;
  for (const PhraseMatch& phrase : input_->phrases.at(token)) {
    __builtin_prefetch(&lexicons_[phrase.lexicon].entry(phrase.entry));
  }
}

void RuleRegion::load_earlier() {
  const std::span<const LabelledRange> earlier = input_->earlier;
  while (next_earlier_ < earlier.size() && earlier[next_earlier_].tokens.begin < range_.begin) ++next_earlier_;
  earlier_first_.resize(range_.size() + 1);
  for (std::uint32_t i = 0; i < range_.size(); ++i) {
    earlier_first_[i] = static_cast<std::uint32_t>(next_earlier_);
    for (; next_earlier_ < earlier.size() && earlier[next_earlier_].tokens.begin == range_.begin + i; ++next_earlier_) {
      const LabelledRange& range = earlier[next_earlier_];
      if (range.tokens.end > range_.end || range.tokens.size() == 0) continue;
      const auto& labels = program_->span_labels;
      const auto found = std::find(labels.begin(), labels.end(), range.label);
      if (found == labels.end()) continue;
      const std::size_t span = program_->list_span_count + static_cast<std::size_t>(found - labels.begin());
      const std::size_t word = i * span_words_ + span / 64;
      spans_[word] |= std::uint64_t{1} << (span % 64);
      if (range.tokens.size() > 1) long_spans_[word] |= std::uint64_t{1} << (span % 64);
    }
  }
  earlier_first_[range_.size()] = static_cast<std::uint32_t>(next_earlier_);
}

void RuleRegion::note_last(std::uint32_t token) {
  const std::uint32_t literal = facts(token).literal;
  if (literal != kNoLiteral) {
    last_literal_[literal] = token + 1;
    for (std::uint64_t rest = program_->literal_sets[literal]; rest != 0; rest &= rest - 1)
      last_set_[static_cast<std::size_t>(std::countr_zero(rest))] = token + 1;
  }
  const std::uint64_t* bits = spans_.data() + (token - range_.begin) * span_words_;
  for (std::size_t word = 0; word < span_words_; ++word) {
    for (std::uint64_t rest = bits[word]; rest != 0; rest &= rest - 1) {
      last_span_[word * 64 + static_cast<std::size_t>(std::countr_zero(rest))] = token + 1;
    }
  }
}

namespace {

/// bits[i] |= bits[i + 1] | ... | bits[i + kAhead - 1], for rows of `step` words, by doubling.
void spread_back(std::vector<std::uint64_t>& bits, std::size_t size, std::size_t step) {
  static_assert(kAhead == 8);
  for (const std::size_t distance : {step, 2 * step, 4 * step}) {
    for (std::size_t i = 0; i + distance < size; ++i) bits[i] |= bits[i + distance];
  }
}

}  // namespace

void RuleRegion::load_ahead() {
  ahead_.resize(range_.size());
  sets_ahead_.resize(range_.size());
  for (std::size_t i = 0; i < range_.size(); ++i) {
    const RegionToken& facts = facts_[i];
    const bool literal = facts.literal != kNoLiteral;
    ahead_[i] = facts.opens.word;
    sets_ahead_[i] = literal ? program_->literal_sets[facts.literal] : 0;
  }
  spread_back(ahead_, range_.size(), 1);
  spread_back(sets_ahead_, range_.size(), 1);
  spans_ahead_ = spans_;
  spread_back(spans_ahead_, spans_ahead_.size(), span_words_);
}

bool RuleRegion::has_behind(const RuleNeed& need, std::uint32_t token) const {
  switch (need.kind) {
    case RuleNeed::Kind::span:
      return last_span_[need.id] > token + need.distance;
    case RuleNeed::Kind::set:
      return last_set_[need.id] > token + need.distance;
    default:
      return last_literal_[need.id] > token + need.distance;
  }
}

std::span<const std::uint32_t> RuleRegion::ends(std::uint32_t token, std::uint32_t span) {
  ends_.clear();
  if (span < program_->list_span_count) {
    add_phrase_ends(token, span);
  } else {
    add_earlier_ends(token, span);
  }
  return ends_;
}

void RuleRegion::add_phrase_ends(std::uint32_t token, std::uint32_t span) {
  for (const PhraseMatch& phrase : input_->phrases.at(token)) {  // sorted by end
    if (phrase.end > range_.end || (!ends_.empty() && ends_.back() == phrase.end)) continue;
    const Entry& entry = lexicons_[phrase.lexicon].entry(phrase.entry);
    const std::uint64_t bits = program_->span_bits.by_kind[phrase.lexicon][entry.kind][span / 64] |
                               program_->span_bits.by_list[phrase.lexicon][entry.list][span / 64];
    if ((bits >> (span % 64) & 1) != 0) ends_.push_back(phrase.end);
  }
}

void RuleRegion::add_earlier_ends(std::uint32_t token, std::uint32_t span) {
  const std::uint16_t label = program_->span_labels[span - program_->list_span_count];
  const std::uint32_t index = token - range_.begin;
  for (std::uint32_t i = earlier_first_[index]; i < earlier_first_[index + 1]; ++i) {
    const LabelledRange& range = input_->earlier[i];
    if (range.label != label || range.tokens.size() == 0 || range.tokens.end > range_.end) continue;
    const auto place = std::lower_bound(ends_.begin(), ends_.end(), range.tokens.end);
    if (place == ends_.end() || *place != range.tokens.end) ends_.insert(place, range.tokens.end);
    if (ends_.size() > kMaxEnds) ends_.erase(ends_.begin());
  }
}

}  // namespace quoth::internal
