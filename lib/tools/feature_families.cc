#include "tools/feature_families.h"

#include <cstdint>

namespace quoth::internal {
namespace {

enum Family : std::uint8_t { kWords = 1, kLists = 2, kCues = 4, kRules = 8, kDocument = 16, kSecond = 32 };

// A switch, so that the compiler asks for the family of a new template.
unsigned families_of(Template t) {
  using T = Template;
  switch (t) {
    case T::bias:
      return 0;
    case T::word:
    case T::previous_word:
    case T::next_word:
    case T::previous_word_2:
    case T::next_word_2:
    case T::previous_and_word:
    case T::word_and_next:
    case T::prefix:
    case T::suffix3:
    case T::suffix4:
    case T::shape:
    case T::shapes3:
    case T::shapes5:
    case T::run_last_word:
    case T::run_first_word:
    case T::run_place:
    case T::run_before:
    case T::run_after:
    case T::style_shape:
    case T::block_shape:
    case T::quoted_shape:
      return kWords;
    case T::names:
    case T::names_before:
    case T::names_after:
    case T::names_pair_before:
    case T::names_pair_after:
    case T::names_triple:
    case T::phrase:
    case T::phrase_head:
    case T::phrase_before:
    case T::phrase_after:
    case T::run_last_names:
    case T::run_first_names:
      return kLists;
    case T::run_before_names:
    case T::run_after_names:
      return kWords | kLists;
    case T::cues:
    case T::cues_before:
    case T::cues_after:
    case T::cues_before_2:
    case T::cues_after_2:
    case T::common_kind:
    case T::common_kind_before:
    case T::common_kind_after:
      return kCues;
    case T::start_shape_frequency:
      return kWords | kCues;
    case T::cues_before_names:
    case T::cues_after_names:
      return kCues | kLists;
    case T::rule:
    case T::rule_label:
      return kRules;
    case T::lower_elsewhere:
    case T::capital_elsewhere:
    case T::acronym_of:
    case T::likely_elsewhere:
    case T::possible_elsewhere:
      return kDocument;
    case T::acronym_type:
    case T::other_type:
    case T::other_evidence:
    case T::other_place_label:
    case T::other_evidence_label:
    case T::other_whole:
    case T::first_label:
    case T::first_label_before:
    case T::first_label_after:
      return kSecond;
  }
  return 0;
}

}  // namespace

TemplateSet templates_of_family(std::size_t family) {
  TemplateSet set;
  for (std::size_t t = 0; t < kTemplates.size(); ++t)
    set[t] = (families_of(static_cast<Template>(t)) >> family & 1U) != 0;
  return set;
}

}  // namespace quoth::internal
