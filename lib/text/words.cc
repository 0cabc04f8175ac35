#include "text/words.h"

// Tested by tests/unit/text_words_test.cc.

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "text/unicode.h"

namespace quoth::internal {
namespace {

std::uint64_t class_named(std::string_view name) {
  for (std::size_t i = 0; i < kWordClassCount; ++i) {
    if (kWordClassNames[i] == name) return bit(static_cast<WordClass>(i));
  }
  return 0;
}

// "LOCATION.country" is a location and a country.
std::uint64_t classes_of_kind(std::string_view kind) {
  std::string folded;
  fold(kind, folded);
  const std::string_view name = folded;
  const std::size_t dot = name.find('.');
  if (dot == std::string_view::npos) return class_named(name);
  return class_named(name) | class_named(name.substr(0, dot)) | class_named(name.substr(dot + 1));
}

// "en/words/honorific.txt" is the list of honorifics.
std::uint64_t class_of_list(std::string_view list) {
  const std::size_t slash = list.rfind('/');
  const std::string_view file = slash == std::string_view::npos ? list : list.substr(slash + 1);
  return class_named(file.substr(0, file.find('.')));
}

bool begins_with_capital(std::string_view written) {
  std::size_t at = 0;
  return written.empty() || letter_case(decode(written, at)) != LetterCase::lower;
}

bool all_capitals(std::string_view written) {
  for (std::size_t at = 0; at < written.size();) {
    if (letter_case(decode(written, at)) == LetterCase::lower) return false;
  }
  return true;
}

void load_ahead(const Lexicon& lexicon, const Tokens& tokens, std::uint32_t begin) {
  std::array<std::uint64_t, Lexicon::kAhead> hashes;
  const std::size_t count = std::min<std::size_t>(hashes.size(), tokens.size() - begin);
  for (std::size_t i = 0; i < count; ++i) hashes[i] = tokens.items[begin + i].hash;
  lexicon.load_ahead(std::span(hashes).first(count));
}

}  // namespace

WordClasses::WordClasses(std::span<const Lexicon> lexicons) {
  for (const Lexicon& lexicon : lexicons) {
    std::vector<std::uint64_t>& kinds = by_kind_.emplace_back();
    for (std::uint32_t i = 0; i < lexicon.kind_count(); ++i) {
      kinds.push_back(classes_of_kind(lexicon.kind(static_cast<KindId>(i))));
    }
    std::vector<std::uint64_t>& lists = by_list_.emplace_back();
    for (std::uint32_t i = 0; i < lexicon.list_count(); ++i) {
      lists.push_back(class_of_list(lexicon.list(static_cast<ListId>(i))));
    }
  }
}

std::uint64_t WordClasses::of(std::uint32_t lexicon, const Entry& entry) const {
  return by_kind_[lexicon][entry.kind] | by_list_[lexicon][entry.list];
}

bool written_as(const Tokens& tokens, std::uint32_t begin, std::uint32_t end, CaseRule rule) {
  if (rule == CaseRule::any || begin == end) return true;
  if (rule == CaseRule::capital) return begins_with_capital(tokens.written(begin));
  for (std::uint32_t i = begin; i < end; ++i) {
    if (!all_capitals(tokens.written(i))) return false;
  }
  return true;
}

void look_up_words(std::span<const Lexicon> lexicons, const WordClasses& classes, Tokens& tokens) {
  const std::uint32_t size = tokens.size();
  tokens.words.resize(lexicons.size() * size);
  for (Token& token : tokens.items) token.classes = 0;
  for (std::uint32_t l = 0; l < lexicons.size(); ++l) {
    const Lexicon& lexicon = lexicons[l];
    for (std::uint32_t i = 0; i < size; ++i) {
      if (i % Lexicon::kAhead == 0) load_ahead(lexicon, tokens, i);
      Token& token = tokens.items[i];
      const WordId word = lexicon.find(tokens.word(i), token.hash);
      tokens.words[std::size_t{l} * size + i] = word;
      if (word == kUnknownWord) continue;
      for (const Entry& entry : lexicon.entries(word)) {
        if (written_as(tokens, i, i + 1, CaseRule{entry.case_rule})) token.classes |= classes.of(l, entry);
      }
    }
  }
}

}  // namespace quoth::internal
