// Pairs of quotation marks: a row shows what is found in its own text, ‹ and › around the words between two marks, with
// the fault of a pair behind it: › is a sound one, ›? has no closer, ›! no opener, and +‹ goes on from the block
// before.

#include <catch2/catch.hpp>
#include <chrono>
#include <string>
#include <string_view>

#include "quote/marks.h"
#include "text_fixture.h"

namespace quoth::internal {
namespace {

std::vector<QuotedStretch> pairs_of(std::string_view text, Tokens& tokens) {
  Tokenizer::Cursor cursor(english_tokenizer());
  cursor.tokenize(text, tokens);
  look_up_words(english_words().lexicons(), english_words().classes(), tokens);
  std::vector<Block> blocks;
  find_blocks(tokens, blocks);
  std::vector<QuotedStretch> out;
  pair_marks(tokens, blocks, out);
  return out;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size())
    text.replace(at, what.size(), with);
  return text;
}

std::string without_signs(std::string text) {
  for (const char* sign : {"\u203A?", "\u203A!", "\u203A", "+\u2039", "\u2039"}) text = replaced(text, sign, "");
  return replaced(text, " \u00B6 ", "\n\n");
}

/// Puts the signs back by what pair_marks() found.
std::string with_signs(const std::string& text) {
  Tokens tokens;
  const auto pairs = pairs_of(text, tokens);
  std::vector<std::string> before(text.size() + 1), behind(text.size() + 1);
  for (const QuotedStretch& s : pairs) {
    before[tokens[s.inner.begin].begin] += s.continues ? "+\u2039" : "\u2039";
    const char* fault = s.fault == MarkFault::no_closer ? "?" : s.fault == MarkFault::no_opener ? "!" : "";
    behind[tokens[s.inner.end - 1].end].insert(0, std::string("\u203A") + fault);
  }
  std::string out;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    out += behind[i] + before[i];
    if (i < text.size()) out += text[i];
  }
  return replaced(out, "\n\n", " \u00B6 ");
}

void check(std::initializer_list<const char*> rows) {
  for (const char* row : rows) CHECK(with_signs(without_signs(row)) == row);
}

TEST_CASE("a mark's kind") {
  CHECK(mark_kind("\"") == MarkKind::straight_double);
  CHECK(mark_kind("\u201C") == MarkKind::open_double);
  CHECK(mark_kind("\u201D") == MarkKind::close_double);
  CHECK(mark_kind("\u201E") == MarkKind::low_double);
  CHECK(mark_kind("``") == MarkKind::open_double);
  CHECK(mark_kind("''") == MarkKind::straight_double);
  CHECK(mark_kind("\u00AB") == MarkKind::open_angle);
  CHECK(mark_kind("\u00BB") == MarkKind::close_angle);
  CHECK(mark_kind("\u2018") == MarkKind::open_single);
  CHECK(mark_kind("\u2019") == MarkKind::close_single);
  CHECK(mark_kind("'") == MarkKind::straight_single);
  CHECK(mark_kind("x") == MarkKind::none);
  CHECK(mark_kind("") == MarkKind::none);
}

TEST_CASE("each kind of marks is paired") {
  check({
      "“‹It is over,›” she said.",
      "\"‹It is over,›\" she said.",
      "‘‹It is over,›’ she said.",
      "'‹It is over,›' she said.",
      "«‹It is over,›» she said.",
      "„‹It is over›“, she said.",
      "„‹It is over›”, she said.",
      "``‹It is over,›'' she said.",
      "''‹It is over,›'' she said.",
      "She called it “‹over›”.",
      "She called it (\"‹over›\").",
      "“‹It is over,›” she said. “‹Go home.›”",
      "\"‹It is over,›\" she said. \"‹Go home.›\"",
      "“‹One›” and “‹two›” and “‹three›”.",
  });
}

