#pragma once

// Data folders and packs, from files to one compiled block of bytes. The build does this once, for the data embedded in
// the library; `Analyzer::load` for folders; `quoth pack compile` for packs. Tested by
// tests/unit/analyzer_data_files_test.cc.
//
//   DATA/common/gazetteers/*.tsv                            what no language owns
//   DATA/LANGUAGE/gazetteers/*.tsv words/*.txt rules/*.rules weights/*.tsv weights/*.weights text/token.rbbi

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/frozen.h"
#include "base/frozen_texts.h"
#include "text/tokenizer.h"

namespace quoth::internal {

/// Source files by what they are. Names are as faults show them: below the data folder ("en/words/month.txt"), or the
/// path of a pack.
struct LanguageFiles {
  NamedText token_rules;  // a pack has none
  std::vector<NamedText> gazetteers;
  std::vector<NamedText> words;
  std::vector<NamedText> rules;
  std::vector<NamedText> weights;

  friend bool operator==(const LanguageFiles&, const LanguageFiles&) = default;
};

/// Reads a data folder, its files in the order of their names, so that the same files compile to the same bytes on
/// every machine. Throws LoadError.
LanguageFiles read_language_files(const std::filesystem::path& folder, std::string_view language = "en");

/// Adds the text of a pack's file where its ending says: *.tsv gazetteers, *.txt word lists, *.rules. Throws LoadError.
void add_pack_file(const std::filesystem::path& path, std::string text, LanguageFiles& files);

/// Reads the files of packs: *.tsv gazetteers, *.txt word lists, *.rules. Throws one LoadError with every fault.
LanguageFiles read_pack_files(std::span<const std::filesystem::path> paths);

/// Compiles a language. Throws one LoadError with every fault of every file.
std::string freeze_language(const LanguageFiles& files);

/// Compiles a pack, whose lists are cut into tokens as the language is that it goes with.
std::string freeze_pack(const LanguageFiles& files, const Tokenizer& tokenizer);

/// Sections beside those of the lexicon; both hold NamedTexts.
inline constexpr std::string_view kTokenRulesSection = "tokens";           // one text
inline constexpr std::string_view kCompiledTokenRulesSection = "tok_icu";  // as this ICU compiles them
inline constexpr std::string_view kRulesSection = "rules";
/// Before the names of the sections of name weights.
inline constexpr std::string_view kNameWeightsPrefix = "wt_";
inline constexpr std::string_view kConfidenceSection = "wt_conf";

}  // namespace quoth::internal
