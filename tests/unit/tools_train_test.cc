#include <catch2/catch.hpp>
#include <limits>

#include "analyzer/language.h"
#include "model/weight_file.h"
#include "tools/crf_trainer.h"
#include "tools/train_data.h"

namespace quoth::internal {
namespace {

const Language& english() {
  static const auto language = load_language({});
  return *language;
}

struct Labelled {
  std::string phrase;
  NameType type;
};

GoldDocument gold(const std::string& text, const std::vector<Labelled>& names) {
  GoldDocument document;
  document.text = text;
  std::size_t from = 0;
  for (const Labelled& name : names) {
    const std::size_t at = text.find(name.phrase, from);
    if (at == std::string::npos) throw std::runtime_error("no " + name.phrase);
    from = at + name.phrase.size();
    document.names.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(from)}, name.type});
  }
  return document;
}

/// "O", "B-PERSON": the labels that the gold allows a token; "any" and "O or MISC".
std::string allowed(LabelSet set) {
  if (set == kAllLabels) return "any";
  for (ChainLabel l = 0; l < kChainLabels; ++l)
    if (set == LabelSet{1} << l) return label_text(l);
  return (set & 1U) != 0 ? "O or MISC" : "several";
}

std::string labels_of(const GoldDocument& document) {
  FeatureExtractor extractor(english());
  std::string out;
  for (const TrainChain& chain : extractor.extract(document, nullptr).chains)
    for (const LabelSet set : chain.gold) out.append(out.empty() ? "" : " ").append(allowed(set));
  return out;
}

TEST_CASE("Names of the gold become labels of tokens") {
  CHECK(labels_of(gold("we saw Wibble Flox there", {{"Wibble Flox", NameType::person}})) == "B-PERSON L-PERSON");
  CHECK(labels_of(gold("we saw Wibble Flox there", {{"Flox", NameType::location}})) == "O U-LOCATION");
  CHECK(labels_of(gold("we saw Wibble Flox Gronk there", {{"Wibble Flox Gronk", NameType::misc}})) ==
        "B-MISC I-MISC L-MISC");
  CHECK(labels_of(gold("nothing here", {})) == "");
}

TEST_CASE("Where MISC is not labelled, what has no mark may be MISC") {
  GoldDocument document = gold("we saw Wibble Flox there", {{"Flox", NameType::person}});
  document.misc_known = false;
  CHECK(labels_of(document) == "O or MISC U-PERSON");
}

TEST_CASE("A name that reaches out of its chain binds nothing there") {
  CHECK(labels_of(gold("we saw Wibble zzz there", {{"Wibble zzz", NameType::person}})) == "any");
  CHECK(labels_of(gold("we saw zzz Wibble there", {{"zzz Wibble", NameType::person}})) == "any");
}

TEST_CASE("Features are numbered in order of their first use, each once, and their texts are known") {
  FeatureExtractor extractor(english());
  const GoldDocument document = gold("we saw Wibble Flox there. Then Wibble left.", {});
  const TrainDocument first = extractor.extract(document, nullptr);
  const std::size_t size = extractor.index().size();
  const TrainDocument again = extractor.extract(document, nullptr);
  CHECK(extractor.index().size() == size);
  REQUIRE(again.chains.size() == first.chains.size());
  for (std::size_t c = 0; c < first.chains.size(); ++c) CHECK(again.chains[c].features == first.chains[c].features);
  std::size_t words = 0;
  for (FeatureId f = 0; f < size; ++f) {
    const auto& feature = extractor.index()[f];
    const std::string text = feature_text(feature.name, feature.values, extractor.texts());
    if (text == "w=wibble" || text == "prefix=wib" || text == "suffix3=lox") ++words;
    const WeightTable read = read_weights(text + "\tU-MISC=1", "w");  // each can be written and read
    CHECK(read.rows.at(0).feature == feature.hash);
  }
  CHECK(words == 3);
}

TEST_CASE("Features of the second pass come last") {
  FeatureExtractor extractor(english());
  const GoldDocument document = gold("we saw Wibble Flox there", {});
  extractor.extract(document, nullptr);
  FirstPass pass;
  pass.labels.assign(extractor.token_count(), kOutside);
  const TrainDocument second = extractor.extract(document, &pass);
  REQUIRE(second.chains.size() == 1);
  const TrainChain& chain = second.chains[0];
  REQUIRE(chain.starts.size() == 3);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(chain.starts[i] < chain.second[i]);
    CHECK(chain.second[i] < chain.starts[i + 1]);
    for (std::uint32_t k = chain.second[i]; k < chain.starts[i + 1]; ++k)
      CHECK(extractor.index()[chain.features[k]].name >= Template::acronym_type);
  }
}

/// Invented words that only the labels tell apart.
std::vector<GoldDocument> tiny_corpus() {
  std::vector<GoldDocument> corpus;
  for (int i = 0; i < 8; ++i) {
    corpus.push_back(
        gold("we met Wibble Flox in Gronk today.", {{"Wibble Flox", NameType::person}, {"Gronk", NameType::location}}));
    corpus.push_back(
        gold("the Zedco shares fell, and Flox left.", {{"Zedco", NameType::organization}, {"Flox", NameType::person}}));
  }
  return corpus;
}

