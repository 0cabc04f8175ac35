#include "entity/names.h"

#include <algorithm>

namespace quoth::internal {
namespace {

using Sums = std::array<std::int16_t, kNameLabels>;  // of at most 256 rows

void add_sums(const Sums& sums, float scale, LabelScores& scores) {
  for (std::size_t l = 0; l < kNameLabels; ++l) scores[l + 1] += static_cast<float>(sums[l]) * scale;
}

// The features of a token on their way through the weights.
class TokenFeatures {
 public:
  void begin(std::uint32_t row) {
    row_ = row;
    size_ = 0;
  }
  void ask(const Weights& weights, FeatureHash feature) {
    if (size_ == kMost || !weights.may_have(feature)) return;
    weights.prefetch(feature);
    features_[size_++] = feature;
  }
  void find_rows(const Weights& weights) {
    found_ = 0;
    for (std::size_t f = 0; f < size_; ++f) {
      rows_[found_] = weights.find(features_[f]);
      if (rows_[found_] == nullptr) continue;
      __builtin_prefetch(rows_[found_]);
      ++found_;
    }
  }
  void add_rows(float scale, std::vector<LabelScores>& scores) const {
    Sums sums{};
    for (std::size_t f = 0; f < found_; ++f)
      for (std::size_t l = 0; l < kNameLabels; ++l) sums[l] = static_cast<std::int16_t>(sums[l] + rows_[f][l]);
    add_sums(sums, scale, scores[row_]);
  }

 private:
  // More than there are: some 55 of a token and 6 for each of the CoverTable::kMost phrases and rules over it and
  // beside it.
  static constexpr std::size_t kMost = 128;
  static_assert(kMost <= 256);
  std::uint32_t row_ = 0;
  std::size_t size_ = 0, found_ = 0;
  std::array<FeatureHash, kMost> features_;
  std::array<const std::int8_t*, kMost> rows_;
};

// Several tokens take each step of the lookup together, so that what they need comes from memory side by side.
template <typename ForEach>
void score_active(const NameFacts& facts, const Weights& weights, std::vector<LabelScores>& scores, ForEach for_each) {
  std::array<TokenFeatures, 4> together;
  std::size_t count = 0;
  const auto finish = [&] {
    for (std::size_t t = 0; t < count; ++t) together[t].find_rows(weights);
    for (std::size_t t = 0; t < count; ++t) together[t].add_rows(weights.scale(), scores);
    count = 0;
  };
  for (const TokenRange chain : facts.chains) {
    for (std::uint32_t i = chain.begin; i < chain.end; ++i) {
      TokenFeatures& token = together[count++];
      token.begin(facts.tokens[i].row);
      for_each(i, [&](Template t, const FeatureValues& values) { token.ask(weights, feature_hash(t, values)); });
      if (count == together.size()) finish();
    }
  }
  finish();
}

// What binding rules say. `certain`: the span is a name of that type; `never`: it is none.
void bind(const NameInput& input, const RuleMatch& match, const NameFacts& facts, std::vector<LabelScores>& scores) {
  const Strength strength = input.rules.rule(match.rule).strength;
  if (strength != Strength::certain && strength != Strength::never) return;
  for (const Capture& capture : input.rule_matches.captures_of(match)) {
    if (capture.label >= kNameTypes) continue;
    const auto type = static_cast<NameType>(capture.label);
    const TokenRange range = capture.tokens;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      if (!facts.tokens[i].active) continue;
      const ChainLabel here = label_at(i, range, type);
      LabelScores& of_token = scores[facts.tokens[i].row];
      for (ChainLabel l = 0; l < kChainLabels; ++l) {
        const bool same_type = l != kOutside && type_of(l) == type;
        if (strength == Strength::certain ? l != here : same_type) of_token[l] = kForbidden;
      }
    }
  }
}

// A caption's agency is no part of the name that it is glued to: "Ada OkoyeAFP". Not the 's of "McDonald's".
void part_glued_words(const Tokens& tokens, const NameFacts& facts, std::vector<LabelScores>& scores) {
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].has(kGlued) || tokens[i].shape != Shape::upper || tokens.written(i)[0] < 'A') continue;
    if (!facts.tokens[i].active) continue;
    for (ChainLabel l = 0; l < kChainLabels; ++l)
      if (l != kOutside && !starts_name(l)) scores[facts.tokens[i].row][l] = kForbidden;
  }
}

void add_bonus(TokenRange range, NameType type, float bonus, const NameFacts& facts, std::vector<LabelScores>& scores) {
  for (std::uint32_t i = range.begin; i < range.end; ++i)
    if (facts.tokens[i].active) scores[facts.tokens[i].row][label_at(i, range, type)] += bonus;
}

// Evidence of packs, which no weights were trained for.
void add_pack_evidence(const NameInput& input, const NameModel& model, const NameFacts& facts,
                       std::vector<LabelScores>& scores) {
  for (const RuleMatch& m : input.rule_matches.items) {
    const float bonus = model.rule_bonus(input.rules, m.rule);
    if (bonus == 0) continue;
    for (const Capture& c : input.rule_matches.captures_of(m))
      if (c.label < kNameTypes) add_bonus(c.tokens, static_cast<NameType>(c.label), bonus, facts, scores);
  }
  if (input.lexicons.size() < 2) return;
  for (const PhraseMatch& m : input.phrases.items) {
    if (m.lexicon == 0) continue;
    for (std::size_t t = 0; t < kNameTypes; ++t)
      if (const float bonus = list_bonus(input, m, static_cast<NameType>(t)); bonus != 0)
        add_bonus({m.begin, m.end}, static_cast<NameType>(t), bonus, facts, scores);
  }
}

