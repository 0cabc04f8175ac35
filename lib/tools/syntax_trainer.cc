#include "tools/syntax_trainer.h"

// Tested by tests/unit/syntax_trainer_test.cc.

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

#include "syntax/parser.h"
#include "tools/syntax_evaluation.h"
#include "tools/syntax_oracle.h"

namespace quoth::internal {
namespace {

// splitmix64 (Steele, Lea, Flood 2014): the same numbers on every machine.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9U;
    z = (z ^ z >> 27) * 0x94D049BB133111EBU;
    return z ^ z >> 31;
  }
  std::size_t below(std::size_t limit) { return next() % limit; }
  bool chance(float p) { return static_cast<float>(next() >> 40) < p * 16777216.0F; }

 private:
  std::uint64_t state_;
};

std::vector<std::size_t> shuffled(std::size_t size, Random& random) {
  std::vector<std::size_t> order(size);
  for (std::size_t i = 0; i < size; ++i) order[i] = i;
  for (std::size_t i = size; i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
  return order;
}

// The best label but one that is right.
std::uint32_t best_wrong(const Perceptron::Sums& sums, std::uint32_t gold, std::uint32_t first, std::uint32_t end) {
  std::uint32_t best = gold == first ? first + 1 : first;
  for (std::uint32_t l = best + 1; l < end; ++l)
    if (l != gold && sums[l] > sums[best]) best = l;
  return best;
}

// Learns to tell `gold` from [first, end); returns what is best before that.
std::uint32_t learn_label(Perceptron& model, std::span<const SyntaxFeature> features, std::uint32_t gold,
                          std::uint32_t first, std::uint32_t end, float margin) {
  const Perceptron::Sums sums = model.score(features);
  const std::uint32_t wrong = best_wrong(sums, gold, first, end);
  if (sums[gold] < sums[wrong] + margin) model.update(features, gold, wrong);
  model.advance();
  return sums[gold] >= sums[wrong] ? gold : wrong;
}

// ---- Tags ----

auto features_of(const WordFacts* word, FineTag before, FineTag before2) {
  const TagFeatures features(word, before, before2);
  return all_features(features.telling(), features.others());
}

class TagTrainer {
 public:
  TagTrainer(std::span<const TreeExample> examples, const FineTags& tags, const SyntaxTrainOptions& options,
             std::vector<LabelRow> sure)
      : examples_(examples), labels_(static_cast<std::uint32_t>(tags.names().size())), options_(options) {
    for (const LabelRow& row : sure) sure_[row.feature] = row.weights.front().label;
  }

  void train(Perceptron& model) {
    Random random(options_.seed);
    for (int epoch = 0; epoch < options_.tag_epochs; ++epoch)
      for (const std::size_t e : shuffled(examples_.size(), random)) learn(examples_[e], model);
  }

 private:
  void learn(const TreeExample& example, Perceptron& model) {
    FineTag before = static_cast<FineTag>(labels_), before2 = before;
    for (std::uint32_t i = 0; i < example.size(); ++i) {
      const WordFacts* word = &example.words[i + kEdges];
      FineTag tag = 0;
      const auto sure = sure_.find(sure_word_feature(*word));
      if (sure != sure_.end())
        tag = sure->second;
      else
        tag = static_cast<FineTag>(
            learn_label(model, features_of(word, before, before2), example.tags[i], 0, labels_, options_.margin));
      before2 = before;
      before = tag;
    }
  }

  std::span<const TreeExample> examples_;
  std::uint32_t labels_;
  const SyntaxTrainOptions& options_;
  std::map<SyntaxFeature, FineTag> sure_;
};

// ---- Trees ----

class TreeTrainer {
 public:
  TreeTrainer(std::span<const TreeExample> examples, FineTag edge, const SyntaxTrainOptions& options)
      : examples_(examples), edge_(edge), options_(options), random_(options.seed) {}

  void train(Perceptron& steps, Perceptron& relations) {
    for (int epoch = 0; epoch < options_.tree_epochs; ++epoch) {
      explore_ = epoch == 0 ? 0 : options_.explore;
      for (const std::size_t e : shuffled(examples_.size(), random_)) learn(examples_[e], steps, relations);
    }
  }

 private:
  void learn(const TreeExample& example, Perceptron& steps, Perceptron& relations) {
    const Oracle oracle(example.heads);
    state_.begin(example.words, example.tags, edge_);
    while (!state_.finished()) {
      const Step step = learn_step(oracle, steps);
      if (step == Step::shift)
        state_.shift();
      else
        state_.attach(step, learn_relation(example, step, relations));
    }
  }

  // The step to take.
  Step learn_step(const Oracle& oracle, Perceptron& model) {
    const auto possible = [&](Step step) { return state_.may(step); };
    const int choices = possible(Step::shift) + possible(Step::left) + possible(Step::right);
    if (choices == 1) return possible(Step::shift) ? Step::shift : possible(Step::left) ? Step::left : Step::right;
    const StepFeatures of_state(state_);
    const auto features = all_features(of_state.telling(), of_state.others());
    const Perceptron::Sums sums = model.score(features);
    const auto cost = oracle.costs(state_);
    std::uint32_t least = 0xFFFFFFFFU;
    for (const Step step : kSteps)
      if (possible(step)) least = std::min(least, cost[number(step)]);
    const auto best = [&](bool right) {
      std::uint32_t found = kNone;
      for (const Step step : kSteps) {
        const std::uint32_t s = number(step);
        if (!possible(step) || (cost[s] == least) != right) continue;
        if (found == kNone || sums[s] > sums[found]) found = s;
      }
      return found;
    };
    const std::uint32_t gold = best(true), wrong = best(false);
    model.advance();
    if (wrong == kNone) return static_cast<Step>(gold);
    if (sums[gold] < sums[wrong] + options_.margin) model.update(features, gold, wrong);
    return static_cast<Step>(sums[gold] < sums[wrong] && random_.chance(explore_) ? wrong : gold);
  }

  Relation learn_relation(const TreeExample& example, Step step, Perceptron& model) {
    const std::uint32_t child = state_.on_stack(0), head = state_.head_by(step);
    if (head == state_.root()) return Relation::root;
    const RelationFeatures of_arc(state_, step);
    const auto features = all_features(of_arc.telling(), of_arc.others());
    constexpr auto first = static_cast<std::uint32_t>(Relation::nsubj);
    if (example.heads[child] == head)
      return static_cast<Relation>(learn_label(model, features, static_cast<std::uint32_t>(example.relations[child]),
                                               first, kRelations, options_.margin));
    const Perceptron::Sums sums = model.score(features);
    const auto best = std::max_element(sums.begin() + first, sums.begin() + kRelations);
    return static_cast<Relation>(best - sums.begin());
  }

  static constexpr std::array kSteps = {Step::shift, Step::left, Step::right};
  static constexpr std::uint32_t kNone = 3;
  static std::uint32_t number(Step step) { return static_cast<std::uint32_t>(step); }

  std::span<const TreeExample> examples_;
  FineTag edge_;
  const SyntaxTrainOptions& options_;
  Random random_;
  ParseState state_;
  float explore_ = 0;
};

// ---- From weights to rows ----

// The scale that makes the largest weights 127, but for one in a thousand, which are cut.
float scale_of(const std::vector<Perceptron::Row>& rows) {
  std::vector<float> sizes;
  for (const Perceptron::Row& row : rows)
    for (const auto& [label, weight] : row.weights) sizes.push_back(std::abs(weight));
  if (sizes.empty()) return 1;
  const std::size_t at = sizes.size() - 1 - sizes.size() / 1000;
  std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(at), sizes.end());
  return sizes[at] > 0 ? 127 / sizes[at] : 1;
}

