// Tests lib/text/tokenizer.cc and data/en/text/token.rbbi.

#include <catch2/catch.hpp>
#include <chrono>
#include <cstddef>
#include <cstring>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "base/frozen.h"
#include "text/tokenizer.h"
#include "text/unicode.h"
#include "text_fixture.h"

namespace quoth::internal {
namespace {

Tokens tokenize(std::string_view text) {
  Tokens tokens;
  Tokenizer::Cursor(english_tokenizer()).tokenize(text, tokens);
  return tokens;
}

// Tokens with a bar between those that no space divides, a double bar between those of one word: "do||n't stop|."
std::string cut(std::string_view text) {
  const Tokens tokens = tokenize(text);
  std::string out;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (i > 0) out += tokens[i].has(kGlued) ? "||" : tokens[i].has(kSpaceBefore) ? " " : "|";
    out += tokens.written(i);
  }
  return out;
}

// One letter for each token's shape.
std::string shapes(std::string_view text) {
  const Tokens tokens = tokenize(text);
  std::string out;
  for (const Token& token : tokens.items) out += "lCUMIn.$wo"[static_cast<std::size_t>(token.shape)];
  return out;
}

// What must hold for any bytes: see Tokens.
void check_covers(std::string_view text) {
  const Tokens tokens = tokenize(text);
  std::uint32_t end = 0;
  std::uint32_t fold_end = 0;
  for (const Token& token : tokens.items) {
    REQUIRE(token.begin >= end);
    REQUIRE(token.end > token.begin);
    REQUIRE(token.end <= text.size());
    for (std::size_t at = end; at < token.begin;) {
      const char32_t c = decode(text, at);
      REQUIRE((c <= ' ' || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c < 0x2030) || c == 0x205F ||
               c == 0x3000 || c == 0xFEFF));
    }
    const bool has_gap = token.begin > end || token.begin == 0;
    REQUIRE((!has_gap || token.has(kSpaceBefore)));
    REQUIRE(token.fold_begin == fold_end);
    fold_end += token.fold_size;
    REQUIRE(token.hash == hash_bytes(std::string_view(tokens.folded).substr(token.fold_begin, token.fold_size)));
    end = token.end;
  }
  REQUIRE(fold_end == tokens.folded.size());
}

}  // namespace

