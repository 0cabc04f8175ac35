#include <catch2/catch.hpp>
#include <unordered_map>

#include "base/hash_index.h"

namespace quoth::internal {
namespace {

TEST_CASE("Hashes are numbered in order of their first use") {
  HashIndex index;
  CHECK(index.find(7) == HashIndex::kNone);  // before the first clear()
  CHECK(index.add(70) == 0);
  CHECK(index.add(7) == 1);
  CHECK(index.add(70) == 0);
  CHECK(index.add(0) == 2);  // a hash like any other
  CHECK(index.size() == 3);
  CHECK(index.find(0) == 2);
  CHECK(index.find(8) == HashIndex::kNone);
}

TEST_CASE("A cleared index has forgotten all, whatever its size was") {
  HashIndex index;
  for (const std::size_t most : {1000U, 0U, 5U, 300U}) {
    index.clear();
    CHECK(index.size() == 0);
    for (std::uint64_t h = 0; h < most; ++h) CHECK(index.add(h * 1024) == h);
    CHECK(index.find(1) == HashIndex::kNone);
  }
}

TEST_CASE("An index that grows agrees with a map, however its hashes crowd") {
  constexpr std::size_t kMost = 2000;
  HashIndex index;
  index.clear();
  std::unordered_map<std::uint64_t, std::uint32_t> map;
  std::uint64_t state = 1;
  for (int round = 0; round < 20000; ++round) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    const std::uint64_t hash = (state >> 33) % kMost << 40 | (state >> 20) % 3;  // low bits say little
    if (map.size() == kMost && !map.contains(hash)) continue;
    const auto [it, fresh] = map.try_emplace(hash, static_cast<std::uint32_t>(map.size()));
    if (index.find(hash) != (fresh ? HashIndex::kNone : it->second)) FAIL("find " << hash);
    if (index.add(hash) != it->second) FAIL("add " << hash);
  }
  CHECK(index.size() == map.size());
}

TEST_CASE("The order of combined hashes counts") {
  CHECK(combine_hashes(1, 2) != combine_hashes(2, 1));
  CHECK(combine_hashes(combine_hashes(0, 1), 2) != combine_hashes(combine_hashes(0, 2), 1));
  CHECK(combine_hashes(0, 5) == combine_hashes(0, 5));
}

}  // namespace
}  // namespace quoth::internal