TEST_CASE("a single mark is no apostrophe, and an apostrophe no mark") {
  check({
      "The ministers' cars don't stop; it's Okoye's.",
      "The ministers’ cars don’t stop; it’s Okoye’s.",
      "‘‹The ministers’ cars don’t stop,›’ she said.",
      "'‹The ministers' cars don't stop,›' she said.",
      "‘‹It’s over.›’ The boys’ mother left.",
      "In the '90s rock 'n' roll was over.",
      "He called it ‘‹over›’ twice.",
      "He called it '‹over›' twice.",
      "The drivers’ union and the owners’ club met.",
  });
}

TEST_CASE("marks inside marks") {
  check({
      "“‹She said ‘‹no›’ to me,›” he said.",
      "‘‹She said “‹no›” to me,›’ he said.",
      "\"‹She said '‹no›' to me,›\" he said.",
      "“‹She said ‘‹no.›’›” He left.",
      "«‹She said “‹no›” to me,›» he said.",
      "„‹She said ‚no‘ to me›“, he said.",
  });
}

TEST_CASE("missing spaces around marks") {
  check({
      "“‹It is over,›”she said.",
      "\"‹It is over,›\"she said.",
      "She said:“‹It is over.›”",
      "She said:\"‹It is over.›\"",
      "It is over—“‹for now›”—she said.",
      "\" ‹It is over,› \" she said.",
  });
}

TEST_CASE("marks that lack a partner") {
  check({
      // A closer marks the words right before it.
      "It was a ‹false alarm›!” she said.",
      "It seems the ‹green shipment›!” was late.",
      // An opener holds to the block's end where it begins one or stands behind a colon or comma.
      "“‹It is over, she said.›?",
      "She said: “‹It is over.›?",
      "She said, \"‹It is over.›?",
      "A screen of, say, 5\" was broken.",
      "The “green line was shut.",
      // A second opener starts anew.
      "The “green “‹line›” was shut.",
      "Empty “” marks.",
  });
}

TEST_CASE("a quotation over several paragraphs repeats its opener") {
  check({
      "“‹One.›? ¶ “+‹Two.›? ¶ “+‹Three,›” she said.",
      "\"‹One.›? ¶ \"+‹Two.›? ¶ \"+‹Three,›\" she said.",
      "She said: “‹One.›? ¶ “+‹Two.›” ¶ He left.",
      "«‹One.›? ¶ «+‹Two.›» She left.",
      // Two quotations of their own.
      "“‹One.›” ¶ “‹Two.›”",
      // No mark in the next paragraph: it is no part.
      "“‹One.›? ¶ Two. ¶ “‹Three.›”",
  });
}

TEST_CASE("pairs that cross lose the later one") {
  check({
      "“‹One ‘two›” three’ four.",
      "«‹One “two›» three” four.",
  });
}

TEST_CASE("outer stretches come first and inner ones know their depth") {
  Tokens tokens;
  const auto pairs = pairs_of("“A ‘bee’ c,” he said. “D.”", tokens);
  REQUIRE(pairs.size() == 3);
  CHECK(pairs[0].depth == 0);
  CHECK(pairs[1].depth == 1);
  CHECK(pairs[2].depth == 0);
  CHECK(pairs[0].tokens.begin + 1 == pairs[0].inner.begin);
  CHECK(pairs[0].tokens.end == pairs[0].inner.end + 1);
}

TEST_CASE("many marks take time in proportion to their number") {
  for (const char* unit : {"“", "”", "\"", "'", "‘", "’", "« ", "“‘", "a' ", "'a ", "„a", "\" "}) {
    const auto seconds = [&](std::size_t count) {
      std::string text;
      for (std::size_t i = 0; i < count; ++i) text += unit;
      const auto start = std::chrono::steady_clock::now();
      Tokens tokens;
      pairs_of(text, tokens);
      return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    INFO(unit);
    const double small = seconds(5000), big = seconds(50000);
    CHECK(big < 40 * small + 0.5);  // a quadratic pass would take 100 times as long
  }
}

}  // namespace
}  // namespace quoth::internal
