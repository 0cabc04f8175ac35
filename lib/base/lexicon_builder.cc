// Tested by tests/unit/base_lexicon_test.cc.

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "base/lexicon.h"
#include "base/lexicon_sections.h"

namespace quoth::internal {
namespace sections = lexicon_sections;
namespace {

using Row = LexiconBuilder::Row;
using Rows = std::vector<Row>;

[[noreturn]] void too_many(std::string_view what) {
  throw LoadError(Fault{"", 0, 0, "the lists have too many " + std::string(what) + " for one compiled file"});
}

/// Strings by offset, each once, each ended by NUL.
class Pool {
 public:
  std::uint32_t add(const std::string& text) {
    if (text.empty()) return 0;
    const auto [found, is_new] = offsets_.try_emplace(text, 0);
    if (is_new) {
      if (bytes_.size() + text.size() >= sections::kPackedId) too_many("names and ids");
      found->second = static_cast<std::uint32_t>(bytes_.size());
      bytes_ += text;
      bytes_ += '\0';
    }
    return found->second;
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_ = std::string(1, '\0');
  std::unordered_map<std::string, std::uint32_t> offsets_;
};

/// Names numbered in order of their first use, at most 2^16.
class Names {
 public:
  std::uint16_t add(const std::string& name, Pool& pool, std::string_view what) {
    const auto [found, is_new] = numbers_.try_emplace(name, static_cast<std::uint16_t>(offsets_.size()));
    if (is_new) {
      if (offsets_.size() == 0x10000) too_many(what);
      offsets_.push_back(pool.add(name));
    }
    return found->second;
  }
  const std::vector<std::uint32_t>& offsets() const { return offsets_; }

 private:
  std::unordered_map<std::string, std::uint16_t> numbers_;
  std::vector<std::uint32_t> offsets_;
};

/// The offsets of groups of these sizes, one after the other.
std::vector<std::uint32_t> offsets_of(const std::vector<std::uint32_t>& sizes) {
  std::vector<std::uint32_t> offsets(sizes.size() + 1, 0);
  std::partial_sum(sizes.begin(), sizes.end(), offsets.begin() + 1);
  return offsets;
}

std::vector<OffsetBlock> packed(const std::vector<std::uint32_t>& offsets, std::string_view what) {
  std::optional<std::vector<OffsetBlock>> blocks = pack_offsets(offsets);
  if (!blocks) too_many(what);
  return *std::move(blocks);
}

struct Words {
  std::vector<std::string_view> by_id;
  std::unordered_map<std::string_view, WordId> ids;
};

/// Numbers the words: the commonest first, so that the tables' parts that are read most are neighbours.
Words number_words(const Rows& rows) {
  std::unordered_map<std::string_view, std::uint8_t> priors;
  for (const Row& row : rows) {
    for (const std::string& word : row.words) {
      std::uint8_t& prior = priors[word];
      if (row.words.size() == 1) prior = std::max(prior, row.prior);
    }
  }
  if (priors.size() > sections::kMaxWords) too_many("words");
  Words words;
  words.by_id.reserve(priors.size());
  for (const auto& [word, prior] : priors) words.by_id.push_back(word);
  std::sort(words.by_id.begin(), words.by_id.end(), [&](std::string_view a, std::string_view b) {
    const std::uint8_t prior_a = priors[a];
    const std::uint8_t prior_b = priors[b];
    return prior_a != prior_b ? prior_a > prior_b : a < b;
  });
  words.ids.reserve(words.by_id.size());
  for (WordId id = 0; id < words.by_id.size(); ++id) words.ids.emplace(words.by_id[id], id);
  return words;
}

void write_words(const Words& words, FrozenWriter& writer) {
  std::string bytes;
  std::vector<std::uint32_t> offsets = {0};
  const std::uint32_t slot_count = sections::slot_count(static_cast<std::uint32_t>(words.by_id.size()));
  std::vector<std::uint32_t> slots(slot_count);
  for (WordId id = 0; id < words.by_id.size(); ++id) {
    bytes += words.by_id[id];
    if (bytes.size() > 0xFFFFFFFFu) too_many("words");
    offsets.push_back(static_cast<std::uint32_t>(bytes.size()));
    const std::uint64_t hash = hash_bytes(words.by_id[id]);
    std::uint32_t at = sections::home_slot(hash, slot_count);
    while (slots[at] != 0) at = at + 1 == slot_count ? 0 : at + 1;
    slots[at] = sections::slot_tag(hash) | (id + 1);
  }
  writer.add(sections::kSlots, slots);
  writer.add(sections::kWordOffsets, packed(offsets, "long words"));
  writer.add(sections::kWordBytes, bytes);
}

void write_parents(const std::vector<std::uint32_t>& child_counts, FrozenWriter& writer) {
  std::vector<BitBlock> blocks((child_counts.size() + BitBlock::kSize - 1) / BitBlock::kSize);
  std::vector<std::uint32_t> parents;
  for (std::size_t node = 0; node < child_counts.size(); ++node) {
    BitBlock& block = blocks[node / BitBlock::kSize];
    if (node % BitBlock::kSize == 0) block.before = static_cast<std::uint32_t>(parents.size());
    if (child_counts[node] == 0) continue;
    block.bits |= std::uint64_t{1} << (node % BitBlock::kSize);
    parents.push_back(child_counts[node]);
  }
  writer.add(sections::kParents, blocks);
  writer.add(sections::kChildren, offsets_of(parents));
}

/// The node of each row. Rows are taken in the order of their word ids, one depth after the other: then new nodes come
/// up breadth first, and the children of a node in the order of their words.
std::vector<NodeId> write_nodes(const Rows& rows, const Words& words, FrozenWriter& writer) {
  std::vector<std::vector<WordId>> phrases(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (const std::string& word : rows[i].words) phrases[i].push_back(words.ids.at(word));
  }
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return std::tie(phrases[a], a) < std::tie(phrases[b], b); });

