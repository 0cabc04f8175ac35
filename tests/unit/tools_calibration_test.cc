#include <catch2/catch.hpp>

#include "tools/calibration.h"

namespace quoth::internal {
namespace {

/// `count` names of a probability, of which a share is right.
void add(std::vector<JudgedName>& names, NameType type, float p, int count, double share, float weight = 1) {
  for (int i = 0; i < count; ++i) names.push_back({type, p, i < share * count, weight});
}

TEST_CASE("Fitted curves tell how often names of a probability were right") {
  std::vector<JudgedName> names;
  add(names, NameType::person, 0.5F, 400, 0.3);
  add(names, NameType::person, 0.9F, 400, 0.7);
  add(names, NameType::person, 0.9999F, 400, 0.95);
  add(names, NameType::location, 0.6F, 300, 0.6);  // right as they are
  add(names, NameType::location, 0.95F, 300, 0.95);
  const ConfidenceCurves curves = fit_confidence(names);
  CHECK(curves[0](0.5F) == Approx(0.3).margin(0.02));
  CHECK(curves[0](0.9F) == Approx(0.7).margin(0.02));
  CHECK(curves[0](0.9999F) == Approx(0.95).margin(0.02));
  CHECK(curves[1](0.6F) == Approx(0.6).margin(0.02));
  CHECK(curves[1](0.95F) == Approx(0.95).margin(0.02));
  CHECK(fit_confidence(names) == curves);
}

TEST_CASE("A type of which little was seen is left as it is") {
  std::vector<JudgedName> names;
  add(names, NameType::organization, 0.9F, 50, 0.1);
  CHECK(fit_confidence(names) == ConfidenceCurves{});
  CHECK(fit_confidence({}) == ConfidenceCurves{});
}

TEST_CASE("Names count by their weights") {
  std::vector<JudgedName> names;
  add(names, NameType::person, 0.9F, 300, 1.0, 1);
  add(names, NameType::person, 0.9F, 100, 0.0, 3);
  CHECK(fit_confidence(names)[0](0.9F) == Approx(0.5).margin(0.02));
}

TEST_CASE("Names that are always or never right give curves that are curves") {
  for (const double share : {0.0, 1.0}) {
    std::vector<JudgedName> names;
    add(names, NameType::person, 0.7F, 200, share);
    add(names, NameType::person, 1.0F, 200, share);
    const ConfidenceCurve curve = fit_confidence(names)[0];
    CHECK((curve.ceiling > 0 && curve.ceiling <= 1 && curve.slope > 0));
    CHECK(curve(0.7F) == Approx(share).margin(0.1));
    CHECK(curve(0.6F) <= curve(0.7F));
  }
}

}  // namespace
}  // namespace quoth::internal
