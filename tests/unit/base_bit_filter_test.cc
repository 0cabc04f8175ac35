#include <catch2/catch.hpp>
#include <random>

#include "base/bit_filter.h"

namespace quoth::internal {
namespace {

TEST_CASE("A filter has all that was put in, and lacks most of what was not") {
  for (const std::size_t count : {0U, 1U, 12U, 13U, 1000U, 40000U}) {
    std::mt19937_64 random(count);
    std::vector<std::uint64_t> hashes;
    for (std::size_t i = 0; i < count; ++i) hashes.push_back(random());
    const auto words = make_bit_filter(hashes, [](std::uint64_t hash) { return hash; });
    CHECK(words.size() * 64 >= count * 9 / 2);
    const BitFilter filter(words);
    REQUIRE(filter.is_sound());
    for (const std::uint64_t hash : hashes) REQUIRE(filter.may_have(hash));
    int passed = 0;
    for (int i = 0; i < 1000; ++i) passed += filter.may_have(random()) ? 1 : 0;
    CHECK(passed < 250);
  }
}

TEST_CASE("A filter of a size that no other has is not sound") {
  CHECK_FALSE(BitFilter().is_sound());
  for (const std::size_t size : {0U, 3U, 6U}) CHECK_FALSE(BitFilter(std::vector<std::uint64_t>(size)).is_sound());
  for (const std::size_t size : {1U, 2U, 8U}) CHECK(BitFilter(std::vector<std::uint64_t>(size)).is_sound());
}

}  // namespace
}  // namespace quoth::internal
