#include <catch2/catch.hpp>

#include "model/weight_file.h"

namespace quoth::internal {
namespace {

TEST_CASE("Labels are written by part and type") {
  CHECK(label_text(kOutside) == "O");
  CHECK(label_text(chain_label(NameType::person, Part::begin)) == "B-PERSON");
  CHECK(label_text(chain_label(NameType::location, Part::inside)) == "I-LOCATION");
  CHECK(label_text(chain_label(NameType::organization, Part::last)) == "L-ORGANIZATION");
  CHECK(label_text(chain_label(NameType::misc, Part::unit)) == "U-MISC");
}

/// A value's text, and its hash.
std::uint64_t word(ValueTexts& texts, const std::string& text) {
  texts[hash_bytes(text)] = text;
  return hash_bytes(text);
}

TEST_CASE("Features of all templates are read back as they were written, whatever stands in their words") {
  const std::vector<std::string> words = {"mr",           "a|b",  "100%", "<5>", "a\tb",     "a\nb\r", " ",   "%41",
                                          "\u00e9\u4e2d", "a=b,", "#x",   "",    "\x01\x7f", "\xff",   "step"};
  std::array<float, kNameLabels> weights{};
  weights[0] = 1.25F, weights[15] = -0.5F;
  for (std::size_t t = 0; t < kTemplates.size(); ++t)
    for (std::size_t w = 0; w < words.size(); ++w) {
      ValueTexts texts;
      FeatureValues values{};
      for (std::size_t v = 0; v < values.size(); ++v) {
        if (kTemplates[t].values[v] == ValueKind::number) values[v] = (std::uint64_t{1} << 63) - w;
        if (kTemplates[t].values[v] == ValueKind::word) values[v] = word(texts, words[(w + v) % words.size()]);
      }
      const std::string text = feature_text(static_cast<Template>(t), values, texts);
      INFO(text);
      const WeightTable table = read_weights(weight_line(text, weights), "w.tsv");
      REQUIRE(table.rows.size() == 1);
      CHECK(table.rows[0].feature == feature_hash(static_cast<Template>(t), values));
      CHECK(table.rows[0].weights == weights);
    }
}

TEST_CASE("Features are written for people to read") {
  ValueTexts texts;
  const std::uint64_t mr = word(texts, "mr"), okoye = word(texts, "o|k <oye>");
  CHECK(feature_text(Template::bias, {}, texts) == "bias");
  CHECK(feature_text(Template::previous_and_word, {mr, okoye, 0}, texts) == "w-1,w=mr|o%7Ck%20%3Coye>");
  CHECK(feature_text(Template::previous_word, {1, 0, 0}, texts) == "w-1=<1>");  // before the sentence
  CHECK(feature_text(Template::phrase, {mr, 5, 0}, texts) == "phrase=mr|5");
  CHECK(weight_line("bias", {0.004F, -0.004F, 1, -2.345F}) == "bias\tL-PERSON=1.00\tU-PERSON=-2.35\n");
  CHECK(weight_line("bias", {0.004F}) == "");
}

TEST_CASE("Steps are read back, and those that no labeling takes are not written") {
  StepScores steps{};
  steps[kOutside][1] = 0.75F;
  steps[1][3] = -1.5F;
  steps[kOutside][2] = 9;  // inside a name right behind none
  const std::string text = step_lines(steps);
  CHECK(text == "step\tO\tB-PERSON=0.75\nstep\tB-PERSON\tL-PERSON=-1.50\n");
  steps[kOutside][2] = 0;
  CHECK(read_weights(text, "w.tsv").steps == steps);
}

TEST_CASE("Comments, empty lines and Windows line ends do not count") {
  const WeightTable table =
      read_weights("# bias\tB-PERSON=1\r\n\r\n\nbias\tB-PERSON=2\r\nw=ada\tU-PERSON=1.5", "w.tsv");
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0].weights[0] == 2);
  CHECK(table.rows[1].weights[3] == 1.5F);
}

std::string fault_of(const std::string& text) {
  try {
    read_weights(text, "w.tsv");
  } catch (const LoadError& error) {
    return error.what();
  }
  return "";
}

TEST_CASE("Faults name line, column and what was expected") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"bias", "w.tsv:1:1: expected a feature, a tab and LABEL=WEIGHT"},
      {"bias\t", "w.tsv:1:1: expected a feature, a tab and LABEL=WEIGHT"},
      {"#\n\nbais\tB-PERSON=1", "w.tsv:3:1: unknown feature 'bais'"},
      {"bias=1\tB-PERSON=1", "w.tsv:1:1: unknown feature 'bias=1'"},
      {"w\tB-PERSON=1", "w.tsv:1:1: unknown feature 'w'"},
      {"w=%4\tB-PERSON=1", "w.tsv:1:1: unknown feature 'w=%4'"},
      {"w=%GG\tB-PERSON=1", "w.tsv:1:1: unknown feature 'w=%GG'"},
      {"w=<x>\tB-PERSON=1", "w.tsv:1:1: unknown feature 'w=<x>'"},
      {"phrase=mr\tB-PERSON=1", "w.tsv:1:1: unknown feature 'phrase=mr'"},
      {"phrase=mr|x\tB-PERSON=1", "w.tsv:1:1: unknown feature 'phrase=mr|x'"},
      {"shapes3=99999999999999999999\tB-PERSON=1", "w.tsv:1:1: unknown feature 'shapes3=99999999999999999999'"},
      {"bias\tB-PERSON", "w.tsv:1:6: expected LABEL=WEIGHT, not 'B-PERSON'"},
      {"bias\tB-PERSON=1\tX=2", "w.tsv:1:17: expected LABEL=WEIGHT, not 'X=2'"},
      {"bias\tO=1", "w.tsv:1:6: expected LABEL=WEIGHT, not 'O=1'"},
      {"bias\tB-PERSON=1x", "w.tsv:1:6: expected LABEL=WEIGHT, not 'B-PERSON=1x'"},
      {"bias\tB-PERSON=nan", "w.tsv:1:6: expected LABEL=WEIGHT, not 'B-PERSON=nan'"},
      {"bias\tB-PERSON=inf", "w.tsv:1:6: expected LABEL=WEIGHT, not 'B-PERSON=inf'"},
      {"bias\tB-PERSON=1\t", "w.tsv:1:17: expected LABEL=WEIGHT, not ''"},
      {"step\tO", "w.tsv:1:6: expected a label and a tab after 'step'"},
      {"step\tX\tO=1", "w.tsv:1:6: expected a label and a tab after 'step'"},
      {"step\tO\tO:1", "w.tsv:1:8: expected LABEL=WEIGHT, not 'O:1'"},
      {"x\tO=1\nw=a\tO=1", "w.tsv:1:1: unknown feature 'x'\nw.tsv:2:5: expected LABEL=WEIGHT, not 'O=1'"},
  };
  for (const auto& [text, fault] : rows) CHECK(fault_of(text) == fault);
}

TEST_CASE("A file of nothing but faults is told in 100 of them") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "x\tO=1\n";
  try {
    read_weights(text, "w.tsv");
    FAIL("was read");
  } catch (const LoadError& error) {
    CHECK(error.faults().size() == 100);
  }
}

}  // namespace
}  // namespace quoth::internal
