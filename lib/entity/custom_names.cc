#include "entity/custom_names.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <tuple>

namespace quoth::internal {
namespace {

constexpr std::array<std::string_view, 6> kModelTypes = {"PERSON", "LOCATION", "ORGANIZATION",
                                                         "MISC",   "GIVEN",    "SURNAME"};

// Gazetteer types are written in capitals, word lists' names are not.
bool is_type(std::string_view head) { return !head.empty() && head.front() >= 'A' && head.front() <= 'Z'; }

struct Candidate {
  LabelledName name;
  bool certain = false;
};

// By place, then by label.
bool stands_before(const LabelledName& a, const LabelledName& b) {
  return std::tuple(a.tokens.begin, a.tokens.end, a.label) < std::tuple(b.tokens.begin, b.tokens.end, b.label);
}

void leave_out(std::vector<LabelledName>& never, std::vector<Candidate>& candidates) {
  std::sort(never.begin(), never.end(), stands_before);
  std::erase_if(candidates, [&](const Candidate& c) {
    return std::binary_search(never.begin(), never.end(), c.name, stands_before);
  });
}

void propose(const NameInput& in, const CustomLabels& custom, std::vector<Candidate>& out) {
  std::vector<LabelledName> never;
  for (const RuleMatch& m : in.rule_matches.items) {
    const Strength strength = in.rules.rule(m.rule).strength;
    const float confidence = rule_confidence(strength);
    for (const Capture& c : in.rule_matches.captures_of(m)) {
      const LabelId label = custom.of_rule(c.label);
      if (label == CustomLabels::kNoLabel) continue;
      if (strength == Strength::never) never.push_back({c.tokens, label, 0});
      if (confidence > 0) out.push_back({{c.tokens, label, confidence}, strength == Strength::certain});
    }
  }
  for (const PhraseMatch& m : in.phrases.items) {
    const Entry& entry = in.lexicons[m.lexicon].entry(m.entry);
    const LabelId label = custom.of_entry(m.lexicon, entry);
    if (label == CustomLabels::kNoLabel) continue;
    out.push_back({{{m.begin, m.end}, label, entry_confidence(entry)}, false});
  }
  leave_out(never, out);
}

// Of overlapping candidates a certain one, the first, at equal begin the longest, then the surest is kept.
void keep_best(std::vector<Candidate>& candidates) {
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::tuple(b.certain, a.name.tokens.begin, b.name.tokens.end, b.name.confidence) <
           std::tuple(a.certain, b.name.tokens.begin, a.name.tokens.end, a.name.confidence);
  });
  std::map<std::uint32_t, std::uint32_t> kept;  // ends by begins
  std::erase_if(candidates, [&](const Candidate& c) {
    const TokenRange range = c.name.tokens;
    const auto next = kept.lower_bound(range.begin);
    const bool overlaps = (next != kept.end() && next->first < range.end) ||
                          (next != kept.begin() && std::prev(next)->second > range.begin);
    if (!overlaps) kept.emplace(range.begin, range.end);
    return overlaps;
  });
  std::sort(candidates.begin(), candidates.end(),
            [](const Candidate& a, const Candidate& b) { return a.name.tokens.begin < b.name.tokens.begin; });
}

}  // namespace

float rule_confidence(Strength strength) {
  static constexpr std::array<float, 5> kConfidence = {1.0F, 0.9F, 0.6F, 0, 0};  // by Strength
  return kConfidence[static_cast<std::size_t>(strength)];
}

float entry_confidence(const Entry& entry) { return (entry.flags & kAmbiguous) != 0 ? 0.6F : 0.9F; }

CustomLabels::CustomLabels(std::span<const Lexicon> lexicons, const RuleSet& rules) {
  by_rule_label_.assign(rules.labels().size(), kNoLabel);
  for (std::size_t l = kNameTypes; l < rules.labels().size(); ++l)
    if (rules.proposes_names(static_cast<std::uint16_t>(l))) by_rule_label_[l] = add(rules.labels()[l]);
  for (const Lexicon& lexicon : lexicons) {
    auto& kinds = by_kind_.emplace_back(lexicon.kind_count(), kNoLabel);
    for (std::size_t k = 0; k < kinds.size(); ++k) {
      const std::string_view kind = lexicon.kind(static_cast<KindId>(k));
      const std::string_view head = kind.substr(0, kind.find('.'));
      const bool known = std::find(kModelTypes.begin(), kModelTypes.end(), head) != kModelTypes.end();
      if (is_type(head) && !known) kinds[k] = add(head);
    }
  }
}

LabelId CustomLabels::add(std::string_view label) {
  const auto at = std::find(labels_.begin(), labels_.end(), label);
  if (at == labels_.end()) labels_.emplace_back(label);
  return static_cast<LabelId>(std::find(labels_.begin(), labels_.end(), label) - labels_.begin());
}

void add_custom_names(const NameInput& input, const CustomLabels& custom, std::vector<LabelledName>& names) {
  if (!custom.any()) return;
  std::vector<Candidate> candidates;
  propose(input, custom, candidates);
  keep_best(candidates);
  std::vector<LabelledName> merged;
  std::size_t next = 0;
  for (const Candidate& c : candidates) {
    const TokenRange range = c.name.tokens;
    while (next < names.size() && names[next].tokens.end <= range.begin) merged.push_back(names[next++]);
    std::size_t last = next;
    bool cuts = !merged.empty() && merged.back().tokens.end > range.begin;
    for (; last < names.size() && names[last].tokens.begin < range.end; ++last)
      cuts = cuts || names[last].tokens.begin < range.begin || names[last].tokens.end > range.end;
    if (cuts && !c.certain) continue;
    merged.push_back(c.name);
    next = last;
  }
  merged.insert(merged.end(), names.begin() + static_cast<std::ptrdiff_t>(next), names.end());
  names = std::move(merged);
}

}  // namespace quoth::internal
