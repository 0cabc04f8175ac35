#pragma once

// Trains the chain model: conditional random field (Lafferty et al. 2001), AdaGrad with dual averaging and an L1
// penalty (Duchi, Hazan, Singer 2011; Xiao 2010), which keeps few features. Deterministic: the same chains in the same
// order with the same options give the same weights. Tested by tests/unit/tools_train_test.cc.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "model/chain.h"
#include "tools/train_data.h"

namespace quoth::internal {

struct TrainOptions {
  int epochs = 10;
  float rate = 0.05F;           // AdaGrad's step
  float l1 = 0.02F;             // penalty per 1000 chains
  float dropout = 0.1F;         // share of features left out of a token, drawn anew each time
  std::uint32_t min_count = 2;  // rarer features are dropped
  std::uint64_t seed = 1;
};

/// A chain to learn from, with the base features alone or with those of the second pass too.
struct TrainItem {
  const TrainChain* chain = nullptr;
  bool second_pass = false;
  float weight = 1;
};

/// Scores and learns by feature number. Not for sharing between threads; several trainers may run side by side.
class CrfTrainer {
 public:
  CrfTrainer(std::size_t features, const TrainOptions& options);
  /// Continues from earlier weights; call before train().
  void start_from(FeatureId feature, const std::array<float, kNameLabels>& weights) { start_[feature] = weights; }
  void start_from(const StepScores& steps) { step_start_ = steps; }

  void train(std::span<const TrainItem> items);

  std::array<float, kNameLabels> weights(FeatureId feature) const;
  StepScores steps() const;
  /// Scores of a chain's labels, for decoding.
  void score(const TrainItem& item, std::vector<LabelScores>& out) const;

 private:
  using Row = std::array<float, kNameLabels>;
  void learn(const TrainItem& item);
  void update_steps(const TrainItem& item);
  void score_for_learning(const TrainItem& item);
  void count(std::span<const TrainItem> items);
  std::uint64_t random();

  TrainOptions options_;
  std::vector<Row> start_, gradient_, squares_;
  std::vector<std::uint32_t> counts_;
  StepScores step_start_{}, step_gradient_{}, step_squares_{};
  StepFactors step_factors_;
  double time_ = 0;  // chains seen
  std::uint64_t state_;
  // Working memory of learn().
  std::vector<LabelScores> scores_;
  std::vector<FeatureId> kept_;
  std::vector<std::uint32_t> kept_starts_;
  Marginals free_, bound_;
};

/// Trains weights from documents: jackknifed first passes, then a model of both passes. `folds` models are trained on
/// all but a share of the documents to tell what the first pass says of that share.
/// Throws std::runtime_error if a weight is not finite.
struct TrainedNames {
  std::vector<std::array<float, kNameLabels>> rows;  // by feature number
  StepScores steps{};
};
TrainedNames train_names(FeatureExtractor& extractor, std::span<const GoldDocument> gold, const TrainOptions& options,
                         std::uint32_t folds, const WeightTable* start);

/// The first pass of a trained model over a document.
FirstPass run_first_pass(const CrfTrainer& trainer, const TrainDocument& document, std::uint32_t token_count);

}  // namespace quoth::internal
