#pragma once

// What the numbers of features mean, for people. Tested by tests/unit/model_name_features_test.cc.

#include <string>

#include "model/name_features.h"

namespace quoth::internal {

/// "role|surname+location" for the feature `cues-1,names=512|12`: the classes, shapes, types and labels that its
/// numbers stand for. Values that speak for themselves are left as "*"; empty if all do.
std::string feature_meaning(Template t, const FeatureValues& values);

}  // namespace quoth::internal
