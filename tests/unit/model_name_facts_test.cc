#include <catch2/catch.hpp>

#include "model/name_facts.h"
#include "name_fixture.h"

namespace quoth::internal {
namespace {

NameFacts facts_of(const NamesOf& names) {
  NameFacts facts;
  find_name_facts(names.input(), facts);
  return facts;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out.append(out.empty() ? "" : " | ").append(part);
  return out;
}

/// The runs of a text, or its wide runs.
std::string runs_of(const std::string& text, bool wide, const ListGroups& groups = {small_lists()}) {
  const NamesOf names(text, groups);
  const NameFacts facts = facts_of(names);
  std::vector<std::string> out;
  for (std::uint32_t i = 0; i < names.tokens.size(); ++i) {
    if (!facts.tokens[i].active) continue;
    const TokenRange run = wide ? facts.runs_of(i).wide : facts.runs_of(i).run;
    if (run.begin == i && looks_like_name(names.tokens[i])) out.push_back(names.written(run));
  }
  return joined(out);
}

std::string chains_of(const std::string& text, const ListGroups& groups = {small_lists()},
                      const std::vector<RuleFile>& rules = {}) {
  const NamesOf names(text, groups, rules);
  std::vector<std::string> out;
  for (const TokenRange chain : facts_of(names).chains) out.push_back(names.written(chain));
  return joined(out);
}

TEST_CASE("Neighbouring capitals are a run") {
  CHECK(runs_of("She told Ada Okoye so.", false) == "She | Ada Okoye");
  CHECK(runs_of("they saw iPhone and NATO here", false) == "iPhone | NATO");
  CHECK(runs_of("nothing here", false) == "");
  CHECK(runs_of("One Two. Three Four", false) == "One Two | Three Four");
}

TEST_CASE("Runs join over small words that stand inside names") {
  CHECK(runs_of("a Bank of Zed branch", false) == "Bank | Zed");
  CHECK(runs_of("a Bank of Zed branch", true) == "Bank of Zed");
  CHECK(runs_of("a Bank of Lusaka branch", false) == "Bank of Lusaka");  // a name in a list
  CHECK(runs_of("by Jan van der Nowak now", true) == "Jan van der Nowak");
  CHECK(runs_of("the Ada & Sons shop", true) == "Ada & Sons");
  CHECK(runs_of("a Bank went Lusaka", true) == "Bank | Lusaka");
  // At most three small words.
  CHECK(runs_of("a Bank of the of Lusaka", true) == "Bank of the of Lusaka");
  CHECK(runs_of("a Bank of the of the Lusaka", true) == "Bank | Lusaka");
  // Never over the end of a sentence.
  CHECK(runs_of("a Bank of\n\nLusaka went", true) == "Bank | Lusaka");
}

TEST_CASE("The small second part of a hyphenated name belongs to its run") {
  CHECK(runs_of("they met Kim Ji-hyun today", true) == "Kim Ji-hyun");
  CHECK(chains_of("they met Kim Ji-hyun today") == "Kim Ji-hyun");
  CHECK(chains_of("they met Kim Ji - hyun today") == "Kim Ji");
  CHECK(chains_of("they met well-known people") == "");
}

TEST_CASE("Numbers beside a run are looked at") {
  CHECK(chains_of("on Channel 4 they saw") == "Channel 4");
  CHECK(chains_of("by 14 Squadron they saw") == "14 Squadron");
  CHECK(chains_of("in 14 days they saw") == "");
}

TEST_CASE("Listed names in small letters are looked at where the word is nothing else") {
  const std::vector<TestList> list = {
      {"places.tsv", gazetteer("Okona||LOCATION|city|5||en|\nUpper Okona||LOCATION|city|5||en|\n"
                               "Zedi||LOCATION|city|5||en|ambiguous\nBank||LOCATION|city|5||en|\n")},
      {"en/words/common.txt", "bank\tfreq=8\tpos=n\n"}};
  const auto chains = [&](const std::string& text) { return chains_of(text, {list}); };
  CHECK(chains("they saw okona there") == "okona");
  CHECK(chains("they saw upper okona there") == "upper okona");
  CHECK(chains("they saw upper zed there") == "");
  CHECK(chains("they saw zedi there") == "");  // ambiguous
  CHECK(chains("they saw a bank there") == "");
}

TEST_CASE("What packs name is looked at, however it is written") {
  const std::vector<TestList> pack = {{"mine.tsv", gazetteer("iron lady||PERSON||5||en|\nironing||MISC||5||en|\n")},
                                      {"words/tool.txt", "hammer\n"}};
  CHECK(chains_of("the iron lady was ironing with a hammer", {small_lists(), pack}) == "iron lady | ironing");
  const auto rules = [](const std::string& strength) {
    return std::vector<RuleFile>{{"mine.rules", "pack mine\nrule lady: the @PERSON(iron lady) " + strength + "\n"}};
  };
  CHECK(chains_of("the iron lady left", {small_lists()}, rules("certain")) == "iron lady");
  CHECK(chains_of("the iron lady left", {small_lists()}, rules("likely")) == "");
}

TEST_CASE("Sentences know how they are written") {
  const auto style = [](const std::string& text) { return facts_of(NamesOf(text)).tokens.at(0).style; };
  CHECK(style("The bank went to Lusaka with Okoye today.") == LineStyle::plain);
  CHECK(style("Bank Goes Under While Lusaka Sleeps") == LineStyle::title_case);
  CHECK(style("BANK GOES UNDER IN LUSAKA") == LineStyle::all_capitals);
  CHECK(style("BANK 1 2 3") == LineStyle::plain);  // too little to tell
}

TEST_CASE("The first word of a sentence is known as such, behind marks and bullets too") {
  const NamesOf names("\u201cGo home,\u201d Ada said. Then she left.");
  const NameFacts facts = facts_of(names);
  CHECK(facts.tokens[names.token("Go")].sentence_start);
  CHECK(!facts.tokens[names.token("home")].sentence_start);
  CHECK(!facts.tokens[names.token("Ada")].sentence_start);
  CHECK(facts.tokens[names.token("Then")].sentence_start);
  CHECK(facts.tokens[names.token("Then")].sentence > facts.tokens[names.token("Ada")].sentence);
}

struct Shown {
  std::string phrases, rules;
};

/// The name of a kind.
std::string kind_of(const NamesOf& names, KindTable::Index kind) {
  const std::uint64_t hash = names.input().kinds[kind].hash;
  for (const Lexicon& lexicon : names.lexicons())
    for (std::uint32_t k = 0; k < lexicon.kind_count(); ++k)
      if (hash_bytes(lexicon.kind(static_cast<KindId>(k))) == hash)
        return std::string(lexicon.kind(static_cast<KindId>(k)));
  return "none";
}

/// "kind:part/prior" of all covers of a token; '!' marks the longest, '?' ambiguous ones.
Shown covers_at(const NamesOf& names, std::uint32_t token) {
  const NameFacts facts = facts_of(names);
  const auto part = [](Part p) { return std::string(1, "BILU"[static_cast<std::size_t>(p)]); };
  Shown shown;
  for (const Cover& c : facts.phrases[token])
    shown.phrases += (shown.phrases.empty() ? "" : " ") + kind_of(names, c.what) + ":" + part(c.part) + "/" +
                     std::to_string(c.prior) + (c.longest ? "!" : "") + (c.ambiguous ? "?" : "");
  for (const Cover& c : facts.rules[token])
    shown.rules += (shown.rules.empty() ? "" : " ") + names.rules.rule(c.what).name + ":" + part(c.part) + "/" +
                   std::to_string(c.prior);
  return shown;
}

TEST_CASE("Each token knows the phrases of lists over it, and which are the longest") {
  const NamesOf names("in New York, Bank of Lusaka and Lusaka in May");
  const auto at = [&](const std::string& word, std::uint32_t from = 0) {
    return covers_at(names, names.token(word, from)).phrases;
  };
  CHECK(at("New") == "LOCATION.city:B/9!");
  CHECK(at("York") == "LOCATION.city:L/9! LOCATION.city:U/5");
  CHECK(at("of") == "ORGANIZATION.company:I/4!");
  CHECK(at("Lusaka") == "ORGANIZATION.company:L/4! LOCATION.city:U/6");
  CHECK(at("Lusaka", names.token("and")) == "LOCATION.city:U/6!");
  CHECK(at("May") == "LOCATION.town:U/1!?");
  CHECK(at("in") == "");
}

TEST_CASE("Each token knows the proposals of rules over it") {
  const NamesOf names("Mr Jan Okoye went", {small_lists()},
                      {{"p.rules",
                        "pack p\nrule titled: {honorific} @PERSON(Cap+) likely\n"
                        "rule not_jan: @PERSON('Jan') never\n"}});
  CHECK(covers_at(names, names.token("Jan")).rules == "titled:B/1 not_jan:U/4");
  CHECK(covers_at(names, names.token("Okoye")).rules == "titled:L/1");
  CHECK(covers_at(names, names.token("Mr")).rules == "");
}

TEST_CASE("More covers than fit are dropped, the shortest first") {
  std::string rows;
  for (const std::string type : {"PERSON", "LOCATION", "ORGANIZATION", "MISC"})
    for (const std::string kind : {"a", "b"}) rows += "Zed||" + type + "|" + kind + "|1||en|\n";
  rows += "Zed Lake||LOCATION|lake|1||en|\n";
  const NamesOf names("at Zed Lake", {{{"z.tsv", gazetteer(rows)}}});
  const NameFacts facts = facts_of(names);
  const auto covers = facts.phrases[names.token("Zed")];
  REQUIRE(covers.size() == CoverTable::kMost);
  CHECK(kind_of(names, covers[0].what) == "LOCATION.lake");
}

TEST_CASE("Ordinary words bring their frequency and part of speech") {
  const NamesOf names("Bank went Station");
  const NameFacts facts = facts_of(names);
  CHECK(kind_of(names, facts.tokens[0].common_kind) == "common.nv");
  CHECK(facts.tokens[0].frequency == 8);
  CHECK(facts.tokens[0].may_be_verb);
  CHECK(!facts.tokens[2].may_be_verb);
  CHECK(facts_of(NamesOf("Okoye")).tokens[0].common_kind == KindTable::kNone);
}

TEST_CASE("Texts without a word, and memory that was used for a longer text") {
  NameFacts facts;
  find_name_facts(NamesOf("Ada Okoye went to New York with the Bank of Lusaka").input(), facts);
  find_name_facts(NamesOf("").input(), facts);
  CHECK(facts.tokens.empty());
  CHECK(facts.chains.empty());
  find_name_facts(NamesOf(" ... ").input(), facts);
  CHECK(facts.chains.empty());
}

}  // namespace
}  // namespace quoth::internal
