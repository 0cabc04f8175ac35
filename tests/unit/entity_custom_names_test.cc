#include <catch2/catch.hpp>

#include "entity/custom_names.h"
#include "name_fixture.h"

namespace quoth::internal {
namespace {

const std::vector<TestList> kShips = {{"ships.tsv", gazetteer("Morning Star||SHIP||5||en|\n"
                                                              "Star||SHIP||5||en|ambiguous\n"
                                                              "Hilda|Hilda of Lusaka|SHIP|trawler|5||en|\n")}};

std::vector<RuleFile> rules(const std::string& lines) { return {{"p.rules", "pack p\n" + lines}}; }

TEST_CASE("Packs add the labels of their rules and lists, each once, behind those of the model") {
  const auto labels = [](const ListGroups& groups, const std::vector<RuleFile>& packs) {
    const NamesOf names("", groups, packs);
    return CustomLabels(names.lexicons(), names.rules).labels();
  };
  using Labels = std::vector<std::string>;
  CHECK(labels({small_lists()}, {}) == Labels{"PERSON", "LOCATION", "ORGANIZATION"});
  CHECK(labels({small_lists(), kShips}, {}) == Labels{"PERSON", "LOCATION", "ORGANIZATION", "SHIP"});
  CHECK(labels({small_lists(), kShips}, rules("rule a: the @LAW(Cap) likely\nrule b: good @SHIP(Cap) likely\n"
                                              "rule c: @PERSON(Cap) @MISC(Cap) likely\n")) ==
        Labels{"PERSON", "LOCATION", "ORGANIZATION", "LAW", "SHIP"});
  // A rule about quotes proposes no names.
  CHECK(labels({small_lists()}, {{"q.rules", "pack q\nphase quotes\nrule a: @SPEAKER(Cap) @CUE(said) likely\n"}}) ==
        Labels{"PERSON", "LOCATION", "ORGANIZATION"});
}

TEST_CASE("Without packs there is nothing custom") {
  const NamesOf names("");
  CHECK(!CustomLabels(names.lexicons(), names.rules).any());
  CHECK(!CustomLabels().any());
}

/// Names of a text, with those of the model marked: "P:Ada Okoye/100 SHIP:Hilda/90".
std::string shown(const std::string& marked, const std::vector<RuleFile>& packs,
                  const ListGroups& groups = {small_lists(), kShips}) {
  const MarkedNames given(marked);
  const NamesOf names(given.text, groups, packs);
  const CustomLabels custom(names.lexicons(), names.rules);
  std::vector<LabelledName> all = given.in(names.tokens);
  add_custom_names(names.input(), custom, all);
  std::string out;
  for (const LabelledName& name : all) {
    const std::string& label = custom.labels().at(name.label);
    out.append(out.empty() ? "" : " ").append(name.label < 3 ? label.substr(0, 1) : label).append(":");
    out.append(names.written(name.tokens)).append("/").append(std::to_string(std::lround(100 * name.confidence)));
  }
  return out;
}

TEST_CASE("Rules and lists propose custom names with the strength that they declare") {
  CHECK(shown("the Morning Star sank", {}) == "SHIP:Morning Star/90");
  CHECK(shown("the Star sank", {}) == "SHIP:Star/60");
  CHECK(shown("the Zed sank", rules("rule a: the @SHIP(Cap) certain\n")) == "SHIP:Zed/100");
  CHECK(shown("the Zed sank", rules("rule a: the @SHIP(Cap) likely\n")) == "SHIP:Zed/90");
  CHECK(shown("the Zed sank", rules("rule a: the @SHIP(Cap) possible\n")) == "SHIP:Zed/60");
  CHECK(shown("the Zed sank", rules("rule a: the @SHIP(Cap) unlikely\n")) == "");
  CHECK(shown("the Zed sank", rules("rule a: the @SHIP(Cap) never\n")) == "");
}

TEST_CASE("A custom name takes the place of names that it covers") {
  CHECK(shown("the [P Morning] [P Star] sank off [L Lusaka]", {}) == "SHIP:Morning Star/90 L:Lusaka/100");
  CHECK(shown("the [P Hilda] sank", {}) == "SHIP:Hilda/90");
  CHECK(shown("[P Ada] saw the Hilda and [P Jan]", {}) == "P:Ada/100 SHIP:Hilda/90 P:Jan/100");
}

TEST_CASE("One that cuts into a name is dropped unless its rule is certain") {
  CHECK(shown("[P Ada Morning] Star sank", {}) == "P:Ada Morning/100");
  CHECK(shown("[P Ada Hilda] sank", {}) == "P:Ada Hilda/100");
  CHECK(shown("the Morning [P Star Okoye] sank", {}) == "P:Star Okoye/100");
  const auto certain = rules("rule a: @SHIP('Star' Cap?) certain\n");
  CHECK(shown("[P Ada Star] sank", certain) == "SHIP:Star/100");
  CHECK(shown("[P Ada Star] Zed sank", certain) == "SHIP:Star Zed/100");
  CHECK(shown("[P Ada Star Okoye] sank. [P Jan]", certain) == "SHIP:Star Okoye/100 P:Jan/100");
}

TEST_CASE("Rules of custom names bind where they say so") {
  const auto never = rules("rule a: the @SHIP(Cap Cap) likely\nrule b: @SHIP('Zed' Cap) never\n");
  CHECK(shown("the Zed Okoye sank", never) == "");
  CHECK(shown("the Ada Okoye sank", never) == "SHIP:Ada Okoye/90");
  CHECK(shown("the Morning Star sank", rules("rule a: @SHIP('Morning' 'Star') never\n")) == "SHIP:Star/60");
  CHECK(shown("the Morning Star sank", rules("rule a: @LAW('Morning' 'Star') never\n")) == "SHIP:Morning Star/90");
  const auto certain = rules("rule a: @LAW(Cap Cap) possible\nrule b: @SHIP('Clean' 'Act') certain\n");
  CHECK(shown("the Zed Clean Act", certain) == "SHIP:Clean Act/100");
  CHECK(shown("the Zed Okoye, Clean Act", certain) == "LAW:Zed Okoye/60 SHIP:Clean Act/100");
}

TEST_CASE("Of custom names that overlap the first is kept, then the longest, then the surest") {
  const auto two = rules("rule a: @SHIP('Zed' Cap) likely\nrule b: @LAW(Cap 'Act') likely\n");
  CHECK(shown("the Zed Clean Act", two) == "SHIP:Zed Clean/90");
  CHECK(shown("the Morning Star sank", rules("rule a: @LAW('Morning') likely\n")) == "SHIP:Morning Star/90");
  CHECK(shown("the Star sank", rules("rule a: @LAW('Star') likely\n")) == "LAW:Star/90");
}

TEST_CASE("Texts without names and names without packs are left as they are") {
  CHECK(shown("", {}) == "");
  CHECK(shown("[P Ada] saw [L Lusaka]", {}, {small_lists()}) == "P:Ada/100 L:Lusaka/100");
}

}  // namespace
}  // namespace quoth::internal
