// The phrase matcher against a slow and obvious twin: random vocabularies over few words, random texts of them.

#include "match/phrases.h"

#include <catch2/catch.hpp>
#include <random>
#include <set>
#include <sstream>
#include <tuple>

#include "../unit/lexicon_fixture.h"
#include "text/words.h"

namespace quoth::internal {
namespace {

using Random = std::mt19937;

const std::vector<std::string> kWords = {"a",   "B",   "the",   "The", "THE", "of",  "Ökö",
                                         "ÖKÖ", "oko", "x-ray", "J.",  "9",   "东京"};

std::string random_text(Random& random, std::size_t words, bool paragraphs) {
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    if (i > 0) text += paragraphs && random() % 12 == 0 ? "\n\n" : " ";
    text += kWords[random() % kWords.size()];
  }
  return text;
}

std::string random_list(Random& random) {
  const std::vector<std::string> flags = {"", "", "upper", "ambiguous"};
  std::string rows;
  const std::size_t count = 1 + random() % 30;
  for (std::size_t i = 0; i < count; ++i) {
    rows += random_text(random, 1 + random() % 4, false) + "||K" + std::to_string(random() % 5) + "||" +
            std::to_string(random() % 10) + "|||" + flags[random() % flags.size()] + "\n";
  }
  return gazetteer(rows);
}

struct Found {
  std::uint32_t begin, end, lexicon;
  std::string entry;

  friend bool operator==(const Found&, const Found&) = default;
  friend auto operator<=>(const Found&, const Found&) = default;
};

std::string describe(const std::string& kind, std::uint8_t rule, std::uint8_t flags) {
  return kind + "/" + std::to_string(rule) + "/" + std::to_string(flags);
}

/// Every row at every place.
std::vector<Found> find_slowly(const Tokens& tokens, const std::vector<std::string>& lists) {
  std::set<Found> found;
  Tokenizer::Cursor cursor(english_tokenizer());
  for (std::uint32_t l = 0; l < lists.size(); ++l) {
    std::istringstream lines(lists[l]);
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
      const std::string surface = line.substr(0, line.find('\t'));
      const std::string kind = line.substr(surface.size() + 2, 2);
      const bool upper = line.ends_with("upper");
      Tokens phrase;
      cursor.tokenize(surface, phrase);
      const CaseRule rule = upper                                         ? CaseRule::upper
                            : written_as(phrase, 0, 1, CaseRule::capital) ? CaseRule::capital
                                                                          : CaseRule::any;
      for (std::uint32_t begin = 0; begin + phrase.size() <= tokens.size(); ++begin) {
        bool same = true;
        for (std::uint32_t i = 0; i < phrase.size(); ++i) {
          same = same && tokens.word(begin + i) == phrase.word(i);
          same = same && (i == 0 || !tokens[begin + i].has(kParagraphBefore));
        }
        if (!same || !written_as(tokens, begin, begin + phrase.size(), rule)) continue;
        found.insert({begin, begin + phrase.size(), l,
                      describe(kind, static_cast<std::uint8_t>(rule), line.ends_with("ambiguous") ? kAmbiguous : 0)});
      }
    }
  }
  return {found.begin(), found.end()};
}

std::vector<Found> find_fast(const Tokens& tokens, const std::vector<Lexicon>& lexicons) {
  PhraseMatches matches;
  find_phrases(tokens, lexicons, matches);
  std::vector<Found> found;
  const PhraseMatch* last = nullptr;
  for (const PhraseMatch& match : matches.items) {
    if (last != nullptr) {
      REQUIRE(std::tie(last->begin, last->end, last->lexicon, last->entry) <
              std::tie(match.begin, match.end, match.lexicon, match.entry));
    }
    last = &match;
    const Lexicon& lexicon = lexicons[match.lexicon];
    const Entry& entry = lexicon.entry(match.entry);
    found.push_back({match.begin, match.end, match.lexicon,
                     describe(std::string(lexicon.kind(entry.kind)), entry.case_rule, entry.flags)});
  }
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    for (const PhraseMatch& match : matches.at(i)) REQUIRE(match.begin == i);
  }
  REQUIRE(matches.first.back() == matches.items.size());
  std::sort(found.begin(), found.end());
  return found;
}

TEST_CASE("both matchers find the same phrases") {
  Random random(11);
  std::size_t total = 0;
  for (int round = 0; round < 300; ++round) {
    std::vector<std::string> lists;
    std::vector<std::vector<TestList>> groups;
    const std::size_t count = 1 + random() % 3;
    for (std::size_t i = 0; i < count; ++i) {
      lists.push_back(random_list(random));
      groups.push_back({{"list.tsv", lists.back()}});
    }
    const TestLexicons test(groups);
    const WordClasses classes(test.lexicons);
    const std::string text = random_text(random, random() % 60, true);
    Tokens tokens;
    Tokenizer::Cursor(english_tokenizer()).tokenize(text, tokens);
    look_up_words(test.lexicons, classes, tokens);
    const auto fast = find_fast(tokens, test.lexicons);
    INFO(text);
    REQUIRE(fast == find_slowly(tokens, lists));
    total += fast.size();
  }
  CHECK(total > 3000);  // else this test sees little
}

TEST_CASE("the time that phrases take grows with the text, not faster") {
  // One word over and over, and a phrase of the greatest length that almost fits everywhere.
  std::string phrase = "a";
  for (std::uint32_t i = 1; i + 1 < kMaxPhraseTokens; ++i) phrase += " a";
  const TestLexicons test({{{"list.txt", phrase + "\n" + phrase + " b\n"}}});
  const WordClasses classes(test.lexicons);
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "a ";
  Tokens tokens;
  Tokenizer::Cursor(english_tokenizer()).tokenize(text, tokens);
  look_up_words(test.lexicons, classes, tokens);
  PhraseMatches matches;
  find_phrases(tokens, test.lexicons, matches);
  CHECK(matches.items.size() == 100'000 - (kMaxPhraseTokens - 2));
}

}  // namespace
}  // namespace quoth::internal
