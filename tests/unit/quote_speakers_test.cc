// Whom a speaker's words mean: the notation is that of quote_fixture.h.

#include <catch2/catch.hpp>

#include "quote_fixture.h"

namespace quoth {
namespace {

void check(std::initializer_list<const char*> rows) {
  for (const char* row : rows) CHECK(found_in(row) == row);
}

TEST_CASE("who speaks in several quotes is mentioned once") {
  const Document doc = analyze_marked("[Ada Okoye] left. She said that it was over and warned that nobody was safe.");
  REQUIRE(doc.quotes.size() == 2);
  CHECK(doc.mentions.size() == 2);
  CHECK(doc.quotes[0].speaker == MentionId{1});
  CHECK(doc.quotes[1].speaker == MentionId{1});
  REQUIRE(doc.entities.size() == 1);
  CHECK(doc.entities[0].mentions == std::vector<MentionId>{0, 1});
}

TEST_CASE("a pronoun means nobody who is named between marks, nested ones too") {
  const Document doc = analyze_marked("“My friend said ‘no’ and [Ada Okoye] left,” she said.");
  REQUIRE(doc.quotes.size() >= 1);
  REQUIRE(doc.quotes[0].speaker);
  CHECK_FALSE(doc.mentions[*doc.quotes[0].speaker].entity);
}

TEST_CASE("a name with all that stands around it") {
  const auto name_of = [](std::string_view row) {
    const Document doc = analyze_marked(row);
    if (doc.quotes.empty() || !doc.quotes[0].speaker) return std::string("nobody");
    return std::string(doc.name(*doc.quotes[0].speaker));
  };
  CHECK(name_of("“No,” said [Ada Okoye].") == "Ada Okoye");
  CHECK(name_of("“No,” said [Ada Okoye], the mayor of [L:Lagos].") == "Ada Okoye");
  CHECK(name_of("“No,” said the mayor, [Ada Okoye].") == "Ada Okoye");
  CHECK(name_of("“No,” said the mayor of [L:Lagos], [Ada Okoye].") == "Ada Okoye");
  CHECK(name_of("“No,” said [L:Lagos] mayor [Ada Okoye].") == "Ada Okoye");
  CHECK(name_of("“No,” said [Jan Novak]'s lawyer, [Ada Okoye].") == "Ada Okoye");
  CHECK(name_of("“No,” said [Jan Novak]'s lawyer [Ada Okoye].") == "Ada Okoye");
  CHECK(name_of("“No,” said [Ada Okoye] of [O:Orbell Rail].") == "Ada Okoye");
  CHECK(name_of("“No,” said [Ada Okoye], 44, a nurse.") == "Ada Okoye");
  CHECK(name_of("“No,” said [O:Orbell Rail].") == "Orbell Rail");
  CHECK(name_of("[Ada Okoye] came. “No,” said [Okoye].") == "Ada Okoye");
  CHECK(name_of("[Ada Okoye] came. “No,” said Mrs [Okoye].") == "Ada Okoye");
}

TEST_CASE("the owner is not the speaker") {
  check({
      "“<D>No,</D>” <C>said</C> <S>[Ada Okoye]'s lawyer</S>.",
      "“<D>No,</D>” <C>said</C> <S>the lawyer of [Ada Okoye]</S>.",
      "“<D>No,</D>” <C>said</C> <S>[Jan Novak]'s sister</S>.",
  });
}

TEST_CASE("a pronoun means the person of its sex") {
  check({
      "[Ada Okoye] left. “<D>It is over,</D>” <S Ada Okoye>she</S> <C>said</C>.",
      "[Jan Novak] left. “<D>It is over,</D>” <S Jan Novak>he</S> <C>said</C>.",
      "[Mary Hill] met [John Clay]. “<D>It is over,</D>” <S John Clay>he</S> <C>said</C>.",
      "[Mary Hill] met [John Clay]. “<D>It is over,</D>” <S Mary Hill>she</S> <C>said</C>.",
      "[John Clay]'s remarks did not worry [Jan Novak]. “<D>It is over,</D>” <S Jan Novak>he</S> <C>said</C>.",
      "[Jan Novak]'s road was shut. “<D>It is over,</D>” <S Jan Novak>he</S> <C>said</C>.",
      "“<D1>It is over,</D1>” <C1>said</C1> <S1>[Mary Hill]</S1>. ¶ “<D2>Go home,</D2>” <S2 Mary Hill>she</S2> "
      "<C2>said</C2>.",
      "[O:Orbell Rail] fell. “<D>It is over,</D>” <S>she</S> <C>said</C>.",
      "“<D>It is over,</D>” <S>she</S> <C>said</C>.",
      "[John Clay] left. “<D>It is over,</D>” <S>she</S> <C>said</C>.",
      "[Mary Hill] left. “<D>It is over,</D>” <S>they</S> <C>said</C>.",
  });
}

TEST_CASE("a role means the person who holds it") {
  check({
      "Mayor [Mary Hill] left. “<D>It is over,</D>” <C>said</C> <S Mary Hill>the mayor</S>.",
      "Mayor [Mary Hill] met minister [John Clay]. “<D>It is over,</D>” <C>said</C> <S John Clay>the minister</S>.",
      "Mayor [Mary Hill] met minister [John Clay]. “<D>It is over,</D>” <C>said</C> <S Mary Hill>the mayor</S>.",
      "“<D>It is over,</D>” <C>said</C> <S>the mayor</S>.",
      "Mayor [Mary Hill] left. “<D>It is over,</D>” <C>said</C> <S>a minister</S>.",
  });
}

TEST_CASE("several people speak for the body that they belong to") {
  check({
      "“<D>It is over,</D>” <S Orbell Rail>[O:Orbell Rail] officials</S> <C>said</C>.",
      "“<D>It is over,</D>” <S Lagos>[L:Lagos] officials</S> <C>said</C>.",
  });
}

TEST_CASE("who speaks stays unknown where nothing tells") {
  check({
      "“<D>It is over,</D>” <C>said</C> <S>a woman</S>.",
      "“<D>It is over,</D>” <C>said</C> <S>police</S>.",
      "“<D>It is over,</D>” <C>said</C> <S>witnesses</S>.",
      "[Mary Hill] left. “<D>It is over,</D>” <C>said</C> <S>one of the drivers</S>.",
  });
}

TEST_CASE("a person behind a comma is who the phrase before it means, whatever titles stand between") {
  const auto speaker = [](const std::string& text) {
    const Document doc = analyze_marked(text);
    REQUIRE(doc.quotes.size() == 1);
    return doc.quotes[0].speaker ? std::string(doc.name(*doc.quotes[0].speaker)) : "nobody";
  };
  CHECK(speaker("“No,” said the mill's director, Mr [Jan Novak].") == "Jan Novak");
  CHECK(speaker("“No,” said the mill's director, Commissioner of Police [Jan Novak].") == "Jan Novak");
  CHECK(speaker("“No,” said the captain, brother of [Jan Novak].") != "Jan Novak");
  CHECK(speaker("“No,” said the captain, who met [Jan Novak].") != "Jan Novak");
}

TEST_CASE("a speaker's mention is the one that heads its phrase") {
  const Document doc = analyze_marked("“No,” said [L:Lagos] mayor [Ada Okoye]. “No,” she said.");
  for (const Quote& quote : doc.quotes) {
    REQUIRE(quote.speaker);
    CHECK(quote.speaker_span[0].contains(doc.mentions[*quote.speaker].span));
  }
}

TEST_CASE("an explanation tells who else a pronoun might have meant") {
  Options options;
  options.explain = true;
  const Document doc = Analyzer::english().with_options(options).analyze(
      "Ada Okoye met Bea Novak and John Roe. “It is over,” she said.");
  REQUIRE(doc.quotes.size() == 1);
  REQUIRE(doc.quotes[0].speaker);
  CHECK(doc.name(*doc.quotes[0].speaker) == "Ada Okoye");
  const std::vector<Evidence>& others = doc.mention_explanations[*doc.quotes[0].speaker].runners_up;
  REQUIRE(others.size() == 1);  // no man
  CHECK(others[0].text == "PERSON 'Bea Novak'");
  CHECK(others[0].weight == 1 - doc.mentions[*doc.quotes[0].speaker].confidence);
}

}  // namespace
}  // namespace quoth
