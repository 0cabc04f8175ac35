#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "aligned_bytes.h"
#include "analyzer/data_files.h"
#include "base/lexicon.h"
#include "match/list_fields.h"
#include "text_fixture.h"

namespace quoth::internal {
namespace {

namespace fs = std::filesystem;

/// A data folder of its own, removed at the end.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("quoth_data_files_" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    write("en/text/token.rbbi", read_source("data/en/text/token.rbbi"));
  }
  ~Folder() { fs::remove_all(path_); }
  const fs::path& path() const { return path_; }
  fs::path write(const std::string& name, const std::string& text) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
    return path_ / name;
  }

 private:
  fs::path path_;
};

const std::string kHeader = std::string(kGazetteerHeader) + "\n";

template <typename F>
std::string error_of(F&& call) {
  try {
    call();
  } catch (const LoadError& error) {
    return error.what();
  }
  return "no error";
}

std::vector<std::string> names_of(const std::vector<NamedText>& files) {
  std::vector<std::string> names;
  for (const NamedText& file : files) names.push_back(file.name);
  return names;
}

using Names = std::vector<std::string>;

TEST_CASE("a data folder is read in the order of names") {
  const Folder folder;
  for (const char* name : {"en/gazetteers/b.tsv", "en/gazetteers/a.tsv", "common/gazetteers/z.tsv", "en/words/w.txt",
                           "common/words/c.txt", "en/rules/r.rules", "en/weights/names.tsv",
                           // none of these is data
                           "en/gazetteers/SOURCES.md", "en/gazetteers/.hidden.tsv", "en/rules/r.cases",
                           "en/words/w.txt~", "es/words/x.txt", "en/x.tsv"}) {
    folder.write(name, name);
  }
  const LanguageFiles files = read_language_files(folder.path());
  CHECK(names_of(files.gazetteers) == Names{"common/gazetteers/z.tsv", "en/gazetteers/a.tsv", "en/gazetteers/b.tsv"});
  CHECK(names_of(files.words) == Names{"common/words/c.txt", "en/words/w.txt"});
  CHECK(names_of(files.rules) == Names{"en/rules/r.rules"});
  CHECK(names_of(files.weights) == Names{"en/weights/names.tsv"});
  CHECK(files.token_rules.name == "en/text/token.rbbi");
  CHECK(files.words[1].text == "en/words/w.txt");
}

TEST_CASE("what is no data folder is refused") {
  const Folder folder;
  CHECK(error_of([&] { read_language_files(folder.path() / "none"); }) ==
        (folder.path() / "none").string() + ": is no data folder: it has no folder 'en'");
  CHECK(error_of([&] { read_language_files(folder.path(), "xx"); }) ==
        folder.path().string() + ": is no data folder: it has no folder 'xx'");
  fs::remove(folder.path() / "en/text/token.rbbi");
  CHECK(error_of([&] { read_language_files(folder.path()); }) == "en/text/token.rbbi: does not exist");
  folder.write("en/text/token.rbbi", "");
  folder.write("en/words/folder.txt/x", "");
  CHECK(error_of([&] { read_language_files(folder.path()); }) == "en/words/folder.txt: is a folder, not a file");
}

TEST_CASE("a compiled language holds all that its files say") {
  const Folder folder;
  folder.write("en/gazetteers/places.tsv", kHeader + "Oslo\t\tLOCATION\tcity\t5\t\t\t\n");
  folder.write("en/words/month.txt", "May\n");
  folder.write("en/rules/a.rules", "pack a\n");
  const LanguageFiles files = read_language_files(folder.path());
  const std::string bytes = freeze_language(files);
  CHECK(freeze_language(files) == bytes);
  const AlignedBytes copy(bytes);
  const FrozenFile file(copy.view(), "x");
  const Lexicon lexicon(file);
  CHECK(lexicon.word_count() == 2);
  CHECK(lexicon.list_count() == 2);
  CHECK(lexicon.list(0) == "en/gazetteers/places.tsv");
  CHECK(lexicon.find("oslo", hash_bytes("oslo")) != kUnknownWord);
  CHECK(read_texts(file, kTokenRulesSection) == std::vector<NamedText>{files.token_rules});
  CHECK(read_texts(file, kRulesSection) == std::vector<NamedText>{{"en/rules/a.rules", "pack a\n"}});
}

TEST_CASE("the faults of all files are told together") {
  const Folder folder;
  folder.write("en/gazetteers/a.tsv", kHeader + "Oslo\n");
  folder.write("en/words/b.txt", "May\tx\n");
  CHECK(error_of([&] { freeze_language(read_language_files(folder.path())); }) ==
        "en/gazetteers/a.tsv:2:1: 1 column; expected 8, separated by tabs: surface canonical type subtype prior ids "
        "lang flags\n"
        "en/words/b.txt:1:5: expected KEY=VALUE, found 'x'");
  folder.write("en/rules/c.rules", "pack c\nrule r: @X(Cap\n");  // what can be told without lists
  CHECK(error_of([&] {
          freeze_language(read_language_files(folder.path()));
        }).ends_with("found 'x'\nen/rules/c.rules:2:11: no closing ')'"));
  folder.write("en/text/token.rbbi", "$x = [;");
  CHECK(error_of([&] { freeze_language(read_language_files(folder.path())); }).find("en/text/token.rbbi:1:") == 0);
}

TEST_CASE("packs are told apart by their endings") {
  const Folder folder;
  const std::vector<fs::path> paths = {folder.write("b.rules", "pack b\n"), folder.write("month.txt", "May\n"),
                                       folder.write("a.tsv", kHeader + "Oslo\t\tX\t\t5\t\t\t\n"),
                                       folder.write("a.rules", "pack a\n")};
  const LanguageFiles files = read_pack_files(paths);
  CHECK(names_of(files.rules) == Names{paths[0].string(), paths[3].string()});  // in the order given
  CHECK(names_of(files.words) == Names{paths[1].string()});
  CHECK(names_of(files.gazetteers) == Names{paths[2].string()});
  const AlignedBytes copy(freeze_pack(files, english_tokenizer()));
  const FrozenFile file(copy.view(), "x");
  CHECK(Lexicon(file).word_count() == 2);
  CHECK(read_texts(file, kRulesSection).size() == 2);
  CHECK_FALSE(file.has(kTokenRulesSection));
  for (const auto& [id, size] : file.sections()) {
    INFO(id);
    CHECK_FALSE(id.starts_with(kNameWeightsPrefix));  // weights are a language's
    CHECK_FALSE(id.starts_with("sx_"));
  }
}

TEST_CASE("all packs that cannot be read are told") {
  const Folder folder;
  const std::vector<fs::path> paths = {"none.tsv", folder.write("x.csv", ""), folder.write("a.rules", "")};
  CHECK(error_of([&] { read_pack_files(paths); }) == "none.tsv: does not exist\n" + paths[1].string() +
                                                         ": is no pack: expected .rules, .tsv (names) or .txt (words)");
}

}  // namespace
}  // namespace quoth::internal
