// Tests lib/tools/syntax_examples.cc, syntax_perceptron.cc, syntax_trainer.cc and syntax_evaluation.cc.

#include "tools/syntax_trainer.h"

#include <catch2/catch.hpp>

#include "syntax_fixture.h"

namespace quoth::internal {
namespace {

// The tokens of one sentence with their trees: "tag<head relation", heads from 1, 0 for the root.
std::string example_of(const std::string& rows) {
  const std::vector<TreeSentence> sentences = read_treebank(conllu(rows), "t");
  const FineTags tags(sentences);
  const auto examples = make_examples(no_lists(), sentences, tags);
  if (examples.empty()) return "none";
  const TreeExample& e = examples[0];
  std::string out;
  for (std::uint32_t i = 0; i < e.size(); ++i)
    out += (i > 0 ? " " : "") + std::string(tag_name(tags.set().coarse[e.tags[i]])) + '/' +
           std::to_string(e.heads[i] == e.size() ? 0 : e.heads[i] + 1) + '/' +
           std::string(relation_name(e.relations[i]));
  return out;
}

}  // namespace

TEST_CASE("trees are carried over to our tokens") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"Ada/PROPN-NNP/2/nsubj sings/VERB-VBZ/0/root +./PUNCT-./2/punct", "PROPN/2/nsubj VERB/0/root PUNCT/2/punct"},
      // Several words in one token: the highest stands for them.
      {"a/DET-DT/6/det follow/VERB-VB/4/compound +-/PUNCT-HYPH/4/punct +up/NOUN-NN/6/compound big/ADJ-JJ/6/amod "
       "talk/NOUN-NN/0/root",
       "DET/4/det NOUN/4/compound ADJ/4/amod NOUN/0/root"},
      // Several tokens in one word: the last that is no mark stands for it.
      {"Lt./PROPN-NNP/2/compound Okoye/PROPN-NNP/3/nsubj left/VERB-VBD/0/root +./PUNCT-./3/punct",
       "PROPN/3/compound PUNCT/1/punct PROPN/4/nsubj VERB/0/root PUNCT/4/punct"},
      {"Anglo-Polish/ADJ-JJ/2/amod talks/NOUN-NNS/0/root +./PUNCT-./2/punct",
       "ADJ/3/goeswith PUNCT/3/punct ADJ/4/amod NOUN/0/root PUNCT/4/punct"},
  };
  for (const auto& [tree, tokens] : rows) {
    INFO(tree);
    CHECK(example_of(tree) == tokens);
  }
}

TEST_CASE("a rare fine tag is the most frequent one of its tag") {
  const FineTags tags(read_treebank(small_treebank(), "small"));
  CHECK(tags.names().size() >= 10);
  CHECK(tags.of("VERB", "VBD") == tags.of("VERB", "never seen"));
  CHECK(tags.of(Tag::verb) == tags.of("VERB", "VBD"));
  CHECK(tags.set().coarse[tags.of("PROPN", "NNP")] == Tag::propn);
  CHECK(tags.set().name == tags.of(Tag::propn));
}

TEST_CASE("a perceptron averages its weights over time") {
  Perceptron model;
  const std::vector<SyntaxFeature> features = {1, 2};
  model.update(features, 3, 4);
  model.advance();
  model.advance();
  model.update(std::vector<SyntaxFeature>{2}, 4, 3);
  model.advance();
  model.advance();
  CHECK(model.score(features)[3] == 1);
  CHECK(model.score(features)[4] == -1);
  const auto rows = model.averages();
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].weights == std::vector<std::pair<std::uint32_t, float>>{{3, 1.0F}, {4, -1.0F}});
  CHECK(rows[1].weights == std::vector<std::pair<std::uint32_t, float>>{{3, 0.5F}, {4, -0.5F}});
  CHECK(strongest_features(rows, 1) == std::vector<SyntaxFeature>{1});
}

TEST_CASE("a perceptron with given features learns no others") {
  Perceptron model(std::vector<SyntaxFeature>{7});
  model.update(std::vector<SyntaxFeature>{7, 8}, 0, 1);
  model.advance();
  const auto rows = model.averages();
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].feature == 7);
}

TEST_CASE("a small treebank is learned, the same way each time") {
  const std::vector<TreeSentence> sentences = read_treebank(small_treebank(), "small");
  const FineTags tags(sentences);
  const auto examples = make_examples(no_lists(), sentences, tags);
  CHECK(examples.size() == sentences.size());
  const SyntaxScore score = score_syntax(small_model(), examples);
  CHECK(score.tokens > 50);
  CHECK(score.tags == score.tokens);
  // The parser learns with the tags of taggers that know half of it.
  CHECK(score.heads * 100 >= score.tokens * 80);
  CHECK(score.relations * 100 >= score.tokens * 75);
  CHECK(score.words < score.tokens);
  CHECK(small_weights() == small_weights());
}

TEST_CASE("no more features are kept than asked for") {
  const std::vector<TreeSentence> sentences = read_treebank(small_treebank(), "small");
  const FineTags tags(sentences);
  SyntaxTrainOptions options;
  options.folds = 2;
  options.tag_features = 50;
  options.step_features = 60;
  options.relation_features = 40;
  const SyntaxWeights weights = train_syntax(make_examples(no_lists(), sentences, tags), tags, options);
  CHECK(weights.tag_rows.size() <= 50);
  CHECK(weights.step_rows.size() <= 60);
  CHECK(weights.relation_rows.size() <= 40);
  CHECK(weights.step_rows.size() > 10);
}

}  // namespace quoth::internal
