#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <random>

#include "model/chain.h"

namespace quoth::internal {
namespace {

/// Random scores of a chain, and all of its labelings, one by one.
struct Chain {
  std::vector<LabelScores> tokens;
  StepScores steps{};
  std::vector<LabelSet> allowed;  // empty: all

  Chain(std::size_t size, unsigned seed, float spread) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<float> score(-spread, spread);
    tokens.resize(size);
    for (auto& token : tokens)
      for (float& s : token) s = score(random);
    for (auto& row : steps)
      for (float& s : row) s = score(random);
  }

  double score(const std::vector<ChainLabel>& labels) const {
    double sum = steps[kOutside][labels[0]];
    for (std::size_t i = 0; i < labels.size(); ++i) {
      sum += tokens[i][labels[i]];
      if (i > 0) sum += steps[labels[i - 1]][labels[i]];
    }
    return sum;
  }

  void for_each_labeling(const std::function<void(const std::vector<ChainLabel>&)>& use) const {
    std::vector<ChainLabel> labels;
    extend(labels, use);
  }

 private:
  void extend(std::vector<ChainLabel>& labels, const std::function<void(const std::vector<ChainLabel>&)>& use) const {
    const ChainLabel before = labels.empty() ? kOutside : labels.back();
    if (labels.size() == tokens.size()) {
      if (may_follow(before, kOutside)) use(labels);
      return;
    }
    for (ChainLabel next = 0; next < kChainLabels; ++next) {
      if (!may_follow(before, next)) continue;
      if (!allowed.empty() && (allowed[labels.size()] >> next & 1U) == 0) continue;
      labels.push_back(next);
      extend(labels, use);
      labels.pop_back();
    }
  }
};

Marginals marginals_of(const Chain& chain) {
  Marginals out;
  find_marginals(chain.tokens, exp_steps(chain.steps), chain.allowed, out);
  return out;
}

/// Probabilities by counting all labelings.
struct Enumerated {
  double total = 0;
  std::vector<std::array<double, kChainLabels>> labels;
  std::function<bool(const std::vector<ChainLabel>&)> holds;
  double share = 0;  // of labelings for which `holds`

