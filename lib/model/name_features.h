#pragma once

// The features of names: named templates whose values are read off the facts of a token and its neighbours. A feature
// is a template with its values, mixed into 64 bits; weight files write it as `template=value|value`, see
// weight_file.h.
//
// Tested by tests/unit/model_name_features_test.cc.

#include <array>
#include <cstdint>
#include <string_view>

#include "model/name_facts.h"
#include "model/weights.h"

namespace quoth::internal {

/// How a template's value is written in weight files.
enum class ValueKind : std::uint8_t {
  none,
  word,    // a hash_bytes() of a text: a folded word, an affix, a kind, a rule's name
  number,  // a small number or set of bits
};

/// The templates. Their names are stored in weight files; the order may change.
enum class Template : std::uint8_t {
  bias,
  word,
  previous_word,
  next_word,
  previous_word_2,
  next_word_2,
  previous_and_word,
  word_and_next,
  prefix,
  suffix3,
  suffix4,
  shape,
  shapes3,
  shapes5,
  start_shape_frequency,
  names,
  names_before,
  names_after,
  names_pair_before,
  names_pair_after,
  names_triple,
  cues,
  cues_before,
  cues_after,
  cues_before_2,
  cues_after_2,
  cues_before_names,
  cues_after_names,
  common_kind,
  common_kind_before,
  common_kind_after,
  phrase,
  phrase_head,
  phrase_before,
  phrase_after,
  run_last_word,
  run_first_word,
  run_place,
  run_last_names,
  run_first_names,
  run_before,
  run_after,
  run_before_names,
  run_after_names,
  rule,
  rule_label,
  style_shape,
  block_shape,
  quoted_shape,
  lower_elsewhere,
  capital_elsewhere,
  acronym_of,
  likely_elsewhere,
  possible_elsewhere,
  acronym_type,
  other_type,
  other_evidence,
  other_place_label,
  other_evidence_label,
  other_whole,
  first_label,
  first_label_before,
  first_label_after,
};

struct TemplateInfo {
  std::string_view name;
  std::array<ValueKind, 3> values;
};

/// Indexed by Template.
inline constexpr auto kTemplates = [] {
  constexpr auto W = ValueKind::word;
  constexpr auto N = ValueKind::number;
  return std::to_array<TemplateInfo>({
      {"bias", {}},
      {"w", {W}},
      {"w-1", {W}},
      {"w+1", {W}},
      {"w-2", {W}},
      {"w+2", {W}},
      {"w-1,w", {W, W}},
      {"w,w+1", {W, W}},
      {"prefix", {W}},
      {"suffix3", {W}},
      {"suffix4", {W}},
      {"shape", {N, N}},
      {"shapes3", {N}},
      {"shapes5", {N}},
      {"start,shape,freq", {N, N, N}},
      {"names", {N, N}},
      {"names-1", {N}},
      {"names+1", {N}},
      {"names-1,names", {N, N}},
      {"names,names+1", {N, N}},
      {"names-1,names,names+1", {N, N, N}},
      {"cues", {N}},
      {"cues-1", {N}},
      {"cues+1", {N}},
      {"cues-2", {N}},
      {"cues+2", {N}},
      {"cues-1,names", {N, N}},
      {"cues+1,names", {N, N}},
      {"common", {W}},
      {"common-1", {W}},
      {"common+1", {W}},
      {"phrase", {W, N}},
      {"phrase_head", {W, N, N}},
      {"phrase-1", {W, N}},
      {"phrase+1", {W, N}},
      {"run_last", {W, N}},
      {"run_first", {W, N}},
      {"run_place", {N}},
      {"run_last_names", {N}},
      {"run_first_names", {N}},
      {"run-1", {W}},
      {"run+1", {W}},
      {"run-1,names", {W, N}},
      {"run+1,names", {W, N}},
      {"rule", {W, N}},
      {"rule_label", {W, N, N}},
      {"style,shape", {N, N}},
      {"block,shape", {N, N}},
      {"quoted,shape", {N, N}},
      {"lower_elsewhere", {N, N}},
      {"capital_elsewhere", {N, N}},
      {"acronym_of", {N}},
      {"likely_elsewhere", {N}},
      {"possible_elsewhere", {N}},
      {"acronym_type", {N}},
      {"other_type", {N, N}},
      {"other_evidence", {N, N, N}},
      {"other_place,first", {N, N, N}},
      {"other_evidence,first", {N, N, N}},
      {"other_whole", {N, N}},
      {"first", {N}},
      {"first-1", {N, N}},
      {"first+1", {N, N}},
  });
}();
static_assert(kTemplates.size() == static_cast<std::size_t>(Template::first_label_after) + 1);

/// A template's values; what it does not have is 0.
using FeatureValues = std::array<std::uint64_t, 3>;

constexpr FeatureHash feature_hash(Template t, const FeatureValues& v) {
  // A value's product is the same in all templates that have it in the same place: compilers make it once.
  std::uint64_t h = (static_cast<std::uint64_t>(t) + 1) * 0x9E3779B97F4A7C15U + v[0] * 0xD6E8FEB86659FD93U +
                    v[1] * 0xA0761D6478BD642FU + v[2] * 0xE7037ED1A0B428DBU;
  h ^= h >> 32;
  h *= 0xD6E8FEB86659FD93U;
  return h ^ h >> 29;
}

/// What the document tells of a token beyond its sentence. All zero: nothing known.
struct DocumentFacts {
  std::uint8_t lower_elsewhere = 0;    // 0..3: how often its word stands in lower case
  std::uint8_t capital_elsewhere = 0;  // 0..3: how often it stands with a capital inside a plain sentence
  std::uint8_t acronym_of = 0;         // 1: the initials of a run of capitals
  // What rules propose for its word elsewhere, two bits for each NameType: 0..3 times.
  std::uint8_t likely_elsewhere = 0;
  std::uint8_t possible_elsewhere = 0;
  // By the first pass, whose reading of the token itself is left out:
  std::uint8_t acronym_type = 0;  // 1 + NameType of a long name that it is the acronym of
  std::uint8_t other_type = 0;    // 1 + NameType of most names elsewhere with this word
  std::uint8_t other_count = 0;   // 0..3: how many they are
  std::uint8_t other_share = 0;   // 0..2: about half of the names with this word, most, all
  std::uint8_t other_place = 0;   // where it stands in names: bits 1 alone, 2 first, 4 inside, 8 last
  std::uint8_t other_whole = 0;   // 1 + NameType of names elsewhere equal to the whole of this token's first reading
  ChainLabel first_label = 0;     // by the first pass
};

/// What the features of a document are read off.
struct FeatureInput {
  const NameInput& names;
  const NameFacts& facts;
  const std::vector<DocumentFacts>& document;  // by TokenFacts::row

  const DocumentFacts& document_facts(std::uint32_t active_token) const {
    return document[facts.tokens[active_token].row];
  }
};

/// Calls sink(Template, FeatureValues) for each feature of token i, which must be active, but for those below.
template <typename Sink>
void for_each_feature(const FeatureInput& input, std::uint32_t i, Sink&& sink);

/// The same for the features that need the first pass.
template <typename Sink>
void for_each_second_pass_feature(const FeatureInput& input, std::uint32_t i, Sink&& sink);

}  // namespace quoth::internal

#include "model/name_features_inl.h"
