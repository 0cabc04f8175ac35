#include <catch2/catch.hpp>
#include <cstring>
#include <random>

#include "../robust/mend.h"
#include "aligned_bytes.h"
#include "base/lexicon.h"
#include "base/lexicon_sections.h"

namespace quoth::internal {
namespace {

namespace sections = lexicon_sections;

std::vector<std::string> split(const std::string& phrase) {
  std::vector<std::string> words(1);
  for (const char c : phrase) {
    if (c == ' ') {
      words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  return words;
}

LexiconBuilder::Row row(const std::string& phrase, const std::string& kind, std::uint32_t line,
                        const std::string& list = "a.tsv") {
  LexiconBuilder::Row out;
  out.words = split(phrase);
  out.kind = kind;
  out.list = list;
  out.line = line;
  return out;
}

std::string freeze(const std::vector<LexiconBuilder::Row>& rows) {
  LexiconBuilder builder;
  for (const auto& r : rows) builder.add(r);
  FrozenWriter writer;
  builder.write(writer);
  return writer.finish();
}

/// A lexicon with the bytes that it reads.
struct Opened {
  explicit Opened(const std::vector<LexiconBuilder::Row>& rows)
      : bytes(freeze(rows)), lexicon(FrozenFile(bytes.view(), "x.quoth")) {}
  AlignedBytes bytes;
  Lexicon lexicon;
};

NodeId node_of(const Lexicon& lexicon, const std::string& phrase) {
  NodeId node = kNoNode;
  for (const std::string& text : split(phrase)) {
    const WordId word = lexicon.find(text, hash_bytes(text));
    if (word == kUnknownWord) return kNoNode;
    node = node == kNoNode ? word : lexicon.child(node, word);
    if (node == kNoNode) return kNoNode;
  }
  return node;
}

/// The entries of a phrase as "kind:list:line", one after the other; "-" if there is no such node.
std::string entries_of(const Lexicon& lexicon, const std::string& phrase) {
  const NodeId node = node_of(lexicon, phrase);
  if (node == kNoNode) return "-";
  std::string out;
  for (const Entry& entry : lexicon.entries(node)) {
    out += (out.empty() ? "" : " ") + std::string(lexicon.kind(entry.kind)) + ":" +
           std::string(lexicon.list(entry.list)) + ":" + std::to_string(entry.line);
  }
  return out;
}

std::vector<LexiconBuilder::Row> sample_rows() {
  std::vector<LexiconBuilder::Row> rows = {
      row("new york", "LOCATION.city", 2),
      row("new york times", "ORGANIZATION.media", 3),
      row("york", "LOCATION.city", 4),
      row("new york", "LOCATION.region", 1, "b.tsv"),
      row("the new yorker", "ORGANIZATION.media", 5),
      row("say", "say_verb.report", 6, "say_verb.txt"),
      row("said", "say_verb.report", 7, "say_verb.txt"),
  };
  rows[1].canonical = "The New York Times";
  rows[1].ids = "wikidata:Q9684";
  rows[1].prior = 9;
  rows[1].case_rule = CaseRule::capital;
  rows[1].flags = kAmbiguous | kMale;
  rows[6].attributes = "lemma=say;tense=past";
  return rows;
}

TEST_CASE("phrases are found, and only they") {
  const Opened opened(sample_rows());
  const Lexicon& lexicon = opened.lexicon;
  struct Row {
    std::string phrase;
    std::string entries;
  };
  const Row rows[] = {
      {"new york", "LOCATION.city:a.tsv:2 LOCATION.region:b.tsv:1"},
      {"new york times", "ORGANIZATION.media:a.tsv:3"},
      {"york", "LOCATION.city:a.tsv:4"},
      {"the new yorker", "ORGANIZATION.media:a.tsv:5"},
      {"said", "say_verb.report:say_verb.txt:7"},
      {"new", ""},
      {"the", ""},
      {"the new", ""},
      {"times", ""},
      {"times new", "-"},
      {"york new", "-"},
      {"the new york", "-"},
      {"newyork", "-"},
      {"sai", "-"},
  };
  for (const Row& r : rows) {
    INFO(r.phrase);
    CHECK(entries_of(lexicon, r.phrase) == r.entries);
  }
  CHECK(lexicon.word_count() == 7);
  CHECK(lexicon.kind_count() == 4);
  CHECK(lexicon.list_count() == 3);
  CHECK(lexicon.has_children(node_of(lexicon, "new york")));
  CHECK_FALSE(lexicon.has_children(node_of(lexicon, "new york times")));
}

TEST_CASE("an entry keeps all that its row says") {
  const Opened opened(sample_rows());
  const Lexicon& lexicon = opened.lexicon;
  const Entry& times = lexicon.entries(node_of(lexicon, "new york times"))[0];
  CHECK(times.prior == 9);
  CHECK(times.case_rule == static_cast<std::uint8_t>(CaseRule::capital));
  CHECK(times.flags == (kAmbiguous | kMale));
  CHECK(lexicon.canonical(times) == "The New York Times");
  CHECK(lexicon.ids(times) == "wikidata:Q9684");
  CHECK(lexicon.attribute(times, "lemma").empty());
  CHECK(&lexicon.entry(lexicon.entry_index(times)) == &times);

  const Entry& said = lexicon.entries(node_of(lexicon, "said"))[0];
  CHECK(lexicon.canonical(said).empty());
  CHECK(lexicon.attribute(said, "lemma") == "say");
  CHECK(lexicon.attribute(said, "tense") == "past");
  CHECK(lexicon.attribute(said, "lem").empty());
  CHECK(lexicon.attribute(said, "").empty());
}

TEST_CASE("an empty lexicon knows nothing") {
  const Opened opened({});
  CHECK(opened.lexicon.word_count() == 0);
  CHECK(opened.lexicon.find("a", hash_bytes("a")) == kUnknownWord);
  CHECK(Lexicon().find("a", hash_bytes("a")) == kUnknownWord);
}

TEST_CASE("rows that differ in line and prior only are one entry") {
  std::vector<LexiconBuilder::Row> rows = {row("martinez", "SURNAME", 2), row("martinez", "SURNAME", 3),
                                           row("martinez", "GIVEN", 4), row("martinez", "SURNAME", 2, "b.tsv")};
  rows[0].prior = 1;
  rows[1].prior = 8;
  const Opened opened(rows);
  CHECK(entries_of(opened.lexicon, "martinez") == "SURNAME:a.tsv:2 GIVEN:a.tsv:4 SURNAME:b.tsv:2");
  CHECK(opened.lexicon.entries(node_of(opened.lexicon, "martinez"))[0].prior == 8);
}

TEST_CASE("ids come back as they were") {
  std::vector<std::string> samples = {
      "wikidata:Q0",
      "wikidata:Q90",
      "geonames:268435455",
      "geonames:268435456",
      "geonames:0007",
      "iso3166:FR",
      "geonames:12345678901",
      "m49:5",
      "wikidata:Q1|geonames:2",
      "wikidata:Q1|iso3166:X",
      "77",
      "",
  };
  for (int i = 0; i < 12; ++i) samples.push_back("source" + std::string(1, static_cast<char>('a' + i)) + ":5");
  std::vector<LexiconBuilder::Row> rows;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    rows.push_back(row("word" + std::to_string(i), "X", 1));
    rows.back().ids = samples[i];
  }
  const Opened opened(rows);
  for (std::size_t i = 0; i < samples.size(); ++i) {
    CHECK(opened.lexicon.ids(opened.lexicon.entries(node_of(opened.lexicon, rows[i].words[0]))[0]) == samples[i]);
  }
}

TEST_CASE("strings and extras are kept once") {
  std::vector<LexiconBuilder::Row> once = {row("a", "X", 1)};
  once[0].canonical = "a long canonical name that takes room";
  std::vector<LexiconBuilder::Row> twice = once;
  twice.push_back(row("a", "Y", 2));
  twice[1].canonical = once[0].canonical;
  const AlignedBytes one(freeze(once));
  const AlignedBytes two(freeze(twice));
  const FrozenFile file_one(one.view(), "");
  const FrozenFile file_two(two.view(), "");
  CHECK(file_two.section(sections::kPool).size() == file_one.section(sections::kPool).size() + 2);  // "Y"
  CHECK(file_two.section(sections::kExtras) == file_one.section(sections::kExtras));
}

TEST_CASE("the same rows give the same bytes") { CHECK(freeze(sample_rows()) == freeze(sample_rows())); }

TEST_CASE("many random words are all found, and no others") {
  std::mt19937 random(7);
  std::vector<LexiconBuilder::Row> rows;
  std::map<std::string, std::uint32_t> lines;
  while (lines.size() < 20'000) {
    std::string word;
    const std::size_t size = 1 + random() % 20;
    for (std::size_t i = 0; i < size; ++i) word += static_cast<char>('a' + random() % 26);
    const auto line = static_cast<std::uint32_t>(lines.size() + 1);
    if (lines.emplace(word, line).second) rows.push_back(row(word, "w", line));
  }
  const Opened opened(rows);
  const Lexicon& lexicon = opened.lexicon;
  REQUIRE(lexicon.word_count() == lines.size());
  for (const auto& [word, line] : lines) {
    const WordId id = lexicon.find(word, hash_bytes(word));
    REQUIRE(id < lexicon.word_count());
    REQUIRE(lexicon.word(id) == word);
    REQUIRE(lexicon.entries(id).size() == 1);
    REQUIRE(lexicon.entries(id)[0].line == line);
    const std::string other = word + "#";
    REQUIRE(lexicon.find(other, hash_bytes(other)) == kUnknownWord);
  }
}

// Damage --------------------------------------------------------------------------------------------------------------

/// Reads everything that a lexicon has: sanitizers see whatever lies outside.
std::size_t read_everything(const Lexicon& lexicon) {
  std::size_t sum = 0;
  std::vector<NodeId> open;
  for (WordId word = 0; word < lexicon.word_count(); ++word) {
    sum += hash_bytes(lexicon.word(word));
    sum += lexicon.find(lexicon.word(word), hash_bytes(lexicon.word(word)));
    open.push_back(word);
  }
  while (!open.empty()) {
    const NodeId node = open.back();
    open.pop_back();
    for (const Entry& entry : lexicon.entries(node)) {
      sum += lexicon.canonical(entry).size() + lexicon.ids(entry).size() + lexicon.attribute(entry, "lemma").size();
      sum += lexicon.kind(entry.kind).size() + lexicon.list(entry.list).size() + lexicon.entry_index(entry);
    }
    if (!lexicon.has_children(node)) continue;
    for (WordId word = 0; word < lexicon.word_count(); ++word) {
      const NodeId child = lexicon.child(node, word);
      if (child != kNoNode) open.push_back(child);
    }
  }
  return sum;
}

/// Whether damaged bytes are refused; what is not refused must be readable.
bool refused(const std::string& bytes, bool mended) {
  AlignedBytes copy(bytes);
  if (mended) mend_header(copy.data(), bytes.size());
  try {
    const Lexicon lexicon(FrozenFile(copy.view(), "x.quoth"));
    REQUIRE(read_everything(lexicon) != 0);
    return false;
  } catch (const LoadError&) {
    return true;
  }
}

TEST_CASE("every cut of a lexicon is refused") {
  const std::string bytes = freeze(sample_rows());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK(refused(bytes.substr(0, size), false));
    CHECK(refused(bytes.substr(0, size), true));
  }
}

TEST_CASE("random damage is refused by the checksum") {
  const std::string bytes = freeze(sample_rows());
  std::mt19937 random(1);
  for (int round = 0; round < 20'000; ++round) {
    std::string damaged = bytes;
    const std::size_t at = random() % bytes.size();
    damaged[at] = static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ (1 + random() % 255));
    REQUIRE(refused(damaged, false));
  }
}

TEST_CASE("random damage under a right checksum never leads outside") {
  const std::string bytes = freeze(sample_rows());
  std::mt19937 random(2);
  int harmless = 0;
  for (int round = 0; round < 40'000; ++round) {
    std::string damaged = bytes;
    const std::size_t changes = 1 + random() % 3;
    for (std::size_t i = 0; i < changes; ++i) {
      const std::size_t at = 40 + random() % (bytes.size() - 40);
      if (random() % 2 == 0) {
        damaged[at] = static_cast<char>(random() % 256);
      } else if (at + 4 <= bytes.size()) {  // a whole small or huge number
        const auto value = static_cast<std::uint32_t>(random() % 2 == 0 ? random() % 40 : 0xFFFFFFFF - random() % 3);
        std::memcpy(damaged.data() + at / 4 * 4, &value, sizeof value);
      }
    }
    harmless += !refused(damaged, true);
  }
  CHECK(harmless > 100);     // else this test reads nothing
  CHECK(harmless < 30'000);  // else nothing is checked
}

/// The sample's section with one 32-bit value changed.
std::string with_value(std::string_view section, std::size_t index, std::uint32_t value) {
  const AlignedBytes copy(freeze(sample_rows()));
  const FrozenFile file(copy.view(), "x.quoth");
  FrozenWriter writer;
  for (const auto& [id, size] : file.sections()) {
    std::string bytes(file.section(id));
    if (id == section) std::memcpy(bytes.data() + index * sizeof value, &value, sizeof value);
    writer.add(id, bytes);
  }
  return writer.finish();
}

TEST_CASE("each table is checked") {
  struct Row {
    std::string_view section;
    std::size_t index;
    std::uint32_t value;
    std::string error;
  };
  const Row rows[] = {
      {sections::kSizes, 0, 8, "its sizes are broken"},
      {sections::kSizes, 0, 0xFFFFFFFF, "its sizes are broken"},
      {sections::kSizes, 1, 6, "its sizes are broken"},
      {sections::kSizes, 1, 0xFFFFFFFF, "its sizes are broken"},
      {sections::kWordOffsets, 0, 1, "the offsets of its words are broken"},
      {sections::kWordOffsets, 1, 0xFFFF0000, "the offsets of its words are broken"},
      {sections::kWordOffsets, 4, 1, "the offsets of its words are broken"},
      {sections::kSlots, 0, 8, "its hash names a word that is not there"},
      {sections::kNodeWords, 0, 7, "a phrase has a word that is not there"},
      {sections::kParents, 0, 0, "the offsets of its phrases are broken"},
      {sections::kParents, 2, 1, "its phrases are broken"},
      {sections::kChildren, 0, 1, "the offsets of its phrases are broken"},
      {sections::kChildren, 1, 0xFFFFFFFF, "the offsets of its phrases are broken"},
      {sections::kNodeEntries, 0, 0xFFFFFFFF, "the offsets of its entries are broken"},
      {sections::kEntries, 0, 10 << 24, "an entry is broken"},    // prior
      {sections::kEntries, 0, 8u << 28, "an entry is broken"},    // flags
      {sections::kEntries, 1, 100, "an entry is broken"},         // extra
      {sections::kEntries, 1, 3 << 24, "an entry is broken"},     // case rule
      {sections::kEntries, 2, 0xFFFF, "an entry is broken"},      // kind
      {sections::kEntries, 2, 0xFFFF0000, "an entry is broken"},  // list
      {sections::kIdPrefixes, 0, 1000, "the name of a kind, list or source is not there"},
      {sections::kExtras, 1, 1000, "an entry names a string that is not there"},
      {sections::kExtras, 1, 0x90000000, "an entry names a string that is not there"},
      {sections::kExtras, 0, 1000, "an entry names a string that is not there"},
      {sections::kKinds, 0, 1000, "the name of a kind, list or source is not there"},
      {sections::kLists, 0, 1000, "the name of a kind, list or source is not there"},
      {sections::kPool, 0, 1, "its strings are broken"},
  };
  for (const Row& r : rows) {
    const AlignedBytes copy(with_value(r.section, r.index, r.value));
    INFO(r.section << " " << r.index);
    CHECK_THROWS_WITH(Lexicon(FrozenFile(copy.view(), "x.quoth")), "x.quoth: is damaged: " + r.error);
  }
}

TEST_CASE("a phrase that is part of itself is refused") {
  std::vector<LexiconBuilder::Row> rows = {row("a", "X", 1), row("b c d", "X", 2)};
  const AlignedBytes copy(freeze(rows));
  const FrozenFile file(copy.view(), "x.quoth");
  FrozenWriter writer;
  for (const auto& [id, size] : file.sections()) {
    std::string bytes(file.section(id));
    // b (word 1) has node 4, "b c", and that has node 5, "b c d": now node 5 has itself.
    if (id == sections::kParents) bytes[0] = static_cast<char>((1 << 1) | (1 << 5));
    writer.add(id, bytes);
  }
  const AlignedBytes changed(writer.finish());
  CHECK_THROWS_WITH(Lexicon(FrozenFile(changed.view(), "x.quoth")), "x.quoth: is damaged: a phrase is part of itself");
}

TEST_CASE("a missing table is named") {
  FrozenWriter writer;
  writer.add("other", "");
  const AlignedBytes copy(writer.finish());
  CHECK_THROWS_WITH(Lexicon(FrozenFile(copy.view(), "x.quoth")), "x.quoth: lacks the section 'lex.slot'");
}

}  // namespace
}  // namespace quoth::internal
