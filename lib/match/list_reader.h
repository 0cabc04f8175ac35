#pragma once

// Gazetteers and word lists, from text to rows of a lexicon. The formats are described in docs/data_formats.md. Tested
// by tests/unit/match_list_reader_test.cc.

#include <string>
#include <string_view>
#include <vector>

#include "base/lexicon.h"
#include "quoth/load_error.h"
#include "text/tokenizer.h"

namespace quoth::internal {

/// After this many faults the rest of a file is not read.
inline constexpr std::size_t kMaxFaultsPerList = 100;

/// Reads lists into a builder. Good rows are added even where others are faulty; the caller decides whether to go on.
/// Not for sharing between threads. What it is made with must outlive it.
class ListReader {
 public:
  ListReader(const Tokenizer& tokenizer, LexiconBuilder& builder, std::vector<Fault>& faults)
      : cursor_(tokenizer), builder_(builder), faults_(faults) {}

  /// A table with the columns of kGazetteerHeader (list_fields.h). `name` is what the list is called:
  /// "en/gazetteers/people.tsv".
  void read_gazetteer(const std::string& name, std::string_view text);

  /// A phrase a line, with `key=value` attributes behind tabs. The kind is the name's stem ("en/words/month.txt":
  /// month).
  void read_words(const std::string& name, std::string_view text);

 private:
  /// One file that is being read: counts its faults.
  struct File;

  void read_gazetteer_row(File& file, std::string_view line);
  void read_words_row(File& file, std::string_view line);
  /// Sets words and case rule; says what is wrong, or nothing.
  std::string read_phrase(std::string_view phrase, LexiconBuilder::Row& row);

  Tokenizer::Cursor cursor_;
  Tokens tokens_;
  LexiconBuilder& builder_;
  std::vector<Fault>& faults_;
};

}  // namespace quoth::internal
