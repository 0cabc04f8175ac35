#pragma once

// All weights of grammar as a language's compiled data holds them. Tested by tests/unit/syntax_weight_file_test.cc.

#include "base/frozen.h"
#include "syntax/parser.h"
#include "syntax/tagger.h"

namespace quoth::internal {

/// A view of compiled data, which must outlive it. Safe to share between threads.
struct SyntaxModel {
  TagModel tags;
  ParseModel trees;

  SyntaxModel() = default;
  /// A language without weights of grammar has an empty model. Throws LoadError where the data is damaged.
  explicit SyntaxModel(const FrozenFile& file);

  bool empty() const { return tags.weights.empty() || trees.steps.empty() || trees.relations.empty(); }
};

/// The sections of compiled data. The set of tags: the number of the tag of names, then a Tag for each fine tag.
inline constexpr std::string_view kTagSetSection = "sx_set";
inline constexpr FeatureTableSections kSureSections = {"sx_sure", "sx_suref"};
inline constexpr LabelSections kTagSections = {{"sx_tag", "sx_tagf"}, "sx_tagr", "sx_tags"};
inline constexpr LabelSections kRelationSections = {{"sx_rel", "sx_relf"}, "sx_relr", "sx_rels"};
inline constexpr FeatureTableSections kStepSections = {"sx_step", "sx_stepf"};

}  // namespace quoth::internal
