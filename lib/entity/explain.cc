#include "entity/explain.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "model/feature_meaning.h"
#include "model/weight_file.h"

namespace quoth::internal {
namespace {

std::string numbered(std::string_view file, std::uint32_t line) {
  return std::string(file) + ':' + std::to_string(line);
}

bool overlap(TokenRange a, TokenRange b) { return a.begin < b.end && b.begin < a.end; }

// These are shown as the list's row or the rule that they come from.
bool comes_from_row_or_rule(Template t) {
  return t == Template::phrase || t == Template::phrase_head || t == Template::rule || t == Template::rule_label;
}

class Explainer {
 public:
  Explainer(const NameInput& input, const NameModel& model, const CustomLabels& custom, NamesScratch& scratch)
      : in_(input),
        model_(model),
        custom_(custom),
        s_(scratch),
        features_{input, scratch.facts, scratch.document},
        // Given mentions are not weighed.
        weighed_(scratch.scores.size() == scratch.facts.runs.size() && scratch.labels.size() == input.tokens.size()) {
    note_data_texts(in_.lexicons, in_.rules, texts_);
    note_word_texts(in_.tokens, texts_);
  }

  Explanation explain(const LabelledName& name) {
    Explanation out;
    if (weighed(name)) add_weights(name, out);
    if (weighed(name)) add_agreement(name, out);
    add_rows(name, out);
    add_rules(name, out);
    std::stable_sort(out.evidence.begin(), out.evidence.end(),
                     [](const Evidence& a, const Evidence& b) { return std::abs(a.weight) > std::abs(b.weight); });
    if (weighed_) add_runners_up(name, out);
    return out;
  }

 private:
  bool of_model(const LabelledName& name) const { return name.label <= kOrganization; }
  bool weighed(const LabelledName& name) const { return weighed_ && of_model(name); }

  static ChainLabel label_of(const LabelledName& name, std::uint32_t i) {
    return label_at(i, name.tokens, static_cast<NameType>(name.label));
  }

  float weight_of(Template t, const FeatureValues& values, ChainLabel label) const {
    const std::int8_t* row = model_.weights.find(feature_hash(t, values));
    return row == nullptr ? 0.0F : static_cast<float>(row[label - 1]) * model_.weights.scale();
  }

  // Each feature's weight for the labels that spell the name, summed over its tokens.
  void add_weights(const LabelledName& name, Explanation& out) const {
    std::map<std::string, Evidence> sums;
    for (std::uint32_t i = name.tokens.begin; i < name.tokens.end; ++i) {
      if (!s_.facts.tokens[i].active) continue;
      const auto sink = [&](Template t, const FeatureValues& values) {
        const float weight = comes_from_row_or_rule(t) ? 0 : weight_of(t, values, label_of(name, i));
        if (weight == 0) return;
        Evidence& sum = sums[feature_text(t, values, texts_)];
        sum.text = feature_meaning(t, values);
        sum.weight += weight;
      };
      for_each_feature(features_, i, sink);
      for_each_second_pass_feature(features_, i, sink);
    }
    for (auto& [feature, evidence] : sums) {
      evidence.source = "weights: " + feature;
      out.evidence.push_back(std::move(evidence));
    }
    out.evidence.push_back({"weights: step", "", step_weight(name)});
  }

  // A name that was read as another type, which most names in the document with the same words do not have.
  void add_agreement(const LabelledName& name, Explanation& out) const {
    const ChainLabel read = s_.labels[name.tokens.begin];
    if (read == kOutside || type_of(read) == static_cast<NameType>(name.label)) return;
    out.evidence.push_back({"document",
                            std::string(kNameTypeNames[name.label]) + " elsewhere, here read as " +
                                std::string(kNameTypeNames[static_cast<std::size_t>(type_of(read))]),
                            0});
  }

  // The steps into, within and out of the name, over those of no name. A chain's end is no step.
  float step_weight(const LabelledName& name) const {
    const StepScores& steps = model_.weights.steps();
    const std::uint32_t end = name.tokens.end;
    const TokenRange* chain = in_chain(name);
    if (chain == nullptr) return 0;
    ChainLabel before = chain->begin == name.tokens.begin ? kOutside : s_.labels[name.tokens.begin - 1];
    ChainLabel none = before;
    float weight = 0;
    for (std::uint32_t i = name.tokens.begin; i < end; ++i) {
      weight += steps[before][label_of(name, i)] - steps[none][kOutside];
      before = label_of(name, i);
      none = kOutside;
    }
    if (chain->end == end) return weight;
    return weight + steps[before][s_.labels[end]] - steps[kOutside][s_.labels[end]];
  }

