#pragma once

// The smallest language that has something of everything: tests/robust/data, with weights of grammar. It loads in about
// a millisecond, so that tests can load it again and again.

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "analyzer/data_files.h"
#include "syntax/weight_file.h"

namespace quoth::internal {

inline std::filesystem::path small_data() { return std::filesystem::path(QUOTH_SOURCE_DIR) / "tests/robust/data"; }

/// Names of all labels, and each kind of quote.
inline std::string small_text() {
  std::ifstream file(small_data() / "text.txt", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline LanguageFiles small_files() {
  LanguageFiles files = read_language_files(small_data());
  SyntaxWeights grammar;
  grammar.tags = {"NOUN-NN", "VERB-VBD", "PROPN-NNP"};
  grammar.name_tag = 2;
  grammar.sure = {{5, {{1, 1}}}};
  grammar.tag_rows = {{7, {{0, -127}, {2, 127}}}, {300, {{1, 3}}}};
  grammar.relation_rows = {{9, {{42, -1}}}};
  grammar.step_rows = {{10, 2, -3}, {20, -128, 127}};
  files.weights.push_back({"en/weights/grammar.weights", write_syntax_weights(grammar, "")});
  return files;
}

/// A file of its own, gone after the test.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& ending)
      : path_(std::filesystem::temp_directory_path() / ("quoth_robust_" + std::to_string(::getpid()) + ending)) {}
  ~TemporaryFile() {
    std::error_code error;
    std::filesystem::remove(path_, error);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const std::filesystem::path& path() const { return path_; }
  const std::filesystem::path& write(std::string_view bytes) const {
    std::ofstream(path_, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return path_;
  }

 private:
  std::filesystem::path path_;
};

}  // namespace quoth::internal
