#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include "quoth/quoth.h"

namespace {

quoth::Document explained(const std::string& text) {
  quoth::Options options;
  options.explain = true;
  return quoth::Analyzer::english().with_options(options).analyze(text);
}

bool has_source(const quoth::Explanation& why, const std::string& part) {
  for (const quoth::Evidence& evidence : why.evidence)
    if (evidence.source.find(part) != std::string::npos) return true;
  return false;
}

const std::string kText = "“No,” the minister's adviser Mary Okoye told reporters in Lagos on Friday.";

}  // namespace

TEST_CASE("each mention and quote has an explanation only where it is asked for") {
  const quoth::Document plain = quoth::Analyzer::english().analyze(kText);
  REQUIRE(!plain.mentions.empty());
  CHECK(plain.mention_explanations.empty());
  CHECK(plain.quote_explanations.empty());
  const quoth::Document doc = explained(kText);
  CHECK(doc.mentions == plain.mentions);
  CHECK(doc.quotes == plain.quotes);
  CHECK(doc.mention_explanations.size() == doc.mentions.size());
  CHECK(doc.quote_explanations.size() == doc.quotes.size());
}

TEST_CASE("a name is explained by weights, list rows and rules") {
  const quoth::Document doc = explained(kText);
  bool found = false;
  for (std::size_t m = 0; m < doc.mentions.size(); ++m) {
    if (doc.text_of(doc.mentions[m]) != "Mary Okoye") continue;
    found = true;
    const quoth::Explanation& why = doc.mention_explanations[m];
    CHECK(has_source(why, "weights: "));
    for (std::size_t k = 1; k < why.evidence.size(); ++k)
      CHECK(std::abs(why.evidence[k - 1].weight) >= std::abs(why.evidence[k].weight));
    for (const quoth::Evidence& reading : why.runners_up) {
      CHECK(reading.weight >= 0);
      CHECK(reading.weight <= 1.001F);
    }
  }
  CHECK(found);
}

TEST_CASE("a quote names the rule that saw its speaker, with file and line") {
  const quoth::Document doc = explained(kText);
  REQUIRE(doc.quotes.size() == 1);
  CHECK(has_source(doc.quote_explanations[0], "en/rules/quotes.rules:"));
}

TEST_CASE("given mentions are explained by lists and rules alone") {
  quoth::Options options;
  options.explain = true;
  const std::vector<quoth::GivenMention> given = {{{0, 4}, "PERSON"}};
  const quoth::Document doc = quoth::Analyzer::english().with_options(options).analyze("Mary left.", given);
  REQUIRE(doc.mention_explanations.size() == 1);
  CHECK(has_source(doc.mention_explanations[0], "gazetteers/"));
  CHECK_FALSE(has_source(doc.mention_explanations[0], "weights: "));
  CHECK(doc.mention_explanations[0].runners_up.empty());
}