  // Rows of lists over the name's tokens that the model saw, and those that a label of a pack comes from.
  void add_rows(const LabelledName& name, Explanation& out) const {
    std::map<std::uint32_t, float> weights;  // by phrase match
    for (std::uint32_t i = name.tokens.begin; i < name.tokens.end; ++i) {
      for (const Cover& c : s_.facts.phrases[i]) weights[c.match] += weighed(name) ? row_weight(name, i, c) : 0;
      if (!of_model(name)) add_rows_of_packs(name, i, weights);
    }
    for (const auto& [number, weight] : weights) {
      const PhraseMatch& m = in_.phrases.items[number];
      const Lexicon& lexicon = in_.lexicons[m.lexicon];
      const Entry& entry = lexicon.entry(m.entry);
      out.evidence.push_back({numbered(lexicon.list(entry.list), entry.line),
                              std::string(lexicon.kind(entry.kind)) + quoted({m.begin, m.end}), weight});
    }
  }

  float row_weight(const LabelledName& name, std::uint32_t i, const Cover& cover) const {
    const PhraseMatch& m = in_.phrases.items[cover.match];
    const auto type = static_cast<NameType>(name.label);
    float weight = 0;
    phrase_features(in_.kinds, cover,
                    [&](Template t, const FeatureValues& v) { weight += weight_of(t, v, label_of(name, i)); });
    if (label_at(i, {m.begin, m.end}, type) == label_of(name, i)) weight += list_bonus(in_, m, type);
    return weight;
  }

  void add_rows_of_packs(const LabelledName& name, std::uint32_t i, std::map<std::uint32_t, float>& weights) const {
    for (const PhraseMatch& m : in_.phrases.at(i)) {
      const Entry& entry = in_.lexicons[m.lexicon].entry(m.entry);
      if (custom_.of_entry(m.lexicon, entry) == name.label)
        weights[static_cast<std::uint32_t>(&m - in_.phrases.items.data())] = entry_confidence(entry);
    }
  }

  void add_rules(const LabelledName& name, Explanation& out) const {
    constexpr std::uint32_t kMostTokens = 64;  // of a match
    const auto& matches = in_.rule_matches.items;
    const auto first = std::partition_point(matches.begin(), matches.end(), [&](const RuleMatch& m) {
      return m.tokens.begin + kMostTokens < name.tokens.begin;
    });
    for (auto m = first; m != matches.end() && m->tokens.begin < name.tokens.end; ++m)
      for (const Capture& c : in_.rule_matches.captures_of(*m))
        if (overlap(c.tokens, name.tokens)) add_rule(name, static_cast<std::uint32_t>(m - matches.begin()), c, out);
  }

  void add_rule(const LabelledName& name, std::uint32_t number, const Capture& capture, Explanation& out) const {
    const std::uint32_t index = in_.rule_matches.items[number].rule;
    const RuleInfo& rule = in_.rules.rule(index);
    float weight = 0;
    if (weighed(name)) {
      weight = binding_weight(name, rule.strength, capture);
      for (std::uint32_t i = name.tokens.begin; i < name.tokens.end; ++i)
        weight += rule_weight(name, i, number, index, capture);
    } else if (!of_model(name) && custom_.of_rule(capture.label) == name.label) {
      weight = rule_confidence(rule.strength);
    }
    out.evidence.push_back({numbered(rule.file, rule.line) + ' ' + rule.name,
                            in_.rules.labels()[capture.label] + quoted(capture.tokens), weight});
  }

  static float binding_weight(const LabelledName& name, Strength strength, const Capture& capture) {
    const bool same_type = capture.label == name.label;
    if (strength == Strength::never) return same_type ? -kBindingWeight : 0;
    if (strength != Strength::certain || capture.label >= kNameTypes) return 0;
    return same_type && capture.tokens == name.tokens ? kBindingWeight : -kBindingWeight;
  }

  float rule_weight(const LabelledName& name, std::uint32_t i, std::uint32_t number, std::uint32_t rule,
                    const Capture& capture) const {
    const ChainLabel label = label_of(name, i);
    float weight = 0;
    for (const Cover& cover : s_.facts.rules[i])
      if (cover.match == number && cover.label == capture.label)
        rule_features(in_.rules, cover, [&](Template t, const FeatureValues& v) { weight += weight_of(t, v, label); });
    const bool inside = capture.tokens.begin <= i && i < capture.tokens.end;
    if (inside && capture.label == name.label && label_at(i, capture.tokens, type_of(label)) == label)
      weight += model_.rule_bonus(in_.rules, rule);
    return weight;
  }

