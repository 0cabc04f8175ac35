#pragma once

// How sure a name is, learned from names that were found in texts which the model had not learned from. Tested by
// tests/unit/tools_calibration_test.cc.

#include <span>
#include <vector>

#include "model/confidence.h"
#include "model/labels.h"

namespace quoth::internal {

/// A found name, and whether it was one.
struct JudgedName {
  NameType type = NameType::person;
  float probability = 0;  // by the model, 0 to 1
  bool right = false;
  float weight = 1;  // above 0
};

/// The curves under which what was seen is likeliest. A type with few names is left as it is. Deterministic.
ConfidenceCurves fit_confidence(std::span<const JudgedName> names);

}  // namespace quoth::internal
