#include <catch2/catch.hpp>
#include <fstream>

#include "analyzer/data_files.h"
#include "analyzer/language.h"
#include "base/mapped_file.h"
#include "text_fixture.h"

namespace quoth::internal {
namespace {

namespace fs = std::filesystem;

/// A folder of files that is gone after the test.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("quoth_language_" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  fs::path write(const std::string& name, std::string_view bytes) const {
    const fs::path path = path_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

/// The faults of loading, with the test's folder left out.
std::string faults_of(const Folder& folder, const Sources& sources) {
  try {
    load_language(sources);
    return "";
  } catch (const LoadError& error) {
    std::string text = error.what();
    const std::string prefix = folder.path().string();
    for (std::size_t at; (at = text.find(prefix)) != std::string::npos;) text.erase(at, prefix.size());
    return text;
  }
}

/// A data folder with the least that a language needs.
fs::path small_data(const Folder& folder) {
  folder.write("data/en/text/token.rbbi", read_source("data/en/text/token.rbbi"));
  folder.write("data/en/words/honorific.txt", "mr\tsex=m\n");
  folder.write("data/en/gazetteers/places.tsv",
               "surface\tcanonical\ttype\tsubtype\tprior\tids\tlang\tflags\nLusaka\t\tLOCATION\tcity\t5\t\t\t\n");
  folder.write("data/en/rules/p.rules", "pack p\nrule titled: {honorific} @PERSON(Cap) likely\n");
  return folder.path() / "data";
}

TEST_CASE("A data folder loads, and as a compiled file it is the same") {
  const Folder folder;
  const fs::path data = small_data(folder);
  const auto from_folder = load_language({data, {}});
  CHECK(from_folder->lexicons.size() == 1);
  CHECK(from_folder->rules.rule_count() == 1);
  CHECK(from_folder->names.weights.empty());
  const fs::path file = folder.write("all.quoth", freeze_language(read_language_files(data)));
  const auto from_file = load_language({file, {}});
  CHECK(from_file->lexicons[0].word_count() == from_folder->lexicons[0].word_count());
  CHECK(from_file->rules.rule(0).name == "titled");
}

TEST_CASE("Packs of source files become one lexicon, each compiled pack one more") {
  const Folder folder;
  const fs::path data = small_data(folder);
  const fs::path words = folder.write("tool.txt", "hammer\n"),
                 rules = folder.write("t.rules", "pack t\nrule r: @TOOL({tool}) likely\n");
  const fs::path names =
      folder.write("n.tsv", "surface\tcanonical\ttype\tsubtype\tprior\tids\tlang\tflags\nZed\t\tSHIP\t\t5\t\t\t\n");
  const fs::path compiled =
      folder.write("n.pack", freeze_pack(read_pack_files(std::vector<fs::path>{names}), english_tokenizer()));
  const auto language = load_language({data, {compiled, words, rules}});
  CHECK(language->lexicons.size() == 3);
  CHECK(language->rules.rule_count() == 2);
  CHECK(language->custom.labels() == std::vector<std::string>{"PERSON", "LOCATION", "ORGANIZATION", "TOOL", "SHIP"});
}

TEST_CASE("Data that is missing or something else is told as such") {
  const Folder folder;
  const fs::path data = small_data(folder);
  CHECK(faults_of(folder, {folder.path() / "none", {}}) == "/none: does not exist");
  CHECK(faults_of(folder, {folder.path(), {}}) == ": is no data folder: it has no folder 'en'");
  const fs::path empty = folder.write("empty", "");
  CHECK(faults_of(folder, {empty, {}}).starts_with("/empty: "));
  const fs::path text = folder.write("text", std::string(100, 'x'));
  CHECK(faults_of(folder, {text, {}}).starts_with("/text: "));
  const fs::path names = folder.write("n.tsv", "surface\tcanonical\ttype\tsubtype\tprior\tids\tlang\tflags\n");
  const fs::path pack =
      folder.write("n.pack", freeze_pack(read_pack_files(std::vector<fs::path>{names}), english_tokenizer()));
  CHECK(faults_of(folder, {pack, {}}).find("is a pack: it has no rules for tokens") != std::string::npos);
}

TEST_CASE("Every byte of compiled data counts") {
  const Folder folder;
  const std::string whole = freeze_language(read_language_files(small_data(folder)));
  for (const std::size_t size : {std::size_t{8}, std::size_t{40}, whole.size() / 2, whole.size() - 1})
    CHECK(faults_of(folder, {folder.write("cut", whole.substr(0, size)), {}}).starts_with("/cut: "));
  for (std::size_t at = 40; at < whole.size(); at += whole.size() / 23) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    CHECK(faults_of(folder, {folder.write("bad", changed), {}}).starts_with("/bad: "));
  }
}

TEST_CASE("The faults of all packs are told at once") {
  const Folder folder;
  const fs::path data = small_data(folder);
  const fs::path words = folder.write("tool.txt", "hammer\tfreq=99\n");
  const fs::path names = folder.write("n.tsv", "surface\tcanonical\n");
  const fs::path other = folder.write("n.doc", "x");
  const std::string faults = faults_of(folder, {data, {folder.path() / "no.txt", words, names}});
  CHECK(faults.find("/no.txt: does not exist") != std::string::npos);
  CHECK(faults.find("/tool.txt:1:") != std::string::npos);
  CHECK(faults.find("/n.tsv:1:") != std::string::npos);
  // Rules too, as far as they can be read without lists that are missing.
  const fs::path rules = folder.write("t.rules", "pack t\nrule r: {tool} @PERSON(Cap\n");
  CHECK(faults_of(folder, {data, {folder.path() / "no.txt", rules}}) ==
        "/no.txt: does not exist\n/t.rules:2:23: no closing ')'");
  CHECK(faults_of(folder, {data, {words, rules}}).ends_with("\n/t.rules:2:23: no closing ')'"));
  CHECK(faults_of(folder, {data, {other}}) == "/n.doc: is no pack: expected .rules, .tsv (names) or .txt (words)");
}

TEST_CASE("The faults of all rules are told at once") {
  const Folder folder;
  const fs::path data = small_data(folder);
  const fs::path a = folder.write("a.rules", "pack a\nrule r: {honorifc} @PERSON(Cap) likely\n");
  const fs::path b = folder.write("b.rules", "pack b\nrule r: @PERSON(Cap\n");
  const std::string faults = faults_of(folder, {data, {a, b}});
  CHECK(faults.find("/a.rules:2:") != std::string::npos);
  CHECK(faults.find("did you mean 'honorific'?") != std::string::npos);
  CHECK(faults.find("/b.rules:2:") != std::string::npos);
}

TEST_CASE("Broken weights are told with line and column") {
  const Folder folder;
  const fs::path data = small_data(folder);
  folder.write("data/en/weights/names.tsv", "bias\tB-PERSON=1\nbais\tB-PERSON=1\n");
  CHECK(faults_of(folder, {data, {}}) == "en/weights/names.tsv:2:1: unknown feature 'bais'");
}

}  // namespace
}  // namespace quoth::internal
