// Tested by tests/unit/base_lexicon_test.cc.

#include "base/lexicon.h"

#include <algorithm>
#include <array>
#include <bit>

#include "base/lexicon_sections.h"

namespace quoth::internal {
namespace sections = lexicon_sections;
namespace {

[[noreturn]] void damaged(const FrozenFile& file, std::string_view what) {
  file.fail("is damaged: " + std::string(what));
}

bool all_below(std::span<const std::uint32_t> values, std::size_t limit) {
  return std::all_of(values.begin(), values.end(), [limit](std::uint32_t value) { return value < limit; });
}

}  // namespace

Lexicon::Lexicon(const FrozenFile& file)
    : slots_(file.table<std::uint32_t>(sections::kSlots)),
      word_offsets_(file.table<OffsetBlock>(sections::kWordOffsets)),
      word_bytes_(file.section(sections::kWordBytes)),
      node_words_(file.table<std::uint32_t>(sections::kNodeWords)),
      parents_(file.table<BitBlock>(sections::kParents)),
      children_(file.table<std::uint32_t>(sections::kChildren)),
      node_entries_(file.table<OffsetBlock>(sections::kNodeEntries)),
      entries_(file.table<Entry>(sections::kEntries)),
      extras_(file.table<Extra>(sections::kExtras)),
      kind_names_(file.table<std::uint32_t>(sections::kKinds)),
      list_names_(file.table<std::uint32_t>(sections::kLists)),
      id_prefixes_(file.table<std::uint32_t>(sections::kIdPrefixes)),
      pool_(file.section(sections::kPool)) {
  const auto sizes = file.table<sections::Sizes>(sections::kSizes);
  const bool good = sizes.size() == 1 && sizes[0].words <= sections::kMaxWords && sizes[0].nodes < kNoNode &&
                    sizes[0].nodes >= sizes[0].words && sizes[0].nodes - sizes[0].words == node_words_.size();
  if (!good) damaged(file, "its sizes are broken");
  word_count_ = sizes[0].words;
  node_count_ = sizes[0].nodes;
  if (file.trusted()) return;
  check_words(file);
  check_nodes(file);
  check_entries(file);
}

void Lexicon::check_words(const FrozenFile& file) const {
  if (!word_offsets_.are_sound(std::size_t{word_count_} + 1, word_bytes_.size())) {
    damaged(file, "the offsets of its words are broken");
  }
  if (slots_.size() != sections::slot_count(word_count_)) damaged(file, "its hash has a wrong size");
  // As many taken slots as words, of more slots than words: so every search ends at a free one.
  std::size_t taken = 0;
  for (const std::uint32_t slot : slots_) {
    if ((slot & sections::kSlotWord) > word_count_) damaged(file, "its hash names a word that is not there");
    taken += slot != 0;
  }
  if (taken != word_count_) damaged(file, "its hash lacks words");
}

// A node's children come after it and each has one parent: so what is reached from a node is a tree.
void Lexicon::check_nodes(const FrozenFile& file) const {
  if (!node_entries_.are_sound(std::size_t{node_count_} + 1, entries_.size())) {
    damaged(file, "the offsets of its entries are broken");
  }
  if (!all_below(node_words_, word_count_)) damaged(file, "a phrase has a word that is not there");
  if (parents_.size() != (std::size_t{node_count_} + BitBlock::kSize - 1) / BitBlock::kSize) {
    damaged(file, "its phrases are broken");
  }
  std::size_t parent_count = 0;
  for (const BitBlock& block : parents_) {
    if (block.before != parent_count) damaged(file, "its phrases are broken");
    parent_count += static_cast<std::size_t>(std::popcount(block.bits));
  }
  const bool good = children_.size() == parent_count + 1 && children_.front() == 0 &&
                    children_.back() == node_words_.size() && std::is_sorted(children_.begin(), children_.end());
  if (!good) damaged(file, "the offsets of its phrases are broken");
  check_children(file);
}

void Lexicon::check_children(const FrozenFile& file) const {
  for (std::size_t b = 0; b < parents_.size(); ++b) {
    std::size_t parent = parents_[b].before;
    for (std::uint64_t bits = parents_[b].bits; bits != 0; bits &= bits - 1, ++parent) {
      const std::size_t node = b * BitBlock::kSize + static_cast<std::size_t>(std::countr_zero(bits));
      const std::uint32_t begin = children_[parent];
      if (node >= word_count_ + std::size_t{begin}) damaged(file, "a phrase is part of itself");
      for (std::uint32_t i = begin + 1; i < children_[parent + 1]; ++i) {
        if (node_words_[i - 1] >= node_words_[i]) damaged(file, "its phrases are out of order");
      }
    }
  }
}

void Lexicon::check_entries(const FrozenFile& file) const {
  if (pool_.empty() || pool_.front() != '\0' || pool_.back() != '\0') damaged(file, "its strings are broken");
  if (extras_.empty()) damaged(file, "its entries are broken");
  if (kind_names_.size() > 0x10000 || list_names_.size() > 0x10000) damaged(file, "it has too many kinds or lists");
  for (const Extra& extra : extras_) {
    const bool ids_exist = (extra.ids & sections::kPackedId) != 0 ? sections::id_prefix(extra.ids) < id_prefixes_.size()
                                                                  : extra.ids < pool_.size();
    if (!ids_exist || std::max(extra.canonical, extra.attributes) >= pool_.size()) {
      damaged(file, "an entry names a string that is not there");
    }
  }
  if (!all_below(kind_names_, pool_.size()) || !all_below(list_names_, pool_.size()) ||
      !all_below(id_prefixes_, pool_.size())) {
    damaged(file, "the name of a kind, list or source is not there");
  }
  constexpr std::uint8_t kKnownFlags = kAmbiguous | kFemale | kMale;
  for (const Entry& entry : entries_) {
    const bool good = entry.kind < kind_names_.size() && entry.list < list_names_.size() &&
                      entry.extra < extras_.size() && entry.prior <= 9 &&
                      entry.case_rule <= static_cast<std::uint8_t>(CaseRule::upper) &&
                      (entry.flags & ~kKnownFlags) == 0;
    if (!good) damaged(file, "an entry is broken");
  }
}

WordId Lexicon::find(std::string_view folded, std::uint64_t hash) const {
  if (word_count_ == 0) return kUnknownWord;
  const auto slot_count = static_cast<std::uint32_t>(slots_.size());
  const std::uint32_t tag = sections::slot_tag(hash);
  for (std::uint32_t at = sections::home_slot(hash, slot_count); slots_[at] != 0;
       at = at + 1 == slot_count ? 0 : at + 1) {
    const std::uint32_t slot = slots_[at];
    if (((slot ^ tag) & ~sections::kSlotWord) != 0) continue;
    const WordId id = (slot & sections::kSlotWord) - 1;
    if (id < word_count_ && word(id) == folded) return id;
  }
  return kUnknownWord;
}

void Lexicon::load_ahead(std::span<const std::uint64_t> hashes) const {
  if (word_count_ == 0) return;
  const auto slot_count = static_cast<std::uint32_t>(slots_.size());
  for (const std::uint64_t hash : hashes) __builtin_prefetch(&slots_[sections::home_slot(hash, slot_count)]);
  // The word in the home slot is mostly the one.
  std::array<WordId, kAhead> words;
  std::size_t count = 0;
  for (const std::uint64_t hash : hashes) {
    const std::uint32_t slot = slots_[sections::home_slot(hash, slot_count)];
    const WordId id = (slot & sections::kSlotWord) - 1;
    if (id >= word_count_ || ((slot ^ sections::slot_tag(hash)) & ~sections::kSlotWord) != 0) continue;
    word_offsets_.load_ahead(id);
    node_entries_.load_ahead(id);
    __builtin_prefetch(&parents_[id / BitBlock::kSize]);
    words[count++] = id;
  }
  for (std::size_t w = 0; w < count; ++w) {
    __builtin_prefetch(word_bytes_.data() + word_offsets_[words[w]]);
    __builtin_prefetch(entries_.data() + node_entries_[words[w]]);
  }
}

std::string_view Lexicon::word(WordId id) const {
  const std::uint32_t begin = word_offsets_[id];
  return {word_bytes_.data() + begin, word_offsets_[id + 1] - begin};
}

NodeId Lexicon::child(NodeId node, WordId word) const {
  const BitBlock& block = parents_[node / BitBlock::kSize];
  const std::uint64_t bit = std::uint64_t{1} << (node % BitBlock::kSize);
  if ((block.bits & bit) == 0) return kNoNode;
  const std::size_t parent = block.before + static_cast<std::size_t>(std::popcount(block.bits & (bit - 1)));
  const auto begin = node_words_.begin() + children_[parent];
  const auto end = node_words_.begin() + children_[parent + 1];
  const auto found = std::lower_bound(begin, end, word);
  if (found == end || *found != word) return kNoNode;
  return word_count_ + static_cast<NodeId>(found - node_words_.begin());
}

std::span<const Entry> Lexicon::entries(NodeId node) const {
  const std::uint32_t begin = node_entries_[node];
  return entries_.subspan(begin, node_entries_[node + 1] - begin);
}

std::uint32_t Lexicon::entry_index(const Entry& entry) const {
  return static_cast<std::uint32_t>(&entry - entries_.data());
}

std::uint32_t Lexicon::kind_count() const { return static_cast<std::uint32_t>(kind_names_.size()); }
std::string_view Lexicon::kind(KindId id) const { return pooled(kind_names_[id]); }
std::uint32_t Lexicon::list_count() const { return static_cast<std::uint32_t>(list_names_.size()); }
std::string_view Lexicon::list(ListId id) const { return pooled(list_names_[id]); }

std::string_view Lexicon::canonical(const Entry& entry) const { return pooled(extras_[entry.extra].canonical); }

std::string Lexicon::ids(const Entry& entry) const {
  const std::uint32_t ids = extras_[entry.extra].ids;
  if ((ids & sections::kPackedId) == 0) return std::string(pooled(ids));
  return std::string(pooled(id_prefixes_[sections::id_prefix(ids)])) + std::to_string(ids & sections::kIdNumber);
}

std::string_view Lexicon::attribute(const Entry& entry, std::string_view key) const {
  std::string_view rest = pooled(extras_[entry.extra].attributes);
  while (!rest.empty()) {
    const std::string_view pair = rest.substr(0, rest.find(';'));
    if (pair.size() > key.size() && pair.substr(0, key.size()) == key && pair[key.size()] == '=') {
      return pair.substr(key.size() + 1);
    }
    rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
  }
  return {};
}

std::string_view Lexicon::pooled(std::uint32_t offset) const {
  return pool_.substr(offset, pool_.find('\0', offset) - offset);
}

}  // namespace quoth::internal
