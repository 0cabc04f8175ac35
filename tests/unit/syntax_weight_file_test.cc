// Tests lib/syntax/weight_file.cc and model.cc.

#include <catch2/catch.hpp>

#include "quoth/load_error.h"
#include "syntax/model.h"
#include "syntax/weight_file.h"
#include "syntax_fixture.h"

namespace quoth::internal {
namespace {

constexpr SyntaxFeature kFirstStep = 0x123456789A, kSecondStep = 0x8765432101;

SyntaxWeights sample() {
  SyntaxWeights weights;
  weights.tags = {"NOUN-NN", "VERB-VBD", "PROPN-NNP"};
  weights.name_tag = 2;
  weights.sure = {{5, {{1, 1}}}};
  weights.tag_rows = {{7, {{0, -127}, {2, 127}}}, {300, {{1, 3}}}, {(SyntaxFeature{1} << 40) - 1, {{0, 1}}}};
  weights.relation_rows = {{9, {{42, -1}}}};
  weights.step_rows = {{kFirstStep, 2, -3}, {kSecondStep, -128, 127}};
  return weights;
}

std::string fault_of(std::string_view bytes) {
  try {
    read_syntax_weights(bytes, "x.weights");
  } catch (const LoadError& error) {
    return error.what();
  }
  return "none";
}

}  // namespace

TEST_CASE("weights are read as they were written") {
  const SyntaxWeights weights = sample();
  const std::string bytes = write_syntax_weights(weights, "# one\n# two\n");
  CHECK(bytes.starts_with("quoth grammar weights 1\n# one\n# two\n\n"));
  CHECK(read_syntax_weights(bytes, "x") == weights);
  CHECK(write_syntax_weights(SyntaxWeights{{"X-X"}, 0, {}, {}, {}, {}}, "").size() < 50);
}

TEST_CASE("a cut or foreign file is told") {
  const std::string bytes = write_syntax_weights(sample(), "# one\n");
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    INFO(size);
    CHECK(fault_of(bytes.substr(0, size)) != "none");
  }
  CHECK(fault_of("step\tx") == "x.weights: is no file of grammar weights");
  CHECK(fault_of(bytes + "x") == "x.weights: has bytes behind its end");
}

TEST_CASE("any bytes are read or refused") {
  const std::string bytes = write_syntax_weights(sample(), "");
  for (std::size_t at = 0; at < bytes.size(); ++at)
    for (const int value : {0, 1, 63, 64, 127, 128, 200, 255}) {
      std::string broken = bytes;
      broken[at] = static_cast<char>(value);
      try {
        FrozenWriter writer;
        freeze_syntax(read_syntax_weights(broken, "x"), writer);
      } catch (const LoadError& error) {
        CHECK(error.faults().size() == 1);
      }
    }
}

TEST_CASE("compiled weights are those of the file") {
  FrozenWriter writer;
  freeze_syntax(sample(), writer);
  const std::string bytes = writer.finish();
  const SyntaxModel model(FrozenFile(bytes, "test"));
  CHECK_FALSE(model.empty());
  CHECK(model.tags.tags.coarse == std::vector<Tag>{Tag::noun, Tag::verb, Tag::propn});
  CHECK(model.tags.tags.name == 2);
  const LabelSums sums = label_sums(model.tags.weights, std::array<SyntaxFeature, 1>{7});
  CHECK(sums[0] == -127);
  CHECK(sums[2] == 127);
  const auto [left, right] = step_sums(model.trees.steps, std::array{kSecondStep});
  CHECK(left == -128);
  CHECK(right == 127);
}

TEST_CASE("data without weights of grammar has an empty model") {
  const std::string bytes = FrozenWriter().finish();
  CHECK(SyntaxModel(FrozenFile(bytes, "test")).empty());
  CHECK(SyntaxModel().empty());
}

TEST_CASE("a broken set of tags is refused") {
  for (const std::string set : {"", "\x01", "\x05\x01", "\x01\x01\x40"}) {
    FrozenWriter writer;
    writer.add(kTagSetSection, set);
    const std::string bytes = writer.finish();
    CHECK_THROWS_AS(SyntaxModel(FrozenFile(bytes, "test")), LoadError);
  }
}

}  // namespace quoth::internal
