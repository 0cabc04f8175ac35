#pragma once

// How sure a name is: the model's probabilities, mended by how often names of that probability were right in texts that
// it had not learned from. As text:
//
//   PERSON<TAB>ceiling=0.970<TAB>slope=0.850<TAB>shift=-0.300
//
// Tested by tests/unit/model_confidence_test.cc.

#include <array>
#include <string>
#include <string_view>

#include "base/frozen.h"
#include "model/labels.h"
#include "quoth/load_error.h"

namespace quoth::internal {

/// ceiling / (1 + exp(-(slope * log(p / (1 - p)) + shift))): rises with p. Left as made it changes nothing. Stored: do
/// not change.
struct ConfidenceCurve {
  float ceiling = 1;  // above 0, at most 1
  float slope = 1;    // above 0
  float shift = 0;

  bool changes_nothing() const { return ceiling == 1 && slope == 1 && shift == 0; }
  /// `p` and what comes: 0 to 1.
  float operator()(float p) const;

  friend bool operator==(const ConfidenceCurve&, const ConfidenceCurve&) = default;
};

/// By NameType.
using ConfidenceCurves = std::array<ConfidenceCurve, kNameTypes>;

/// Reads such lines; empty ones and those that begin with # do not count. A type that has none is left as it is. Throws
/// one LoadError with every fault.
ConfidenceCurves read_confidence(std::string_view text, const std::string& file);
/// The lines of the curves that change something.
std::string confidence_lines(const ConfidenceCurves& curves);

/// As a section of compiled data. Where it is missing nothing is changed. Throws LoadError.
void freeze_confidence(const ConfidenceCurves& curves, std::string_view section, FrozenWriter& writer);
ConfidenceCurves load_confidence(const FrozenFile& file, std::string_view section);

}  // namespace quoth::internal
