// Tests lib/syntax/weight_tables.cc, feature_table.cc and feature_hash.h.

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "quoth/load_error.h"
#include "syntax/weight_tables.h"
#include "syntax_fixture.h"

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

constexpr FeatureTableSections kSteps = {"steps", "stepf"};
constexpr LabelSections kLabels = {{"labels", "labelf"}, "rows", "short"};

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
  const Frozen frozen([&](FrozenWriter& writer) { freeze_steps(rows, kSteps, writer); });
  const StepWeights weights(frozen.file, kSteps);
  for (const StepRow& row : rows) {
    const auto [left, right] = step_sums(weights, std::array{row.feature});
    REQUIRE(left == row.left);
    REQUIRE(right == row.right);
  }
  std::size_t mistaken = 0;
  for (std::size_t i = 1; i < features.size(); i += 2)
    mistaken += step_sums(weights, std::array{features[i]}) != std::pair<std::int32_t, std::int32_t>();
  CHECK(mistaken <= 1);
}

TEST_CASE("a table of labels gives back what was put in") {
  const std::vector<SyntaxFeature> features = some_features(5000);
  std::vector<LabelRow> rows;
  for (std::size_t i = 0; i < features.size(); i += 2) {
    rows.push_back({features[i], {{static_cast<std::uint8_t>(i % 63), -127}}});
    if (i % 4 == 0) rows.back().weights.push_back({63, 127});
    for (std::uint8_t l = 0; i % 10 == 0 && l < 40; ++l)  // a long row
      if (l != i % 63) rows.back().weights.push_back({l, static_cast<std::int8_t>(l - 20)});
  }
  const Frozen frozen([&](FrozenWriter& writer) { freeze_labels(rows, kLabels, writer); });
  const LabelWeights weights(frozen.file, kLabels);
  for (const LabelRow& row : rows) {
    LabelSums expected{};
    for (const LabelWeight& w : row.weights) expected[w.label] = w.weight;
    REQUIRE(label_sums(weights, std::array{row.feature}) == expected);
  }
  std::size_t mistaken = 0;
  for (std::size_t i = 1; i < features.size(); i += 2)
    mistaken += label_sums(weights, std::array{features[i]}) != LabelSums{};
  CHECK(mistaken <= 1);
}

TEST_CASE("a table of sure labels gives back what was put in") {
  const std::vector<SyntaxFeature> features = some_features(1000);
  std::vector<LabelRow> rows;
  for (std::size_t i = 0; i < features.size(); i += 2)
    rows.push_back({features[i], {{static_cast<std::uint8_t>(i % 64), 1}}});
  const Frozen frozen([&](FrozenWriter& writer) { freeze_sure_labels(rows, kSteps, writer); });
  const FeatureTable table(frozen.file, kSteps);
  for (const LabelRow& row : rows) REQUIRE(table.find(row.feature) == row.weights[0].label + 1);
  CHECK(table.largest() == 63);
}

TEST_CASE("several features are the sum of each") {
  const std::vector<SyntaxFeature> features = some_features(1000);
  std::vector<StepRow> steps;
  std::vector<LabelRow> labels;
  for (std::size_t i = 0; i < features.size(); i += 2) {
    steps.push_back({features[i], static_cast<std::int8_t>(i % 50), 1});
    labels.push_back({features[i], {{static_cast<std::uint8_t>(i % 64), 3}}});
  }
  const Frozen frozen([&](FrozenWriter& writer) {
    freeze_steps(steps, kSteps, writer);
    freeze_labels(labels, kLabels, writer);
  });
  const StepWeights step_weights(frozen.file, kSteps);
  const LabelWeights label_weights(frozen.file, kLabels);
  for (std::size_t at = 0; at + 10 <= features.size(); at += 10) {
    std::array<SyntaxFeature, 10> some;
    std::copy_n(features.begin() + static_cast<std::ptrdiff_t>(at), some.size(), some.begin());
    std::pair<std::int32_t, std::int32_t> steps_each;
    LabelSums labels_each{};
    for (const SyntaxFeature feature : some) {
      const auto [left, right] = step_sums(step_weights, std::array{feature});
      steps_each.first += left;
      steps_each.second += right;
      const LabelSums sums = label_sums(label_weights, std::array{feature});
      for (std::size_t l = 0; l < kMostLabels; ++l)
        labels_each[l] = static_cast<std::int16_t>(labels_each[l] + sums[l]);
    }
    REQUIRE(step_sums(step_weights, some) == steps_each);
    REQUIRE(label_sums(label_weights, some) == labels_each);
  }
}

