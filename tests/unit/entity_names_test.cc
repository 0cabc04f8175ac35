#include <catch2/catch.hpp>

#include "entity/names.h"
#include "model/weight_file.h"
#include "name_fixture.h"

namespace quoth::internal {
namespace {

/// Weights that stand in the test.
struct TestWeights {
  explicit TestWeights(const std::string& text) : bytes(freeze(text)) {}
  NameModel model(const RuleSet& rules) const {
    return NameModel(Weights(FrozenFile(bytes.view(), "test"), "wt_"), rules);
  }

 private:
  static std::string freeze(const std::string& text) {
    FrozenWriter writer;
    freeze_weights(read_weights(text, "test.tsv"), "wt_", writer);
    return writer.finish();
  }
  AlignedBytes bytes;
};

/// A model that knows a few words.
const std::string kWeights =
    "w=ada\tB-PERSON=6\tU-PERSON=5\n"
    "w=okoye\tL-PERSON=6\tU-PERSON=3\n"
    "w=lusaka\tU-LOCATION=5\tL-ORGANIZATION=3\n"
    "w=bank\tB-ORGANIZATION=5\n"
    "w=of\tI-ORGANIZATION=5\n"
    "w=accord\tU-MISC=4\n"
    "bias\tU-PERSON=-1\tU-LOCATION=-1\tU-ORGANIZATION=-1\tU-MISC=-1\n";

std::vector<NameSpan> found(const NamesOf& names, const std::string& weights = kWeights) {
  const TestWeights frozen(weights);
  NamesScratch scratch;
  std::vector<NameSpan> out;
  find_names(names.input(), frozen.model(names.rules), scratch, out);
  return out;
}

std::string shown(const NamesOf& names, const std::vector<NameSpan>& spans) {
  std::string out;
  for (const NameSpan& span : spans)
    out.append(out.empty() ? "" : " ")
        .append(kNameTypeNames[static_cast<std::size_t>(span.type)])
        .append("(")
        .append(names.written(span.tokens))
        .append(")");
  return out.empty() ? "-" : out;
}

std::string names_in(const std::string& text, const std::vector<RuleFile>& rules = {},
                     const ListGroups& groups = {small_lists()}, const std::string& weights = kWeights) {
  const NamesOf names(text, groups, rules);
  return shown(names, found(names, weights));
}

std::vector<RuleFile> rule(const std::string& body) { return {{"p.rules", "pack p\nrule r: " + body + "\n"}}; }

TEST_CASE("Labels spell names") {
  std::vector<NameSpan> out;
  const ChainLabel b = chain_label(NameType::person, Part::begin), i = chain_label(NameType::person, Part::inside);
  const ChainLabel l = chain_label(NameType::person, Part::last), u = chain_label(NameType::misc, Part::unit);
  append_names(std::vector<ChainLabel>{b, i, l, kOutside, u, u}, 10, out);
  REQUIRE(out.size() == 3);
  CHECK(out[0] == NameSpan{{10, 13}, NameType::person, 0});
  CHECK(out[1] == NameSpan{{14, 15}, NameType::misc, 0});
  CHECK(out[2] == NameSpan{{15, 16}, NameType::misc, 0});
}

TEST_CASE("The best reading of each chain is found, MISC among it") {
  CHECK(names_in("There Ada Okoye saw the Bank of Lusaka in Lusaka.") ==
        "PERSON(Ada Okoye) ORGANIZATION(Bank of Lusaka) LOCATION(Lusaka)");
  CHECK(names_in("They signed the Accord in Lusaka") == "MISC(Accord) LOCATION(Lusaka)");
  CHECK(names_in("They went") == "-");
  CHECK(names_in("") == "-");
  CHECK(names_in("Ada\n\nOkoye") == "PERSON(Ada) PERSON(Okoye)");
}

TEST_CASE("Names are as sure as the weights are clear") {
  const NamesOf names("Ada Okoye saw Accord");
  const auto sure = found(names), unsure = found(names, "w=accord\tU-MISC=1.5\tU-PERSON=1.4\n");
  REQUIRE(sure.size() == 2);
  CHECK(sure[0].confidence > 0.99F);
  REQUIRE(unsure.size() == 1);
  CHECK(unsure[0].confidence < 0.5F);
  CHECK(unsure[0].confidence > 0.2F);
}

TEST_CASE("Without weights nothing is found but what rules and packs name") {
  CHECK(names_in("Ada Okoye saw Lusaka", {}, {small_lists()}, "") == "-");
  CHECK(names_in("Ada Okoye saw Lusaka", rule("@PERSON(Cap Cap) likely"), {small_lists()}, "") == "PERSON(Ada Okoye)");
}

TEST_CASE("Certain rules bind, whatever the weights say and however it is written") {
  CHECK(names_in("There Ada Okoye went", rule("@ORGANIZATION('Ada' 'Okoye') certain")) == "ORGANIZATION(Ada Okoye)");
  CHECK(names_in("There Ada Okoye went", rule("@PERSON('Okoye') certain")) == "PERSON(Ada) PERSON(Okoye)");
  CHECK(names_in("the iron lady went", rule("@PERSON(iron lady) certain")) == "PERSON(iron lady)");
  CHECK(names_in("the al-Okoye group", rule("@ORGANIZATION(al \"-\" Cap) certain")) == "ORGANIZATION(al-Okoye)");
}

TEST_CASE("A rule that says never binds for its type alone") {
  CHECK(names_in("There Ada Okoye went", rule("@PERSON('Ada' 'Okoye') never")) == "-");
  CHECK(names_in("There Ada Okoye went", rule("@LOCATION('Ada' 'Okoye') never")) == "PERSON(Ada Okoye)");
  CHECK(names_in("in Lusaka now", rule("@LOCATION('Lusaka') never"), {small_lists()},
                 "w=lusaka\tU-LOCATION=5\tU-PERSON=3\n") == "PERSON(Lusaka)");
}

TEST_CASE("Certain rules that contradict each other give no broken confidence") {
  const NamesOf names("We saw Ada Okoye Bank", {small_lists()},
                      {{"p.rules",
                        "pack p\nrule a: @PERSON('Ada' 'Okoye') certain\n"
                        "rule b: @ORGANIZATION('Okoye' 'Bank') certain\n"}});
  for (const NameSpan& name : found(names)) {
    CHECK(name.confidence >= 0);
    CHECK(name.confidence <= 1);
  }
}

TEST_CASE("Rules without training count with the strength that they declare") {
  const std::string weights = "w=zed\tU-LOCATION=2\n";
  const auto with = [&](const std::string& strength) {
    return names_in("they saw Zed", rule("@PERSON('Zed') " + strength), {small_lists()}, weights);
  };
  CHECK(with("likely") == "PERSON(Zed)");
  CHECK(with("possible") == "LOCATION(Zed)");
  CHECK(names_in("they saw Zed", rule("@LOCATION('Zed') unlikely"), {small_lists()}, "w=zed\tU-LOCATION=1\n") == "-");
}

TEST_CASE("Rules that the weights know count as they were trained") {
  const std::string weights = "rule=p/r|3\tU-PERSON=0.1\nw=zed\tU-LOCATION=2\n";
  CHECK(names_in("they saw Zed", rule("@PERSON('Zed') likely"), {small_lists()}, weights) == "LOCATION(Zed)");
}

TEST_CASE("Rows of packs are evidence, ambiguous ones less, those of the language's own lists none by themselves") {
  const auto pack = [](const std::string& flags) {
    return std::vector<TestList>{{"mine.tsv", gazetteer("Zed Quay||LOCATION|port|5||en|" + flags + "\n")}};
  };
  const std::string against = "w=zed\tB-PERSON=2\nw=quay\tL-PERSON=2\n";
  CHECK(names_in("they saw Zed Quay", {}, {small_lists(), pack("")}, against) == "LOCATION(Zed Quay)");
  CHECK(names_in("they saw Zed Quay", {}, {small_lists(), pack("ambiguous")}, against) == "PERSON(Zed Quay)");
  CHECK(names_in("they saw Zed Quay", {}, {small_lists(), pack("ambiguous")}, "") == "LOCATION(Zed Quay)");
  CHECK(names_in("they saw Zed Quay", {}, {pack("")}, "") == "-");
}

TEST_CASE("The second pass hears what the first one found elsewhere") {
  const std::string text = "There Ada Okoye went. We saw Okoye and Zed there.";
  const std::string weights = "w=ada\tB-PERSON=6\nw=okoye\tL-PERSON=6\n";
  CHECK(names_in(text, {}, {small_lists()}, weights) == "PERSON(Ada Okoye)");
  // All other names with the word are of persons, and a full name speaks for two.
  CHECK(names_in(text, {}, {small_lists()}, weights + "other_evidence=1|2|2\tU-PERSON=6\n") ==
        "PERSON(Ada Okoye) PERSON(Okoye)");
}

TEST_CASE("Working memory is used again from text to text") {
  const TestWeights weights(kWeights);
  NamesScratch scratch;
  std::vector<NameSpan> out;
  for (const std::string text : {"There Ada Okoye saw the Bank of Lusaka in Lusaka.", "", "In Lusaka", "Ada"}) {
    const NamesOf names(text);
    find_names(names.input(), weights.model(names.rules), scratch, out);
    CHECK(shown(names, out) == names_in(text));
  }
}

}  // namespace
}  // namespace quoth::internal
