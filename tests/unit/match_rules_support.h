#pragma once

// A little text and a few lists, for tests of the rule language: tokens are written with spaces between them, so that
// no test depends on the tokenizer.
//
//     "Ms. Ada Okoye spoke . // She left ."     // ends a sentence, ¶ a paragraph
//     "[QUOTE “ Yes “ ] said [PERSON Ada ]"     what an earlier phase found

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/frozen.h"
#include "base/lexicon.h"
#include "match/phrases.h"
#include "match/rules.h"
#include "text/token.h"
#include "text/unicode.h"
#include "text/words.h"

namespace quoth::internal {

struct ListRow {
  std::string kind;
  std::string list;
  std::vector<std::string> phrases;
};

inline std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  std::istringstream in{std::string(text)};
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

inline std::string folded(std::string_view word) {
  std::string out;
  fold(word, out);
  return out;
}

/// One lexicon over rows; each word is a token.
class TestLists {
 public:
  explicit TestLists(const std::vector<ListRow>& rows) {
    LexiconBuilder builder;
    for (const ListRow& row : rows) {
      for (const std::string& phrase : row.phrases) {
        LexiconBuilder::Row entry;
        for (const std::string& word : split_words(phrase)) entry.words.push_back(folded(word));
        entry.kind = row.kind;
        entry.list = row.list;
        entry.line = 1;
        builder.add(std::move(entry));
      }
    }
    FrozenWriter writer;
    builder.write(writer);
    bytes_ = writer.finish();
    lexicons_.emplace_back(FrozenFile(bytes_, "test"));
    classes_ = WordClasses(lexicons_);
  }
  TestLists(const TestLists&) = delete;
  TestLists& operator=(const TestLists&) = delete;

  std::span<const Lexicon> lexicons() const { return lexicons_; }
  const WordClasses& classes() const { return classes_; }

 private:
  std::string bytes_;
  std::vector<Lexicon> lexicons_;
  WordClasses classes_;
};

inline Shape test_shape(const std::string& word) {
  const auto all = [&](auto&& test) {
    return std::all_of(word.begin(), word.end(), [&](char c) { return test(static_cast<unsigned char>(c)) != 0; });
  };
  if (word == "$" || word == "%" || word == "+") return Shape::symbol;
  if (all([](unsigned char c) { return std::ispunct(c); })) return Shape::punct;
  if (std::isdigit(static_cast<unsigned char>(word[0])) != 0) return Shape::number;
  const bool capital = word[0] >= 'A' && word[0] <= 'Z';
  if (capital && (word.size() == 1 || (word.size() == 2 && word[1] == '.'))) return Shape::initial;
  if (word.starts_with("@") || word.starts_with("http")) return Shape::web;
  return shape_of_word(word);
}

/// A text in the notation above. `labels` number the given marks.
struct TestText {
  std::string text;
  Tokens tokens;
  PhraseMatches phrases;
  std::vector<TokenRange> sentences;
  std::vector<LabelledRange> earlier;

  TestText(std::string_view notation, const TestLists& lists, const std::vector<std::string>& labels) {
    std::vector<std::size_t> open;
    std::uint32_t sentence_begin = 0;
    bool paragraph = true;
    const auto end_sentence = [&] {
      if (tokens.size() > sentence_begin) sentences.push_back({sentence_begin, tokens.size()});
      sentence_begin = tokens.size();
    };
    for (const std::string& word : split_words(notation)) {
      if (word == "//" || word == "¶") {
        end_sentence();
        paragraph = paragraph || word == "¶";
      } else if (word == "]" && !open.empty()) {
        earlier[open.back()].tokens.end = tokens.size();
        open.pop_back();
      } else if (word.size() > 1 && word[0] == '[') {
        open.push_back(earlier.size());
        const auto label = std::find(labels.begin(), labels.end(), word.substr(1));
        earlier.push_back({{tokens.size(), 0}, static_cast<std::uint16_t>(label - labels.begin())});
      } else {
        add(word, paragraph);
        paragraph = false;
      }
    }
    end_sentence();
    tokens.text = text;
    look_up_words(lists.lexicons(), lists.classes(), tokens);
    find_phrases(tokens, lists.lexicons(), phrases);
  }
  TestText(const TestText&) = delete;
  TestText& operator=(const TestText&) = delete;

  std::string words(TokenRange range) const {
    std::string out;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      if (!out.empty()) out += ' ';
      out += tokens.written(i);
    }
    return out;
  }

 private:
  void add(const std::string& word, bool paragraph) {
    Token token;
    token.begin = static_cast<std::uint32_t>(text.size());
    text += word;
    token.end = static_cast<std::uint32_t>(text.size());
    text += ' ';
    const std::string fold = folded(word);
    token.fold_begin = static_cast<std::uint32_t>(tokens.folded.size());
    token.fold_size = static_cast<std::uint32_t>(fold.size());
    tokens.folded += fold;
    token.hash = hash_bytes(fold);
    token.shape = test_shape(word);
    token.flags = kSpaceBefore;
    if (paragraph) token.flags |= kParagraphBefore | kLineBefore;
    tokens.items.push_back(token);
  }
};

/// "LABEL(words) LABEL(words); LABEL(words)": the captures of all matches, matches parted by semicolons; or "-".
inline std::string shown_matches(const RuleSet& rules, const RuleMatches& matches, const TestText& text,
                                 bool with_names = false) {
  std::string out;
  for (const RuleMatch& match : matches.items) {
    if (!out.empty()) out += "; ";
    if (with_names) out += rules.rule(match.rule).name + ": ";
    bool first = true;
    for (const Capture& capture : matches.captures_of(match)) {
      if (!first) out += ' ';
      first = false;
      out += rules.labels()[capture.label] + '(' + text.words(capture.tokens) + ')';
    }
  }
  return out.empty() ? "-" : out;
}

/// What packs make of a text.
inline std::string made(const std::vector<RuleFile>& packs, Phase phase, std::string_view notation,
                        const TestLists& lists, bool with_names = false) {
  const RuleSet rules(packs, lists.lexicons());
  const TestText text(notation, lists, rules.labels());
  const RuleSet::ScratchPtr scratch = RuleSet::make_scratch();
  RuleMatches matches;
  rules.match(phase, {text.tokens, text.phrases, text.sentences, text.earlier}, *scratch, matches);
  return shown_matches(rules, matches, text, with_names);
}

}  // namespace quoth::internal
