#pragma once

// Lexicons made of lists that stand in a test.

#include <stdexcept>
#include <string>
#include <vector>

#include "aligned_bytes.h"
#include "base/lexicon.h"
#include "match/list_fields.h"
#include "match/list_reader.h"
#include "text_fixture.h"

namespace quoth::internal {

/// A list in a test: a gazetteer if its name ends with ".tsv", else words.
struct TestList {
  std::string name;
  std::string text;
};

inline std::vector<Fault> read_lists(const std::vector<TestList>& lists, LexiconBuilder& builder) {
  std::vector<Fault> faults;
  ListReader reader(english_tokenizer(), builder, faults);
  for (const TestList& list : lists) {
    if (list.name.ends_with(".tsv")) {
      reader.read_gazetteer(list.name, list.text);
    } else {
      reader.read_words(list.name, list.text);
    }
  }
  return faults;
}

inline std::string freeze_lists(const std::vector<TestList>& lists) {
  LexiconBuilder builder;
  const std::vector<Fault> faults = read_lists(lists, builder);
  if (!faults.empty()) throw LoadError(faults);
  FrozenWriter writer;
  builder.write(writer);
  return writer.finish();
}

/// A gazetteer of these rows, in which '|' stands for a tab.
inline std::string gazetteer(std::string rows) {
  for (char& c : rows) {
    if (c == '|') c = '\t';
  }
  return std::string(kGazetteerHeader) + "\n" + rows;
}

/// Lexicons, one for each group of lists, with the bytes that they read.
class TestLexicons {
 public:
  explicit TestLexicons(const std::vector<std::vector<TestList>>& groups) {
    for (const auto& lists : groups) {
      bytes_.emplace_back(freeze_lists(lists));
      lexicons.emplace_back(FrozenFile(bytes_.back().view(), "test"));
    }
  }
  std::vector<Lexicon> lexicons;

 private:
  std::vector<AlignedBytes> bytes_;
};

}  // namespace quoth::internal
