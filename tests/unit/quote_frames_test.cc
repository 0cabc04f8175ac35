// What a frame tells beside speaker and content: who told it, whether it was denied or asked, and how it was found. The
// notation is that of quote_fixture.h; data/en/words/cues.cases has a row for each shape of a frame.

#include <catch2/catch.hpp>

#include "quote_fixture.h"

namespace quoth {
namespace {

Document analyzed(std::string_view row, const Options& options) {
  const MarkedText in = read_marked(row);
  return Analyzer::english().with_options(options).analyze(in.text, in.names);
}

/// The one quote of a row.
Quote quote_of(const Document& doc) {
  REQUIRE(doc.quotes.size() == 1);
  return doc.quotes[0];
}

std::string text_of(const Document& doc, const std::vector<Span>& spans) {
  std::string out;
  for (const Span span : spans) out += (out.empty() ? "" : " | ") + std::string(doc.text_of(span));
  return out;
}

std::string relay_of(std::string_view row) {
  const Document doc = analyze_marked(row);
  return text_of(doc, quote_of(doc).relay);
}

TEST_CASE("who tells what somebody else says") {
  CHECK(relay_of("[O:Marlin Press] quoted [Eirik Froud] as saying that the road was shut.") == "Marlin Press");
  CHECK(relay_of("[O:Marlin Press] quoted him as saying that the road was shut.") == "Marlin Press");
  CHECK(relay_of("[Eirik Froud] was quoted by [O:Marlin Press] as saying that the road was shut.") == "Marlin Press");
}

TEST_CASE("without one who tells it there is no relay") {
  CHECK(relay_of("[Eirik Froud] said that the road was shut.").empty());
  CHECK(relay_of("[Eirik Froud] was quoted as saying that the road was shut.").empty());
  CHECK(relay_of("[Eirik Froud] told [O:Marlin Press] that the road was shut.").empty());
}

TEST_CASE("the one who tells is not the speaker") {
  const Document doc = analyze_marked("[O:Marlin Press] quoted [Eirik Froud] as saying that the road was shut.");
  CHECK(text_of(doc, quote_of(doc).speaker_span) == "Eirik Froud");
}

TEST_CASE("what somebody did not say is negated") {
  const auto negated = [](std::string_view row) { return quote_of(analyze_marked(row)).negated; };
  CHECK(negated("[Eirik Froud] did not say that the road was shut."));
  CHECK(negated("[Eirik Froud] didn't say that the road was shut."));
  CHECK(negated("[Eirik Froud] never said that the road was shut."));
  CHECK(negated("[Eirik Froud] has not said whether the road is shut."));
  CHECK_FALSE(negated("[Eirik Froud] said that the road was shut."));
  CHECK_FALSE(negated("[Eirik Froud] said that the road was not shut."));
  CHECK_FALSE(negated("“It is not over,” [Eirik Froud] said."));
}

TEST_CASE("what somebody asked is told from what somebody said") {
  const auto asked = [](std::string_view row) { return quote_of(analyze_marked(row)).asked; };
  CHECK(asked("[Eirik Froud] asked whether the road was shut."));
  CHECK(asked("“Is the road shut?” [Eirik Froud] asked."));
  CHECK_FALSE(asked("[Eirik Froud] said that the road was shut."));
  CHECK_FALSE(asked("[Eirik Froud] did not say whether the road was shut."));
  CHECK_FALSE(asked("“Is the road shut?” [Eirik Froud] said."));
}

TEST_CASE("a quote in the content of another knows in which it stands") {
  const Document doc = analyze_marked("[Vidar Byrd] said that [Ylwa Cade] had promised to pay.");
  REQUIRE(doc.quotes.size() == 2);
  CHECK_FALSE(doc.quotes[0].inside);
  CHECK(doc.quotes[1].inside == QuoteId{0});
  CHECK(doc.text_of(doc.quotes[1]) == "to pay");
}

TEST_CASE("quotes beside each other stand in none") {
  for (const char* row : {
           "[Lars Nunn] said the road was open, but [Mila Orde] said it was shut.",
           "“It is over,” said [Lars Nunn]. “It is not,” said [Mila Orde].",
           "[Lars Nunn] said the road was open and warned that it was wet.",
       }) {
    INFO(row);
    const Document doc = analyze_marked(row);
    REQUIRE(doc.quotes.size() == 2);
    for (const Quote& quote : doc.quotes) CHECK_FALSE(quote.inside);
  }
}

TEST_CASE("most objects, and infinitives after asking, are reports only where broad reports are asked for") {
  const std::pair<const char*, const char*> rows[] = {
      {"[Eirik Froud] demanded a new vote.", "a new vote"},
      {"[Eirik Froud] announced a new plan.", "a new plan"},
      {"The company reported a loss of two million.", "a loss of two million"},
      {"[Eirik Froud] asked the court to close the case.", "to close the case"},
      {"[Eirik Froud] warned drivers to slow down.", "to slow down"},
      {"The judge ordered him to leave.", "to leave"},
  };
  Options broad;
  broad.broad_reports = true;
  for (const auto& [row, content] : rows) {
    INFO(row);
    CHECK(analyzed(row, {}).quotes.empty());
    const Document doc = analyzed(row, broad);
    REQUIRE(doc.quotes.size() == 1);
    CHECK(doc.text_of(doc.quotes[0]) == content);
    CHECK(doc.quotes[0].type == QuoteType::indirect);
  }
}

TEST_CASE("what is found without broad reports is found with them, too") {
  Options broad;
  broad.broad_reports = true;
  for (const char* row : {
           "<S>[Eirik Froud]</S> <C>promised</C> <I>to pay</I>.",
           "<S>[Eirik Froud]</S> <C>denied</C> <I>taking the money</I>.",
           "<S>[Eirik Froud]</S> <C>denied</C> <I>the charge</I>.",
           "<S>[Eirik Froud]</S> <C>threatened</C> <I>to leave</I>.",
           "<S>[Eirik Froud]</S> <C>said</C> <I>that the road was shut</I>.",
           "“<D>It is over,</D>” <C>said</C> <S>[Eirik Froud]</S>.",
       }) {
    CHECK(found_in(row) == row);
    CHECK(marked(analyzed(row, broad)) == row);
  }
}

TEST_CASE("broad reports report no object of a verb that is none of speech") {
  Options broad;
  broad.broad_reports = true;
  for (const char* row : {"[Eirik Froud] left the road.", "The talks went on.", "[Eirik Froud] sold the charge."}) {
    INFO(row);
    CHECK(analyzed(row, broad).quotes.empty());
  }
}

TEST_CASE("explanations name the frame") {
  Options options;
  options.explain = true;
  const auto frame_of = [&](std::string_view row) {
    const Document doc = analyzed(row, options);
    REQUIRE(doc.quotes.size() == 1);
    REQUIRE(doc.quote_explanations.size() == 1);
    if (doc.quote_explanations[0].evidence.empty()) return std::string("none");
    const Evidence& evidence = doc.quote_explanations[0].evidence[0];
    CHECK(evidence.weight == doc.quotes[0].confidence);
    return evidence.source;
  };
  CHECK(frame_of("[Eirik Froud] said that the road was shut.") == "subject of the verb");
  CHECK(frame_of("“It is over,” said [Eirik Froud].") == "subject of the verb");
  CHECK(frame_of("She met a guard who had said that the lock was broken.") == "noun before a relative clause");
  CHECK(frame_of("[Eirik Froud] rose and said that the road was shut.") == "subject of the verb before");
  CHECK(frame_of("[Eirik Froud] left the hall, saying that the road was shut.") == "subject of the verb above");
  CHECK(frame_of("The court read a letter saying that the road was shut.") == "noun that the verb belongs to");
  CHECK(frame_of("She was told by [Eirik Froud] that the road was shut.") == "agent of a passive");
  CHECK(frame_of("According to [Eirik Froud], the road was shut.") == "source phrase");
  CHECK(frame_of("“It is over now,” [Eirik Froud] trilled.") == "a verb behind marked words");
  CHECK(frame_of("[Eirik Froud] was blunt: “The plan is dead.”") == "subject before a colon");
  CHECK_THAT(frame_of("[Eirik Froud] ‘not happy’ with result ¶ The game in [L:Brostad] was lost on Monday."),
             Catch::Matchers::Contains("quotes.rules:") && Catch::Matchers::Contains(" headline"));
  CHECK(frame_of("He shook his head. ¶ “I never want to see that road again.”") == "none");
}

TEST_CASE("a verb of no list is a cue behind marked words only") {
  CHECK(analyze_marked("[Eirik Froud] swam that the road was shut.").quotes.empty());
}

TEST_CASE("a long row of acts is bounded work, and each is found or left out") {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "He said that ";
  const Document doc = Analyzer::english().analyze(text + "it was over.");
  CHECK(doc.quotes.size() <= 200);
  for (const Quote& quote : doc.quotes)
    for (const Span part : quote.content) CHECK(part.end <= doc.text.size());
}

// What stands inside of long marked stretches is not parsed: wherever names lie at its edges, the act around them is
// found.
TEST_CASE("the words of a long quotation do not matter to the act around it") {
  const std::string words = "the road was shut for a long time and we all had to walk by the river to the ";
  for (std::size_t before = 0; before < 12; ++before) {
    std::string speech = "“";
    for (std::size_t w = 0; w < before; ++w) speech += "so ";
    speech += "[Karin Olsund] of [L:Brostad] told us that " + words + "[O:Orbell Rail] office in [L:North Mirren]";
    for (std::size_t w = 0; w < before; ++w) speech += " again";
    const Document direct = analyze_marked(speech + ",” [Eirik Froud] said on Monday.");
    CHECK(text_of(direct, quote_of(direct).speaker_span) == "Eirik Froud");
    CHECK(text_of(direct, quote_of(direct).cue) == "said");
    CHECK(quote_of(direct).type == QuoteType::direct);
    const Document mixed = analyze_marked("[Eirik Froud] said on Monday that " + speech + "” and more.");
    CHECK(text_of(mixed, quote_of(mixed).speaker_span) == "Eirik Froud");
    CHECK(text_of(mixed, quote_of(mixed).cue) == "said");
    CHECK(quote_of(mixed).type == QuoteType::mixed);
  }
}

}  // namespace
}  // namespace quoth
