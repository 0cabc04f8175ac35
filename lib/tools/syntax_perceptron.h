#pragma once

// Averaged perceptron (Collins 2002) over features that are numbers. Deterministic. Tested by
// tests/unit/syntax_trainer_test.cc.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "syntax/weight_tables.h"

namespace quoth::internal {

/// Not for sharing between threads.
class Perceptron {
 public:
  struct Weight {
    std::uint32_t label = 0;
    std::uint32_t since = 0;
    float weight = 0;
    double total = 0;  // the weight, summed over the time before `since`
  };
  /// A feature's averaged weights.
  struct Row {
    SyntaxFeature feature = 0;
    std::vector<std::pair<std::uint32_t, float>> weights;  // by label

    float size() const;
  };

  using Sums = std::array<float, kMostLabels>;

  /// Knows no feature yet; each one that an update meets is added.
  Perceptron() = default;
  /// Knows these features, and no others ever.
  explicit Perceptron(std::span<const SyntaxFeature> features);

  /// By label.
  Sums score(std::span<const SyntaxFeature> features) const;
  /// Moves weights towards one label and away from another.
  void update(std::span<const SyntaxFeature> features, std::uint32_t gold, std::uint32_t guess, float step = 1);
  /// One more example was seen.
  void advance() { ++time_; }

  /// Averages over the time, sorted by feature.
  std::vector<Row> averages() const;

 private:
  static constexpr std::uint32_t kMissing = 0xFFFFFFFFU;
  struct Slot {
    SyntaxFeature feature = 0;
    std::uint32_t row = kMissing;
  };
  std::size_t place(SyntaxFeature feature) const;
  std::uint32_t row_for(SyntaxFeature feature);
  std::uint32_t insert(SyntaxFeature feature);
  void grow();
  void change(std::vector<Weight>& row, std::uint32_t label, float by);

  std::vector<Slot> slots_ = std::vector<Slot>(1024);
  std::vector<std::vector<Weight>> rows_;
  std::vector<SyntaxFeature> features_;
  std::uint32_t time_ = 0;
  bool closed_ = false;
};

/// The features of the `most` largest rows, sorted.
std::vector<SyntaxFeature> strongest_features(std::span<const Perceptron::Row> rows, std::size_t most);

}  // namespace quoth::internal
