#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "model/document_facts.h"
#include "model/feature_meaning.h"
#include "model/name_features.h"
#include "name_fixture.h"

namespace quoth::internal {
namespace {

using Features = std::multimap<Template, FeatureValues>;

struct Read {
  explicit Read(const std::string& text, const std::vector<RuleFile>& rules = {})
      : names(text, {small_lists()}, rules) {
    find_name_facts(names.input(), facts);
    find_word_facts(names.input(), facts, memory, document);
  }
  Features at(std::uint32_t token) const {
    const NameInput input = names.input();
    Features out;
    const auto sink = [&](Template t, const FeatureValues& v) { out.emplace(t, v); };
    for_each_feature(FeatureInput{input, facts, document}, token, sink);
    return out;
  }
  Features second(std::uint32_t token) const {
    const NameInput input = names.input();
    Features out;
    const auto sink = [&](Template t, const FeatureValues& v) { out.emplace(t, v); };
    for_each_second_pass_feature(FeatureInput{input, facts, document}, token, sink);
    return out;
  }

  NamesOf names;
  NameFacts facts;
  DocumentMemory memory;
  std::vector<DocumentFacts> document;
};

FeatureValues one(const Features& features, Template t) {
  REQUIRE(features.count(t) == 1);
  return features.find(t)->second;
}

constexpr std::uint64_t kEdge = std::uint64_t{1} << 63;

TEST_CASE("Words beside a token are their folded forms; beyond the sentence stand fixed values") {
  const Read read("Ada met \u00c1da. Jan left.");
  const Features first = read.at(0);
  CHECK(one(first, Template::word) == FeatureValues{hash_bytes("ada"), 0, 0});
  CHECK(one(first, Template::previous_word)[0] == 1);
  CHECK(one(first, Template::previous_word_2)[0] == 1);
  CHECK(one(first, Template::next_word)[0] == hash_bytes("met"));
  CHECK(one(first, Template::next_word_2)[0] == hash_bytes("ada"));
  CHECK(one(first, Template::previous_and_word) == FeatureValues{1, hash_bytes("ada"), 0});
  const Features jan = read.at(read.names.token("Jan"));  // the sentence before does not count
  CHECK(one(jan, Template::previous_word)[0] == 1);
  const Read last("we met Jan");
  CHECK(one(last.at(2), Template::next_word)[0] == 2);
  CHECK(one(last.at(2), Template::next_word_2)[0] == 2);
  CHECK(one(last.at(2), Template::word_and_next) == FeatureValues{hash_bytes("jan"), 2, 0});
}

TEST_CASE("Names, cues, ordinary words and shapes beyond the sentence have an edge's value") {
  const Features only = Read("Ada").at(0);
  for (const Template t : {Template::names_before, Template::names_after, Template::cues_before, Template::cues_after,
                           Template::cues_before_2, Template::cues_after_2})
    CHECK(one(only, t)[0] == kEdge);
  CHECK(one(only, Template::common_kind_before)[0] == 0);
  CHECK(one(only, Template::shapes3)[0] == (15U | 1U << 4 | 15U << 8));
  CHECK(one(only, Template::run_before)[0] == 1);
  CHECK(one(only, Template::run_after)[0] == 2);
}

TEST_CASE("Affixes are cut off words that are long enough") {
  const Features okoye = Read("Okoye").at(0);
  CHECK(one(okoye, Template::prefix)[0] == hash_bytes("oko"));
  CHECK(one(okoye, Template::suffix3)[0] == hash_bytes("oye"));
  CHECK(one(okoye, Template::suffix4)[0] == hash_bytes("koye"));
  const Features al = Read("Al").at(0);
  CHECK(one(al, Template::suffix4)[0] == hash_bytes("al"));
  CHECK(one(al, Template::prefix)[0] == hash_bytes("al"));
}

TEST_CASE("Places in a run count from both ends, up to three") {
  const Read read("we met Ada Bo Ca Du El now");
  const auto place = [&](const std::string& w) { return one(read.at(read.names.token(w)), Template::run_place)[0]; };
  CHECK(place("Ada") == (0U | 3U << 2));
  CHECK(place("Bo") == (1U | 3U << 2));
  CHECK(place("El") == (3U | 0U << 2));
  CHECK(one(read.at(read.names.token("Bo")), Template::run_last_word) == FeatureValues{hash_bytes("el"), 3, 0});
  CHECK(one(read.at(read.names.token("Bo")), Template::run_before)[0] == hash_bytes("met"));
  const Read wide("a Bank of Zed");  // part of a wider run
  CHECK(one(wide.at(1), Template::run_place)[0] == 1U << 4);
}

TEST_CASE("Marks beside a token are quotation marks, of one sentence") {
  const Read read("the \u201cSun\u201d and 'Star' and Moon");
  const auto quoted = [&](const std::string& w) {
    return one(read.at(read.names.token(w)), Template::quoted_shape)[0];
  };
  CHECK(quoted("Sun") == 3);
  CHECK(quoted("Star") == 3);
  CHECK(quoted("Moon") == 0);
}

TEST_CASE("Lists and rules give a feature for each phrase and proposal") {
  const Read read("Mr Jan went to New York", {{"p.rules", "pack p\nrule titled: {honorific} @PERSON(Cap) likely\n"}});
  const Features york = read.at(read.names.token("York"));
  CHECK(york.count(Template::phrase) == 2);
  CHECK(york.count(Template::phrase_before) == 0);  // "New" ends no phrase
  const Features jan = read.at(read.names.token("Jan"));
  CHECK(one(jan, Template::rule) == FeatureValues{hash_bytes("p/titled"), 3, 0});
  CHECK(one(jan, Template::rule_label) == FeatureValues{hash_bytes("PERSON"), 3, 1});
  CHECK(one(jan, Template::phrase) == FeatureValues{hash_bytes("GIVEN.m"), 3 | 4, 0});
  CHECK(one(read.at(0), Template::phrase_after)[0] == hash_bytes("GIVEN.m"));
}

TEST_CASE("Numbers of features are told in words") {
  const Read read("Mr Ada Okoye");
  const auto meaning = [&](std::uint32_t i, Template t) { return feature_meaning(t, one(read.at(i), t)); };
  CHECK(meaning(1, Template::cues_before) == "honorific");
  CHECK(meaning(1, Template::cues_after) == "none");
  CHECK(meaning(1, Template::names_triple) == "none|given|surname");
  CHECK(meaning(2, Template::names_after) == "edge");
  CHECK(meaning(1, Template::shapes3) == "cap cap cap");
  CHECK(meaning(2, Template::shapes3) == "cap cap edge");
  CHECK(meaning(1, Template::start_shape_frequency) == "*|cap|*");
  CHECK(meaning(1, Template::word).empty());
  CHECK(feature_meaning(Template::other_type, {1, 2, 0}) == "PERSON|*");
  CHECK(feature_meaning(Template::other_whole, {0, 4, 0}) == "none|U-PERSON");
  CHECK(feature_meaning(Template::first_label_before, {31, 0, 0}) == "edge|O");
}

TEST_CASE("The second pass reads the labels of neighbours; beyond the sentence stands 31") {
  Read read("Ada Okoye");
  read.document[0].first_label = 1;
  read.document[1].first_label = 3;
  CHECK(one(read.second(0), Template::first_label_before) == FeatureValues{31, 1, 0});
  CHECK(one(read.second(0), Template::first_label_after) == FeatureValues{3, 1, 0});
  CHECK(one(read.second(1), Template::first_label_after) == FeatureValues{31, 3, 0});
  CHECK(read.second(0).count(Template::acronym_type) == 0);
}

TEST_CASE("No two features of a text have one hash, and templates have different names") {
  const Read read("Mr Jan Okoye of the Bank of Lusaka went to New York in May. \u201cOh,\u201d said Ada.");
  std::map<FeatureHash, std::pair<Template, FeatureValues>> seen;
  for (const TokenRange chain : read.facts.chains)
    for (std::uint32_t i = chain.begin; i < chain.end; ++i)
      for (const auto& feature : read.at(i)) {
        const auto [it, fresh] = seen.emplace(feature_hash(feature.first, feature.second), feature);
        if (!fresh) CHECK(it->second == std::pair<Template, FeatureValues>(feature));
      }
  CHECK(seen.size() > 300);
  std::set<std::string_view> names;
  for (const TemplateInfo& info : kTemplates) names.insert(info.name);
  CHECK(names.size() == kTemplates.size());
}

TEST_CASE("Features are read at every active token of texts of one token and of odd bytes") {
  for (const std::string text : {"A", "\xff\xfe Ada \xc3", "NATO", "Ada\n\nJan\n\n4", "New York"}) {
    const Read read(text);
    std::size_t count = 0;
    for (const TokenRange chain : read.facts.chains)
      for (std::uint32_t i = chain.begin; i < chain.end; ++i) count += read.at(i).size() + read.second(i).size();
    CHECK(count > 40);
  }
}

}  // namespace
}  // namespace quoth::internal