std::int8_t rounded(float weight, float scale) {
  return static_cast<std::int8_t>(std::lround(std::clamp(weight * scale, -127.0F, 127.0F)));
}

// Smaller ones of 127 are left out of label rows: a fifth less data for 0.1 points of LAS.
constexpr int kLeastWeight = 8;

std::vector<LabelRow> label_rows(const std::vector<Perceptron::Row>& rows) {
  const float scale = scale_of(rows);
  std::vector<LabelRow> out;
  for (const Perceptron::Row& row : rows) {
    LabelRow label_row{row.feature, {}};
    for (const auto& [label, weight] : row.weights) {
      const std::int8_t w = rounded(weight, scale);
      if (std::abs(w) >= kLeastWeight) label_row.weights.push_back({static_cast<std::uint8_t>(label), w});
    }
    if (!label_row.weights.empty()) out.push_back(std::move(label_row));
  }
  return out;
}

std::vector<Perceptron::Row> relative_to_shift(std::vector<Perceptron::Row> rows) {
  for (Perceptron::Row& row : rows) {
    std::array<float, 3> w{};
    for (const auto& [label, weight] : row.weights) w[label] = weight;
    row.weights = {{1, w[1] - w[0]}, {2, w[2] - w[0]}};
  }
  return rows;
}

