// Tested by tests/unit/analyzer_data_files_test.cc.

#include "analyzer/data_files.h"

#include <algorithm>
#include <system_error>

#include "analyzer/section_writers.h"
#include "base/lexicon.h"
#include "base/mapped_file.h"
#include "match/rule_parser.h"
#include "match/rules.h"

namespace quoth::internal {
namespace {

namespace fs = std::filesystem;

/// Appends the files of DATA/`below` with this ending, in the order of their names. A missing folder has no files.
void read_folder(const fs::path& data, const fs::path& below, std::string_view ending, std::vector<NamedText>& out) {
  for (const std::string& name : names_in_folder(data / below, below.generic_string())) {
    if (fs::path(name).extension() != ending || name.front() == '.') continue;
    const std::string shown = (below / name).generic_string();
    out.push_back({shown, read_file(data / below / name, shown)});
  }
}

std::string freeze(const LanguageFiles& files, const Tokenizer& tokenizer) {
  FrozenWriter writer;
  std::vector<Fault> faults;
  FreezeJob job{files, tokenizer, writer, faults};
  for (const SectionWriter write : section_writers()) write(job);
  if (!faults.empty()) {
    // Which lists there are is not known now: of rules only what needs none is told.
    for (const NamedText& file : files.rules) parse_rules({file.name, file.text}, faults);
    throw LoadError(std::move(faults));
  }
  return writer.finish();
}

/// Rules are stored as text and compiled at load: a language's own must compile with its lists. Throws LoadError.
void check_rules(const LanguageFiles& files, const Tokenizer& tokenizer, std::string_view frozen) {
  const std::vector<Lexicon> lexicons = {Lexicon(FrozenFile(frozen, "data", true))};
  std::vector<RuleFile> rules;
  for (const NamedText& file : files.rules) rules.push_back({file.name, file.text});
  const RuleSet compiled(rules, lexicons, &tokenizer);
}

/// The list that a pack's file belongs to, by its ending; null: none.
std::vector<NamedText>* place_of(const fs::path& path, LanguageFiles& files) {
  const fs::path ending = path.extension();
  if (ending == ".tsv") return &files.gazetteers;
  if (ending == ".txt") return &files.words;
  if (ending == ".rules") return &files.rules;
  return nullptr;
}

}  // namespace

LanguageFiles read_language_files(const fs::path& folder, std::string_view language) {
  const fs::path below(language);
  std::error_code error;
  if (!fs::is_directory(folder / below, error)) {
    throw LoadError(Fault{folder.string(), 0, 0, "is no data folder: it has no folder '" + below.string() + "'"});
  }
  LanguageFiles files;
  const fs::path token_rules = below / "text" / "token.rbbi";
  files.token_rules = {token_rules.generic_string(), read_file(folder / token_rules, token_rules.generic_string())};
  read_folder(folder, "common/gazetteers", ".tsv", files.gazetteers);
  read_folder(folder, below / "gazetteers", ".tsv", files.gazetteers);
  read_folder(folder, "common/words", ".txt", files.words);
  read_folder(folder, below / "words", ".txt", files.words);
  read_folder(folder, below / "rules", ".rules", files.rules);
  read_folder(folder, below / "weights", ".tsv", files.weights);
  read_folder(folder, below / "weights", ".weights", files.weights);
  return files;
}

void add_pack_file(const fs::path& path, std::string text, LanguageFiles& files) {
  std::vector<NamedText>* const place = place_of(path, files);
  if (place == nullptr)
    throw LoadError(Fault{path.string(), 0, 0, "is no pack: expected .rules, .tsv (names) or .txt (words)"});
  place->push_back({path.string(), std::move(text)});
}

LanguageFiles read_pack_files(std::span<const fs::path> paths) {
  LanguageFiles files;
  std::vector<Fault> faults;
  for (const fs::path& path : paths) {
    try {
      add_pack_file(path, read_file(path), files);
    } catch (const LoadError& error) {
      faults.insert(faults.end(), error.faults().begin(), error.faults().end());
    }
  }
  if (!faults.empty()) throw LoadError(std::move(faults));
  return files;
}

std::string freeze_language(const LanguageFiles& files) {
  const Tokenizer tokenizer(files.token_rules.text, files.token_rules.name);
  std::string bytes = freeze(files, tokenizer);
  check_rules(files, tokenizer, bytes);
  return bytes;
}

std::string freeze_pack(const LanguageFiles& files, const Tokenizer& tokenizer) { return freeze(files, tokenizer); }

}  // namespace quoth::internal
