#include "model/feature_meaning.h"

#include <utility>

#include "model/weight_file.h"

namespace quoth::internal {
namespace {

enum class Meaning : std::uint8_t { plain, cues, names, shape, three_shapes, five_shapes, type, label };
using Meanings = std::array<Meaning, 3>;

// Templates that are not here have words and plain numbers alone.
constexpr auto kMeanings = [] {
  using T = Template;
  using enum Meaning;
  return std::to_array<std::pair<Template, Meanings>>({
      {T::shape, {shape}},
      {T::shapes3, {three_shapes}},
      {T::shapes5, {five_shapes}},
      {T::start_shape_frequency, {plain, shape}},
      {T::names, {names}},
      {T::names_before, {names}},
      {T::names_after, {names}},
      {T::names_pair_before, {names, names}},
      {T::names_pair_after, {names, names}},
      {T::names_triple, {names, names, names}},
      {T::cues, {cues}},
      {T::cues_before, {cues}},
      {T::cues_after, {cues}},
      {T::cues_before_2, {cues}},
      {T::cues_after_2, {cues}},
      {T::cues_before_names, {cues, names}},
      {T::cues_after_names, {cues, names}},
      {T::run_last_names, {names}},
      {T::run_first_names, {names}},
      {T::run_before_names, {plain, names}},
      {T::run_after_names, {plain, names}},
      {T::style_shape, {plain, shape}},
      {T::block_shape, {plain, shape}},
      {T::quoted_shape, {plain, shape}},
      {T::acronym_type, {type}},
      {T::other_type, {type}},
      {T::other_evidence, {type}},
      {T::other_place_label, {type, plain, label}},
      {T::other_evidence_label, {type, plain, label}},
      {T::other_whole, {type, label}},
      {T::first_label, {label}},
      {T::first_label_before, {label, label}},
      {T::first_label_after, {label, label}},
  });
}();

void append(std::string& out, std::string_view word) { out.append(out.empty() ? "" : "+").append(word); }

std::string cue_names(std::uint64_t bits) {
  if (bits == FeatureReader::kEdge) return "edge";
  std::string out;
  for (std::size_t c = 0; c < kWordClassCount; ++c)
    if ((bits >> c & 1U) != 0) append(out, kWordClassNames[c]);
  return out.empty() ? "none" : out;
}

std::string name_names(std::uint64_t bits) {
  if (bits == FeatureReader::kEdge) return "edge";
  std::string out;
  const std::size_t singles = kNameBits.size();
  for (std::size_t k = 0; k < singles; ++k)
    if ((bits >> k & 1U) != 0) append(out, kWordClassNames[static_cast<std::size_t>(kNameBits[k])]);
  for (std::size_t t = 0; t < kNameTypes; ++t)
    if ((bits >> (singles + t) & 1U) != 0) append(out, std::string("long ").append(kNameTypeNames[t]));
  if ((bits >> (singles + kNameTypes) & 1U) != 0) append(out, "small letters");
  return out.empty() ? "none" : out;
}

std::string shape_names(std::uint64_t shapes, int count) {
  static constexpr std::array<std::string_view, 16> kNames = {"lower", "cap",    "upper", "mixed", "initial", "number",
                                                              "punct", "symbol", "web",   "other", "?",       "?",
                                                              "?",     "?",      "?",     "edge"};
  std::string out;
  for (int k = 0; k < count; ++k) {
    if (k > 0) out += ' ';
    out += kNames[shapes >> (4 * k) & 15U];
  }
  return out;
}

std::string meaning_of(Meaning meaning, std::uint64_t value) {
  switch (meaning) {
    case Meaning::cues:
      return cue_names(value);
    case Meaning::names:
      return name_names(value);
    case Meaning::shape:
      return shape_names(value, 1);
    case Meaning::three_shapes:
      return shape_names(value, 3);
    case Meaning::five_shapes:
      return shape_names(value, 5);
    case Meaning::type:
      return value == 0 || value > kNameTypes ? "none" : std::string(kNameTypeNames[value - 1]);
    case Meaning::label:
      return value < kChainLabels ? label_text(static_cast<ChainLabel>(value)) : "edge";
    case Meaning::plain:
      break;
  }
  return "*";
}

}  // namespace

std::string feature_meaning(Template t, const FeatureValues& values) {
  for (const auto& [name, meanings] : kMeanings) {
    if (name != t) continue;
    const auto& kinds = kTemplates[static_cast<std::size_t>(t)].values;
    std::string out;
    for (std::size_t v = 0; v < kinds.size() && kinds[v] != ValueKind::none; ++v)
      out.append(v == 0 ? "" : "|").append(meaning_of(meanings[v], values[v]));
    return out;
  }
  return {};
}

}  // namespace quoth::internal
