#pragma once

// A name as the model reads it, before it becomes a Mention, and how its tokens are labelled. Tested by
// tests/unit/model_name_facts_test.cc.

#include <cstdint>

#include "model/labels.h"
#include "text/token.h"

namespace quoth::internal {

struct NameSpan {
  TokenRange tokens;
  NameType type = NameType::person;
  float confidence = 0;

  friend bool operator==(const NameSpan&, const NameSpan&) = default;
};

/// Which part of a name over `range` its token i is.
constexpr Part part_at(std::uint32_t i, TokenRange range) {
  if (range.end - range.begin == 1) return Part::unit;
  if (i == range.begin) return Part::begin;
  return i + 1 == range.end ? Part::last : Part::inside;
}

/// The label of token i where the tokens of `range` are a name of this type.
constexpr ChainLabel label_at(std::uint32_t i, TokenRange range, NameType type) {
  return chain_label(type, part_at(i, range));
}

}  // namespace quoth::internal
