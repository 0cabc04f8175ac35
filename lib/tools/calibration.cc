#include "tools/calibration.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace quoth::internal {
namespace {

constexpr std::size_t kFewestNames = 100;

using Parameters = std::array<double, 3>;  // ceiling, slope, shift

ConfidenceCurve curve_of(const Parameters& p) {
  return {static_cast<float>(p[0]), static_cast<float>(p[1]), static_cast<float>(p[2])};
}

// The logarithm of the likelihood, negative and so to be made small.
double loss(const std::vector<JudgedName>& names, const Parameters& parameters) {
  if (parameters[0] <= 0 || parameters[0] > 1 || parameters[1] < 0.05) return 1e30;
  const ConfidenceCurve curve = curve_of(parameters);
  double sum = 0;
  for (const JudgedName& name : names) {
    const double p = std::clamp(static_cast<double>(curve(name.probability)), 1e-6, 1 - 1e-6);
    sum -= static_cast<double>(name.weight) * std::log(name.right ? p : 1 - p);
  }
  return sum;
}

// One parameter after the other is moved as long as that helps, in ever smaller steps (Hooke and Jeeves 1961).
ConfidenceCurve fit(const std::vector<JudgedName>& names) {
  Parameters best = {0.97, 0.8, 0}, step = {0.02, 0.2, 0.3};
  double least = loss(names, best);
  while (step[1] > 1e-3) {
    bool moved = false;
    for (std::size_t k = 0; k < best.size(); ++k)
      for (const double sign : {1.0, -1.0}) {
        Parameters next = best;
        next[k] += sign * step[k];
        const double value = loss(names, next);
        if (value >= least) continue;
        least = value;
        best = next;
        moved = true;
      }
    if (!moved)
      for (double& s : step) s /= 2;
  }
  return curve_of(best);
}

}  // namespace

ConfidenceCurves fit_confidence(std::span<const JudgedName> names) {
  ConfidenceCurves curves;
  for (std::size_t t = 0; t < kNameTypes; ++t) {
    std::vector<JudgedName> of_type;
    for (const JudgedName& name : names)
      if (name.type == static_cast<NameType>(t)) of_type.push_back(name);
    if (of_type.size() >= kFewestNames) curves[t] = fit(of_type);
  }
  return curves;
}

}  // namespace quoth::internal
