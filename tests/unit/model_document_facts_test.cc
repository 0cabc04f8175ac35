#include <catch2/catch.hpp>

#include "model/document_facts.h"
#include "name_fixture.h"

namespace quoth::internal {
namespace {

struct Read {
  explicit Read(const std::string& text, const std::vector<RuleFile>& rules = {})
      : names(text, {small_lists()}, rules) {
    find_name_facts(names.input(), facts);
    find_word_facts(names.input(), facts, memory, document);
  }
  const DocumentFacts& at(const std::string& word, std::uint32_t from = 0) const {
    return of_token(names.token(word, from));
  }
  const DocumentFacts& of_token(std::uint32_t token) const {
    REQUIRE(facts.tokens[token].active);
    return document[facts.tokens[token].row];
  }
  /// What a first pass found: the first place of each phrase behind the one before.
  void first_pass(const std::vector<std::pair<std::string, NameType>>& found, float confidence = 1) {
    std::vector<NameSpan> spans;
    std::vector<ChainLabel> labels(names.tokens.size(), kOutside);
    std::uint32_t from = 0;
    for (const auto& [phrase, type] : found) {
      std::istringstream words(phrase);
      TokenRange range{0, 0};
      for (std::string word; words >> word; range.end = from) {
        const std::uint32_t token = names.token(word, from);
        if (range.end == 0) range.begin = token;
        from = token + 1;
      }
      spans.push_back({range, type, confidence});
      for (std::uint32_t i = range.begin; i < range.end; ++i) {
        const bool first = i == range.begin, last = i + 1 == range.end;
        labels[i] = chain_label(type, first && last ? Part::unit
                                      : first       ? Part::begin
                                      : last        ? Part::last
                                                    : Part::inside);
      }
    }
    add_first_pass(names.input(), facts, spans, labels, memory, document);
  }

