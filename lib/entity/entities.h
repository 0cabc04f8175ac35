#pragma once

// Joins all names that mean the same person, place or organisation. Tested by tests/unit/entity_entities_test.cc.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash_index.h"
#include "model/name_facts.h"
#include "quoth/document.h"
#include "text/token.h"

namespace quoth::internal {

/// A name with its public label.
struct LabelledName {
  TokenRange tokens;
  LabelId label = kPerson;
  float confidence = 0;
};

/// An entity before it becomes public.
struct LinkedEntity {
  LabelId label = kPerson;
  Sex sex = Sex::unknown;
  std::string name;
  std::string ids;                   // "wikidata:Q90|geonames:2988507", as lists write them
  std::vector<std::uint32_t> names;  // indices, in text order
};

/// Whether both may be of one person, as far as the text tells.
constexpr bool sexes_agree(Sex a, Sex b) { return a == Sex::unknown || b == Sex::unknown || a == b; }

/// Fills `entity_of` (one a name) and `entities` (in order of their first name). Names are in order and do not overlap.
/// Linear in the number of names but for namesakes, of which a bounded number is looked at.
void link_entities(const NameInput& input, const std::vector<LabelledName>& names,
                   std::vector<std::uint32_t>& entity_of, std::vector<LinkedEntity>& entities);

}  // namespace quoth::internal
