#pragma once

// English token rules and word lists for the tests of lib/text.

#include <cstddef>
#include <cstring>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "text/sentences.h"
#include "text/tokenizer.h"
#include "text/words.h"

namespace quoth::internal {

inline std::string read_source(const std::string& path) {
  std::ifstream file(std::string(QUOTH_SOURCE_DIR) + "/" + path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

inline const Tokenizer& english_tokenizer() {
  static const Tokenizer tokenizer(read_source("data/en/text/token.rbbi"), "token.rbbi");
  return tokenizer;
}

/// A lexicon of its own bytes.
class TestLexicon {
 public:
  explicit TestLexicon(const LexiconBuilder& builder) {
    FrozenWriter writer;
    builder.write(writer);
    const std::string bytes = writer.finish();
    aligned_.resize(bytes.size() / sizeof(std::max_align_t) + 1);
    std::memcpy(aligned_.data(), bytes.data(), bytes.size());
    const std::string_view view(reinterpret_cast<const char*>(aligned_.data()), bytes.size());
    lexicons_.emplace_back(FrozenFile(view, "test"));
    classes_ = WordClasses(lexicons_);
  }
  TestLexicon(const TestLexicon&) = delete;
  TestLexicon& operator=(const TestLexicon&) = delete;

  const std::vector<Lexicon>& lexicons() const { return lexicons_; }
  const WordClasses& classes() const { return classes_; }

 private:
  std::vector<std::max_align_t> aligned_;
  std::vector<Lexicon> lexicons_;
  WordClasses classes_;
};

/// Adds the lines of a word list that are one token.
inline void add_words(LexiconBuilder& builder, const std::string& kind, std::string_view lines) {
  Tokenizer::Cursor cursor(english_tokenizer());
  Tokens tokens;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (line.empty() || line.front() == '#') continue;
    cursor.tokenize(line.substr(0, line.find('\t')), tokens);
    if (tokens.size() != 1) continue;
    LexiconBuilder::Row row;
    row.words = {std::string(tokens.word(0))};
    row.kind = kind;
    row.list = "en/words/" + kind + ".txt";
    builder.add(row);
  }
}

/// The word lists that the layer knows classes of, and a few names.
inline const TestLexicon& english_words() {
  static const TestLexicon lexicon([] {
    LexiconBuilder builder;
    for (const std::string list : {"common",
                                   "honorific",
                                   "say_verb",
                                   "role",
                                   "preposition",
                                   "conjunction",
                                   "determiner",
                                   "auxiliary",
                                   "particle",
                                   "connector",
                                   "pronoun_female",
                                   "pronoun_male",
                                   "pronoun_plural",
                                   "pronoun_other",
                                   "month",
                                   "weekday",
                                   "abbreviation_before_name",
                                   "abbreviation_before_number",
                                   "abbreviation_inside",
                                   "abbreviation_final",
                                   "sentence_starter",
                                   "byline",
                                   "credit"}) {
      add_words(builder, list, read_source("data/en/words/" + list + ".txt"));
    }
    add_words(builder, "GIVEN.f", "ada\nmaria\n");
    add_words(builder, "SURNAME", "okoye\nnowak\n");
    add_words(builder, "LOCATION.city", "kyiv\nlusaka\nlagos\nislamabad\n");
    return builder;
  }());
  return lexicon;
}

/// A text that has gone through the whole layer.
struct ReadText {
  Tokens tokens;
  std::vector<Block> blocks;
  std::vector<TokenRange> sentences;

  explicit ReadText(std::string_view text) {
    Tokenizer::Cursor(english_tokenizer()).tokenize(text, tokens);
    look_up_words(english_words().lexicons(), english_words().classes(), tokens);
    find_blocks(tokens, blocks);
    split_sentences(tokens, blocks, sentences);
  }
  std::string written(TokenRange range) const {
    if (range.size() == 0) return "";
    return std::string(
        tokens.text.substr(tokens[range.begin].begin, tokens[range.end - 1].end - tokens[range.begin].begin));
  }
};

}  // namespace quoth::internal