TEST_CASE("text is cut into tokens") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      // Possessives and contractions.
      {"Okoye's", "Okoye||'s"},
      {"Okoye’s", "Okoye||’s"},
      {"the girls' team", "the girls|' team"},
      {"don't can’t", "do||n't ca||n’t"},
      {"I'm we'll they've DON'T", "I||'m we||'ll they||'ve DO||N'T"},
      {"o'clock O'Brien d'Ivoire", "o'clock O'Brien d'Ivoire"},
      {"O'Brien's 1990's U.S.'s", "O'Brien||'s 1990||'s U.S.||'s"},
      {"'90s rock'n'roll", "'|90s rock'n'roll"},
      // Hyphens: next to a capital they divide.
      {"U.S.-Polish Franco-German", "U.S.|-|Polish Franco|-|German"},
      {"al-Hadid Jean-Luc Kyiv-based", "al|-|Hadid Jean|-|Luc Kyiv|-|based"},
      {"follow-up mother-in-law e-mail", "follow-up mother-in-law e-mail"},
      {"X-ray T-shirts COVID-19 F-16 mid-1990s", "X-ray T-shirts COVID-19 F-16 mid-1990s"},
      {"pro-Okoye five-man-Team", "pro|-|Okoye five-man|-|Team"},
      // Full stops.
      {"J. K. Nowak and J.K. Nowak", "J. K. Nowak and J.K. Nowak"},
      {"posted on X. He left. X.Y. Nowak", "posted on X|. He left|. X.Y. Nowak"},
      {"J.Nowak U.S.Army", "J.||Nowak U.S.||Army"},
      {"Lt. Gen. Nowak", "Lt|. Gen|. Nowak"},
      {"9 a.m. e.g. Ph.D.", "9 a.m. e.g. Ph.D."},
      {"the U.S economy", "the U.S economy"},
      {"Stop.The end.", "Stop|.|The end|."},
      {"wait... so . . . yes.. I... ", "wait|... so . . . yes|.. I||..."},
      {"No.1 No. 1", "No|.|1 No|. 1"},
      // Numbers.
      {"$1.2bn €3m 50% US$5", "$|1.2bn €|3m 50|% US|$|5"},
      {"10:30 1,000.50 12/3 3-1 3rd 1½", "10:30 1,000.50 12/3 3-1 3rd 1½"},
      {"21-year-old 10-Nation", "21-year-old 10|-|Nation"},
      {"In 2019. 10, 20", "In 2019|. 10|, 20"},
      {"2010–2012", "2010|–|2012"},
      // Marks.
      {"\"Yes,\"he said.", "\"|Yes|,|\"|he said|."},
      {"“Yes”‘no’«da»(a)[b]", "“|Yes|”|‘|no|’|«|da|»|(|a|)|[|b|]"},
      {"yes — no–so--or -- x", "yes — no|–|so|--|or -- x"},
      {"``Yes'' What?!", "``|Yes|'' What|?|!"},
      // Web.
      {"See http://a.example/b?c=d, (https://x.example/y).", "See http://a.example/b?c=d|, (|https://x.example/y|)|."},
      {"ada.okoye@mail-1.example.org @ada_o #News24 #1", "ada.okoye@mail-1.example.org @ada_o #News24 #|1"},
      {"nowak.com's www.nowak.pl/x end.common", "nowak.com||'s www.nowak.pl/x end||.||common"},
      // Captions glued to a credit.
      {"OkoyeAFP NowakEPA's", "Okoye||AFP Nowak||EPA||'s"},
      {"iPhone McDonald PhD YouTube TVs eBay", "iPhone McDonald PhD YouTube TVs eBay"},
      {"AT&T R&D Nowak&Co", "AT&T R&D Nowak|&|Co"},
      // Other scripts and odd bytes.
      {"Łódź Ünal’s naïve", "Łódź Ünal||’s naïve"},
      {"Москва שלום 東京", "Москва שלום 東|京"},
      {"e\u0301t\u00ADe\u0301", "e\u0301t\u00ADe\u0301"},
      {"a\xFF"
       "b",
       "a|\xFF|b"},
      {"\uFEFFHi\u00A0you\u200Bthere", "Hi you there"},
      {"👍🏽👩‍🚀", "👍🏽|👩‍🚀"},
  };
  for (const auto& [text, tokens] : rows) {
    INFO(text);
    CHECK(cut(text) == tokens);
    check_covers(text);
  }
}

TEST_CASE("a token's shape says how it is written") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"said naïve o'clock mp3's", "lllll"},
      {"Okoye Łódź O'Brien Covid-19 X-ray Al", "CCCCCC"},
      {"NATO U.S. EU COVID-19 F-16 ÉCOLE AT&T J.K.", "UUUUUUUU"},
      {"McDonald iPhone d'Ivoire Ph.D.", "MMMM"},
      {"J. J É.", "III"},
      {"12 1.2bn 10:30 3rd ½ 21-year-old", "nnnnnn"},
      {", ( \" — ... •", "......"},
      {"$ % + €", "$$$$"},
      {"http://a.example @ada #news a@b.example", "wwww"},
      {"שלום 東", "oo"},
      {"\xFF \x01 \xC2\x85x", "$$l"},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(shapes(text) == expected);
  }
}

TEST_CASE("a token knows the gap before it") {
  const auto flags = [](std::string_view text) {
    std::string out;
    for (const Token& token : tokenize(text).items) {
      out += token.has(kParagraphBefore) ? 'P' : token.has(kLineBefore) ? 'L' : token.has(kSpaceBefore) ? 'S' : '-';
    }
    return out;
  };
  CHECK(flags("a b\tc,\u00A0d") == "PSS-S");
  CHECK(flags("a\nb\r\nc\rd") == "PLLL");
  CHECK(flags("a\n\nb\r\n\r\nc \n \t\n d\u2029e\u2028f") == "PPPPPL");
  CHECK(flags("a\n") == "P");
}

