#pragma once

// Weights as text: what people read, compare and keep.
//
//   # comments: what they were trained on, and how to make them again
//   step<TAB>B-PERSON<TAB>L-PERSON=1.25
//   w-1=mr<TAB>B-PERSON=0.81<TAB>U-PERSON=1.02
//
// A feature is a template and its values, joined by '|'. A word stands as it is folded; '%', '|', '<', white space and
// control characters are written %XX; <n> is the fixed value n (<1> before, <2> behind the sentence, <0> none).
//
// Tested by tests/unit/model_weight_file_test.cc.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "model/name_features.h"
#include "model/weights.h"
#include "quoth/load_error.h"

namespace quoth::internal {

/// "O", "B-PERSON", "U-MISC".
std::string label_text(ChainLabel label);

/// Reads a weight file. Throws one LoadError with every fault.
WeightTable read_weights(std::string_view text, const std::string& file);

/// The texts behind hashed values.
using ValueTexts = std::unordered_map<std::uint64_t, std::string>;

/// Adds what features say of the data: kinds of list entries, rules and labels.
void note_data_texts(std::span<const Lexicon> lexicons, const RuleSet& rules, ValueTexts& texts);
/// Adds a text's folded words and their affixes.
void note_word_texts(const Tokens& tokens, ValueTexts& texts);

/// A feature as weight files write it. A word whose text is not known is written `<n>` by its hash.
std::string feature_text(Template t, const FeatureValues& values, const ValueTexts& texts);

/// One line of a weight file, ended by a line break; weights that round to 0.00 are left out, and nothing is written
/// if none is left.
std::string weight_line(const std::string& feature, const std::array<float, kNameLabels>& weights);

/// The lines of the steps.
std::string step_lines(const StepScores& steps);

}  // namespace quoth::internal
