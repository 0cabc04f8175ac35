#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <random>

#include "aligned_bytes.h"
#include "model/weights.h"

namespace quoth::internal {
namespace {

AlignedBytes frozen(const WeightTable& table) {
  FrozenWriter writer;
  freeze_weights(table, "wt_", writer);
  return AlignedBytes(writer.finish());
}

TEST_CASE("Frozen weights give each feature its row, rounded, and no other feature one") {
  for (const std::size_t count : {1U, 2U, 3U, 500U}) {
    std::mt19937_64 random(count);
    std::uniform_real_distribution<float> weight(-4, 4);
    WeightTable table;
    for (std::size_t r = 0; r < count; ++r) {
      WeightTable::Row& row = table.rows.emplace_back();
      row.feature = random();
      for (float& w : row.weights) w = weight(random);
    }
    table.rows[0].weights[3] = -6.35F;  // the largest
    table.steps[1][2] = 0.25F;
    const AlignedBytes bytes = frozen(table);
    const Weights weights(FrozenFile(bytes.view(), "test"), "wt_");
    CHECK(!weights.empty());
    CHECK(weights.scale() == Approx(0.05));
    CHECK(weights.steps() == table.steps);
    for (const auto& row : table.rows) {
      const std::int8_t* found = weights.find(row.feature);
      REQUIRE(found != nullptr);
      REQUIRE(weights.may_have(row.feature));
      for (std::size_t l = 0; l < kNameLabels; ++l)
        CHECK(std::abs(static_cast<float>(found[l]) * weights.scale() - row.weights[l]) <= 0.0251F);
    }
    int passed = 0;
    for (int i = 0; i < 1000; ++i) {
      const FeatureHash other = random();
      CHECK(weights.find(other) == nullptr);
      passed += weights.may_have(other) ? 1 : 0;
    }
    CHECK(passed < 250);
  }
}

TEST_CASE("Rows add up") {
  WeightTable table;
  constexpr FeatureHash a = 0x1100000007, b = 0x1200000007, c = 0x1300000007;
  table.rows.push_back({a, {}});
  table.rows.push_back({b, {}});
  table.rows[0].weights[2] = 1.27F;
  table.rows[1].weights[2] = -0.27F;
  const AlignedBytes bytes = frozen(table);
  const Weights weights(FrozenFile(bytes.view(), "test"), "wt_");
  std::array<std::int32_t, kNameLabels> sums{};
  for (const FeatureHash f : {a, b, b, c}) weights.add(f, sums);
  CHECK(sums[2] == 127 - 27 - 27);
  CHECK(sums[0] == 0);
}

TEST_CASE("A feature whose upper half is 0 is found, and no weights are none") {
  WeightTable table;
  table.rows.push_back({5, {}});
  table.rows[0].weights[0] = 2;
  const AlignedBytes bytes = frozen(table);
  CHECK(Weights(FrozenFile(bytes.view(), "test"), "wt_").find(5) != nullptr);
  const AlignedBytes none = frozen({});
  const Weights empty(FrozenFile(none.view(), "test"), "wt_");
  CHECK(empty.empty());
  CHECK(empty.find(5) == nullptr);
  CHECK(Weights().find(5) == nullptr);
  CHECK_FALSE(Weights().may_have(5));
}

/// What a table of these sections is refused for.
std::string refusal(const std::vector<WeightsHead>& heads, std::size_t keys, std::size_t rows, std::uint32_t key = 0,
                    std::size_t filter = 1) {
  FrozenWriter writer;
  writer.add("wt_head", heads);
  writer.add("wt_keys", std::vector<std::uint32_t>(keys, key));
  writer.add("wt_rows", std::vector<std::int8_t>(rows, 0));
  writer.add("wt_filt", std::vector<std::uint64_t>(filter, 0));
  const AlignedBytes bytes(writer.finish());
  try {
    Weights(FrozenFile(bytes.view(), "w"), "wt_");
  } catch (const LoadError& error) {
    return error.what();
  }
  return "";
}

TEST_CASE("Damaged weights are refused") {
  const auto head = [](std::uint32_t slots, float scale = 1, float step = 0) {
    WeightsHead h;
    h.slots = slots, h.scale = scale, h.steps[18] = step;
    return std::vector<WeightsHead>{h};
  };
  const float nan = std::numeric_limits<float>::quiet_NaN(), inf = std::numeric_limits<float>::infinity();
  CHECK(refusal(head(4), 4, 64) == "");
  CHECK(refusal(head(0), 0, 0) == "");
  CHECK(refusal({}, 4, 64) == "w: weights have a broken head");
  CHECK(refusal({head(4)[0], head(4)[0]}, 4, 64) == "w: weights have a broken head");
  CHECK(refusal(head(4), 3, 64) == "w: weights have broken sizes");
  CHECK(refusal(head(4), 4, 63) == "w: weights have broken sizes");
  CHECK(refusal(head(0xFFFFFFFF), 4, 64) == "w: weights have broken sizes");
  CHECK(refusal(head(4), 4, 64, 9) == "w: weights have no empty slot");
  CHECK(refusal(head(4), 4, 64, 0, 0) == "w: weights have a filter of a broken size");
  CHECK(refusal(head(4), 4, 64, 0, 3) == "w: weights have a filter of a broken size");
  CHECK(refusal(head(4, nan), 4, 64) == "w: weights have a broken scale");
  CHECK(refusal(head(4, 1, inf), 4, 64) == "w: weights have a broken step");
  FrozenWriter writer;
  const AlignedBytes nothing(writer.finish());
  CHECK(Weights(FrozenFile(nothing.view(), "w"), "wt_").empty());
  writer.add("wt_keys", std::vector<std::uint32_t>(4, 0));
  const AlignedBytes keys(writer.finish());
  CHECK_THROWS_WITH(Weights(FrozenFile(keys.view(), "w"), "wt_"), "w: lacks the section 'wt_head'");
}

}  // namespace
}  // namespace quoth::internal
