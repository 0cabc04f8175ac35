#include "tools/train_data.h"

#include <algorithm>

namespace quoth::internal {
namespace {

constexpr LabelSet label_bit(ChainLabel l) { return LabelSet{1} << l; }

constexpr LabelSet part_set(Part part) {
  LabelSet set = 0;
  for (ChainLabel l = 1; l < kChainLabels; ++l)
    if (part_of(l) == part) set |= label_bit(l);
  return set;
}

// All labels of MISC and "outside": what a token without a mark may be where MISC is not labelled.
constexpr LabelSet outside_or_misc() {
  LabelSet set = label_bit(kOutside);
  for (ChainLabel l = 1; l < kChainLabels; ++l)
    if (type_of(l) == NameType::misc) set |= label_bit(l);
  return set;
}

// The tokens that a gold span covers; a token cut by the span's edge counts if its first byte is inside.
TokenRange tokens_of(const Tokens& tokens, Span span) {
  const auto at = [&](std::uint32_t byte) {
    return static_cast<std::uint32_t>(std::lower_bound(tokens.items.begin(), tokens.items.end(), byte,
                                                       [](const Token& t, std::uint32_t b) { return t.begin < b; }) -
                                      tokens.items.begin());
  };
  return {at(span.begin), at(span.end)};
}

// A name that reaches out of its chain cannot be spelled in it: its tokens there may be anything.
void loosen_cut_names(std::vector<LabelSet>& gold) {
  constexpr LabelSet opening = part_set(Part::begin) | part_set(Part::inside);
  constexpr LabelSet closing = part_set(Part::inside) | part_set(Part::last);
  const auto only = [](LabelSet set, LabelSet of) { return (set & ~of) == 0; };
  for (std::size_t i = 0; i < gold.size() && only(gold[i], closing); ++i) gold[i] = kAllLabels;
  for (std::size_t i = gold.size(); i-- > 0 && only(gold[i], opening);) gold[i] = kAllLabels;
}

}  // namespace

FeatureId FeatureIndex::add(Template t, const FeatureValues& values) {
  const FeatureHash hash = feature_hash(t, values);
  const auto [it, fresh] = ids_.try_emplace(hash, static_cast<FeatureId>(features_.size()));
  if (fresh) features_.push_back({hash, t, values});
  return it->second;
}

void FeatureExtractor::label(const NameInput& input, const GoldDocument& gold, std::vector<LabelSet>& out) const {
  out.assign(input.tokens.size(), gold.misc_known ? label_bit(kOutside) : outside_or_misc());
  for (const GoldName& name : gold.names) {
    const TokenRange range = tokens_of(input.tokens, name.span);
    for (std::uint32_t i = range.begin; i < range.end; ++i) out[i] = label_bit(label_at(i, range, name.type));
  }
}

TrainDocument FeatureExtractor::extract(const GoldDocument& gold, const FirstPass* first_pass) {
  const NameInput input = find_evidence(language_, gold.text, scratch_);
  NamesScratch& s = scratch_.names;
  find_name_facts(input, s.facts);
  find_word_facts(input, s.facts, s.memory, s.document);
  if (first_pass != nullptr)
    add_first_pass(input, s.facts, first_pass->names, first_pass->labels, s.memory, s.document);
  if (texts_.empty()) note_data_texts(input.lexicons, input.rules, texts_);
  note_word_texts(input.tokens, texts_);
  std::vector<LabelSet> labels;
  label(input, gold, labels);
  TrainDocument document{&gold, {}};
  const FeatureInput features{input, s.facts, s.document};
  for (const TokenRange range : s.facts.chains) {
    TrainChain& chain = document.chains.emplace_back();
    chain.tokens = range;
    const auto sink = [&](Template t, const FeatureValues& v) {
      if (!left_out_[static_cast<std::size_t>(t)]) chain.features.push_back(index_.add(t, v));
    };
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      chain.starts.push_back(static_cast<std::uint32_t>(chain.features.size()));
      for_each_feature(features, i, sink);
      chain.second.push_back(static_cast<std::uint32_t>(chain.features.size()));
      if (first_pass != nullptr) for_each_second_pass_feature(features, i, sink);
      chain.gold.push_back(labels[i]);
    }
    chain.starts.push_back(static_cast<std::uint32_t>(chain.features.size()));
    loosen_cut_names(chain.gold);
  }
  return document;
}

}  // namespace quoth::internal