  const auto word_count = static_cast<std::uint32_t>(words.by_id.size());
  std::vector<NodeId> nodes(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) nodes[i] = phrases[i].front();
  std::vector<std::uint32_t> node_words;
  std::vector<std::uint32_t> child_counts(word_count);
  for (std::size_t depth = 1; !order.empty(); ++depth) {
    std::erase_if(order, [&](std::size_t row) { return phrases[row].size() <= depth; });
    NodeId parent = kNoNode;
    for (const std::size_t row : order) {
      const WordId word = phrases[row][depth];
      if (nodes[row] != parent || node_words.back() != word) {
        parent = nodes[row];
        node_words.push_back(word);
        child_counts.push_back(0);
        ++child_counts[parent];
        if (child_counts.size() >= kNoNode) too_many("phrases");
      }
      nodes[row] = static_cast<NodeId>(child_counts.size() - 1);
    }
  }
  writer.add(sections::kNodeWords, node_words);
  write_parents(child_counts, writer);
  writer.add(sections::kSizes,
             std::vector{sections::Sizes{word_count, static_cast<std::uint32_t>(child_counts.size())}});
  return nodes;
}

/// Ids, packed where they can be.
class Ids {
 public:
  std::uint32_t add(const std::string& ids, Pool& pool) {
    const std::size_t end = ids.find_last_not_of("0123456789") + 1;
    const std::string digits = ids.substr(end);
    const bool is_number = !digits.empty() && digits.size() <= 9 && (digits[0] != '0' || digits.size() == 1);
    const unsigned long number = is_number ? std::stoul(digits) : 0;
    if (!is_number || number > sections::kIdNumber) return pool.add(ids);
    const std::string prefix = ids.substr(0, end);
    auto found = prefixes_.find(prefix);
    if (found == prefixes_.end()) {
      if (offsets_.size() == sections::kMaxIdPrefixes) return pool.add(ids);
      found = prefixes_.emplace(prefix, static_cast<std::uint32_t>(offsets_.size())).first;
      offsets_.push_back(pool.add(prefix));
    }
    return sections::kPackedId | found->second << 28 | static_cast<std::uint32_t>(number);
  }
  const std::vector<std::uint32_t>& offsets() const { return offsets_; }

