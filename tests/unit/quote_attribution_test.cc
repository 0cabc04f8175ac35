// Who says, by which word, to whom: the notation is that of quote_fixture.h.

#include <catch2/catch.hpp>

#include "quote_fixture.h"

namespace quoth {
namespace {

void check(std::initializer_list<const char*> rows) {
  for (const char* row : rows) CHECK(found_in(row) == row);
}

TEST_CASE("the orders of quote, verb and speaker") {
  check({
      "“<D>It is over,</D>” <S>[Okoye]</S> <C>said</C>.",
      "“<D>It is over,</D>” <C>said</C> <S>[Okoye]</S>.",
      "<S>[Okoye]</S> <C>said</C>: “<D>It is over.</D>”",
      "<S>[Okoye]</S> <C>said</C>, “<D>It is over.</D>”",
      "“<D>It is,</D>” <S>[Okoye]</S> <C>said</C>, “<D>over.</D>”",
      "“<D>It is,</D>” <C>said</C> <S>[Okoye]</S>, “<D>over.</D>”",
      "“<D>It is over,</D>” <S>[Okoye]</S> <C>said</C>. “<D>Go home.</D>”",
      "“<D>It is over,</D>” <C>said</C> <S>[Okoye]</S>. “<D>Go home.</D>”",
      "“<D>Is it over?</D>” <S>[Okoye]</S> <C>asked</C>.",
      "“<D>Is it over?</D>” <C>asked</C> <S>[Okoye]</S>.",
      "“<D>It is over!</D>” <S>she</S> <C>shouted</C>.",
      "\"<D>It is over</D>\", <S>[Okoye]</S> <C>said</C>.",
      "‘<D>It is over,</D>’ <C>said</C> <S>[Okoye]</S>.",
      "«<D>It is over</D>», <C>said</C> <S>[Okoye]</S>.",
  });
}

TEST_CASE("kinds of speakers") {
  check({
      "“<D>We sold it,</D>” <C>said</C> <S>[O:Orbell Rail]</S>.",
      "“<D>We object,</D>” <S>[L:Lagos]</S> <C>said</C>.",
      "“<D>It is over,</D>” <C>said</C> <S>police</S>.",
      "“<D>It is over,</D>” <C>said</C> <S>a spokesman for the ministry</S>.",
      "“<D>It is over,</D>” <C>said</C> <S>she</S>.",
      "“<D>It is over,</D>” <C>said</C> <S>council leader [Ada Okoye]</S>.",
      "“<D>It is over,</D>” <C>said</C> <S>[O:Orbell Rail]'s chief executive, [Ada Okoye]</S>.",
      "“<D>It is over,</D>” <C>said</C> <S>[Ada Okoye], 44, a nurse at the clinic</S>.",
      "“<D>It is over,</D>” <C>said</C> <S>[Ada Okoye], who had walked home that morning</S>.",
      "“<D>It is over,</D>” <S>[Ada Okoye], a nurse</S>, <C>said</C>.",
      "“<D>It is over,</D>” <C>said</C> <S>the mayor of [L:Lagos]</S>.",
  });
}

TEST_CASE("cues of several words, and adverbs beside them") {
  check({
      "“<D>It is over,</D>” <S>[Okoye]</S> <C>has said</C>.",
      "“<D>It is over,</D>” <S>[Okoye]</S> later <C>added</C>.",
      "“<D>It is over,</D>” <S>[Okoye]</S> <C>was quoted as saying</C>.",
      "<S>[Okoye]</S> <C>was quoted as saying</C>: “<D>It is over.</D>”",
      "“<D>It is over,</D>” <C>according to</C> <S>[Okoye]</S>.",
      "“<D>It is over,</D>” <C>according to</C> <S>[Okoye], a nurse</S>.",
  });
}

TEST_CASE("the one who hears") {
  check({
      "“<D>It is over,</D>” <S>[Okoye]</S> <C>told</C> <A>reporters</A>.",
      "“<D>It is over,</D>” <S>[Okoye]</S> <C>told</C> <A>the [O:BBC]</A>.",
      "“<D>It is over,</D>” <S>[Okoye]</S> <C>told</C> <A>the court</A> on Monday.",
      "<S>[Okoye]</S> <C>told</C> <A>[Jan Novak]</A>: “<D>It is over.</D>”",
      "<S>[Okoye]</S> <C>told</C> <A>him</A> <I>it was over</I>.",
  });
}

TEST_CASE("an act without a speaker of its own takes that of the verb before or the sentence's subject") {
  check({
      "<S1><S2>[Okoye]</S2></S1> <C1>said</C1> <I1>the road was shut</I1> and <C2>warned</C2> <I2>that more would "
      "come</I2>.",
  });
  const auto speaker_of = [](std::string_view row) {
    const Document doc = analyze_marked(row);
    if (doc.quotes.empty() || doc.quotes[0].speaker_span.empty()) return std::string("nobody");
    return std::string(doc.text_of(doc.quotes[0].speaker_span[0]));
  };
  CHECK(speaker_of("[Okoye] withdrew the bill, saying: “It is over.”") == "Okoye");
  CHECK(speaker_of("The minister withdrew the bill, saying: “It is over.”") == "The minister");
  CHECK(speaker_of("[Okoye] rose and said: “It is over.”") == "Okoye");
}

TEST_CASE("an act inside of marks is part of what is said") {
  check({
      "“<D>Novak told me it was over,</D>” <C>said</C> <S>[Okoye]</S>.",
      "“<D>I said no and he said yes,</D>” <S>[Okoye]</S> <C>said</C>.",
  });
}

TEST_CASE("each quote takes the nearest act") {
  check({
      "“<D1>It is over,</D1>” <S1>[Okoye]</S1> <C1>said</C1>. ¶ “<D2>It is not,</D2>” <C2>said</C2> <S2>[Novak]</S2>.",
      "“<D1>Yes,</D1>” <C1>said</C1> <S1>[Okoye]</S1>, but “<D2>no,</D2>” <C2>said</C2> <S2>[Novak]</S2>.",
  });
}

}  // namespace
}  // namespace quoth
