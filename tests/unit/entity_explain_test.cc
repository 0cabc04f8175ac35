#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>
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

/// A pack's file that is there as long as this.
class PackFile {
 public:
  PackFile(const std::string& name, const std::string& text)
      : folder_(std::filesystem::temp_directory_path() / ("quoth_explain_" + std::to_string(::getpid()) + name)),
        path_(folder_ / name) {
    std::filesystem::create_directory(folder_);
    std::ofstream(path_) << text;
  }
  ~PackFile() { std::filesystem::remove_all(folder_); }
  PackFile(const PackFile&) = delete;
  PackFile& operator=(const PackFile&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path folder_, path_;
};

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

TEST_CASE("the weights of a name add up to the logarithm of its odds against no name") {
  // The name is all of its chain, so that nothing else has a part in the odds. Weights of runners-up are probabilities.
  int compared = 0;
  for (const std::string text : {"People in the old town of Quillan left.", "He asked the Congress to vote.",
                                 "We saw the Wanda at noon.", "The plan of Zorb is dead."}) {
    const quoth::Document doc = explained(text);
    const auto name = std::find_if(doc.mentions.begin(), doc.mentions.end(),
                                   [](const quoth::Mention& m) { return m.form == quoth::Form::name; });
    if (name == doc.mentions.end()) continue;
    const quoth::Explanation& why = doc.mention_explanations[static_cast<std::size_t>(name - doc.mentions.begin())];
    double sum = 0, none = 0;
    for (const quoth::Evidence& evidence : why.evidence) sum += static_cast<double>(evidence.weight);
    for (const quoth::Evidence& reading : why.runners_up)
      if (reading.text == "no name") none = static_cast<double>(reading.weight);
    INFO(text);
    if (none == 0) continue;
    CHECK(sum == Approx(std::log(static_cast<double>(name->confidence) / none)).margin(0.02));
    ++compared;
  }
  CHECK(compared > 0);
}

TEST_CASE("the next best reading is there, however unlikely, and none is the reading itself") {
  const quoth::Document doc = explained(kText);
  for (std::size_t m = 0; m < doc.mentions.size(); ++m) {
    const quoth::Explanation& why = doc.mention_explanations[m];
    if (doc.mentions[m].form != quoth::Form::name) continue;
    REQUIRE(!why.runners_up.empty());
    float sum = doc.mentions[m].confidence;
    for (std::size_t k = 0; k < why.runners_up.size(); ++k) {
      CHECK(why.runners_up[k].text !=
            doc.labels[doc.mentions[m].label] + " '" + std::string(doc.text_of(doc.mentions[m])) + "'");
      if (k > 0) CHECK(why.runners_up[k - 1].weight >= why.runners_up[k].weight);
      sum = std::max(sum, why.runners_up[k].weight);
    }
    CHECK(sum == doc.mentions[m].confidence);  // the reading is the best
  }
}

TEST_CASE("a row or rule of a pack that the weights do not know counts with what it adds") {
  quoth::Options options;
  options.explain = true;
  const PackFile list("names.tsv",
                      "surface\tcanonical\ttype\tsubtype\tprior\tids\tlang\tflags\n"
                      "Zzyzx Quillan\t\tPERSON\t\t5\t\t\t\n"
                      "Morning Star\t\tSHIP\t\t5\t\t\t\n");
  const PackFile rules("ships.rules",
                       "pack ships\nrule boat: boat @SHIP(Cap) likely\nrule sure: saw @PERSON(Cap) certain\n");
  const auto analyzer = quoth::Analyzer::load({{}, {list.path(), rules.path()}}, options);
  const quoth::Document doc =
      analyzer.analyze("He told Zzyzx Quillan of the Morning Star and the boat Wanda. I saw Bo.");
  const auto weight_of = [&](const std::string& name, const std::string& source) {
    for (std::size_t m = 0; m < doc.mentions.size(); ++m)
      if (doc.text_of(doc.mentions[m]) == name)
        for (const quoth::Evidence& e : doc.mention_explanations[m].evidence)
          if (e.source.find(source) != std::string::npos) return e.weight;
    return 0.0F;
  };
  // 4 on each of two tokens, and a little that the weights know of rows of any list.
  CHECK(weight_of("Zzyzx Quillan", "names.tsv:2") == Approx(8).margin(3));
  CHECK(weight_of("Morning Star", "names.tsv:3") == doc.mentions[1].confidence);
  CHECK(weight_of("Wanda", "ships.rules:2 boat") == doc.mentions[2].confidence);
  CHECK(weight_of("Bo", "ships.rules:3 sure") == Approx(100));  // binds
}

TEST_CASE("a quote tells by what frame its speaker was seen") {
  const quoth::Document doc = explained(kText);
  REQUIRE(doc.quotes.size() == 1);
  CHECK(has_source(doc.quote_explanations[0], "subject of the verb"));
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
