#include "analyzer/language.h"

#include <utility>

#include "analyzer/data_files.h"
#include "analyzer/embedded.h"
#include "base/mapped_file.h"
#include "match/rule_parser.h"

namespace quoth::internal {
namespace {

namespace fs = std::filesystem;

// Compiling rules takes 140 ms, reading compiled ones none; but another ICU's form is refused, and the rules then
// serve.
Tokenizer tokenizer_from(const FrozenFile& file, const NamedText& rules) {
  if (file.has(kCompiledTokenRulesSection)) {
    try {
      return Tokenizer::from_compiled(file.section(kCompiledTokenRulesSection), rules.name);
    } catch (const LoadError&) {
    }
  }
  return Tokenizer(rules.text, rules.name);
}

// Everything that is loaded, piece by piece, before it is put together.
class Loader {
 public:
  std::unique_ptr<const Language> load(const Sources& sources) {
    load_data(sources.data);
    load_packs(sources.packs);
    if (!faults_.empty()) throw_faults();
    language_->classes = WordClasses(language_->lexicons);
    language_->kinds = KindTable(language_->lexicons);
    language_->rules = RuleSet(rules_, language_->lexicons, &language_->tokenizer);
    language_->names = NameModel(weights_, language_->rules, confidence_);
    language_->custom = CustomLabels(language_->lexicons, language_->rules);
    return std::move(language_);
  }

 private:
  std::string_view keep(std::string bytes) {
    auto stored = std::make_shared<const std::string>(std::move(bytes));
    language_->storage.push_back(stored);
    return *stored;
  }

  std::string_view map(const fs::path& path) {
    auto file = std::make_shared<const MappedFile>(path);
    language_->storage.push_back(file);
    return file->bytes();
  }

  void load_data(const fs::path& data) {
    std::error_code error;
    if (data.empty()) return add_language(FrozenFile(embedded_data(), "embedded data", true), true);
    if (fs::is_directory(data, error))
      return add_language(FrozenFile(keep(freeze_language(read_language_files(data))), data.string(), true), true);
    add_language(FrozenFile(map(data), data.string()), false);
  }

  // A list is missing, so that rules cannot be compiled: of users' rules only what needs no list is told.
  [[noreturn]] void throw_faults() {
    for (const RuleFile& file : rules_)
      if (!file.of_language) parse_rules(file, faults_);
    throw LoadError(std::move(faults_));
  }

  // `trusted`: the bytes are ours, so that ICU may read its part of them unchecked.
  void add_language(const FrozenFile& file, bool trusted) {
    const auto rules = read_texts(file, kTokenRulesSection);
    if (rules.empty()) file.fail("is a pack: it has no rules for tokens, as the data of a language has");
    language_->tokenizer = trusted ? tokenizer_from(file, rules[0]) : Tokenizer(rules[0].text, rules[0].name);
    weights_ = Weights(file, kNameWeightsPrefix);
    confidence_ = load_confidence(file, kConfidenceSection);
    language_->syntax = SyntaxModel(file);
    add_lists_and_rules(file, true);
  }

  void add_lists_and_rules(const FrozenFile& file, bool of_language) {
    language_->lexicons.emplace_back(file);
    for (NamedText& text : read_texts(file, kRulesSection))
      rules_.push_back({std::move(text.name), std::move(text.text), of_language});
  }

  // Packs of source files become one lexicon; each compiled pack has its own. Each is read once: it may be a pipe.
  void load_packs(const std::vector<fs::path>& packs) {
    LanguageFiles sources;
    for (const fs::path& path : packs) {
      collect_faults([&] {
        const std::string_view bytes = map(path);
        if (FrozenFile::is_frozen(bytes)) return add_lists_and_rules(FrozenFile(bytes, path.string()), false);
        add_pack_file(path, std::string(bytes), sources);
      });
    }
    if (sources == LanguageFiles{}) return;
    collect_faults([&] {
      const std::string_view frozen = keep(freeze_pack(sources, language_->tokenizer));
      add_lists_and_rules(FrozenFile(frozen, "packs", true), false);
    });
  }

  template <typename Step>
  void collect_faults(const Step& step) {
    try {
      step();
    } catch (const LoadError& error) {
      faults_.insert(faults_.end(), error.faults().begin(), error.faults().end());
    }
  }

  std::unique_ptr<Language> language_ = std::make_unique<Language>();
  std::vector<RuleFile> rules_;
  Weights weights_;
  ConfidenceCurves confidence_;
  std::vector<Fault> faults_;
};

}  // namespace

std::unique_ptr<const Language> load_language(const Sources& sources) { return Loader().load(sources); }

}  // namespace quoth::internal
