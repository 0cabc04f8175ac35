// Compiled data that was cut or changed is refused with a LoadError, or gives valid output.
//
//     QUOTH_DAMAGE_ROUNDS=N: how many random changes of each kind (default: 500; tests/nightly.sh does 100,000)

#include <catch2/catch.hpp>
#include <cstdlib>
#include <random>

#include "analyzer/language.h"
#include "analyzer/pipeline.h"
#include "fuzz/invariants.h"
#include "quoth/quoth.h"
#include "robust/mend.h"
#include "robust/small_language.h"
#include "unit/aligned_bytes.h"

namespace quoth::internal {
namespace {

std::size_t rounds() {
  const char* const wanted = std::getenv("QUOTH_DAMAGE_ROUNDS");
  return wanted == nullptr ? 500 : std::strtoul(wanted, nullptr, 10);
}

bool is_refused(std::string_view bytes) {
  const AlignedBytes copy(bytes);
  try {
    FrozenFile(copy.view(), "damaged");
    return false;
  } catch (const LoadError&) {
    return true;
  }
}

/// What became of damaged files.
struct Counts {
  std::size_t refused = 0;
  std::size_t valid = 0;
};

void load_and_analyze(const Sources& sources, Counts& counts) {
  static const std::string kText = small_text();
  try {
    const Analyzer analyzer = Analyzer::load(sources, {.explain = true});
    const Document document = analyzer.analyze(kText);
    CHECK(document.text == kText);
    quoth_fuzz::check_document(document);
    ++counts.valid;
  } catch (const LoadError& error) {
    REQUIRE_FALSE(error.faults().empty());
    CHECK_FALSE(error.faults()[0].message.empty());
    ++counts.refused;
  }
}

/// Changes one to eight bytes, from `begin` on, each to any other or to one that is likely to pass a limit.
std::string changed(std::string bytes, std::size_t begin, std::mt19937_64& random) {
  constexpr unsigned char kTelling[] = {0x00, 0x01, 0x7F, 0x80, 0xFE, 0xFF};
  for (std::size_t left = 1 + random() % 8; left > 0; --left) {
    const std::size_t at = begin + random() % (bytes.size() - begin);
    const auto value = random() % 2 == 0 ? kTelling[random() % std::size(kTelling)] : random() % 256;
    bytes[at] = static_cast<char>(value);
  }
  return bytes;
}

/// A file of the sections of `whole`, but those for tokens as they were: ICU reads them, and does not guard against
/// what a stranger writes (SECURITY.md).
std::string with_token_rules_of(const std::string& whole, std::string damaged) {
  const AlignedBytes copy(whole);
  const FrozenFile file(copy.view(), "whole");
  const std::string_view rules = file.section(kTokenRulesSection);
  damaged.replace(static_cast<std::size_t>(rules.data() - copy.view().data()), rules.size(), rules);
  return damaged;
}

}  // namespace

TEST_CASE("the small language has something of everything") {
  const TemporaryFile file(".data");
  const Analyzer analyzer = Analyzer::load({file.write(freeze_language(small_files())), {}});
  const Document document = analyzer.analyze(small_text());
  std::string found;
  for (const Mention& m : document.mentions)
    found += document.labels[m.label] + ' ' + std::string(document.text_of(m.span)) + '\n';
  INFO(found);
  for (const char* label : {"PERSON Ada Okoye", "LOCATION Lusaka", "ORGANIZATION UN", "SHIP Morning Star"})
    CHECK(found.find(label) != std::string::npos);
  CHECK(document.quotes.size() >= 2);
}

TEST_CASE("every cut is refused") {
  const std::string whole = freeze_language(small_files());
  std::size_t passed = 0;
  for (std::size_t size = 0; size < whole.size(); ++size) passed += is_refused(whole.substr(0, size)) ? 0 : 1;
  CHECK(passed == 0);
  // The layout leaves no room for a cut, even where the header is made to fit it.
  for (std::size_t size = kMendedBytes; size < whole.size(); size += size < 4096 ? 1 : 61) {
    std::string cut = whole.substr(0, size);
    mend_header(cut.data(), cut.size());
    passed += is_refused(cut) ? 0 : 1;
  }
  CHECK(passed == 0);
}

TEST_CASE("random changes are refused") {
  const std::string whole = freeze_language(small_files());
  std::mt19937_64 random(1);
  std::size_t passed = 0;
  for (std::size_t round = 0; round < rounds(); ++round) {
    const std::string damaged = changed(whole, 0, random);
    if (damaged != whole) passed += is_refused(damaged) ? 0 : 1;
  }
  CHECK(passed == 0);
}

TEST_CASE("random changes under a checksum that fits are refused, or the language works") {
  const TemporaryFile file(".data");
  const std::string whole = freeze_language(small_files());
  std::mt19937_64 random(2);
  Counts counts;
  for (std::size_t round = 0; round < rounds(); ++round) {
    std::string damaged = with_token_rules_of(whole, changed(whole, kMendedBytes, random));
    mend_header(damaged.data(), damaged.size());
    INFO(round);
    load_and_analyze({file.write(damaged), {}}, counts);
  }
  CHECK(counts.refused > rounds() / 20);
  CHECK(counts.valid > rounds() / 20);
}

TEST_CASE("random changes of a pack under a checksum that fits are refused, or the pack works") {
  const TemporaryFile data(".data"), file(".pack");
  const LanguageFiles files = small_files();
  data.write(freeze_language(files));
  LanguageFiles pack;
  pack.gazetteers = files.gazetteers;
  pack.words = files.words;
  pack.rules = {{"boats.rules", "pack boats\nrule boat: the @BOAT({ship}) /s[a-z]nk/ likely\n"}};
  const std::string whole = freeze_pack(pack, Tokenizer(files.token_rules.text, files.token_rules.name));
  std::mt19937_64 random(3);
  Counts counts;
  for (std::size_t round = 0; round < rounds(); ++round) {
    std::string damaged = changed(whole, kMendedBytes, random);
    mend_header(damaged.data(), damaged.size());
    INFO(round);
    load_and_analyze({data.path(), {file.write(damaged)}}, counts);
  }
  CHECK(counts.refused > rounds() / 20);
  CHECK(counts.valid > rounds() / 20);
}

}  // namespace quoth::internal
