#pragma once

// Labelled documents as the trainer sees them: chains of tokens with feature numbers and gold labels. Tested by
// tests/unit/tools_train_test.cc.

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "analyzer/pipeline.h"
#include "model/weight_file.h"
#include "tools/feature_families.h"
#include "tools/gold.h"

namespace quoth::internal {

using FeatureId = std::uint32_t;

/// All features that were seen, numbered in order of their first use.
class FeatureIndex {
 public:
  FeatureId add(Template t, const FeatureValues& values);
  std::size_t size() const { return features_.size(); }

  struct Feature {
    FeatureHash hash = 0;
    Template name{};
    FeatureValues values{};
  };
  const Feature& operator[](FeatureId id) const { return features_[id]; }

 private:
  std::unordered_map<FeatureHash, FeatureId> ids_;
  std::vector<Feature> features_;
};

/// One chain of one document. Token i has features [starts[i], starts[i + 1]), base ones first; those from `second[i]`
/// on need the first pass.
struct TrainChain {
  TokenRange tokens;
  std::vector<FeatureId> features;
  std::vector<std::uint32_t> starts;
  std::vector<std::uint32_t> second;
  std::vector<LabelSet> gold;  // the labels that the gold allows, one set a token
};

struct TrainDocument {
  const GoldDocument* gold = nullptr;
  std::vector<TrainChain> chains;
};

/// Tells a document's first pass, by its number: names and the label of each token.
struct FirstPass {
  std::vector<NameSpan> names;
  std::vector<ChainLabel> labels;
};

/// Makes documents of features, some templates left out; keeps the texts behind hashed values.
class FeatureExtractor {
 public:
  explicit FeatureExtractor(const Language& language, const TemplateSet& left_out = {})
      : language_(language), left_out_(left_out), scratch_(language) {}

  /// `first_pass`: nullptr for base features alone.
  TrainDocument extract(const GoldDocument& gold, const FirstPass* first_pass);
  /// The number of tokens of the document that extract() was last called for.
  std::uint32_t token_count() const { return scratch_.tokens.size(); }

  FeatureIndex& index() { return index_; }
  const ValueTexts& texts() const { return texts_; }

 private:
  void label(const NameInput& input, const GoldDocument& gold, std::vector<LabelSet>& out) const;

  const Language& language_;
  TemplateSet left_out_;
  Scratch scratch_;
  FeatureIndex index_;
  ValueTexts texts_;
};

}  // namespace quoth::internal
