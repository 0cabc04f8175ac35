#include "tools/syntax_evaluation.h"

// Tested by tests/unit/syntax_trainer_test.cc.

#include <cstdio>
#include <ctime>

namespace quoth::internal {
namespace {

void count(const SyntaxModel& model, const TreeExample& gold, const std::vector<FineTag>& tags, const ParseState& state,
           SyntaxScore& score) {
  const std::vector<Tag>& coarse = model.tags.tags.coarse;
  for (std::uint32_t i = 0; i < gold.size(); ++i) {
    const bool head = state[i].head == gold.heads[i];
    const bool relation = head && state[i].relation == gold.relations[i];
    ++score.tokens;
    score.tags += coarse[tags[i]] == coarse[gold.tags[i]];
    score.heads += head;
    score.relations += relation;
    if (gold.relations[i] == Relation::punct) continue;
    ++score.words;
    score.word_heads += head;
    score.word_relations += relation;
  }
}

double percent(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

LoadedSyntax::LoadedSyntax(const SyntaxWeights& weights) {
  FrozenWriter writer;
  freeze_syntax(weights, writer);
  bytes = writer.finish();
  model = SyntaxModel(FrozenFile(bytes, "weights", true));
}

SyntaxScore score_syntax(const SyntaxModel& model, std::span<const TreeExample> examples) {
  SyntaxScore score;
  std::vector<FineTag> tags;
  ParseState state;
  for (const TreeExample& example : examples) {
    const std::clock_t start = std::clock();
    tag_words(model.tags, std::array{TaggedWords{example.words, &tags}});
    state.begin(example.words, tags, model.tags.tags.edge());
    parse(model.trees, std::array{&state});
    score.seconds += static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    count(model, example, tags, state, score);
  }
  return score;
}

std::string score_line(const SyntaxScore& s) {
  char line[200];
  std::snprintf(line, sizeof line, "tags %.2f  UAS %.2f  LAS %.2f  without marks %.2f %.2f  %llu tokens, %.0f a second",
                percent(s.tags, s.tokens), percent(s.heads, s.tokens), percent(s.relations, s.tokens),
                percent(s.word_heads, s.words), percent(s.word_relations, s.words),
                static_cast<unsigned long long>(s.tokens),
                s.seconds > 0 ? static_cast<double>(s.tokens) / s.seconds : 0.0);
  return line;
}

}  // namespace quoth::internal
