#pragma once

// Why names were found: every piece of evidence with its weight, and the next best readings. Tested by
// tests/unit/entity_explain_test.cc.

#include <span>
#include <vector>

#include "entity/entities.h"
#include "entity/names.h"
#include "quoth/document.h"

namespace quoth::internal {

/// Explains names after find_names(), whose scratch it reads. Fills `out`, one explanation a name, in the same order. A
/// name that the model does not know (of a pack's label, or given) has the lists and rules that speak for it alone.
void explain_names(const NameInput& input, const NameModel& model, NamesScratch& scratch,
                   std::span<const LabelledName> names, std::vector<Explanation>& out);

}  // namespace quoth::internal
