#include "syntax/word_facts.h"

// Tested by tests/unit/syntax_word_facts_test.cc.

#include <algorithm>
#include <array>

#include "text/word_class.h"

namespace quoth::internal {
namespace {

constexpr std::uint32_t kStartOfSentence = 16;

// Classes that tell names from other words. A class's place here is its bit in WordFacts::names.
constexpr std::array kNameClasses = {WordClass::given_name,   WordClass::surname, WordClass::location,
                                     WordClass::organization, WordClass::country, WordClass::demonym,
                                     WordClass::month,        WordClass::weekday};

std::uint32_t name_bits(std::uint64_t classes) {
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < kNameClasses.size(); ++i)
    bits |= static_cast<std::uint32_t>(classes >> static_cast<unsigned>(kNameClasses[i]) & 1U) << i;
  return bits;
}

std::uint32_t common_kind(const SyntaxInput& input, std::uint32_t token) {
  for (std::uint32_t l = 0; l < input.lexicons.size(); ++l) {
    const WordId word = input.tokens.words[l * std::size_t{input.tokens.size()} + token];
    if (word == kUnknownWord) continue;
    for (const Entry& entry : input.lexicons[l].entries(word)) {
      const KindTable::Info& info = input.kinds.of(l, entry);
      if (info.common) return static_cast<std::uint32_t>(info.hash >> 32 | 1U);
    }
  }
  return 0;
}

// 1999 and 2010 are alike, 3rd and 4th, 10:30 and 09:15.
std::uint64_t number_pattern(std::string_view word) {
  constexpr std::size_t most = 8;
  std::array<char, most> pattern{};
  const std::size_t size = std::min(word.size(), most);
  for (std::size_t i = 0; i < size; ++i) pattern[i] = word[i] >= '0' && word[i] <= '9' ? '0' : word[i];
  return hash_bytes({pattern.data(), size});
}

std::uint64_t suffix(std::string_view word, std::size_t size) {
  return word.size() < size ? 0 : hash_bytes(word.substr(word.size() - size));
}

bool begins_sentence(Shape shape) { return shape != Shape::punct && shape != Shape::symbol; }

}  // namespace

WordFacts facts_of_edge() {
  WordFacts facts;
  facts.word = 1;
  facts.shape = 15;
  return facts;
}

void find_sentence_facts(const SyntaxInput& input, std::span<const std::uint32_t> tokens, std::vector<WordFacts>& out) {
  out.assign(tokens.size() + 2 * kEdges, facts_of_edge());
  bool start = true;
  for (std::size_t place = 0; place < tokens.size(); ++place) {
    const std::uint32_t i = tokens[place];
    const Token& token = input.tokens[i];
    const std::string_view word = input.tokens.word(i);
    WordFacts& facts = out[place + kEdges];
    facts.word = token.shape == Shape::number ? number_pattern(word) : token.hash;
    facts.suffix2 = suffix(word, 2);
    facts.suffix3 = suffix(word, 3);
    facts.suffix4 = suffix(word, 4);
    facts.prefix = hash_bytes(word.substr(0, 3));
    facts.kind = common_kind(input, i);
    facts.names = name_bits(token.classes);
    facts.shape = static_cast<std::uint32_t>(token.shape) + (start ? kStartOfSentence : 0);
    if (begins_sentence(token.shape)) start = false;
  }
}

}  // namespace quoth::internal
