#pragma once

// Names with labels that the model does not know: those of a user's lists and rules. They are found with the strengths
// that they declare. Tested by tests/unit/entity_custom_names_test.cc.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "entity/entities.h"
#include "entity/names.h"

namespace quoth::internal {

/// Which labels packs add; made once, when data is loaded.
class CustomLabels {
 public:
  CustomLabels() = default;
  CustomLabels(std::span<const Lexicon> lexicons, const RuleSet& rules);

  /// PERSON, LOCATION, ORGANIZATION, then the others.
  const std::vector<std::string>& labels() const { return labels_; }
  bool any() const { return labels_.size() > 3; }
  /// The public label of a rule's label or an entry's kind; kNoLabel: none that packs add.
  static constexpr LabelId kNoLabel = 0xFFFF;
  LabelId of_rule(std::uint16_t label) const { return by_rule_label_[label]; }
  LabelId of_entry(std::uint32_t lexicon, const Entry& entry) const { return by_kind_[lexicon][entry.kind]; }

 private:
  LabelId add(std::string_view label);

  std::vector<std::string> labels_ = {"PERSON", "LOCATION", "ORGANIZATION"};
  std::vector<LabelId> by_rule_label_;
  std::vector<std::vector<LabelId>> by_kind_;
};

/// How sure a rule of a pack is of a name with a label of its own; 0: it proposes nothing.
float rule_confidence(Strength strength);
/// The same of a list's row.
float entry_confidence(const Entry& entry);

/// Adds custom names to those of the model (in order, MISC left out already). A custom name takes the place of names
/// that it covers; one that cuts into another name is dropped unless its rule is certain.
void add_custom_names(const NameInput& input, const CustomLabels& custom, std::vector<LabelledName>& names);

}  // namespace quoth::internal
