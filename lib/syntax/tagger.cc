#include "syntax/tagger.h"

// Tested by tests/unit/syntax_parse_sentence_test.cc.

#include "text/token.h"

namespace quoth::internal {
namespace {

// The tag of a word that has one only, or none: TagSet::edge().
FineTag sure_tag(const TagModel& model, const WordFacts& word) {
  if (model.sure.empty()) return model.tags.edge();
  const std::size_t label = model.sure.first_label(sure_word_feature(word));
  return label < model.tags.coarse.size() ? static_cast<FineTag>(label) : model.tags.edge();
}

// The best of the verbs' tags; TagSet::edge(): there is none.
FineTag best_verb(const TagModel& model, const TagFeatures& features) {
  LabelSums sums{};
  model.weights.add_all(features, sums);
  FineTag best = model.tags.edge();
  for (FineTag t = 0; t < model.tags.edge(); ++t)
    if (model.tags.coarse[t] == Tag::verb && (best == model.tags.edge() || sums[t] > sums[best])) best = t;
  return best;
}

FineTag tag_of(const TagModel& model, const WordFacts* word, FineTag before, FineTag before2) {
  if (word->is_verb)
    if (const FineTag verb = best_verb(model, tag_features(word, before, before2)); verb != model.tags.edge())
      return verb;
  const FineTag sure = sure_tag(model, *word);
  if (sure != model.tags.edge()) return sure;
  return best_tag(model, tag_features(word, before, before2));
}

}  // namespace

FineTag best_tag(const TagModel& model, const TagFeatures& features) {
  LabelSums sums{};
  model.weights.add_all(features, sums);
  return static_cast<FineTag>(best_label(sums, 0, model.tags.coarse.size()));
}

FineTag tag_in_name(const TagSet& tags, const WordFacts& word, FineTag tag) {
  if ((word.shape & 15U) == static_cast<std::uint32_t>(Shape::lower)) return tag;
  switch (tags.coarse[tag]) {
    case Tag::adj:
    case Tag::adv:
    case Tag::intj:
    case Tag::noun:
    case Tag::verb:
    case Tag::x:
      return tags.name;
    default:
      return tag;
  }
}

void tag_words(const TagModel& model, std::span<const WordFacts> words, std::vector<FineTag>& out) {
  out.clear();
  FineTag before = model.tags.edge(), before2 = before;
  for (std::size_t i = kEdges; i + kEdges < words.size(); ++i) {
    FineTag tag = tag_of(model, &words[i], before, before2);
    if (words[i].in_name) tag = tag_in_name(model.tags, words[i], tag);
    out.push_back(tag);
    before2 = before;
    before = tag;
  }
}

}  // namespace quoth::internal
