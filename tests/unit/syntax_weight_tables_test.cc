// Tests lib/syntax/weight_tables.cc and feature_hash.h.

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "quoth/load_error.h"
#include "syntax/weight_tables.h"

namespace quoth::internal {
namespace {

// Sections in memory that outlives views of them.
struct Frozen {
  template <typename Fill>
  explicit Frozen(Fill fill) {
    FrozenWriter writer;
    fill(writer);
    bytes = writer.finish();
    file = FrozenFile(bytes, "test");
  }
  std::string bytes;
  FrozenFile file;
};

std::vector<SyntaxFeature> some_features(std::size_t count) {
  std::vector<SyntaxFeature> features;
  for (std::size_t i = 0; i < count; ++i) features.push_back(syntax_feature(static_cast<unsigned>(i % 7), i, i / 3));
  return features;
}

}  // namespace

TEST_CASE("features have 40 bits and depend on each value's place") {
  std::set<SyntaxFeature> seen;
  for (unsigned t = 0; t < 4; ++t)
    for (std::uint64_t a = 0; a < 10; ++a)
      for (std::uint64_t b = 0; b < 10; ++b)
        for (std::uint64_t c = 0; c < 10; ++c) seen.insert(syntax_feature(t, a, b, c, a + b));
  CHECK(seen.size() == 4000);
  CHECK(*seen.rbegin() < SyntaxFeature{1} << kFeatureBits);
}

TEST_CASE("a table of steps gives back what was put in") {
  const std::vector<SyntaxFeature> features = some_features(5000);
  std::vector<StepRow> rows;
  for (std::size_t i = 0; i < features.size(); i += 2)
    rows.push_back({features[i], static_cast<std::int8_t>(i % 255 - 127), static_cast<std::int8_t>(i % 100)});
  const Frozen frozen([&](FrozenWriter& writer) { freeze_steps(rows, {"slots", {}, "filter"}, writer); });
  const StepWeights weights(frozen.file, {"slots", {}, "filter"});
  for (const StepRow& row : rows) {
    std::int32_t left = 1000, right = -1000;
    weights.add(row.feature, left, right);
    REQUIRE(left == 1000 + row.left);
    REQUIRE(right == -1000 + row.right);
  }
  std::size_t mistaken = 0;
  for (std::size_t i = 1; i < features.size(); i += 2) {
    std::int32_t left = 0, right = 0;
    weights.add(features[i], left, right);
    mistaken += left != 0 || right != 0;
  }
  CHECK(mistaken <= 5);
}

TEST_CASE("a table of labels gives back what was put in") {
  const std::vector<SyntaxFeature> features = some_features(5000);
  std::vector<LabelRow> rows;
  for (std::size_t i = 0; i < features.size(); i += 2) {
    rows.push_back({features[i], {{static_cast<std::uint8_t>(i % 63), -127}}});
    if (i % 4 == 0) rows.back().weights.push_back({63, 127});
  }
  const Frozen frozen([&](FrozenWriter& writer) { freeze_labels(rows, {"slots", "runs", "filter"}, writer); });
  const LabelWeights weights(frozen.file, {"slots", "runs", "filter"});
  for (const LabelRow& row : rows) {
    LabelSums sums{}, expected{};
    weights.add(row.feature, sums);
    for (const LabelWeight& w : row.weights) expected[w.label] = w.weight;
    REQUIRE(sums == expected);
  }
  std::size_t mistaken = 0;
  for (std::size_t i = 1; i < features.size(); i += 2) {
    LabelSums sums{};
    weights.add(features[i], sums);
    mistaken += sums != LabelSums{};
  }
  CHECK(mistaken <= 10);
}

TEST_CASE("all features at once are the sum of each") {
  const std::vector<SyntaxFeature> features = some_features(1000);
  std::vector<StepRow> steps;
  std::vector<LabelRow> labels;
  for (std::size_t i = 0; i < features.size(); i += 2) {
    steps.push_back({features[i], static_cast<std::int8_t>(i % 50), 1});
    labels.push_back({features[i], {{static_cast<std::uint8_t>(i % 64), 3}}});
  }
  const Frozen frozen([&](FrozenWriter& writer) {
    freeze_steps(steps, {"steps", {}, "stepf"}, writer);
    freeze_labels(labels, {"slots", "runs", "filter"}, writer);
  });
  const StepWeights step_weights(frozen.file, {"steps", {}, "stepf"});
  const LabelWeights label_weights(frozen.file, {"slots", "runs", "filter"});
  for (std::size_t at = 0; at + 10 <= features.size(); at += 10) {
    std::array<SyntaxFeature, 10> some;
    std::copy_n(features.begin() + static_cast<std::ptrdiff_t>(at), some.size(), some.begin());
    std::int32_t left = 0, right = 0, left_each = 0, right_each = 0;
    LabelSums sums{}, sums_each{};
    step_weights.add_all(some, left, right);
    label_weights.add_all(some, sums);
    for (std::size_t i = 0; i < some.size(); i += 2) {
      step_weights.add(some[i], left_each, right_each);
      label_weights.add(some[i], sums_each);
    }
    REQUIRE(left == left_each);
    REQUIRE(right == right_each);
    REQUIRE(sums == sums_each);
  }
}

TEST_CASE("a table without an empty slot is refused") {
  const Frozen frozen([](FrozenWriter& writer) {
    writer.add("full", std::vector<std::uint32_t>(8, 0xFFFFFFFFU));
    writer.add("runs", std::vector<std::uint16_t>(1, 0));
    writer.add("filter", std::vector<std::uint64_t>(1, 0));
    writer.add("free", std::vector<std::uint32_t>(8, 0));
    writer.add("no bits", std::string_view());
  });
  CHECK_THROWS_AS(StepWeights(frozen.file, {"full", {}, "filter"}), LoadError);
  CHECK_THROWS_AS(LabelWeights(frozen.file, {"full", "runs", "filter"}), LoadError);
  CHECK_NOTHROW(StepWeights(frozen.file, {"free", {}, "filter"}));
  CHECK_THROWS_AS(StepWeights(frozen.file, {"free", {}, "no bits"}), LoadError);
  CHECK_THROWS_AS(StepWeights(frozen.file, {"missing", {}, "filter"}), LoadError);
}

TEST_CASE("a run that points beyond the pairs, or that has no end, does no harm") {
  const Frozen frozen([](FrozenWriter& writer) {
    std::vector<std::uint32_t> slots(2);
    slots[0] = 1U << 20 | 0xFFFFFU;  // far beyond
    writer.add("slots", slots);
    writer.add("runs", std::vector<std::uint16_t>(3, 0x3F));  // never the last
    slots[0] = 1U << 20;
    writer.add("slots2", slots);
    writer.add("filter", std::vector<std::uint64_t>(1, ~std::uint64_t{0}));
  });
  for (const char* section : {"slots", "slots2"}) {
    const LabelWeights weights(frozen.file, {section, "runs", "filter"});
    LabelSums sums{};
    weights.add(SyntaxFeature{1} << 28, sums);
    CHECK(sums == LabelSums{});
  }
}

}  // namespace quoth::internal
