#pragma once

// Why names were found: every piece of evidence with its weight, and the next best readings. Tested by
// tests/unit/entity_explain_test.cc.

#include <span>
#include <vector>

#include "entity/custom_names.h"
#include "entity/entities.h"
#include "entity/names.h"
#include "quoth/document.h"

namespace quoth::internal {

/// What a rule that binds counts for a name, or against it.
inline constexpr float kBindingWeight = 100;

/// Explains names after find_names(), whose scratch it reads. Fills `out`, one explanation a name, in the same order.
///
/// A weight is what the evidence adds to the score of the name as it was read, over that of the same tokens as no name:
/// their sum is the logarithm of the odds. For names with a label of a pack it is how sure the rule or list is of
/// itself; for given names, which are not weighed, 0.
void explain_names(const NameInput& input, const NameModel& model, const CustomLabels& custom, NamesScratch& scratch,
                   std::span<const LabelledName> names, std::vector<Explanation>& out);

}  // namespace quoth::internal
