#pragma once

// What the writer and the reader of a lexicon share: the names of its sections, and its hash. Stored: do not change
// without raising kFrozenVersion.

#include <cstdint>
#include <string_view>

namespace quoth::internal::lexicon_sections {

inline constexpr std::string_view kSizes = "lex.size";
inline constexpr std::string_view kSlots = "lex.slot";
inline constexpr std::string_view kWordOffsets = "lex.woff";
inline constexpr std::string_view kWordBytes = "lex.word";
inline constexpr std::string_view kNodeWords = "lex.node";
inline constexpr std::string_view kParents = "lex.pare";
inline constexpr std::string_view kChildren = "lex.kids";
inline constexpr std::string_view kNodeEntries = "lex.nent";
inline constexpr std::string_view kEntries = "lex.entr";
inline constexpr std::string_view kExtras = "lex.extr";
inline constexpr std::string_view kKinds = "lex.kind";
inline constexpr std::string_view kLists = "lex.list";
inline constexpr std::string_view kIdPrefixes = "lex.idpr";
inline constexpr std::string_view kPool = "lex.pool";

struct Sizes {
  std::uint32_t words = 0;
  std::uint32_t nodes = 0;  // the words' among them
};

// A slot of the open hash is 0 if it is free; else word id + 1 in its low 24 bits, and 8 bits of the word's hash above
// them: so that a word that is not there is told from those that are without reading them, 255 times of 256. A search
// goes from the home slot on to the next free one.
//
//   31     24 23              0
//   | tag    | word id + 1    |
inline constexpr std::uint32_t kMaxWords = 0xFFFFFE;
inline constexpr std::uint32_t kSlotWord = 0xFFFFFF;
inline constexpr std::uint32_t kMaxLine = 0xFFFFFF;
inline constexpr std::uint32_t kMaxExtras = 0x1000000;

constexpr std::uint32_t slot_tag(std::uint64_t hash) { return static_cast<std::uint32_t>(hash & 0xFF) << 24; }

// Most ids are a few prefixes with numbers behind them ("geonames:2988507", "wikidata:Q90"): these need no string.
//
//   31   30        28 27                 0
//   | 1  | prefix    | number            |    else the offset of a string, which is below 2^31
inline constexpr std::uint32_t kPackedId = 0x80000000u;
inline constexpr std::uint32_t kIdNumber = 0x0FFFFFFFu;
inline constexpr std::size_t kMaxIdPrefixes = 8;

constexpr std::uint32_t id_prefix(std::uint32_t packed) { return (packed & ~kPackedId) >> 28; }

/// The first slot to look at, of `count`.
constexpr std::uint32_t home_slot(std::uint64_t hash, std::uint32_t count) {
  return static_cast<std::uint32_t>(((hash >> 32) * count) >> 32);
}

/// Five slots for four words, and always a free one.
constexpr std::uint32_t slot_count(std::uint32_t words) { return words + words / 4 + 4; }

}  // namespace quoth::internal::lexicon_sections
