#pragma once

// A text with all that is known of it before names are weighed, by lists and rules that stand in the test.

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "entity/entities.h"
#include "lexicon_fixture.h"
#include "match/phrases.h"
#include "match/rules.h"
#include "model/name_facts.h"

namespace quoth::internal {

using ListGroups = std::vector<std::vector<TestList>>;

/// A few lists, as a language has them.
inline const std::vector<TestList>& small_lists() {
  static const std::vector<TestList> lists = {
      {"people.tsv", gazetteer("Ada||GIVEN|f|5||en|\n"
                               "Jan||GIVEN|m|5||en|\n"
                               "Okoye||SURNAME||5||en|\n"
                               "Nowak||SURNAME||5||en|\n")},
      {"places.tsv", gazetteer("Lusaka||LOCATION|city|6|geonames:909137||\n"
                               "New York||LOCATION|city|9||en|\n"
                               "York||LOCATION|city|5||en|\n"
                               "May||LOCATION|town|1|||ambiguous\n")},
      {"groups.tsv", gazetteer("Bank of Lusaka||ORGANIZATION|company|4|||\n"
                               "BoL|Bank of Lusaka|ORGANIZATION|company|4|||\n")},
      {"en/words/common.txt",
       "the\tfreq=9\tpos=f\nbank\tfreq=8\tpos=nv\nstation\tfreq=6\tpos=n\nwent\tfreq=9\tpos=v\n"},
      {"en/words/connector.txt", "of\nthe\nand\n"},
      {"en/words/particle.txt", "van\nder\n"},
      {"en/words/honorific.txt", "mr\tsex=m\nmrs\tsex=f\nms\tsex=f\ndr\n"},
  };
  return lists;
}

/// All stages before the model over a text. The first group of lists is the language's own, the others are packs.
class NamesOf {
 public:
  explicit NamesOf(std::string text_, const ListGroups& groups = {small_lists()},
                   const std::vector<RuleFile>& packs = {})
      : text(std::move(text_)),
        lists_(groups),
        classes(lists_.lexicons),
        kinds(lists_.lexicons),
        rules(packs, lists_.lexicons) {
    Tokenizer::Cursor(english_tokenizer()).tokenize(text, tokens);
    look_up_words(lists_.lexicons, classes, tokens);
    find_blocks(tokens, blocks);
    split_sentences(tokens, blocks, sentences);
    find_phrases(tokens, lists_.lexicons, phrases);
    rules.match(Phase::names, {tokens, phrases, sentences, {}}, *RuleSet::make_scratch(), matches);
  }
  NamesOf(const NamesOf&) = delete;
  NamesOf& operator=(const NamesOf&) = delete;

  NameInput input() const {
    return {tokens, lists_.lexicons, classes, kinds, phrases, blocks, sentences, rules, matches};
  }
  const std::vector<Lexicon>& lexicons() const { return lists_.lexicons; }
  std::string written(TokenRange range) const {
    if (range.size() == 0) return "";
    return text.substr(tokens[range.begin].begin, tokens[range.end - 1].end - tokens[range.begin].begin);
  }
  /// The first token written so.
  std::uint32_t token(std::string_view word, std::uint32_t from = 0) const {
    for (std::uint32_t i = from; i < tokens.size(); ++i)
      if (tokens.written(i) == word) return i;
    throw std::runtime_error("no token " + std::string(word));
  }

  std::string text;

 private:
  TestLexicons lists_;

 public:
  WordClasses classes;
  KindTable kinds;
  RuleSet rules;
  Tokens tokens;
  std::vector<Block> blocks;
  std::vector<TokenRange> sentences;
  PhraseMatches phrases;
  RuleMatches matches;
};

/// "[P Ada Okoye] left [L Lusaka]." without its marks, and where they stood. P, L, O; other letters are labels from 3
/// on.
struct MarkedNames {
  std::string text;
  struct Name {
    Span span;
    LabelId label = kPerson;
  };
  std::vector<Name> names;

  explicit MarkedNames(std::string_view marked) {
    for (std::size_t i = 0; i < marked.size(); ++i) {
      if (marked[i] == '[') {
        const std::size_t label = std::string_view("PLO").find(marked[i + 1]);
        names.push_back({{here(), 0}, static_cast<LabelId>(std::min<std::size_t>(label, 3))});
        i += 2;
      } else if (marked[i] == ']') {
        names.back().span.end = here();
      } else {
        text += marked[i];
      }
    }
  }

  std::vector<LabelledName> in(const Tokens& tokens) const {
    std::vector<LabelledName> out;
    std::uint32_t i = 0;
    for (const Name& name : names) {
      while (i < tokens.size() && tokens[i].end <= name.span.begin) ++i;
      TokenRange range{i, i};
      while (range.end < tokens.size() && tokens[range.end].begin < name.span.end) ++range.end;
      out.push_back({range, name.label, 1.0F});
    }
    return out;
  }

 private:
  std::uint32_t here() const { return static_cast<std::uint32_t>(text.size()); }
};

}  // namespace quoth::internal
