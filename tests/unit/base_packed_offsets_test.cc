#include <catch2/catch.hpp>
#include <random>

#include "base/packed_offsets.h"

namespace quoth::internal {
namespace {

TEST_CASE("offsets come back as they were packed") {
  std::mt19937 random(3);
  for (const std::size_t count : {1u, 2u, 63u, 64u, 65u, 128u, 1000u}) {
    std::vector<std::uint32_t> offsets(count);
    for (std::size_t i = 1; i < count; ++i) offsets[i] = offsets[i - 1] + static_cast<std::uint32_t>(random() % 1000);
    const auto blocks = pack_offsets(offsets);
    REQUIRE(blocks);
    const PackedOffsets packed(*blocks);
    for (std::size_t i = 0; i < count; ++i) REQUIRE(packed[i] == offsets[i]);
    CHECK(packed.are_sound(count, offsets.back()));
    CHECK_FALSE(packed.are_sound(count, offsets.back() + 1));
    CHECK_FALSE(packed.are_sound(count + 64, offsets.back()));
    CHECK_FALSE(packed.are_sound(0, 0));
  }
}

TEST_CASE("neighbours that are too far apart cannot be packed") {
  CHECK(pack_offsets(std::vector<std::uint32_t>{0, 0xFFFF}));
  CHECK_FALSE(pack_offsets(std::vector<std::uint32_t>{0, 0x10000}));
}

TEST_CASE("unsound offsets are seen") {
  const auto sound = [](std::vector<std::uint16_t> beyond, std::uint32_t base, std::size_t end) {
    std::vector<OffsetBlock> blocks(1);
    blocks[0].base = base;
    for (std::size_t i = 0; i < beyond.size(); ++i) blocks[0].beyond[i] = beyond[i];
    return PackedOffsets(blocks).are_sound(beyond.size(), end);
  };
  CHECK(sound({0, 2, 2, 5}, 0, 5));
  CHECK_FALSE(sound({0, 2, 1, 5}, 0, 5));     // falls
  CHECK_FALSE(sound({1, 2, 2, 5}, 0, 5));     // begins late
  CHECK_FALSE(sound({0, 2, 2, 5}, 1, 6));     // begins late
  CHECK_FALSE(sound({0, 2, 6, 5}, 0, 5));     // goes past the end
  CHECK_FALSE(sound({0, 5}, 0xFFFFFFFF, 4));  // wraps around
}

}  // namespace
}  // namespace quoth::internal
