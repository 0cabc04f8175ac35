#pragma once

// The read-only table that all lists compile into: words, phrases over words, and the entries of phrases.
//
//   words     id -> folded string; string -> id by an open hash
//   nodes     a trie over word ids. Node w < word_count() is the phrase of the single word w; longer phrases follow,
//             breadth first, so that a node's children are neighbours sorted by word id.
//   entries   a node's entries are neighbours: which list has the phrase, as what, where
//
// Tested by tests/unit/base_lexicon_test.cc.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/frozen.h"
#include "base/packed_offsets.h"

namespace quoth::internal {

using WordId = std::uint32_t;
inline constexpr WordId kUnknownWord = 0xFFFFFFFFu;
using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = 0xFFFFFFFFu;
/// Index of a "kind": `TYPE.subtype` of a gazetteer row ("LOCATION.city"), or the name of a word list, with ".class" or
/// ".pos" where a row has one ("honorific", "say_verb.report", "common.nv").
using KindId = std::uint16_t;
/// Index of a list: the file it came from.
using ListId = std::uint16_t;

/// How a phrase must be written to match an entry. Stored: do not change.
enum class CaseRule : std::uint8_t {
  any = 0,
  capital = 1,  // the first token starts with a capital (or has no case)
  upper = 2,    // all letters are capitals
};

/// One row of one list. 12 bytes, stored: do not change without raising kFrozenVersion.
struct Entry {
  std::uint32_t line : 24 = 0;     // in the list's file, from 1
  std::uint8_t prior : 4 = 0;      // 0..9: how common or prominent
  std::uint8_t flags : 4 = 0;      // EntryFlag bits
  std::uint32_t extra : 24 = 0;    // index of an Extra; 0: none
  std::uint8_t case_rule : 2 = 0;  // CaseRule
  std::uint8_t unused : 6 = 0;
  KindId kind = 0;
  ListId list = 0;
};
static_assert(sizeof(Entry) == 12);

/// Bits of Entry::flags. Stored: do not change.
enum EntryFlag : std::uint8_t {
  kAmbiguous = 1,  // also an ordinary word, or a name of another type: needs context
  kFemale = 2,
  kMale = 4,
};

/// What few entries have: offsets into the string pool (0: empty string). Stored.
struct Extra {
  std::uint32_t canonical = 0;   // the entity's usual name, where the phrase is another
  std::uint32_t ids = 0;         // "wikidata:Q90|geonames:2988507", or a packed id: see lexicon_sections.h
  std::uint32_t attributes = 0;  // "lemma=say;sex=f": attributes of a word list row
};

/// Read-only view of a compiled table. Values; copies share nothing but the bytes, which must outlive them. Safe to
/// share between threads.
class Lexicon {
 public:
  Lexicon() = default;
  /// Checks every offset that later reads rely on, unless the file is trusted(). Throws LoadError.
  explicit Lexicon(const FrozenFile& file);

  std::uint32_t word_count() const { return word_count_; }
  /// `hash` is hash_bytes(folded).
  WordId find(std::string_view folded, std::uint64_t hash) const;
  /// Asks for the memory that find() and entries() will read for words with these hashes, so that it comes side by
  /// side. At most kAhead.
  void load_ahead(std::span<const std::uint64_t> hashes) const;
  static constexpr std::size_t kAhead = 16;
  std::string_view word(WordId id) const;

  /// The node one word further on, or kNoNode. The single word w is node w.
  NodeId child(NodeId node, WordId word) const;
  bool has_children(NodeId node) const { return ((parents_[node / 64].bits >> (node % 64)) & 1) != 0; }
  std::span<const Entry> entries(NodeId node) const;
  /// Index of an entry in the whole table, and back.
  std::uint32_t entry_index(const Entry& entry) const;
  const Entry& entry(std::uint32_t index) const { return entries_[index]; }

  std::uint32_t kind_count() const;
  std::string_view kind(KindId id) const;
  std::uint32_t list_count() const;
  /// The list's file, as it is shown to people: "en/gazetteers/people.tsv".
  std::string_view list(ListId id) const;

  std::string_view canonical(const Entry& entry) const;  // empty: same as the phrase
  std::string ids(const Entry& entry) const;
  /// The value of one attribute, or empty.
  std::string_view attribute(const Entry& entry, std::string_view key) const;

 private:
  void check_words(const FrozenFile& file) const;
  void check_nodes(const FrozenFile& file) const;
  void check_children(const FrozenFile& file) const;
  void check_entries(const FrozenFile& file) const;
  std::string_view pooled(std::uint32_t offset) const;

  std::uint32_t word_count_ = 0;
  std::uint32_t node_count_ = 0;
  std::span<const std::uint32_t> slots_;  // open hash: see lexicon_sections.h
  PackedOffsets word_offsets_;            // word_count + 1, in word_bytes_
  std::string_view word_bytes_;
  std::span<const std::uint32_t> node_words_;  // of the nodes past word_count_: their last word
  std::span<const BitBlock> parents_;          // the nodes that have children
  std::span<const std::uint32_t> children_;    // for each parent, and one more: where in node_words_ its children are
  PackedOffsets node_entries_;                 // node_count + 1, in entries_
  std::span<const Entry> entries_;
  std::span<const Extra> extras_;
  std::span<const std::uint32_t> kind_names_;  // pool offsets
  std::span<const std::uint32_t> list_names_;
  std::span<const std::uint32_t> id_prefixes_;
  std::string_view pool_;  // strings, each ended by NUL; offset 0 is ""
};

/// Rows of one phrase that differ in more than line and prior: each of them is looked at wherever the phrase stands.
inline constexpr std::size_t kMostRowsOfPhrase = 256;

/// Collects rows and writes the sections of a Lexicon (lexicon_builder.cc). Not for sharing between threads.
class LexiconBuilder {
 public:
  struct Row {
    std::vector<std::string> words;  // folded, at least one
    std::string kind;
    std::string list;
    std::uint32_t line = 0;
    std::uint8_t prior = 0;
    CaseRule case_rule = CaseRule::any;
    std::uint8_t flags = 0;
    std::string canonical, ids, attributes;
  };
  void add(Row row) { rows_.push_back(std::move(row)); }
  std::size_t size() const { return rows_.size(); }
  /// Adds the sections. The same rows in the same order give the same bytes. Of rows that differ in line and prior
  /// only, the first is kept, with the highest prior. Throws LoadError where the rows are too many for the format: 2^24
  /// words or lines, 2^16 kinds or lists, 2^31 bytes of strings; or kMostRowsOfPhrase.
  void write(FrozenWriter& writer) const;

 private:
  std::vector<Row> rows_;
};

}  // namespace quoth::internal