 private:
  std::unordered_map<std::string, std::uint32_t> prefixes_;
  std::vector<std::uint32_t> offsets_;
};

/// Entries with the strings that they name.
class EntryTable {
 public:
  Entry make(const Row& row) {
    if (row.line > sections::kMaxLine) too_many("lines");
    Entry entry;
    entry.line = row.line & sections::kMaxLine;
    entry.kind = kinds_.add(row.kind, pool_, "kinds");
    entry.list = lists_.add(row.list, pool_, "files");
    entry.prior = row.prior & 0xF;
    entry.case_rule = static_cast<std::uint8_t>(row.case_rule) & 3;
    entry.flags = row.flags & 0xF;
    entry.extra = add_extra({pool_.add(row.canonical), ids_.add(row.ids, pool_), pool_.add(row.attributes)}) & 0xFFFFFF;
    return entry;
  }

  void write(FrozenWriter& writer) const {
    writer.add(sections::kExtras, extras_);
    writer.add(sections::kKinds, kinds_.offsets());
    writer.add(sections::kLists, lists_.offsets());
    writer.add(sections::kIdPrefixes, ids_.offsets());
    writer.add(sections::kPool, pool_.bytes());
  }

 private:
  std::uint32_t add_extra(const Extra& extra) {
    const std::tuple key(extra.canonical, extra.ids, extra.attributes);
    const auto [found, is_new] = extra_numbers_.try_emplace(key, static_cast<std::uint32_t>(extras_.size()));
    if (is_new) {
      if (extras_.size() == sections::kMaxExtras) too_many("names and ids");
      extras_.push_back(extra);
    }
    return found->second;
  }

  Pool pool_;
  Names kinds_;
  Names lists_;
  Ids ids_;
  std::vector<Extra> extras_ = {Extra{}};
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, std::uint32_t> extra_numbers_ = {{{0, 0, 0}, 0}};
};

bool same_but_line_and_prior(const Entry& a, const Entry& b) {
  return a.extra == b.extra && a.kind == b.kind && a.list == b.list && a.case_rule == b.case_rule && a.flags == b.flags;
}

/// Adds an entry to its node's, unless it is there already.
void merge_entry(std::vector<Entry>& entries, std::size_t node_begin, const Entry& entry) {
  for (std::size_t i = node_begin; i < entries.size(); ++i) {
    if (!same_but_line_and_prior(entries[i], entry)) continue;
    if (entries[i].prior < entry.prior) entries[i].prior = entry.prior;
    return;
  }
  entries.push_back(entry);
}

void write_entries(const Rows& rows, const std::vector<NodeId>& nodes, std::size_t node_count, FrozenWriter& writer) {
  EntryTable table;
  std::vector<Entry> row_entries;
  for (const Row& row : rows) row_entries.push_back(table.make(row));
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return nodes[a] < nodes[b]; });

  std::vector<Entry> entries;
  std::vector<std::uint32_t> counts(node_count, 0);
  std::size_t node_begin = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const NodeId node = nodes[order[i]];
    if (i == 0 || node != nodes[order[i - 1]]) node_begin = entries.size();
    merge_entry(entries, node_begin, row_entries[order[i]]);
    if (entries.size() - node_begin > kMostRowsOfPhrase) {
      const Row& row = rows[order[i]];
      throw LoadError(Fault{row.list, row.line, 0,
                            "a phrase has more than " + std::to_string(kMostRowsOfPhrase) + " rows that differ"});
    }
    counts[node] = static_cast<std::uint32_t>(entries.size() - node_begin);
  }
  writer.add(sections::kNodeEntries, packed(offsets_of(counts), "rows of one phrase"));
  writer.add(sections::kEntries, entries);
  table.write(writer);
}

}  // namespace

void LexiconBuilder::write(FrozenWriter& writer) const {
  const Words words = number_words(rows_);
  write_words(words, writer);
  const std::vector<NodeId> nodes = write_nodes(rows_, words, writer);
  const NodeId last_node = nodes.empty() ? 0 : *std::max_element(nodes.begin(), nodes.end());
  const std::size_t node_count = std::max<std::size_t>(words.by_id.size(), std::size_t{last_node} + 1);
  write_entries(rows_, nodes, rows_.empty() ? 0 : node_count, writer);
}

}  // namespace quoth::internal
