#include <catch2/catch.hpp>

#include "entity/entities.h"
#include "name_fixture.h"

namespace quoth::internal {
namespace {

const std::vector<TestList>& lists() {
  static const std::vector<TestList> all = [] {
    std::vector<TestList> lists = small_lists();
    lists.push_back({"known.tsv", gazetteer("Maria Petrova||PERSON|politician|7|wikidata:Q1||f\n"
                                            "Petrova|Maria Petrova|PERSON|politician|5|wikidata:Q1||f\n"
                                            "Volkov|Igor Volkov|PERSON|politician|5|||m\n"
                                            "Burma|Myanmar|LOCATION|country|6|geonames:1327865||\n"
                                            "Myanmar||LOCATION|country|7|geonames:1327865||\n"
                                            "Big Blue|International Widgets|ORGANIZATION|company|3|a:1\\|b:2||\n")});
    lists.push_back({"people.tsv", gazetteer("Zedian||MISC|demonym|5|||\n")});
    lists.push_back({"en/words/determiner.txt", "the\na\n"});
    for (TestList& list : lists)  // '\|' stands for a bar in a field
      for (std::size_t at; (at = list.text.find("\\\t")) != std::string::npos;) list.text.replace(at, 2, "|");
    return lists;
  }();
  return all;
}

struct Linked {
  explicit Linked(const std::string& marked) : given(marked), names(given.text, {lists()}) {
    labelled = given.in(names.tokens);
    link_entities(names.input(), labelled, entity_of, entities);
  }
  /// "0 1 0": the entity of each name.
  std::string ids() const {
    std::string out;
    for (const std::uint32_t e : entity_of) out.append(out.empty() ? "" : " ").append(std::to_string(e));
    return out;
  }
  /// "Ada Okoye | Lusaka": the names of entities.
  std::string shown() const {
    std::string out;
    for (const LinkedEntity& e : entities) out.append(out.empty() ? "" : " | ").append(e.name);
    return out;
  }