std::vector<StepRow> step_rows(const std::vector<Perceptron::Row>& averages) {
  const std::vector<Perceptron::Row> rows = relative_to_shift(averages);
  const float scale = scale_of(rows);
  std::vector<StepRow> out;
  for (const Perceptron::Row& row : rows) {
    const StepRow step{row.feature, rounded(row.weights[0].second, scale), rounded(row.weights[1].second, scale)};
    if (step.left != 0 || step.right != 0) out.push_back(step);
  }
  return out;
}

void train_tags(std::span<const TreeExample> examples, const FineTags& tags, const SyntaxTrainOptions& options,
                std::size_t most, SyntaxWeights& out) {
  out.tags = tags.names();
  out.name_tag = tags.set().name;
  out.sure = sure_words(examples);
  TagTrainer trainer(examples, tags, options, out.sure);
  Perceptron all;
  trainer.train(all);
  Perceptron few(strongest_features(all.averages(), most));
  trainer.train(few);
  out.tag_rows = label_rows(few.averages());
}

}  // namespace

std::vector<LabelRow> sure_words(std::span<const TreeExample> examples) {
  constexpr std::uint32_t often = 30;
  std::map<SyntaxFeature, std::map<FineTag, std::uint32_t>> counts;
  for (const TreeExample& example : examples)
    for (std::uint32_t i = 0; i < example.size(); ++i)
      ++counts[sure_word_feature(example.words[i + kEdges])][example.tags[i]];
  std::vector<LabelRow> rows;
  for (const auto& [feature, tags] : counts) {
    std::uint32_t all = 0;
    auto best = tags.begin();
    for (auto it = tags.begin(); it != tags.end(); ++it) {
      all += it->second;
      if (it->second > best->second) best = it;
    }
    // One in 500 may be a slip.
    if (all >= often && (all - best->second) * 500 <= all) rows.push_back({feature, {{best->first, 1}}});
  }
  return rows;
}

std::vector<TreeExample> jackknife_tags(std::span<const TreeExample> examples, const FineTags& tags,
                                        const SyntaxTrainOptions& options) {
  std::vector<TreeExample> out(examples.begin(), examples.end());
  // Neighbours stand in one document: folds are stretches.
  const std::size_t stretch = std::max<std::size_t>(1, examples.size() / (std::size_t{options.folds} * 10));
  for (std::uint32_t fold = 0; fold < options.folds; ++fold) {
    std::vector<TreeExample> others;
    for (std::size_t e = 0; e < examples.size(); ++e)
      if (e / stretch % options.folds != fold) others.push_back(examples[e]);
    SyntaxWeights weights;
    train_tags(others, tags, options, options.tag_features, weights);
    const LoadedSyntax loaded(weights);
    for (std::size_t e = 0; e < examples.size(); ++e)
      if (e / stretch % options.folds == fold)
        tag_words(loaded.model.tags, std::array{TaggedWords{out[e].words, &out[e].tags}});
  }
  return out;
}

SyntaxWeights train_syntax(std::span<const TreeExample> examples, const FineTags& tags,
                           const SyntaxTrainOptions& options) {
  SyntaxWeights weights;
  train_tags(examples, tags, options, options.tag_features, weights);
  const std::vector<TreeExample> tagged = jackknife_tags(examples, tags, options);
  Perceptron steps, relations;
  TreeTrainer(tagged, tags.set().edge(), options).train(steps, relations);
  Perceptron few_steps(strongest_features(relative_to_shift(steps.averages()), options.step_features));
  Perceptron few_relations(strongest_features(relations.averages(), options.relation_features));
  TreeTrainer(tagged, tags.set().edge(), options).train(few_steps, few_relations);
  weights.step_rows = step_rows(few_steps.averages());
  weights.relation_rows = label_rows(few_relations.averages());
  return weights;
}

}  // namespace quoth::internal
