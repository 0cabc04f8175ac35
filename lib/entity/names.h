#pragma once

// Names of a document: two passes of the model over all evidence. Tested by tests/unit/entity_names_test.cc.

#include <vector>

#include "model/chain.h"
#include "model/confidence.h"
#include "model/document_facts.h"
#include "model/name_facts.h"
#include "model/name_features.h"
#include "model/weights.h"

namespace quoth::internal {

/// Working memory and by-products of find_names(), for reuse from document to document.
struct NamesScratch {
  NameFacts facts;
  std::vector<DocumentFacts> document;
  DocumentMemory memory;
  std::vector<LabelScores> scores;  // per active token; kept from the first pass for the second
  std::vector<ChainLabel> labels;   // per token
  std::vector<NameSpan> first_pass;
  std::vector<ChainLabel> chain_labels;
  BestScores best_scores;
  Marginals marginals;
};

/// Weights with what is derived from them once.
struct NameModel {
  Weights weights;
  StepScores steps{};  // allowed_steps()
  StepFactors step_factors;
  ConfidenceCurves confidence;
  std::vector<bool> trained_rules;  // by rule: whether the weights know it

  NameModel() = default;
  NameModel(const Weights& w, const RuleSet& rules, const ConfidenceCurves& curves = {});
  /// What a rule that the weights do not know adds to the score of its label on each token that it proposes, by the
  /// strength that it declares; 0 if they know it, or if it binds.
  float rule_bonus(const RuleSet& rules, std::uint32_t rule) const;
};

/// What a row of a user's own list adds to the score of its type on each token; 0: another list, or another type.
float list_bonus(const NameInput& input, const PhraseMatch& match, NameType type);

/// Fills `out` with the best reading: names in order, none overlapping, MISC among them, their confidence mended by the
/// model's curves. Linear in the text.
void find_names(const NameInput& input, const NameModel& model, NamesScratch& scratch, std::vector<NameSpan>& out);

/// Of one of the chains in `facts`.
std::span<const LabelScores> scores_of(TokenRange chain, const NameFacts& facts,
                                       const std::vector<LabelScores>& scores);

/// Gives back the memory of all but the facts of tokens, which later stages ask for.
void free_evidence(NamesScratch& scratch);

/// The name spans that a chain's labels spell. `begin`: the token of the first label.
void append_names(std::span<const ChainLabel> labels, std::uint32_t begin, std::vector<NameSpan>& out);

}  // namespace quoth::internal