TrainOptions quick() {
  TrainOptions options;
  options.epochs = 8;
  return options;
}

TEST_CASE("The trainer learns what a tiny corpus says") {
  FeatureExtractor extractor(english());
  const GoldDocument document = tiny_corpus()[0], other = tiny_corpus()[1];
  const TrainDocument a = extractor.extract(document, nullptr), b = extractor.extract(other, nullptr);
  CrfTrainer trainer(extractor.index().size(), quick());
  std::vector<TrainItem> items;
  for (int i = 0; i < 10; ++i)
    for (const TrainDocument* d : {&a, &b})
      for (const TrainChain& chain : d->chains) items.push_back({&chain, false, 1});
  trainer.train(items);
  std::vector<LabelScores> scores;
  std::vector<ChainLabel> labels;
  BestScores scratch;
  for (const TrainDocument* d : {&a, &b})
    for (const TrainChain& chain : d->chains) {
      trainer.score({&chain, false, 1}, scores);
      best_labels(scores, allowed_steps(trainer.steps()), scratch, labels);
      for (std::size_t i = 0; i < labels.size(); ++i) CHECK((chain.gold[i] >> labels[i] & 1U) == 1);
    }
  const FirstPass pass = run_first_pass(trainer, a, extractor.token_count());
  REQUIRE(pass.names.size() == 2);
  CHECK(pass.names[0].type == NameType::person);
  CHECK(pass.names[0].tokens.size() == 2);
  CHECK(pass.names[1].type == NameType::location);
  CHECK(pass.names[1].confidence > 0.5F);
}

std::vector<float> trained(const TrainOptions& options, const WeightTable* start = nullptr) {
  FeatureExtractor extractor(english());
  const auto corpus = tiny_corpus();
  const TrainedNames names = train_names(extractor, corpus, options, 2, start);
  std::vector<float> all;
  for (const auto& row : names.rows) all.insert(all.end(), row.begin(), row.end());
  for (const auto& row : names.steps) all.insert(all.end(), row.begin(), row.end());
  return all;
}

TEST_CASE("The same seed gives the same weights, another seed others") {
  TrainOptions options = quick();
  options.epochs = 2;
  const auto first = trained(options);
  CHECK(trained(options) == first);
  options.seed = 2;
  CHECK(trained(options) != first);
}

TEST_CASE("Weights that are no numbers are not given out") {
  TrainOptions options = quick();
  options.epochs = 1;
  options.rate = std::numeric_limits<float>::quiet_NaN();
  CHECK_THROWS_WITH(trained(options), Catch::StartsWith("the weights got out of range"));
}

TEST_CASE("Rare features and features that tell nothing have no weight") {
  FeatureExtractor extractor(english());
  auto corpus = tiny_corpus();
  corpus.push_back(gold("we saw Onceonly there", {{"Onceonly", NameType::person}}));
  TrainOptions options = quick();
  options.epochs = 2;
  options.min_count = 3;  // a word in one chain is seen twice: in each pass
  const TrainedNames names = train_names(extractor, corpus, options, 2, nullptr);
  std::size_t rare = 0, none = 0;
  for (FeatureId f = 0; f < extractor.index().size(); ++f) {
    const auto& feature = extractor.index()[f];
    const bool zero = names.rows[f] == std::array<float, kNameLabels>{};
    none += zero ? 1 : 0;
    if (feature_text(feature.name, feature.values, extractor.texts()) != "w=onceonly") continue;
    ++rare;
    CHECK(zero);
  }
  CHECK(rare == 1);
  CHECK(none < extractor.index().size());
}

TEST_CASE("Names that overlap teach nothing and break nothing") {
  FeatureExtractor extractor(english());
  GoldDocument document = gold("we saw Wibble Flox Gronk", {});
  document.names = {{{7, 18}, NameType::person}, {{14, 18}, NameType::location}};
  const TrainDocument overlapping = extractor.extract(document, nullptr);
  CrfTrainer trainer(extractor.index().size(), quick());
  const std::vector<TrainItem> items(20, TrainItem{&overlapping.chains.at(0), false, 1});
  trainer.train(items);
  for (FeatureId f = 0; f < extractor.index().size(); ++f)
    for (const float w : trainer.weights(f)) CHECK(w == 0);
}

TEST_CASE("Training goes on from earlier weights") {
  TrainOptions options = quick();
  options.epochs = 1;
  WeightTable start = read_weights("w=zedco\tU-PERSON=50\nstep\tO\tO=3\n", "w");
  FeatureExtractor extractor(english());
  const auto corpus = tiny_corpus();
  const TrainedNames names = train_names(extractor, corpus, options, 2, &start);
  CHECK(names.steps[kOutside][kOutside] > 1);
  bool found = false;
  for (FeatureId f = 0; f < extractor.index().size(); ++f) {
    const auto& feature = extractor.index()[f];
    if (feature_text(feature.name, feature.values, extractor.texts()) != "w=zedco") continue;
    found = true;
    CHECK(names.rows[f][3] > 40);  // U-PERSON
  }
  CHECK(found);
}

}  // namespace
}  // namespace quoth::internal
