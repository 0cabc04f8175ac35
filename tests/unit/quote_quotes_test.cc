// What is quoted: the notation is that of quote_fixture.h.

#include <catch2/catch.hpp>

#include "quote_fixture.h"

namespace quoth {
namespace {

void check(std::initializer_list<const char*> rows) {
  for (const char* row : rows) CHECK(found_in(row) == row);
}

TEST_CASE("a direct quote is what stands between marks, in its parts") {
  check({
      "“<D>It is over,</D>” <C>said</C> <S>[Okoye]</S>.",
      "“<D>It is over. Go home,</D>” <C>said</C> <S>[Okoye]</S>.",
      "“<D>It is over,</D>” <S>[Okoye]</S> <C>said</C>. “<D>Go home. It is late.</D>”",
      "“<D>It is over,</D>” <S>[Okoye]</S> <C>said</C> on Monday. “<D>Go home.</D>”",
      "“<D>She said ‘no’ to me,</D>” <S>[Okoye]</S> <C>said</C>.",
      "<S>[Okoye]</S> <C>said</C>: “<D>It is over. Go home.</D>”",
      "<S>[Okoye]</S> <C>said</C>: ¶ “<D>It is over. Go home.</D>”",
  });
}

TEST_CASE("a quote over several paragraphs is one") {
  check({
      "“<D>It is over,</D>” <S>[Okoye]</S> <C>said</C>. “<D>Go home.</D> ¶ “<D>It is late.</D>”",
      "<S>[Okoye]</S> <C>said</C>: “<D>It is over.</D> ¶ “<D>Go home.</D> ¶ “<D>It is late.</D>”",
  });
}

TEST_CASE("a mixed quote is the whole reported clause with the marked words in it") {
  check({
      "<S>[Okoye]</S> <C>said</C> <M>the road was “a shame”</M>.",
      "<S>[Okoye]</S> <C>said</C> <M>that the road was “a shame” for the town</M>.",
      "<M>The road was “a shame”</M>, <S>[Okoye]</S> <C>said</C>.",
      "<M>The road was “a shame” for the town</M>, <C>said</C> <S>[Okoye]</S>.",
      "<S>[Okoye]</S> <C>said</C> <M>it was “over” and “done”</M>.",
      "<C>According to</C> <S>[Okoye]</S>, <M>the road was “a shame”</M>.",
      "<M>The road was “a shame”</M>, <C>according to</C> <S>[Okoye]</S>.",
  });
  const Document doc = analyze_marked("[Okoye] said it was “over” and “done”.");
  REQUIRE(doc.quotes.size() == 1);
  REQUIRE(doc.quotes[0].quoted.size() == 2);
  CHECK(doc.text_of(doc.quotes[0].quoted[0]) == "over");
  CHECK(doc.text_of(doc.quotes[0].quoted[1]) == "done");
}

TEST_CASE("marked words belong to the innermost quote alone") {
  const Document doc = analyze_marked("[Ada Okoye] claimed a clerk told her that her order was “on its merry way”.");
  REQUIRE(doc.quotes.size() == 2);
  CHECK(doc.quotes[0].type == QuoteType::mixed);
  CHECK(doc.quotes[0].quoted.empty());
  REQUIRE(doc.quotes[1].quoted.size() == 1);
  CHECK(doc.text_of(doc.quotes[1].quoted[0]) == "on its merry way");
}

TEST_CASE("of two verbs with the same clause the nearer one reports it") {
  const Document doc =
      analyze_marked("The regulator, known here as the [O:CCC], acknowledged on Friday that 60,000 tonnes were stuck.");
  REQUIRE(doc.quotes.size() == 1);
  REQUIRE(doc.quotes[0].cue.size() == 1);
  CHECK(doc.text_of(doc.quotes[0].cue[0]) == "acknowledged");
}

TEST_CASE("time is linear on sentences with many verbs and marks") {
  const auto seconds = [](const std::string& head, const std::string& piece, std::size_t size) {
    std::string text = head;
    while (text.size() < size) text += piece;
    const std::clock_t begin = std::clock();
    Analyzer::english().analyze(text);
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  };
  const std::pair<const char*, const char*> texts[] = {
      {"", "Okoye thinks, "},
      {"", "the mayor said and warned and claimed and "},
      {"", "he called it “a farce” and "},
      {"", "“a farce” he laughed and "},
      {"", "Okoye asked, "},
      {"“a ", "“b\n\n"},
      {"Q: It is over.\n\nA: It is done.\n\nQ: ", "“a” "},
  };
  for (const auto& [head, piece] : texts) {
    INFO(head << piece);
    CHECK(seconds(head, piece, 200'000) < 25 * seconds(head, piece, 25'000));  // quadratic: 64 times
  }
}

TEST_CASE("an act in a later paragraph of a quotation is that of all of it") {
  const Document doc =
      analyze_marked("“It is over now. We leave. ¶ “Will we go home now?” [Ada Okoye] asked the reporters.");
  REQUIRE(doc.quotes.size() == 1);
  CHECK(doc.quotes[0].asked);
  CHECK(doc.quotes[0].addressee.size() == 1);
  CHECK(analyze_marked("„It is over now. We leave. ¶ „We will go home now,“ [Ada Okoye] said.").quotes.size() == 1);
}

TEST_CASE("the whole span of a quote has its marks") {
  const Document doc = analyze_marked("“It is over,” [Okoye] said. “Go home.” She left.");
  REQUIRE(doc.quotes.size() == 1);
  CHECK(doc.text_of(doc.quotes[0].span) == "“It is over,” Okoye said. “Go home.”");
  CHECK(doc.text_of(doc.quotes[0]) == "It is over, ... Go home.");
}

TEST_CASE("titles, scare quotes and nicknames are nobody's words") {
  check({
      "She read “The Long Road” to the children.",
      "The so-called “green line” is shut on Mondays.",
      "[Ada “Sunny” Okoye] left on Monday.",
      "[Okoye] wrote “The Long Road” for the children.",
      "The song “Over and Out” is new.",
      "The “shipment” of flowers came late.",
  });
}

TEST_CASE("whole sentences between marks are a quote even where nobody is named") {
  check({
      "He shook his head. ¶ “<D>I never want to see that road again.</D>”",
  });
}

TEST_CASE("turns of a transcript") {
  check({
      "<S1>[IMANI OKOYE]</S1>: <D1>It is over. Go home.</D1> ¶ <S2>[JAN NOVAK]</S2>: <D2>Is it?</D2>",
      "<S1>Q</S1>: <D1>Is it over?</D1> ¶ <S2>A</S2>: <D2>It is.</D2>",
      "<S>[IMANI OKOYE]</S>: “<D>It is over.</D>”",
  });
}

TEST_CASE("a line with a colon alone is a label unless a person stands before it") {
  check({
      "SHARE WRAP: Steel slips ¶ Steel fell by two points in [L:Lagos] on Monday.",
      "<S>[Okoye]</S>: <D>Steel will slip</D> ¶ Steel fell by two points in [L:Lagos] on Monday.",
  });
}

TEST_CASE("what a turn of a transcript reports or quotes is part of it") {
  check({
      "<S1>Q</S1>: <D1>Is it over?</D1> ¶ <S2>A</S2>: <D2>[Okoye] said it was “over”.</D2> ¶ <S3>Q</S3>: <D3>Was "
      "it?</D3>",
      "<S1>Q</S1>: <D1>Is it over?</D1> ¶ <S2>A</S2>: <D2>[Okoye] said it was over.</D2> ¶ <S3>Q</S3>: <D3>Was "
      "it?</D3>",
  });
}

TEST_CASE("headlines") {
  check({
      "<S>[Okoye]</S> ‘<D>not happy</D>’ with result ¶ The game in [L:Lagos] was lost on Monday by two goals to one.",
  });
}

TEST_CASE("quotes are in order and names inside of them are kept") {
  const Document doc =
      analyze_marked("“[Novak] left,” said [Okoye]. ¶ “No,” said [Novak]. ¶ [Okoye] said he was there.");
  REQUIRE(doc.quotes.size() == 3);
  CHECK(doc.quotes[0].span.begin < doc.quotes[1].span.begin);
  CHECK(doc.quotes[1].span.begin < doc.quotes[2].span.begin);
  CHECK(doc.mentions.size() >= 4);
}

TEST_CASE("no marks, no acts, no text: no quotes") {
  for (const char* text : {"", " ", "\n\n\n", "The road was shut on Monday.", "”", "“", "\"", "“”"}) {
    INFO(text);
    CHECK(Analyzer::english().analyze(text).quotes.empty());
  }
}

}  // namespace
}  // namespace quoth
