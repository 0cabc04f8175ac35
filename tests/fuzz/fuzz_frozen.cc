// Compiled data of any bytes is refused or can be read. Where the first byte is odd, the header is made right, checksum
// and all, so that the fuzzer comes to what lies behind it.

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/data_files.h"
#include "analyzer/embedded.h"
#include "analyzer/pipeline.h"
#include "base/frozen_texts.h"
#include "fuzz.h"
#include "invariants.h"
#include "model/weights.h"
#include "robust/mend.h"
#include "syntax/model.h"
#include "unit/aligned_bytes.h"

namespace {

using namespace quoth::internal;

constexpr std::string_view kText =
    "Ms. Ada Okoye spoke to the UN in Lusaka.\n\n\u201CWe agree,\u201D Okoye said. She asked, \u201CWhy?\u201D\n"
    "The Morning Star sank, the mayor Jan Novak said in New York.";

// Everything that a lexicon can be asked for. Strings and entries are touched so that sanitizers see where they are.
std::size_t read_all(const Lexicon& lexicon) {
  std::size_t touched = 0;
  for (WordId word = 0; word < std::min(lexicon.word_count(), 1000U); ++word) {
    touched += lexicon.find(lexicon.word(word), hash_bytes(lexicon.word(word)));
    NodeId node = word;
    for (int depth = 0; node != kNoNode && depth < 3; ++depth) {
      for (const Entry& entry : lexicon.entries(node)) {
        touched += lexicon.canonical(entry).size() + lexicon.ids(entry).size() + lexicon.kind(entry.kind).size() +
                   lexicon.list(entry.list).size() + lexicon.attribute(entry, "lemma").size();
        touched += lexicon.entry(lexicon.entry_index(entry)).prior;
      }
      node = lexicon.has_children(node) ? lexicon.child(node, word) : kNoNode;
    }
  }
  return touched;
}

// Runs `load`, which may refuse what it gets.
template <typename Load>
void try_load(Load load) {
  try {
    load();
  } catch (const quoth::LoadError& error) {
    quoth_fuzz::require(!error.faults().empty() && !error.faults()[0].message.empty(), "a refusal says why");
  }
}

// As the data of a language: what it makes of a text is valid.
void analyze_with(const FrozenFile& file) {
  static const FrozenFile english(embedded_data(), "embedded data", true);
  static Language language;
  static const bool has_tokens = [] {
    language.tokenizer = Tokenizer::from_compiled(english.section(kCompiledTokenRulesSection), "tokens");
    return true;
  }();
  quoth_fuzz::require(has_tokens, "there are tokens");
  language.rules = RuleSet();  // refers to the lexicons
  language.lexicons = {Lexicon(file)};
  language.classes = WordClasses(language.lexicons);
  language.kinds = KindTable(language.lexicons);
  std::vector<RuleFile> rules;
  for (NamedText& text : read_texts(file, kRulesSection)) rules.push_back({std::move(text.name), std::move(text.text)});
  language.rules = RuleSet(rules, language.lexicons);
  language.names =
      NameModel(Weights(file, kNameWeightsPrefix), language.rules, load_confidence(file, kConfidenceSection));
  language.syntax = SyntaxModel(file);
  language.custom = CustomLabels(language.lexicons, language.rules);
  quoth_fuzz::check_document(analyze(language, {.explain = true}, std::string(kText), nullptr));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  AlignedBytes bytes(quoth_fuzz::view(data + 1, size - 1));
  if (data[0] % 2 == 1) mend_header(bytes.data(), bytes.view().size());
  try_load([&] {
    const FrozenFile file(bytes.view(), "fuzz");
    try_load([&] { read_all(Lexicon(file)); });
    try_load([&] { read_texts(file, "rules"); });
    try_load([&] { SyntaxModel model(file); });
    try_load([&] { analyze_with(file); });
    try_load([&] { analyze_with(file); });
    try_load([&] {
      const Weights weights(file, "wt_");
      std::array<std::int32_t, kNameLabels> sums{};
      for (FeatureHash feature = 1; feature != 0; feature <<= 1) weights.add(feature, sums);
    });
  });
  return 0;
}
