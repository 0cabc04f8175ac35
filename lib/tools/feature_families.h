#pragma once

// Families of evidence, so that training can do without one: what is it worth? Tested by
// tests/unit/tools_train_test.cc.

#include <array>
#include <bitset>
#include <string_view>

#include "model/name_features.h"

namespace quoth::internal {

using TemplateSet = std::bitset<kTemplates.size()>;

/// words: words, affixes, shapes, and how a line is written; lists: rows of gazetteers; cues: classes of words, such as
/// roles and prepositions, and how common a word is; rules; document: what the document tells of a word; second: what
/// the first pass made of it.
inline constexpr std::array<std::string_view, 6> kFamilies = {"words", "lists", "cues", "rules", "document", "second"};

/// The templates that need a family, by its index in kFamilies; one that needs two is in both.
TemplateSet templates_of_family(std::size_t family);

}  // namespace quoth::internal
