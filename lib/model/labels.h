#pragma once

// The labels of the chain model: which part of which kind of name a token is.

#include <array>
#include <cstdint>
#include <string_view>

namespace quoth::internal {

/// The kinds of names that the model tells apart. `misc` (laws, products, events, peoples) is told apart so that it is
/// not taken for one of the others; it is not shown. Stored in weights: do not change.
enum class NameType : std::uint8_t { person = 0, location = 1, organization = 2, misc = 3 };
inline constexpr std::size_t kNameTypes = 4;
inline constexpr std::array<std::string_view, kNameTypes> kNameTypeNames = {"PERSON", "LOCATION", "ORGANIZATION",
                                                                            "MISC"};

/// Where in a name a token stands. Stored in weights: do not change.
enum class Part : std::uint8_t { begin = 0, inside = 1, last = 2, unit = 3 };

/// 0: outside of names; else 1 + 4 * type + part.
using ChainLabel = std::uint8_t;
inline constexpr ChainLabel kOutside = 0;
inline constexpr std::size_t kChainLabels = 1 + 4 * kNameTypes;

constexpr ChainLabel chain_label(NameType type, Part part) {
  return static_cast<ChainLabel>(1 + 4 * static_cast<unsigned>(type) + static_cast<unsigned>(part));
}
constexpr NameType type_of(ChainLabel label) { return static_cast<NameType>((label - 1) / 4); }
constexpr Part part_of(ChainLabel label) { return static_cast<Part>((label - 1) % 4); }

constexpr bool starts_name(ChainLabel label) {
  return label != kOutside && (part_of(label) == Part::begin || part_of(label) == Part::unit);
}
constexpr bool ends_name(ChainLabel label) {
  return label != kOutside && (part_of(label) == Part::last || part_of(label) == Part::unit);
}
/// Whether `next` may follow `label`.
constexpr bool may_follow(ChainLabel label, ChainLabel next) {
  const bool open = label != kOutside && !ends_name(label);
  if (!open) return next == kOutside || starts_name(next);
  return next != kOutside && !starts_name(next) && type_of(label) == type_of(next);
}

}  // namespace quoth::internal
