#include "entity/explain.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "model/weight_file.h"

namespace quoth::internal {
namespace {

constexpr std::size_t kMostEvidence = 20;

std::string numbered(std::string_view file, std::uint32_t line) {
  return std::string(file) + ':' + std::to_string(line);
}

Part part_of_token(std::uint32_t i, TokenRange range) {
  if (range.size() == 1) return Part::unit;
  if (i == range.begin) return Part::begin;
  return i + 1 == range.end ? Part::last : Part::inside;
}

class Explainer {
 public:
  Explainer(const NameInput& input, const NameModel& model, NamesScratch& scratch)
      : in_(input), model_(model), s_(scratch), features_{input, scratch.facts, scratch.document} {
    note_texts();
  }

  Explanation explain(const LabelledName& name) {
    Explanation out;
    if (weighed() && name.label < kNameTypes) add_weights(name, out);
    add_lists(name, out);
    add_rules(name, out);
    std::stable_sort(out.evidence.begin(), out.evidence.end(),
                     [](const Evidence& a, const Evidence& b) { return std::abs(a.weight) > std::abs(b.weight); });
    if (out.evidence.size() > kMostEvidence) out.evidence.resize(kMostEvidence);
    if (weighed()) add_runners_up(name, out);
    return out;
  }

 private:
  // Given mentions are not weighed.
  bool weighed() const { return s_.scores.size() == in_.tokens.size() && s_.document.size() == in_.tokens.size(); }

  void note(std::string_view text) { texts_.try_emplace(hash_bytes(text), text); }

  // The texts behind hashed values: words with their affixes, kinds, rules and labels.
  void note_texts() {
    for (std::uint32_t i = 0; i < in_.tokens.size(); ++i) {
      const std::string_view word = in_.tokens.word(i);
      note(word);
      note(word.substr(0, 3));
      if (word.size() > 3) note(word.substr(word.size() - 3));
      if (word.size() > 4) note(word.substr(word.size() - 4));
    }
    for (const Lexicon& lexicon : in_.lexicons)
      for (std::uint32_t k = 0; k < lexicon.kind_count(); ++k) {
        const std::string_view kind = lexicon.kind(static_cast<KindId>(k));
        note(kind);
        note(kind.substr(0, kind.find('.')));
      }
    for (std::uint32_t r = 0; r < in_.rules.rule_count(); ++r)
      note(in_.rules.rule(r).pack + "/" + in_.rules.rule(r).name);
    for (const std::string& label : in_.rules.labels()) note(label);
  }

  // Each feature's weight for the labels that spell the name, summed over its tokens.
  void add_weights(const LabelledName& name, Explanation& out) const {
    std::map<std::string, float> sums;
    for (std::uint32_t i = name.tokens.begin; i < name.tokens.end; ++i) {
      if (!s_.facts.tokens[i].active) continue;
      const ChainLabel label = chain_label(static_cast<NameType>(name.label), part_of_token(i, name.tokens));
      const auto sink = [&](Template t, const FeatureValues& values) {
        const std::int8_t* row = model_.weights.find(feature_hash(t, values));
        const int weight = row == nullptr ? 0 : row[label - 1];
        if (weight != 0) sums[feature_text(t, values, texts_)] += static_cast<float>(weight) * model_.weights.scale();
      };
      for_each_feature(features_, i, sink);
      for_each_second_pass_feature(features_, i, sink);
    }
    for (const auto& [feature, weight] : sums) out.evidence.push_back({"weights: " + feature, "", weight});
  }

  // Rows of lists that are the name, or a part of it.
  void add_lists(const LabelledName& name, Explanation& out) const {
    for (std::uint32_t i = name.tokens.begin; i < name.tokens.end; ++i)
      for (const PhraseMatch& m : in_.phrases.at(i)) {
        const Lexicon& lexicon = in_.lexicons[m.lexicon];
        const Entry& entry = lexicon.entry(m.entry);
        if (m.end > name.tokens.end || !in_.kinds.of(m.lexicon, entry).name) continue;
        const std::string_view written = text_of({m.begin, m.end});
        out.evidence.push_back({numbered(lexicon.list(entry.list), entry.line),
                                std::string(lexicon.kind(entry.kind)) + " '" + std::string(written) + "'", 0});
      }
  }

  void add_rules(const LabelledName& name, Explanation& out) const {
    static constexpr std::array<float, 5> kStrengths = {2, 1, 0.5F, -0.5F, -2};
    constexpr std::uint32_t kMostTokens = 64;  // of a match
    const auto& matches = in_.rule_matches.items;
    const auto first = std::partition_point(matches.begin(), matches.end(), [&](const RuleMatch& m) {
      return m.tokens.begin + kMostTokens < name.tokens.begin;
    });
    for (auto it = first; it != matches.end() && it->tokens.begin < name.tokens.end; ++it) {
      const RuleMatch& m = *it;
      for (const Capture& c : in_.rule_matches.captures_of(m)) {
        if (c.tokens.begin >= name.tokens.end || name.tokens.begin >= c.tokens.end) continue;
        const RuleInfo& rule = in_.rules.rule(m.rule);
        out.evidence.push_back({numbered(rule.file, rule.line) + ' ' + rule.name,
                                in_.rules.labels()[c.label] + " '" + std::string(text_of(c.tokens)) + "'",
                                kStrengths[static_cast<std::size_t>(rule.strength)]});
      }
    }
  }

  std::string_view text_of(TokenRange range) const {
    const std::uint32_t begin = in_.tokens[range.begin].begin;
    return in_.tokens.text.substr(begin, in_.tokens[range.end - 1].end - begin);
  }

  // The same words as another type of name, or as no name at all, with their probabilities.
  void add_runners_up(const LabelledName& name, Explanation& out) {
    const auto& chains = s_.facts.chains;
    const auto chain =
        std::partition_point(chains.begin(), chains.end(), [&](TokenRange c) { return c.end <= name.tokens.begin; });
    if (chain == chains.end() || chain->begin > name.tokens.begin || chain->end < name.tokens.end) return;
    find_marginals({s_.scores.data() + chain->begin, chain->size()}, model_.step_factors, {}, s_.marginals);
    const std::size_t begin = name.tokens.begin - chain->begin, end = name.tokens.end - chain->begin;
    for (std::size_t t = 0; t < kNameTypes; ++t) {
      if (t == name.label) continue;
      const float p = name_probability(s_.marginals, model_.step_factors, begin, end, static_cast<NameType>(t));
      if (p >= 0.005F) out.runners_up.push_back({"reading", std::string(kNameTypeNames[t]), p});
    }
    float none = 1;
    for (std::size_t i = begin; i < end; ++i) none = std::min(none, s_.marginals.label(i, kOutside));
    if (none >= 0.005F) out.runners_up.push_back({"reading", "no name", none});
    std::stable_sort(out.runners_up.begin(), out.runners_up.end(),
                     [](const Evidence& a, const Evidence& b) { return a.weight > b.weight; });
  }

  const NameInput& in_;
  const NameModel& model_;
  NamesScratch& s_;
  FeatureInput features_;
  ValueTexts texts_;
};

}  // namespace

void explain_names(const NameInput& input, const NameModel& model, NamesScratch& scratch,
                   std::span<const LabelledName> names, std::vector<Explanation>& out) {
  out.clear();
  Explainer explainer(input, model, scratch);
  for (const LabelledName& name : names) out.push_back(explainer.explain(name));
}

}  // namespace quoth::internal