TEST_CASE("the best label is the first of the largest, and leads by what the next one has less") {
  LabelSums sums{};
  sums[3] = 50, sums[5] = 50, sums[7] = 20;
  CHECK(best_label(sums, 0, kMostLabels) == 3);
  CHECK(best_label(sums, 4, kMostLabels) == 5);
  CHECK(lead(sums, 3, 0, kMostLabels) == 0);
  CHECK(lead(sums, 5, 4, kMostLabels) == 30);
  CHECK(lead(sums, 7, 6, 9) == 20);
  sums.fill(-7);
  CHECK(lead(sums, 2, 2, 3) > 1000);  // there is no other one
}

TEST_CASE("a table of any size gives back what was put in") {
  for (const std::size_t size : {0U, 1U, 2U, 3U, 5U, 8U, 13U, 100U, 30000U}) {
    const std::vector<SyntaxFeature> features = some_features(size);
    std::vector<FeatureRow> rows;
    for (std::size_t i = 0; i < size; ++i) rows.push_back({features[i], static_cast<FeatureNumber>(i % 65535 + 1)});
    const Frozen frozen([&](FrozenWriter& writer) { freeze_features(rows, kSteps, writer); });
    const FeatureTable table(frozen.file, kSteps);
    std::size_t mistaken = 0;  // for another one with the same check, in one of the same buckets
    for (const FeatureRow& row : rows) mistaken += table.find(row.feature) != row.number;
    CHECK(mistaken <= size / 10000);
  }
}

TEST_CASE("a feature that is there too often is refused") {
  const std::vector<FeatureRow> rows(5, FeatureRow{7, 1});
  FrozenWriter writer;
  CHECK_THROWS_WITH(freeze_features(rows, kSteps, writer), "features of grammar weights do not fit into a table");
}

TEST_CASE("too many rows of labels are refused") {
  const std::vector<LabelRow> rows(65536, LabelRow{7, {{1, 1}}});
  FrozenWriter writer;
  CHECK_THROWS_WITH(freeze_labels(rows, kLabels, writer), "grammar weights have too many features");
}

TEST_CASE("a broken table is refused") {
  const Frozen frozen([](FrozenWriter& writer) {
    writer.add("any", std::vector<std::uint64_t>(3, 0x1234000300000003U));
    writer.add("odd", std::string_view("1234567"));
    writer.add("filter", std::vector<std::uint64_t>(4, ~std::uint64_t{0}));
    writer.add("three", std::vector<std::uint64_t>(3, 0));
    writer.add("no bits", std::string_view());
    writer.add("rows0", std::vector<FrozenLabelRow>());
    writer.add("rows3", std::vector<FrozenLabelRow>(3));
    writer.add("rows4", std::vector<FrozenLabelRow>(4));
    writer.add("short0", std::vector<ShortLabelRow>());
    writer.add("short1", std::vector<ShortLabelRow>(1));
    writer.add("short4", std::vector<ShortLabelRow>(4));
    ShortLabelRow row{};
    row.back().label = kMostLabels;
    writer.add("short?", std::vector<ShortLabelRow>{row});
  });
  const auto refusal = [&](const LabelSections& sections) -> std::string {
    try {
      const LabelWeights weights(frozen.file, sections);
      for (SyntaxFeature f = 0; f < 1000; ++f) label_sums(weights, std::array{f << 20 | f});
    } catch (const LoadError& error) {
      return error.what();
    }
    return "";
  };
  CHECK(refusal({{"any", "filter"}, "rows4", "short0"}) == "");
  CHECK(refusal({{"any", "filter"}, "rows3", "short1"}) == "");
  CHECK(refusal({{"any", "filter"}, "rows3", "short0"}) == "test: a feature of grammar weights has no row");
  CHECK(refusal({{"any", "filter"}, "rows0", "short4"}) == "test: a feature of grammar weights has no row");
  CHECK(refusal({{"any", "filter"}, "rows4", "short?"}) == "test: a grammar weight has no label");
  CHECK(refusal({{"any", "no bits"}, "rows4", "short0"}) == "test: a filter of grammar weights has a broken size");
  CHECK(refusal({{"any", "three"}, "rows4", "short0"}) == "test: a filter of grammar weights has a broken size");
  CHECK(refusal({{"odd", "filter"}, "rows4", "short0"}) == "test: section 'odd' has a broken size");
  CHECK(refusal({{"missing", "filter"}, "rows4", "short0"}) == "test: lacks the section 'missing'");
}

}  // namespace quoth::internal
