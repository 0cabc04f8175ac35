#include "syntax/tagger.h"

// Tested by tests/unit/syntax_sentence_batch_test.cc.

#include <algorithm>

#include "text/token.h"

namespace quoth::internal {
namespace {

// The tag of a word that has one only, or none: TagSet::edge().
FineTag sure_tag(const TagModel& model, const WordFacts& word) {
  if (model.sure.empty()) return model.tags.edge();
  const FeatureNumber number = model.sure.find(sure_word_feature(word));
  return number != 0 && number <= model.tags.coarse.size() ? static_cast<FineTag>(number - 1) : model.tags.edge();
}

// The best of the verbs' tags; of all, if there is none.
FineTag best_verb(const TagSet& tags, const LabelSums& sums) {
  FineTag best = tags.edge();
  for (FineTag t = 0; t < tags.edge(); ++t)
    if (tags.coarse[t] == Tag::verb && (best == tags.edge() || sums[t] > sums[best])) best = t;
  return best != tags.edge() ? best : static_cast<FineTag>(best_label(sums, 0, tags.coarse.size()));
}

// The word that a sentence has come to, while its features are looked up.
struct Turn {
  const WordFacts* word = nullptr;
  std::vector<FineTag>* tags = nullptr;
  FeatureLookup<kTagFeatures> lookup;
};

TagFeatures features_of(const TagSet& set, const Turn& turn) {
  const std::vector<FineTag>& tags = *turn.tags;
  const std::size_t i = tags.size();
  return tag_features(turn.word, i > 0 ? tags[i - 1] : set.edge(), i > 1 ? tags[i - 2] : set.edge());
}

void finish(const TagSet& set, Turn& turn, FineTag tag) {
  turn.tags->push_back(turn.word->in_name ? tag_in_name(set, *turn.word, tag) : tag);
}

FineTag best_tag(const TagModel& model, const Turn& turn) {
  const LabelSums sums = model.weights.sums(turn.lookup);
  if (turn.word->is_verb) return best_verb(model.tags, sums);
  return static_cast<FineTag>(best_label(sums, 0, model.tags.coarse.size()));
}

}  // namespace

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

void tag_words(const TagModel& model, std::span<const TaggedWords> sentences) {
  std::array<Turn, kMostTogether> turns;
  std::size_t longest = 0;
  for (const TaggedWords& sentence : sentences) {
    sentence.tags->clear();
    longest = std::max(longest, sentence.size());
  }
  for (std::size_t place = 0; place < longest; ++place) {
    std::size_t count = 0;
    for (const TaggedWords& sentence : sentences) {
      if (place >= sentence.size()) continue;
      Turn& turn = turns[count];
      turn.word = &sentence.words[place + kEdges];
      turn.tags = sentence.tags;
      const FineTag sure = turn.word->is_verb ? model.tags.edge() : sure_tag(model, *turn.word);
      if (sure != model.tags.edge()) {
        finish(model.tags, turn, sure);
        continue;
      }
      model.weights.table().ask(features_of(model.tags, turn), turn.lookup);
      ++count;
    }
    const std::span together = std::span(turns).first(count);
    for (Turn& turn : together) model.weights.table().select(turn.lookup);
    for (Turn& turn : together) model.weights.read(turn.lookup);
    for (Turn& turn : together) finish(model.tags, turn, best_tag(model, turn));
  }
}

}  // namespace quoth::internal