TEST_CASE("words are folded once") {
  const Tokens tokens = tokenize("Zoë’s ÉCOLE İzmir Straße ﬁne");
  std::string words;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) words += std::string(tokens.word(i)) + " ";
  CHECK(words == "zoe 's ecole izmir strasse fine ");
}

TEST_CASE("a cursor is used again") {
  Tokenizer::Cursor cursor(english_tokenizer());
  Tokens tokens;
  for (const std::string text : {"One two three.", "", "Four", " \n "}) {
    cursor.tokenize(text, tokens);
    CHECK(tokens.size() == tokenize(text).size());
    CHECK(tokens.folded == tokenize(text).folded);
    CHECK(tokens.text == text);
  }
}

TEST_CASE("tokens and gaps are the text, whatever its bytes") {
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {
      "a",        "B",      "n't",    "'",      "’",    ".", "-",    "1",
      ",",        " ",      "\n",     "\xC3",   "\xA9", "é", "\xFF", std::string(1, '\0'),
      "\xF0\x9F", "@",      "://",    "www.",   "…",    "“", "👍",    "東",
      "ß",        "\u0301", "\u200D", "\u2029", "com",  "#"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const std::size_t size = random() % 30;
    for (std::size_t i = 0; i < size; ++i) {
      text += round % 2 == 0 ? pieces[random() % pieces.size()] : std::string(1, static_cast<char>(random() % 256));
    }
    INFO(text);
    check_covers(text);
  }
}

TEST_CASE("time is linear on texts made to be slow") {
  for (const std::string piece : {"a", "A",    ".",      "a.",  "aa.",     "a-",       "A-",   "a'", "1.",     "1-",
                                  "'", "-",    ". ",     "a@",  "http://", "http://.", "#1",   "_",  "a_",     "a%",
                                  "é", "\xFF", "\u0301", "aaB", "aaBB",    "A&",       "www.", "\n", "👩‍"}) {
    std::string text;
    while (text.size() < 400'000) text += piece;
    const auto begin = std::chrono::steady_clock::now();
    const Tokens tokens = tokenize(text);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    INFO(piece);
    CHECK(seconds.count() < 5);  // quadratic time takes minutes
  }
}

TEST_CASE("compiled rules cut as their source does") {
  const std::string compiled = english_tokenizer().compiled();
  std::vector<std::max_align_t> aligned(compiled.size() / sizeof(std::max_align_t) + 1);
  std::memcpy(aligned.data(), compiled.data(), compiled.size());
  const std::string_view bytes(reinterpret_cast<const char*>(aligned.data()), compiled.size());
  const Tokenizer tokenizer = Tokenizer::from_compiled(bytes, "token");
  const std::string text = "Okoye’s U.S.-led J.Nowak didn't http://a.example/b.";
  Tokens tokens;
  Tokenizer::Cursor(tokenizer).tokenize(text, tokens);
  const Tokens expected = tokenize(text);
  REQUIRE(tokens.size() == expected.size());
  for (std::uint32_t i = 0; i < tokens.size(); ++i) CHECK(tokens.written(i) == expected.written(i));

  aligned[0] = {};
  CHECK_THROWS_AS(Tokenizer::from_compiled(bytes, "token"), LoadError);
  CHECK_THROWS_AS(Tokenizer::from_compiled(bytes.substr(0, 10), "token"), LoadError);
}

TEST_CASE("broken rules are named with their place") {
  try {
    Tokenizer("$A = [a-z];\n$B+ {2};\n", "mine/token.rbbi");
    FAIL("no error");
  } catch (const LoadError& error) {
    REQUIRE(error.faults().size() == 1);
    CHECK(error.faults()[0].file == "mine/token.rbbi");
    CHECK(error.faults()[0].line == 2);
  }
}

}  // namespace quoth::internal