  MarkedNames given;
  NamesOf names;
  std::vector<LabelledName> labelled;
  std::vector<std::uint32_t> entity_of;
  std::vector<LinkedEntity> entities;
};

std::string ids(const std::string& marked) { return Linked(marked).ids(); }
std::string entities(const std::string& marked) { return Linked(marked).shown(); }

TEST_CASE("A pack's list knows a person's usual name, whatever the text writes") {
  const std::vector<TestList> own = {{"staff.tsv", gazetteer("Quillan Ardmore||PERSON||7|n:1||m\n"
                                                             "Captain Quill|Quillan Ardmore|PERSON||5|n:1||m\n")}};
  const auto names_of = [&](const std::string& marked) {
    const MarkedNames given(marked);
    const NamesOf names(given.text, {lists(), own});
    std::vector<LabelledName> labelled = given.in(names.tokens);
    std::vector<std::uint32_t> entity_of;
    std::vector<LinkedEntity> entities;
    link_entities(names.input(), labelled, entity_of, entities);
    std::string out;
    for (const LinkedEntity& e : entities) out.append(out.empty() ? "" : " | ").append(e.name + " " + e.ids);
    return out;
  };
  CHECK(names_of("[P Captain Quill] left.") == "Quillan Ardmore n:1");
  CHECK(names_of("[P Captain Quill] left. [P Quillan Ardmore] sat.") == "Quillan Ardmore n:1");
  CHECK(names_of("[P Quillan Ardmore] sat. [P Captain Quill] left.") == "Quillan Ardmore n:1");
}

TEST_CASE("A person is known by surname, given name, title and initials") {
  CHECK(ids("[P Ada Okoye] left. [P Okoye] said so. Mrs. [P Okoye] sat. [P Ada] ate.") == "0 0 0 0");
  CHECK(ids("[P Okoye] left. Then [P Ada Okoye] spoke.") == "0 0");  // before the full name, too
  CHECK(ids("[P Ada Okoye] and [P A. Okoye], [P Ada B. Okoye]") == "0 0 0");
  CHECK(ids("[P Ada Okoye] and [P B. Okoye]") == "0 1");
  CHECK(ids("[P Jan van der Nowak] and [P Jan Nowak]") == "0 0");
  CHECK(entities("[P Okoye] left. Then [P Ada B. Okoye] and [P Ada Okoye] spoke.") == "Ada B. Okoye");
}

TEST_CASE("Other spellings of a surname are one person") {
  CHECK(ids("[P Petro Zelensky] left. [P Zelenskyy] said. [P Zelenskiy] sat.") == "0 0 0");
  CHECK(ids("[P Petro Zelensky] left. [P Petro Zelenskyy] said.") == "0 0");
  CHECK(ids("[P Petro Zelensky] left. [P Petrenko] said.") == "0 1");
  CHECK(ids("[P Ana P\u00e9rez] left. [P Perez] said.") == "0 0");
}

TEST_CASE("Two people of one surname are told apart") {
  CHECK(ids("[P Jan Okoye] and [P Ada Okoye] left. Mr. [P Okoye] said, Mrs. [P Okoye] sat. Mr. [P Okoye] ate.") ==
        "0 1 0 1 0");
  CHECK(ids("Mr [P Okoye] and Mrs [P Okoye] left. Mr [P Okoye] sat.") == "0 1 0");
  // Without a title the one named last is meant.
  CHECK(ids("[P Jan Okoye] left. [P Ada Okoye] left. [P Okoye] sat. [P Jan Okoye] ate. [P Okoye] ate.") == "0 1 1 0 0");
}

TEST_CASE("A person's sex is told by title, lists or given name") {
  const auto sex = [](const std::string& marked) { return Linked(marked).entities.at(0).sex; };
  CHECK(sex("[P Ada Okoye]") == Sex::female);
  CHECK(sex("[P Jan Okoye]") == Sex::male);
  CHECK(sex("[P Okoye]") == Sex::unknown);
  CHECK(sex("Mr. [P Okoye]") == Sex::male);
  CHECK(sex("[P Okoye] left. Mrs [P Okoye] sat") == Sex::female);
  CHECK(sex("[P Petrova]") == Sex::female);
  CHECK(sex("Dr [P Okoye]") == Sex::unknown);
  CHECK(sex("Mr [L Lusaka]") == Sex::unknown);  // no person
}

TEST_CASE("A title tells more than the lists do") {
  CHECK(ids("[P Volkov] left. Mrs [P Volkov] sat.") == "0 1");
  CHECK(entities("Mrs [P Volkov] sat.") == "Volkov");
  CHECK(entities("Mr [P Volkov] sat.") == "Igor Volkov");
}

TEST_CASE("Organisations are known by acronym, with and without small words, and by their first words") {
  CHECK(ids("the [O Lusaka Water Board] and the [O LWB]") == "0 0");
  CHECK(ids("the [O LWB] and the [O Lusaka Water Board]") == "0 0");
  CHECK(ids("the [O Union of Zed Nurses], the [O UZN] and the [O UOZN]") == "0 0 0");
  CHECK(ids("the [O Lusaka Water Board] and [L LWB]") == "0 1");
  CHECK(ids("[O Zedcorp Widgets Ltd] and [O Zedcorp]") == "0 0");
  CHECK(ids("[O Zedcorp] and [O Zedcorp Widgets Ltd]") == "0 0");
  CHECK(ids("[O Zedcorp Widgets Ltd] and [O Widgets]") == "0 1");
  CHECK(ids("[O Bank of Zed] and [O Bank]") == "0 1");  // an ordinary word
  CHECK(ids("[O Zed Motors] and [O Zed Airways]") == "0 1");
}

TEST_CASE("An acronym in another language is known where it stands in parentheses behind the name") {
  CHECK(ids("the [O Zed Institute of Weather] ([O IZWET]) and [O IZWET]") == "0 0 0");
  CHECK(ids("the [O Zed Institute of Weather] ([O ABC])") == "0 1");  // of another body
  CHECK(ids("the [O Zed Institute of Weather], [O IZWET]") == "0 1");
  CHECK(ids("the [O Zed Institute of Weather] ([L IZWET])") == "0 1");
}

TEST_CASE("An article before an organisation's name is no part of what is compared") {
  CHECK(ids("[O The Zedcorp Union] and the [O Zedcorp Union]") == "0 0");
  CHECK(ids("[O The Zedist] and [O Zedist]") == "0 0");
  CHECK(ids("[O The] and [O The]") == "0 0");
}

TEST_CASE("Organisations are known without their place before or behind them") {
  CHECK(ids("[O Lusaka Station Union] and the [O Station Union]") == "0 0");
  CHECK(ids("the [O Station Union] and [O Lusaka Station Union]") == "0 0");
  CHECK(ids("the [O Zedian Station Union] and the [O Station Union]") == "0 0");
  CHECK(ids("[O Station Union] of the [O Station Union of Lusaka]") == "0 0");
  CHECK(ids("the [O Super Station Union] and the [O Station Union]") == "0 1");  // not a place
  CHECK(ids("the [O Station Union Fund] and the [O Station Union]") == "0 1");   // another body
  // Two of them are not made one by what both are called for short.
  CHECK(ids("[O Lusaka Station Union], [O Zedian Station Union] and the [O Station Union]") == "0 1 0");
  CHECK(ids("the [O Station Union], [O Lusaka Station Union] and [O Zedian Station Union]") == "0 0 1");
}

TEST_CASE("Lists give usual names and ids") {
  CHECK(ids("[L Burma] and [L Myanmar]") == "0 0");
  CHECK(entities("[L Burma] and [L Lusaka]") == "Myanmar | Lusaka");
  CHECK(Linked("[L Lusaka]").entities[0].ids == "geonames:909137");
  CHECK(Linked("[O Big Blue]").entities[0].ids == "a:1|b:2");
  CHECK(entities("[O Big Blue]") == "International Widgets");
  CHECK(ids("the [O Bank of Lusaka], [O BoL]") == "0 0");
  // A person's name stays as the text writes it in full.
  CHECK(entities("[P Petrova] left") == "Maria Petrova");
  CHECK(entities("[P Maria Ivanovna Petrova] left, [P Petrova] sat") == "Maria Ivanovna Petrova");
  // A list's row is one of its type.
  CHECK(entities("[P Burma] left") == "Burma");
}

TEST_CASE("Equal names of different types are different entities") {
  CHECK(ids("[L Zed] and [O Zed] and [X Zed] and [L Zed]") == "0 1 2 0");
}

TEST_CASE("Entities are in order of their first name, and know all their names in order") {
  const Linked linked("[P Okoye] in [L Lusaka]: [P Jan Nowak] saw [P Ada Okoye]. [P Nowak], [P Okoye].");
  CHECK(linked.ids() == "0 1 2 0 2 0");
  CHECK(linked.shown() == "Ada Okoye | Lusaka | Jan Nowak");
  CHECK(linked.entities[0].names == std::vector<std::uint32_t>{0, 3, 5});
  CHECK(linked.entities[2].names == std::vector<std::uint32_t>{2, 4});
}

TEST_CASE("Names of marks or invisible characters alone are entities of their own") {
  CHECK(ids("[O !!!] and [O ???] and [P Ada Okoye]") == "0 0 1");
  CHECK(ids("[P Ada \u00ad], [O \u00ad \u200d Zed], [O \u00ad]") == "0 1 2");
  CHECK(ids("") == "");
}

TEST_CASE("Many namesakes and many names take no square of time") {
  std::string text;
  for (int i = 0; i < 20000; ++i)
    text += "[O Zed Bank] [O Zed X" + std::to_string(i) + "] [P Jan Q" + std::to_string(i % 97) + " Okoye] [P Okoye] ";
  const Linked linked(text);
  CHECK(linked.entity_of.size() == 80000);
  CHECK(linked.entities.size() > 20000);
}

}  // namespace
}  // namespace quoth::internal
