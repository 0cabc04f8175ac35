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

// The best of the tags that stand for a coarse one; of all, if there is none.
FineTag best_of(Tag coarse, const TagSet& tags, const LabelSums& sums) {
  FineTag best = tags.edge();
  for (FineTag t = 0; t < tags.edge(); ++t)
    if (tags.coarse[t] == coarse && (best == tags.edge() || sums[t] > sums[best])) best = t;
  return best != tags.edge() ? best : static_cast<FineTag>(best_label(sums, 0, tags.coarse.size()));
}

// The word that a sentence has come to, while its features are looked up.
struct Turn {
  const WordFacts* word = nullptr;
  std::vector<FineTag>* tags = nullptr;
  FineTag tag = 0;
  bool in_doubt = false;
  LabelSums sums{};
  FeatureLookup<kTellingTagFeatures> telling;
  FeatureLookup<kOtherTagFeatures> others;
};

TagFeatures features_of(const TagSet& set, const Turn& turn) {
  const std::vector<FineTag>& tags = *turn.tags;
  const std::size_t i = tags.size();
  return {turn.word, i > 0 ? tags[i - 1] : set.edge(), i > 1 ? tags[i - 2] : set.edge()};
}

void choose_tag(const TagSet& set, Turn& turn) {
  const std::size_t best = best_label(turn.sums, 0, set.coarse.size());
  turn.tag = static_cast<FineTag>(best);
  turn.in_doubt = turn.word->known != Tag::none || lead(turn.sums, best, 0, set.coarse.size()) < kSureTagLead;
}

void choose_tags(const TagModel& model, std::span<Turn> turns) {
  for (Turn& turn : turns) {
    turn.tag = turn.word->known != Tag::none ? model.tags.edge() : sure_tag(model, *turn.word);
    turn.in_doubt = turn.tag == model.tags.edge();
    if (!turn.in_doubt) continue;
    turn.sums = {};
    model.weights.table().ask(features_of(model.tags, turn).telling(), turn.telling);
  }
  look_up(model.weights, turns, &Turn::telling);
  for (Turn& turn : turns) {
    if (!turn.in_doubt) continue;
    model.weights.add(turn.telling, turn.sums);
    choose_tag(model.tags, turn);
    if (turn.in_doubt) model.weights.table().ask(features_of(model.tags, turn).others(), turn.others);
  }
  look_up(model.weights, turns, &Turn::others);
  for (Turn& turn : turns) {
    if (!turn.in_doubt) continue;
    model.weights.add(turn.others, turn.sums);
    choose_tag(model.tags, turn);
    if (turn.word->known != Tag::none) turn.tag = best_of(turn.word->known, model.tags, turn.sums);
  }
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
      turns[count].word = &sentence.words[place + kEdges];
      turns[count++].tags = sentence.tags;
    }
    const std::span together = std::span(turns).first(count);
    choose_tags(model, together);
    for (const Turn& turn : together)
      turn.tags->push_back(turn.word->in_name ? tag_in_name(model.tags, *turn.word, turn.tag) : turn.tag);
  }
}

}  // namespace quoth::internal