  NamesOf names;
  NameFacts facts;
  DocumentMemory memory;
  std::vector<DocumentFacts> document;
};

TEST_CASE("Words know how often they stand in lower case and with a capital elsewhere") {
  const Read read("Station one. A station, a station and the Okoye stood. She saw Okoye. Lusaka went.");
  CHECK(read.at("Station").lower_elsewhere == 2);
  CHECK(read.at("Station").capital_elsewhere == 0);
  CHECK(read.at("Okoye").lower_elsewhere == 0);
  CHECK(read.at("Okoye").capital_elsewhere == 1);  // not itself
  CHECK(read.at("Lusaka").capital_elsewhere == 0);
  // The first word of a sentence has a capital anyway.
  CHECK(Read("Okoye went. Okoye sat.").at("Okoye").capital_elsewhere == 0);
}

TEST_CASE("Counts are told in steps: none, one, some, many") {
  for (const auto& [count, step] : std::vector<std::pair<int, int>>{{0, 0}, {1, 1}, {2, 2}, {4, 2}, {5, 3}, {50, 3}}) {
    std::string text = "Station one.";
    for (int i = 0; i < count; ++i) text += " They saw a station there.";
    CHECK(Read(text).at("Station").lower_elsewhere == step);
  }
}

TEST_CASE("Words know what rules propose for them elsewhere") {
  const Read read(
      "In Zed they saw Okoye. Then in Zed they met Okoye, but Lusaka left.",
      {{"mine.rules", "pack mine\nrule in: in @LOCATION(Cap) possible\nrule met: met @PERSON(Cap) likely\n"}});
  CHECK(read.at("Okoye").likely_elsewhere == 1);
  CHECK(read.at("Okoye", read.names.token("met")).likely_elsewhere == 0);  // not what is proposed here
  CHECK(read.at("Zed").possible_elsewhere == 1 << 2);
  CHECK(read.at("Zed").likely_elsewhere == 0);
  CHECK(read.at("Lusaka").possible_elsewhere == 0);
}

TEST_CASE("Acronyms are the initials of a run of capitals, with or without its small words") {
  const auto is_acronym = [](const std::string& text, const std::string& word) {
    return Read(text).at(word).acronym_of == 1;
  };
  CHECK(is_acronym("they saw the Lusaka Water Board. LWB went.", "LWB"));
  CHECK(is_acronym("they saw the Bank of Lusaka. BL went.", "BL"));
  CHECK(is_acronym("they saw the Bank of Lusaka. BOL went.", "BOL"));
  CHECK(is_acronym("the LWB is the Lusaka Water Board.", "LWB"));
  CHECK(is_acronym("they saw the Lusaka Water Board Agency. Lwba went.", "Lwba"));
  CHECK(!is_acronym("they saw the Lusaka Water Board. Lwb went.", "Lwb"));  // "Ana", "Ian"
  CHECK(!is_acronym("they saw the Lusaka Water Board. LWC went.", "LWC"));
  CHECK(!is_acronym("they saw Lusaka. L went.", "L"));
}

TEST_CASE("An acronym has the type of the long name that the first pass found") {
  Read read("they saw the Lusaka Water Board. LWB went. BL too");
  read.first_pass({{"Lusaka Water Board", NameType::organization}});
  CHECK(read.at("LWB").acronym_type == 1 + static_cast<int>(NameType::organization));
  CHECK(read.at("BL").acronym_type == 0);
  CHECK(read.at("Lusaka").acronym_type == 0);
}

TEST_CASE("Other names with a word tell its type; the token's own reading is left out") {
  Read read("they met Ada Okoye. they saw Okoye. they left Lusaka");
  read.first_pass({{"Ada Okoye", NameType::person}, {"Okoye", NameType::location}, {"Lusaka", NameType::location}});
  const std::uint32_t second = read.names.token("saw");
  CHECK(read.at("Okoye", second).other_type == 1 + static_cast<int>(NameType::person));
  CHECK(read.at("Okoye", second).other_share == 2);
  CHECK(read.at("Okoye").other_type == 1 + static_cast<int>(NameType::location));
  CHECK(read.at("Ada").other_type == 0);
  CHECK(read.at("Lusaka").other_type == 0);
  CHECK(read.at("Okoye").first_label == chain_label(NameType::person, Part::last));
}

TEST_CASE("Words that the first pass left outside hear of all names") {
  Read read("they met Ada Okoye. Okoye went. Okoye left");
  read.first_pass({{"Ada Okoye", NameType::person}});
  const DocumentFacts& outside = read.at("Okoye", read.names.token("Okoye") + 1);
  CHECK(outside.first_label == kOutside);
  CHECK(outside.other_type == 1 + static_cast<int>(NameType::person));
  CHECK(outside.other_place == 8);  // it stood last
}

TEST_CASE("The more names agree, the more they count") {
  const auto others = [](int persons, int places) {
    std::string text;
    std::vector<std::pair<std::string, NameType>> found;
    for (int i = 0; i < persons + places; ++i) {
      text += "we saw Okoye there. ";
      found.emplace_back("Okoye", i < persons ? NameType::person : NameType::location);
    }
    Read read(text + "then Okoye left");
    read.first_pass(found);
    const std::uint32_t last = read.names.token("then") + 1;
    return std::tuple<int, int, int>(read.of_token(last).other_type, read.of_token(last).other_count,
                                     read.of_token(last).other_share);
  };
  CHECK(others(1, 0) == std::tuple(1, 1, 2));
  CHECK(others(3, 0) == std::tuple(1, 2, 2));
  CHECK(others(6, 0) == std::tuple(1, 3, 2));
  CHECK(others(4, 1) == std::tuple(1, 3, 1));
  CHECK(others(2, 3) == std::tuple(2, 2, 0));
}

TEST_CASE("Names that equal the whole of a token's name tell its type") {
  Read read("they left New York. they saw New York. York went");
  read.first_pass({{"New York", NameType::location}, {"New York", NameType::organization}, {"York", NameType::person}});
  CHECK(read.at("New").other_whole == 1 + static_cast<int>(NameType::organization));
  CHECK(read.at("York").other_whole == 1 + static_cast<int>(NameType::organization));
  CHECK(read.of_token(read.names.tokens.size() - 2).other_whole == 0);  // no other "York" alone
}

TEST_CASE("A name of which the model is not sure takes the type of most equal names; others keep theirs") {
  const NamesOf names("Okoye met okoye and Okoye of Lusaka. Okoye");
  constexpr auto P = NameType::person, O = NameType::organization, L = NameType::location;
  const auto agreed = [&](float first, float second, float third) {
    std::vector<NameSpan> found = {{{0, 1}, P, first}, {{2, 3}, O, second}, {{4, 5}, O, third}, {{6, 7}, L, 0.3F}};
    DocumentMemory memory;
    agree_on_types(names.tokens, memory, found);
    CHECK(found[3].type == L);  // no other is like it
    CHECK(found[0].confidence == first);
    return std::tuple(found[0].type, found[1].type, found[2].type);
  };
  CHECK(agreed(0.9F, 0.4F, 0.3F) == std::tuple(P, P, P));
  CHECK(agreed(0.5F, 0.4F, 0.3F) == std::tuple(O, O, O));
  CHECK(agreed(0.9F, 0.8F, 0.3F) == std::tuple(P, O, O));
  CHECK(agreed(0.5F, 0.25F, 0.25F) == std::tuple(P, O, O));  // as many for one as for the other
  CHECK(agreed(0.0F, 0.0F, 0.0F) == std::tuple(P, O, O));
  std::vector<NameSpan> none;
  DocumentMemory memory;
  agree_on_types(names.tokens, memory, none);
  CHECK(none.empty());
}

TEST_CASE("Memory is used again from text to text") {
  Read read("they met Ada Okoye. Station and a station");
  read.first_pass({{"Ada Okoye", NameType::person}});
  const NamesOf other("Okoye went");
  NameFacts facts;
  find_name_facts(other.input(), facts);
  find_word_facts(other.input(), facts, read.memory, read.document);
  add_first_pass(other.input(), facts, {}, std::vector<ChainLabel>(2, kOutside), read.memory, read.document);
  CHECK(read.document.size() == 1);  // "went" is no name
  CHECK(read.document[0].other_type == 0);
  find_word_facts(NamesOf("").input(), {}, read.memory, read.document);
  CHECK(read.document.empty());
}

}  // namespace
}  // namespace quoth::internal
