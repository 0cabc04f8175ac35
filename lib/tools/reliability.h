#pragma once

// Whether names are as often right as their confidence says. Tested by tests/unit/tools_evaluation_test.cc.

#include <array>
#include <cstdint>
#include <string>

namespace quoth::internal {

/// Names by tenths of their confidence.
class Reliability {
 public:
  /// `confidence`: 0 to 1. `right`: found with exactly the edges and type that the gold has.
  void add(float confidence, bool right);
  /// The mean distance, over all names, between a tenth's mean confidence and its share of right names; 0 to 100
  /// points.
  double expected_error() const;
  /// A table by tenths, and the expected calibration error.
  std::string report() const;

 private:
  struct Bin {
    std::uint32_t names = 0, right = 0;
    double confidence = 0;  // sum

    double mean_confidence() const { return names == 0 ? 0 : 100 * confidence / names; }
    double share_right() const { return names == 0 ? 0 : 100.0 * right / names; }
  };
  Bin total() const;

  std::array<Bin, 10> bins_;
};

}  // namespace quoth::internal
