// Tested by tests/unit/base_lexicon_test.cc.

#include "base/lexicon.h"

#include <algorithm>

#include "base/lexicon_sections.h"

namespace quoth::internal {
namespace sections = lexicon_sections;
namespace {

[[noreturn]] void damaged(const FrozenFile& file, std::string_view what) {
  file.fail("is damaged: " + std::string(what));
}

/// Offsets must begin with 0, never fall, and end with `end`.
void check_offsets(const FrozenFile& file, std::span<const std::uint32_t> offsets, std::size_t end,
                   std::string_view what) {
  const bool good = !offsets.empty() && offsets.front() == 0 && offsets.back() == end &&
                    std::is_sorted(offsets.begin(), offsets.end());
  if (!good) damaged(file, "the offsets of its " + std::string(what) + " are broken");
}

bool all_below(std::span<const std::uint32_t> values, std::size_t limit) {
  return std::all_of(values.begin(), values.end(), [limit](std::uint32_t value) { return value < limit; });
}

}  // namespace

Lexicon::Lexicon(const FrozenFile& file)
    : slots_(file.table<std::uint32_t>(sections::kSlots)),
      word_offsets_(file.table<std::uint32_t>(sections::kWordOffsets)),
      word_bytes_(file.section(sections::kWordBytes)),
      node_words_(file.table<std::uint32_t>(sections::kNodeWords)),
      node_children_(file.table<std::uint32_t>(sections::kNodeChildren)),
      node_entries_(file.table<std::uint32_t>(sections::kNodeEntries)),
      entries_(file.table<Entry>(sections::kEntries)),
      extras_(file.table<Extra>(sections::kExtras)),
      kind_names_(file.table<std::uint32_t>(sections::kKinds)),
      list_names_(file.table<std::uint32_t>(sections::kLists)),
      pool_(file.section(sections::kPool)) {
  if (word_offsets_.empty() || word_offsets_.size() - 1 > sections::kMaxWords) damaged(file, "its words are broken");
  word_count_ = static_cast<std::uint32_t>(word_offsets_.size() - 1);
  check_words(file);
  check_nodes(file);
  check_entries(file);
}

void Lexicon::check_words(const FrozenFile& file) const {
  check_offsets(file, word_offsets_, word_bytes_.size(), "words");
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
  const std::size_t node_count = word_count_ + node_words_.size();
  if (node_count >= kNoNode || node_children_.size() != node_count + 1 || node_entries_.size() != node_count + 1) {
    damaged(file, "its phrases are broken");
  }
  check_offsets(file, node_children_, node_words_.size(), "phrases");
  check_offsets(file, node_entries_, entries_.size(), "entries");
  if (!all_below(node_words_, word_count_)) damaged(file, "a phrase has a word that is not there");
  for (std::size_t node = 0; node < node_count; ++node) {
    const std::uint32_t begin = node_children_[node];
    const std::uint32_t end = node_children_[node + 1];
    if (begin == end) continue;
    if (word_count_ + begin <= node) damaged(file, "a phrase is part of itself");
    for (std::uint32_t i = begin + 1; i < end; ++i) {
      if (node_words_[i - 1] >= node_words_[i]) damaged(file, "its phrases are out of order");
    }
  }
}

void Lexicon::check_entries(const FrozenFile& file) const {
  if (pool_.empty() || pool_.front() != '\0' || pool_.back() != '\0') damaged(file, "its strings are broken");
  if (extras_.empty()) damaged(file, "its entries are broken");
  if (kind_names_.size() > 0x10000 || list_names_.size() > 0x10000) damaged(file, "it has too many kinds or lists");
  for (const Extra& extra : extras_) {
    if (std::max({extra.canonical, extra.ids, extra.attributes}) >= pool_.size()) {
      damaged(file, "an entry names a string that is not there");
    }
  }
  if (!all_below(kind_names_, pool_.size()) || !all_below(list_names_, pool_.size())) {
    damaged(file, "the name of a kind or list is not there");
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

std::string_view Lexicon::word(WordId id) const {
  return word_bytes_.substr(word_offsets_[id], word_offsets_[id + 1] - word_offsets_[id]);
}

NodeId Lexicon::child(NodeId node, WordId word) const {
  const auto begin = node_words_.begin() + node_children_[node];
  const auto end = node_words_.begin() + node_children_[node + 1];
  const auto found = std::lower_bound(begin, end, word);
  if (found == end || *found != word) return kNoNode;
  return word_count_ + static_cast<NodeId>(found - node_words_.begin());
}

bool Lexicon::has_children(NodeId node) const { return node_children_[node] != node_children_[node + 1]; }

std::span<const Entry> Lexicon::entries(NodeId node) const {
  return entries_.subspan(node_entries_[node], node_entries_[node + 1] - node_entries_[node]);
}

std::uint32_t Lexicon::entry_index(const Entry& entry) const {
  return static_cast<std::uint32_t>(&entry - entries_.data());
}

std::uint32_t Lexicon::kind_count() const { return static_cast<std::uint32_t>(kind_names_.size()); }
std::string_view Lexicon::kind(KindId id) const { return pooled(kind_names_[id]); }
std::uint32_t Lexicon::list_count() const { return static_cast<std::uint32_t>(list_names_.size()); }
std::string_view Lexicon::list(ListId id) const { return pooled(list_names_[id]); }

std::string_view Lexicon::canonical(const Entry& entry) const { return pooled(extras_[entry.extra].canonical); }
std::string_view Lexicon::ids(const Entry& entry) const { return pooled(extras_[entry.extra].ids); }

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