  std::string quoted(TokenRange range) const {
    const std::uint32_t begin = in_.tokens[range.begin].begin;
    return " '" + std::string(in_.tokens.text.substr(begin, in_.tokens[range.end - 1].end - begin)) + "'";
  }

  // The chain that the name stands in, or nullptr.
  const TokenRange* in_chain(const LabelledName& name) const {
    const auto& chains = s_.facts.chains;
    const auto chain =
        std::partition_point(chains.begin(), chains.end(), [&](TokenRange c) { return c.end <= name.tokens.begin; });
    const bool there = chain != chains.end() && chain->begin <= name.tokens.begin && chain->end >= name.tokens.end;
    return there ? &*chain : nullptr;
  }

  // Other names over some of its tokens, or none at all, with their probabilities; the likeliest first, at least one.
  void add_runners_up(const LabelledName& name, Explanation& out) {
    constexpr std::size_t kMost = 3;
    constexpr float kLeast = 0.005F;
    const TokenRange* chain = in_chain(name);
    if (chain == nullptr) return;
    find_marginals(scores_of(*chain, s_.facts, s_.scores), model_.step_factors, {}, s_.marginals);
    auto& readings = out.runners_up;
    readings.push_back({"reading", "no name",
                        outside_probability(s_.marginals, model_.step_factors, name.tokens.begin - chain->begin,
                                            name.tokens.end - chain->begin)});
    add_other_names(name, *chain, readings);
    const float trust = trust_in_model(name, *chain);
    for (Evidence& reading : readings) reading.weight *= trust;
    std::stable_sort(readings.begin(), readings.end(),
                     [](const Evidence& a, const Evidence& b) { return a.weight > b.weight; });
    std::size_t kept = 1;
    while (kept < std::min(kMost, readings.size()) && readings[kept].weight >= kLeast) ++kept;
    readings.resize(kept);
  }

  // What the curves made of the name's probability holds for the others too: the rest is for what the model does not
  // see coming.
  float trust_in_model(const LabelledName& name, TokenRange chain) const {
    if (!of_model(name)) return 1;
    const float p = name_probability(s_.marginals, model_.step_factors, name.tokens.begin - chain.begin,
                                     name.tokens.end - chain.begin, static_cast<NameType>(name.label));
    return p > 0 ? std::min(1.0F, name.confidence / p) : 1;
  }

  void add_other_names(const LabelledName& name, TokenRange chain, std::vector<Evidence>& readings) const {
    constexpr std::uint32_t kReach = 6;  // tokens from the name's own edges
    const TokenRange own = name.tokens;
    const std::uint32_t first_begin = std::max(chain.begin, own.begin - std::min(own.begin, kReach));
    const std::uint32_t last_begin = std::min(own.begin + kReach, own.end - 1);
    const std::uint32_t first_end = std::max(own.begin + 1, own.end - std::min(own.end, kReach));
    const std::uint32_t last_end = std::min(chain.end, own.end + kReach);
    for (std::uint32_t begin = first_begin; begin <= last_begin; ++begin)
      for (std::uint32_t end = std::max(begin + 1, first_end); end <= last_end; ++end)
        for (std::size_t t = 0; t < kNameTypes; ++t) {
          if (TokenRange{begin, end} == name.tokens && of_model(name) && t == name.label) continue;
          const float p = name_probability(s_.marginals, model_.step_factors, begin - chain.begin, end - chain.begin,
                                           static_cast<NameType>(t));
          if (p > 0) readings.push_back({"reading", std::string(kNameTypeNames[t]) + quoted({begin, end}), p});
        }
  }

  const NameInput& in_;
  const NameModel& model_;
  const CustomLabels& custom_;
  NamesScratch& s_;
  FeatureInput features_;
  bool weighed_;
  ValueTexts texts_;
};

}  // namespace

void explain_names(const NameInput& input, const NameModel& model, const CustomLabels& custom, NamesScratch& scratch,
                   std::span<const LabelledName> names, std::vector<Explanation>& out) {
  out.clear();
  Explainer explainer(input, model, custom, scratch);
  for (const LabelledName& name : names) out.push_back(explainer.explain(name));
}

}  // namespace quoth::internal
