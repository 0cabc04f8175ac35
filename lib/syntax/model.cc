#include "syntax/model.h"

// Tested by tests/unit/syntax_weight_file_test.cc.

namespace quoth::internal {
namespace {

TagSet read_tag_set(const FrozenFile& file) {
  const std::string_view bytes = file.section(kTagSetSection);
  TagSet set;
  // Two numbers beyond the tags are in use: TagSet::edge() and the parser's root.
  if (bytes.size() < 2 || bytes.size() > kMostLabels - 1) file.fail("has a broken set of tags");
  set.name = static_cast<FineTag>(bytes[0]);
  for (const char c : bytes.substr(1)) {
    const auto tag = static_cast<std::uint8_t>(c);
    if (tag == 0 || tag >= kTags) file.fail("has an unknown tag");
    set.coarse.push_back(static_cast<Tag>(tag));
  }
  if (set.name >= set.coarse.size()) file.fail("has no tag for names");
  return set;
}

}  // namespace

SyntaxModel::SyntaxModel(const FrozenFile& file) {
  if (!file.has(kTagSetSection)) return;
  tags.tags = read_tag_set(file);
  tags.sure = FeatureTable(file, kSureSections);
  tags.weights = LabelWeights(file, kTagSections);
  trees.steps = StepWeights(file, kStepSections);
  trees.relations = LabelWeights(file, kRelationSections);
}

}  // namespace quoth::internal
