#pragma once

// Whole text files (rule packs, tokenizer rules) as one section of compiled data. Tested by
// tests/unit/base_frozen_test.cc.
//
//   for each file: size of its name (4 bytes), size of its text (4), name, text

#include <string>
#include <string_view>
#include <vector>

#include "base/frozen.h"

namespace quoth::internal {

/// A text and what faults call it: "en/rules/person.rules".
struct NamedText {
  std::string name;
  std::string text;

  friend bool operator==(const NamedText&, const NamedText&) = default;
};

/// Adds a section that holds the files in this order. Each is smaller than 4 GiB.
void write_texts(FrozenWriter& writer, std::string_view id, const std::vector<NamedText>& texts);

/// The files of a section; none if the section is missing. Throws LoadError if it is damaged.
std::vector<NamedText> read_texts(const FrozenFile& file, std::string_view id);

}  // namespace quoth::internal
