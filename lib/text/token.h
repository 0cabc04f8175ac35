#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/lexicon.h"

namespace quoth::internal {

/// How a token is written. The numbers are part of feature names in trained weights: do not change them.
enum class Shape : std::uint8_t {
  lower = 0,    // said, e-mail
  cap = 1,      // Moscow, Al
  upper = 2,    // NATO, U.S., EU
  mixed = 3,    // McDonald, iPhone, WitkoffAFP
  initial = 4,  // J. or J
  number = 5,   // 12, 1.2bn, 10:30, 3rd
  punct = 6,    // , . ( " —
  symbol = 7,   // $ % + €, control characters, bytes that are no UTF-8
  web = 8,      // URLs, mail addresses, @handles, #tags
  other = 9,    // letters of scripts without case
};

/// Bits of Token::flags.
enum TokenFlag : std::uint8_t {
  kSpaceBefore = 1,      // white space stands before it (or it is the first)
  kLineBefore = 2,       // a line break stands before it (or it is the first)
  kParagraphBefore = 4,  // a blank line stands before it (or it is the first)
  kGlued = 8,            // split from the token before it inside one written word: 's, n't, the "AFP" of "WitkoffAFP"
};

/// One token. `word` facts are looked up once, by look_up_words().
struct Token {
  std::uint32_t begin = 0;  // bytes of Tokens::text
  std::uint32_t end = 0;
  std::uint32_t fold_begin = 0;  // bytes of Tokens::folded
  std::uint32_t fold_size = 0;
  std::uint64_t hash = 0;     // hash_bytes() of the folded form
  std::uint64_t classes = 0;  // bits of WordClass, from the single-word entries of all lexicons
  Shape shape = Shape::other;
  std::uint8_t flags = 0;

  bool has(TokenFlag flag) const { return (flags & flag) != 0; }
};

/// A tokenized text. Tokens are in order; what is between them is white space
/// only, so that tokens and gaps together are the text, byte for byte.
struct Tokens {
  std::string_view text;
  std::vector<Token> items;
  std::string folded;         // folded forms, one after the other
  std::vector<WordId> words;  // [lexicon * items.size() + token]: ids, kUnknownWord where a lexicon lacks the word

  std::uint32_t size() const { return static_cast<std::uint32_t>(items.size()); }
  const Token& operator[](std::uint32_t i) const { return items[i]; }
  /// As written.
  std::string_view written(std::uint32_t i) const { return text.substr(items[i].begin, items[i].end - items[i].begin); }
  /// Case-folded, without accents, with ' for ’: see fold() in unicode.h.
  std::string_view word(std::uint32_t i) const {
    return std::string_view(folded).substr(items[i].fold_begin, items[i].fold_size);
  }
};

/// Tokens [begin, end).
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  friend bool operator==(const TokenRange&, const TokenRange&) = default;
};

}  // namespace quoth::internal
