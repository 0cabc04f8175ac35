#include "tools/crf_trainer.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <unordered_map>

#include "tools/parallel.h"

namespace quoth::internal {
namespace {

// Dual averaging: the weight that a sum of gradients stands for. Without branches, so that it is done for several
// labels at once.
float shrunk(float gradient, float squares, float penalty, float rate) {
  const float size = std::max(std::abs(gradient) - penalty, 0.0F);
  return std::copysign(size, gradient) * rate / (std::sqrt(squares) + 1e-3F);
}

std::span<const FeatureId> features_at(const TrainItem& item, std::size_t i) {
  const TrainChain& c = *item.chain;
  const std::uint32_t end = item.second_pass ? c.starts[i + 1] : c.second[i];
  return {c.features.data() + c.starts[i], end - c.starts[i]};
}

}  // namespace

CrfTrainer::CrfTrainer(std::size_t features, const TrainOptions& options)
    : options_(options),
      start_(features),
      gradient_(features),
      squares_(features),
      counts_(features, 0),
      state_(options.seed * 0x9E3779B97F4A7C15U + 1) {}

// SplitMix64 (Steele, Lea, Flood 2014): the same numbers everywhere, unlike the standard library's distributions.
std::uint64_t CrfTrainer::random() {
  std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
  z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9U;
  z = (z ^ z >> 27) * 0x94D049BB133111EBU;
  return z ^ z >> 31;
}

std::array<float, kNameLabels> CrfTrainer::weights(FeatureId f) const {
  Row row = start_[f];
  if (counts_[f] < options_.min_count) return row;
  const auto penalty = static_cast<float>(time_ * static_cast<double>(options_.l1) / 1000);
  for (std::size_t l = 0; l < kNameLabels; ++l)
    row[l] += shrunk(gradient_[f][l], squares_[f][l], penalty, options_.rate);
  return row;
}

StepScores CrfTrainer::steps() const {
  StepScores out = step_start_;
  for (ChainLabel a = 0; a < kChainLabels; ++a)
    for (ChainLabel b = 0; b < kChainLabels; ++b)
      if (may_follow(a, b)) out[a][b] += shrunk(step_gradient_[a][b], step_squares_[a][b], 0, options_.rate);
  return out;
}

void CrfTrainer::score(const TrainItem& item, std::vector<LabelScores>& out) const {
  out.assign(item.chain->gold.size(), LabelScores{});
  for (std::size_t i = 0; i < out.size(); ++i)
    for (const FeatureId f : features_at(item, i)) {
      const Row row = weights(f);
      for (std::size_t l = 0; l < kNameLabels; ++l) out[i][l + 1] += row[l];
    }
}

void CrfTrainer::score_for_learning(const TrainItem& item) {
  const std::size_t n = item.chain->gold.size();
  scores_.assign(n, LabelScores{});
  kept_.clear();
  kept_starts_.clear();
  const auto bar = static_cast<std::uint64_t>(static_cast<double>(options_.dropout) * 65536.0);
  for (std::size_t i = 0; i < n; ++i) {
    kept_starts_.push_back(static_cast<std::uint32_t>(kept_.size()));
    for (const FeatureId f : features_at(item, i)) {
      if (counts_[f] < options_.min_count || (random() & 0xFFFFU) < bar) continue;
      kept_.push_back(f);
      const Row row = weights(f);
      for (std::size_t l = 0; l < kNameLabels; ++l) scores_[i][l + 1] += row[l];
    }
  }
  kept_starts_.push_back(static_cast<std::uint32_t>(kept_.size()));
}

void CrfTrainer::update_steps(const TrainItem& item) {
  for (std::size_t i = 0; i <= item.chain->gold.size(); ++i) {
    for (ChainLabel a = 0; a < kChainLabels; ++a)
      for (ChainLabel b = 0; b < kChainLabels; ++b) {
        if (!may_follow(a, b)) continue;
        const auto expected = [&](const Marginals& m) {
          const std::size_t n = m.forward.size();
          if (i == 0) return a == kOutside ? m.label(0, b) : 0.0F;
          if (i == n) return b == kOutside ? m.label(n - 1, a) : 0.0F;
          return step_probability(m, step_factors_, i - 1, a, b);
        };
        const float g = (expected(bound_) - expected(free_)) * item.weight;
        step_gradient_[a][b] += g;
        step_squares_[a][b] += g * g;
      }
  }
}

void CrfTrainer::learn(const TrainItem& item) {
  score_for_learning(item);
  find_marginals(scores_, step_factors_, {}, free_);
  find_marginals(scores_, step_factors_, item.chain->gold, bound_);
  time_ += 1;
  if (!std::isfinite(bound_.log_total)) return;  // names that overlap: no labeling spells them
  for (std::size_t i = 0; i < scores_.size(); ++i) {
    Row g;
    float largest = 0;
    for (std::size_t l = 0; l < kNameLabels; ++l) {
      const auto label = static_cast<ChainLabel>(l + 1);
      g[l] = (bound_.label(i, label) - free_.label(i, label)) * item.weight;
      largest = std::max(largest, std::abs(g[l]));
    }
    if (largest < 1e-4F) continue;
    for (std::uint32_t k = kept_starts_[i]; k < kept_starts_[i + 1]; ++k)
      for (std::size_t l = 0; l < kNameLabels; ++l) {
        gradient_[kept_[k]][l] += g[l];
        squares_[kept_[k]][l] += g[l] * g[l];
      }
  }
  update_steps(item);
}

void CrfTrainer::count(std::span<const TrainItem> items) {
  for (const TrainItem& item : items)
    for (std::size_t i = 0; i < item.chain->gold.size(); ++i)
      for (const FeatureId f : features_at(item, i)) ++counts_[f];
}

void CrfTrainer::train(std::span<const TrainItem> items) {
  count(items);
  std::vector<std::size_t> order(items.size());
  std::iota(order.begin(), order.end(), 0);
  for (int epoch = 0; epoch < options_.epochs; ++epoch) {
    for (std::size_t k = order.size(); k > 1; --k) std::swap(order[k - 1], order[random() % k]);
    for (const std::size_t k : order) {
      // Steps move slowly: their factors are made anew now and then only.
      if (static_cast<std::uint64_t>(time_) % 64 == 0) step_factors_ = exp_steps(steps());
      learn(items[k]);
    }
  }
}

FirstPass run_first_pass(const CrfTrainer& trainer, const TrainDocument& document, std::uint32_t token_count) {
  FirstPass out;
  out.labels.assign(token_count, kOutside);
  const StepScores steps = allowed_steps(trainer.steps());
  const StepFactors factors = exp_steps(steps);
  std::vector<LabelScores> scores;
  std::vector<ChainLabel> labels;
  BestScores best_scores;
  Marginals marginals;
  for (const TrainChain& chain : document.chains) {
    trainer.score({&chain, false, 1}, scores);
    best_labels(scores, steps, best_scores, labels);
    std::copy(labels.begin(), labels.end(), out.labels.begin() + chain.tokens.begin);
    const std::size_t first = out.names.size();
    append_names(labels, chain.tokens.begin, out.names);
    if (first == out.names.size()) continue;
    find_marginals(scores, factors, {}, marginals);
    for (std::size_t k = first; k < out.names.size(); ++k) {
      NameSpan& name = out.names[k];
      name.confidence = name_probability(marginals, factors, name.tokens.begin - chain.tokens.begin,
                                         name.tokens.end - chain.tokens.begin, name.type);
    }
  }
  return out;
}

namespace {

void add_items(const TrainDocument& document, bool second_pass, std::vector<TrainItem>& out) {
  for (const TrainChain& chain : document.chains) out.push_back({&chain, second_pass, document.gold->weight});
}

// What the first pass says of each document when it has not learned from it.
std::vector<FirstPass> jackknife(const std::vector<TrainDocument>& documents,
                                 const std::vector<std::uint32_t>& token_counts, std::size_t features,
                                 const TrainOptions& options, std::uint32_t folds) {
  std::vector<FirstPass> passes(documents.size());
  const auto run = [&](std::uint32_t fold) {
    std::vector<TrainItem> items;
    for (std::size_t d = 0; d < documents.size(); ++d)
      if (d % folds != fold) add_items(documents[d], false, items);
    CrfTrainer trainer(features, options);
    trainer.train(items);
    for (std::size_t d = fold; d < documents.size(); d += folds)
      passes[d] = run_first_pass(trainer, documents[d], token_counts[d]);
  };
  std::uint32_t next = 0;
  const auto make = [&]() -> std::optional<std::uint32_t> {
    return next < folds ? std::optional(next++) : std::nullopt;
  };
  const auto work = [&](std::uint32_t fold) { return run(fold), fold; };
  run_ordered(2, make, work, [](std::uint32_t) {});
  return passes;
}

// Features of earlier weights can be so strong that sums of them have no number.
void check_finite(const TrainedNames& trained) {
  const auto all_finite = [](const auto& row) {
    return std::all_of(row.begin(), row.end(), [](float weight) { return std::isfinite(weight); });
  };
  if (!std::all_of(trained.rows.begin(), trained.rows.end(), all_finite) ||
      !std::all_of(trained.steps.begin(), trained.steps.end(), all_finite))
    throw std::runtime_error("the weights got out of range: train with a lower --rate, or from other weights");
}

}  // namespace

TrainedNames train_names(FeatureExtractor& extractor, std::span<const GoldDocument> gold, const TrainOptions& options,
                         std::uint32_t folds, const WeightTable* start) {
  std::vector<TrainDocument> documents;
  std::vector<std::uint32_t> token_counts;
  for (const GoldDocument& doc : gold) {
    documents.push_back(extractor.extract(doc, nullptr));
    token_counts.push_back(extractor.token_count());
  }
  TrainOptions first_options = options;
  first_options.epochs = std::max(1, options.epochs / 2);
  const auto passes = jackknife(documents, token_counts, extractor.index().size(), first_options, folds);
  for (std::size_t d = 0; d < documents.size(); ++d) documents[d] = extractor.extract(gold[d], &passes[d]);

  CrfTrainer trainer(extractor.index().size(), options);
  if (start != nullptr) {
    std::unordered_map<FeatureHash, const WeightTable::Row*> rows;
    for (const auto& row : start->rows) rows[row.feature] = &row;
    for (FeatureId f = 0; f < extractor.index().size(); ++f)
      if (const auto it = rows.find(extractor.index()[f].hash); it != rows.end())
        trainer.start_from(f, it->second->weights);
    trainer.start_from(start->steps);
  }
  std::vector<TrainItem> items;
  for (const TrainDocument& document : documents) {
    add_items(document, false, items);
    add_items(document, true, items);
  }
  trainer.train(items);
  TrainedNames out;
  out.steps = trainer.steps();
  for (FeatureId f = 0; f < extractor.index().size(); ++f) out.rows.push_back(trainer.weights(f));
  check_finite(out);
  return out;
}

}  // namespace quoth::internal
