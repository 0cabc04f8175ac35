#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "model/confidence.h"

namespace quoth::internal {
namespace {

std::string fault_of(const std::string& text) {
  try {
    read_confidence(text, "confidence.tsv");
  } catch (const LoadError& error) {
    return error.what();
  }
  return "no fault";
}

TEST_CASE("A curve as made changes nothing") {
  const ConfidenceCurve curve;
  for (const float p : {0.0F, 0.25F, 0.9999F, 1.0F}) CHECK(curve(p) == p);
}

TEST_CASE("A curve rises from 0 to its ceiling") {
  const ConfidenceCurve curve{0.9F, 0.5F, -1.0F};
  CHECK(curve(0) == 0);
  CHECK(curve(1) == 0.9F);
  CHECK(curve(0.5F) == Approx(0.9 / (1 + std::exp(1.0))));
  CHECK(curve(0.9F) == Approx(0.9 / (1 + std::exp(1 - 0.5 * std::log(9.0)))));
  float before = -1;
  for (int i = 0; i <= 100; ++i) {
    const float c = curve(static_cast<float>(i) / 100);
    CHECK(c > before);
    CHECK((c >= 0 && c <= 0.9F));
    before = c;
  }
}

TEST_CASE("Lines are read as they are written") {
  ConfidenceCurves curves;
  curves[0] = {0.975F, 0.5F, -1.25F};
  curves[2] = {1.0F, 1.5F, 0.0F};
  const std::string text = confidence_lines(curves);
  CHECK(text ==
        "PERSON\tceiling=0.975\tslope=0.500\tshift=-1.250\n"
        "ORGANIZATION\tceiling=1.000\tslope=1.500\tshift=0.000\n");
  CHECK(read_confidence("# how sure\n\n" + text, "f") == curves);
  CHECK(read_confidence("", "f") == ConfidenceCurves{});
}

TEST_CASE("Wrong lines are told, all of them") {
  const std::string expected = "expected TYPE, ceiling=, slope= and shift= with tabs between them";
  CHECK(fault_of("PERSON\tceiling=1\tslope=1\tshift=0\nSHIP\tceiling=1\tslope=1\tshift=0\nx\n") ==
        "confidence.tsv:2:1: " + expected + "\nconfidence.tsv:3:1: " + expected);
  for (const char* line : {"PERSON\tceiling=0\tslope=1\tshift=0", "PERSON\tceiling=1.5\tslope=1\tshift=0",
                           "PERSON\tceiling=1\tslope=-1\tshift=0", "PERSON\tceiling=1\tslope=inf\tshift=0",
                           "PERSON\tceiling=1\tslope=1\tshift=nan", "PERSON\tceiling=1\tslope=1",
                           "PERSON\tslope=1\tceiling=1\tshift=0", "PERSON\tceiling=\tslope=1\tshift=0"}) {
    INFO(line);
    CHECK(fault_of(line) == "confidence.tsv:1:1: " + expected);
  }
}

TEST_CASE("Curves are stored and loaded; where there are none nothing is changed; broken ones are refused") {
  ConfidenceCurves curves;
  curves[1] = {0.5F, 2.0F, 1.0F};
  FrozenWriter writer;
  freeze_confidence(curves, "curves", writer);
  writer.add("few", std::vector<ConfidenceCurve>(2));
  writer.add("odd", std::vector<ConfidenceCurve>(4, {std::numeric_limits<float>::quiet_NaN(), 1, 0}));
  const std::string bytes = writer.finish();
  const FrozenFile file(bytes, "data");
  CHECK(load_confidence(file, "curves") == curves);
  CHECK(load_confidence(file, "none") == ConfidenceCurves{});
  CHECK_THROWS_AS(load_confidence(file, "few"), LoadError);
  CHECK_THROWS_AS(load_confidence(file, "odd"), LoadError);
}

}  // namespace
}  // namespace quoth::internal