  explicit Enumerated(const Chain& chain, std::function<bool(const std::vector<ChainLabel>&)> test = {})
      : labels(chain.tokens.size()), holds(std::move(test)) {
    chain.for_each_labeling([&](const std::vector<ChainLabel>& l) {
      const double e = std::exp(chain.score(l));
      total += e;
      for (std::size_t i = 0; i < l.size(); ++i) labels[i][l[i]] += e;
      if (holds && holds(l)) share += e;
    });
  }
};

bool is_exactly(const std::vector<ChainLabel>& labels, std::size_t begin, std::size_t end, NameType type) {
  for (std::size_t i = begin; i < end; ++i) {
    const bool first = i == begin, last = i + 1 == end;
    const Part part = first && last ? Part::unit : first ? Part::begin : last ? Part::last : Part::inside;
    if (labels[i] != chain_label(type, part)) return false;
  }
  return true;
}

TEST_CASE("Labels follow each other as parts of names do") {
  const ChainLabel b = chain_label(NameType::person, Part::begin), i = chain_label(NameType::person, Part::inside);
  const ChainLabel l = chain_label(NameType::person, Part::last), u = chain_label(NameType::person, Part::unit);
  const ChainLabel other = chain_label(NameType::location, Part::last);
  CHECK((may_follow(kOutside, b) && may_follow(kOutside, u) && may_follow(kOutside, kOutside)));
  CHECK((may_follow(b, i) && may_follow(b, l) && may_follow(i, i) && may_follow(i, l)));
  CHECK((may_follow(l, b) && may_follow(u, u) && may_follow(l, kOutside)));
  CHECK(!(may_follow(kOutside, i) || may_follow(kOutside, l) || may_follow(b, kOutside) || may_follow(i, kOutside)));
  CHECK(!(may_follow(b, b) || may_follow(b, u) || may_follow(l, i) || may_follow(b, other)));
}

TEST_CASE("The best labels are those of the best of all labelings") {
  BestScores scratch;
  std::vector<ChainLabel> found;
  for (const std::size_t size : {1U, 2U, 3U, 4U})
    for (unsigned seed = 0; seed < 12; ++seed) {
      const Chain chain(size, seed, 3.0F);
      double best = -1e9;
      std::vector<ChainLabel> labels;
      chain.for_each_labeling([&](const std::vector<ChainLabel>& l) {
        if (chain.score(l) > best) best = chain.score(l), labels = l;
      });
      best_labels(chain.tokens, allowed_steps(chain.steps), scratch, found);
      INFO("size " << size << ", seed " << seed);
      CHECK(found == labels);
    }
  best_labels({}, {}, scratch, found);
  CHECK(found.empty());
}

TEST_CASE("A label that is ruled out is not taken") {
  Chain chain(3, 1, 1.0F);
  const ChainLabel person = chain_label(NameType::person, Part::unit);
  chain.tokens[1].fill(kForbidden);
  chain.tokens[1][person] = -50;
  BestScores scratch;
  std::vector<ChainLabel> found;
  best_labels(chain.tokens, allowed_steps(chain.steps), scratch, found);
  CHECK(found[1] == person);
}

TEST_CASE("Marginals are those of all labelings") {
  for (const std::size_t size : {1U, 2U, 3U, 4U})
    for (unsigned seed = 0; seed < 6; ++seed) {
      Chain chain(size, seed, 2.5F);
      if (seed % 2 == 1) {  // only some labels; "outside" always
        std::mt19937 random(seed);
        for (std::size_t i = 0; i < size; ++i) chain.allowed.push_back((random() & kAllLabels) | 1U);
      }
      INFO("size " << size << ", seed " << seed);
      const Marginals m = marginals_of(chain);
      const Enumerated all(chain);
      CHECK(m.log_total == Approx(std::log(all.total)).epsilon(1e-4));
      for (std::size_t i = 0; i < size; ++i)
        for (ChainLabel l = 0; l < kChainLabels; ++l)
          if (std::abs(m.label(i, l) - all.labels[i][l] / all.total) > 1e-4)
            FAIL("token " << i << " label " << int{l} << ": " << m.label(i, l) << " not "
                          << all.labels[i][l] / all.total);
    }
}

TEST_CASE("Probabilities of steps and of whole names are those of all labelings") {
  constexpr std::size_t kSize = 4;
  for (unsigned seed = 20; seed < 24; ++seed) {
    const Chain chain(kSize, seed, 2.0F);
    const StepFactors factors = exp_steps(chain.steps);
    const Marginals m = marginals_of(chain);
    const ChainLabel begin = chain_label(NameType::organization, Part::begin);
    const ChainLabel last = chain_label(NameType::organization, Part::last);
    for (std::size_t i = 0; i + 1 < kSize; ++i) {
      const Enumerated e(chain, [&](const auto& l) { return l[i] == begin && l[i + 1] == last; });
      CHECK(step_probability(m, factors, i, begin, last) == Approx(e.share / e.total).margin(1e-5));
    }
    for (std::size_t b = 0; b < kSize; ++b)
      for (std::size_t end = b + 1; end <= kSize; ++end)
        for (const NameType type : {NameType::person, NameType::misc}) {
          const Enumerated e(chain, [&](const auto& l) { return is_exactly(l, b, end, type); });
          CHECK(name_probability(m, factors, b, end, type) == Approx(e.share / e.total).margin(1e-5));
        }
    for (std::size_t b = 0; b < kSize; ++b)
      for (std::size_t end = b + 1; end <= kSize; ++end) {
        const Enumerated e(chain, [&](const auto& l) {
          return std::all_of(l.begin() + static_cast<std::ptrdiff_t>(b), l.begin() + static_cast<std::ptrdiff_t>(end),
                             [](ChainLabel label) { return label == kOutside; });
        });
        CHECK(outside_probability(m, factors, b, end) == Approx(e.share / e.total).margin(1e-5));
      }
  }
}

TEST_CASE("Where no labeling is possible all probabilities are 0") {
  Chain chain(4, 3, 1.0F);
  const LabelSet inside = LabelSet{1} << chain_label(NameType::person, Part::inside);
  for (const std::size_t at : {0U, 1U, 3U}) {
    chain.allowed.assign(4, LabelSet{1} << kOutside);
    chain.allowed[at] = inside;
    const Marginals m = marginals_of(chain);
    CHECK(std::isinf(m.log_total));
    for (std::size_t i = 0; i < 4; ++i)
      for (ChainLabel l = 0; l < kChainLabels; ++l) CHECK(m.label(i, l) == 0);
    CHECK(name_probability(m, exp_steps(chain.steps), 1, 3, NameType::person) == 0);
  }
}

TEST_CASE("Whatever the scores are, a probability is 0 to 1") {
  for (const float spread : {60.0F, 300.0F, 1e10F, 1.7e38F}) {
    for (unsigned seed = 0; seed < 20; ++seed) {
      const Chain chain(6, seed, spread);
      const Marginals m = marginals_of(chain);
      for (std::size_t begin = 0; begin < 6; ++begin)
        for (std::size_t end = begin + 1; end <= 6; ++end) {
          const float p = name_probability(m, exp_steps(chain.steps), begin, end, NameType::person);
          CHECK((p >= 0 && p <= 1));
        }
    }
  }
}

TEST_CASE("Long chains stay within the range of numbers") {
  const Chain chain(20000, 5, 8.0F);
  const Marginals m = marginals_of(chain);
  CHECK(std::isfinite(m.log_total));
  for (const std::size_t i : {0U, 10000U, 19999U}) {
    float sum = 0;
    for (ChainLabel l = 0; l < kChainLabels; ++l) sum += m.label(i, l);
    CHECK(sum == Approx(1).margin(1e-3));
  }
}

}  // namespace
}  // namespace quoth::internal