void decode(const NameFacts& facts, const StepScores& steps, NamesScratch& s, std::vector<NameSpan>& out) {
  out.clear();
  std::fill(s.labels.begin(), s.labels.end(), kOutside);
  for (const TokenRange chain : facts.chains) {
    best_labels(scores_of(chain, facts, s.scores), steps, s.best_scores, s.chain_labels);
    std::copy(s.chain_labels.begin(), s.chain_labels.end(), s.labels.begin() + chain.begin);
    append_names(s.chain_labels, chain.begin, out);
  }
}

void add_confidence(const NameFacts& facts, const NameModel& model, NamesScratch& s, std::vector<NameSpan>& names) {
  std::size_t next = 0;
  for (const TokenRange chain : facts.chains) {
    if (next == names.size()) return;
    if (names[next].tokens.begin >= chain.end) continue;
    find_marginals(scores_of(chain, facts, s.scores), model.step_factors, {}, s.marginals);
    for (; next < names.size() && names[next].tokens.begin < chain.end; ++next) {
      NameSpan& name = names[next];
      name.confidence = name_probability(s.marginals, model.step_factors, name.tokens.begin - chain.begin,
                                         name.tokens.end - chain.begin, name.type);
    }
  }
}

}  // namespace

NameModel::NameModel(const Weights& w, const RuleSet& rules, const ConfidenceCurves& curves)
    : weights(w), steps(allowed_steps(w.steps())), step_factors(exp_steps(w.steps())), confidence(curves) {
  for (std::uint32_t r = 0; r < rules.rule_count(); ++r) {
    bool known = false;
    for (std::uint64_t part = 0; part < 4; ++part)
      known = known || weights.find(feature_hash(Template::rule, {rules.rule_hash(r), part})) != nullptr;
    trained_rules.push_back(known);
  }
}

float NameModel::rule_bonus(const RuleSet& rules, std::uint32_t rule) const {
  static constexpr std::array<float, 5> kBonus = {0, 4.0F, 1.5F, -1.5F, 0};  // by Strength
  return trained_rules[rule] ? 0 : kBonus[static_cast<std::size_t>(rules.rule(rule).strength)];
}

float list_bonus(const NameInput& input, const PhraseMatch& match, NameType type) {
  static constexpr std::array<WordClass, kNameTypes> classes = {WordClass::person, WordClass::location,
                                                                WordClass::organization, WordClass::misc};
  if (match.lexicon == 0) return 0;
  const Entry& entry = input.lexicons[match.lexicon].entry(match.entry);
  if ((input.classes.of(match.lexicon, entry) & bit(classes[static_cast<std::size_t>(type)])) == 0) return 0;
  return (entry.flags & kAmbiguous) != 0 ? 1.5F : 4.0F;
}

std::span<const LabelScores> scores_of(TokenRange chain, const NameFacts& facts,
                                       const std::vector<LabelScores>& scores) {
  return std::span(scores).subspan(facts.tokens[chain.begin].row, chain.size());
}

void free_evidence(NamesScratch& s) {
  std::vector<TokenFacts> kept;
  kept.swap(s.facts.tokens);
  s = {};
  s.facts.tokens.swap(kept);
}

void append_names(std::span<const ChainLabel> labels, std::uint32_t begin, std::vector<NameSpan>& out) {
  std::uint32_t start = 0;
  for (std::uint32_t i = 0; i < labels.size(); ++i) {
    if (starts_name(labels[i])) start = i;
    if (ends_name(labels[i])) out.push_back({{begin + start, begin + i + 1}, type_of(labels[i]), 0});
  }
}

void find_names(const NameInput& input, const NameModel& model, NamesScratch& s, std::vector<NameSpan>& out) {
  find_name_facts(input, s.facts);
  find_word_facts(input, s.facts, s.memory, s.document);
  const FeatureInput features{input, s.facts, s.document};
  s.scores.assign(s.facts.runs.size(), LabelScores{});
  s.labels.assign(input.tokens.size(), kOutside);
  score_active(s.facts, model.weights, s.scores,
               [&](std::uint32_t i, auto&& sink) { for_each_feature(features, i, sink); });
  add_pack_evidence(input, model, s.facts, s.scores);
  for (const RuleMatch& match : input.rule_matches.items) bind(input, match, s.facts, s.scores);
  part_glued_words(input.tokens, s.facts, s.scores);
  decode(s.facts, model.steps, s, s.first_pass);
  add_confidence(s.facts, model, s, s.first_pass);
  add_first_pass(input, s.facts, s.first_pass, s.labels, s.memory, s.document);
  score_active(s.facts, model.weights, s.scores,
               [&](std::uint32_t i, auto&& sink) { for_each_second_pass_feature(features, i, sink); });
  decode(s.facts, model.steps, s, out);
  add_confidence(s.facts, model, s, out);
  agree_on_types(input.tokens, s.memory, out);
  for (NameSpan& name : out) name.confidence = model.confidence[static_cast<std::size_t>(name.type)](name.confidence);
}

}  // namespace quoth::internal
