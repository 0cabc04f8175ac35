#pragma once

// What a whole document tells of its words: which stand in lower case elsewhere, which are acronyms of long names in
// it, and what a first pass took their other occurrences for. Tested by tests/unit/model_document_facts_test.cc.

#include <cstdint>
#include <span>
#include <vector>

#include "base/hash_index.h"
#include "model/name_features.h"
#include "model/name_span.h"

namespace quoth::internal {

/// Working memory, for reuse.
struct DocumentMemory {
  struct Counts {
    std::uint32_t lower = 0, capital = 0;
    std::array<float, kNameTypes> types{};
    std::array<std::uint32_t, kNameTypes> likely{}, possible{};  // proposals of rules
    std::uint8_t places = 0;
  };
  HashIndex word_index;
  std::vector<Counts> words;
  std::vector<std::uint32_t> word_of;  // per token
  HashIndex phrase_index;
  std::vector<std::array<float, kNameTypes>> phrases;
  HashIndex acronym_index;
  std::vector<NameType> acronym_types;
};

/// Facts of active tokens, by TokenFacts::row. Fills what needs no first pass: lower_elsewhere, capital_elsewhere,
/// acronym_of, likely_elsewhere, possible_elsewhere.
void find_word_facts(const NameInput& input, const NameFacts& facts, DocumentMemory& memory,
                     std::vector<DocumentFacts>& out);

/// Adds what the first pass tells: its names (in order) and its label of each token. find_word_facts() comes first.
void add_first_pass(const NameInput& input, const NameFacts& facts, std::span<const NameSpan> names,
                    std::span<const ChainLabel> labels, DocumentMemory& memory, std::vector<DocumentFacts>& out);

/// Gives a name of which the model is not sure the type of most names in the document with the same words.
void agree_on_types(const Tokens& tokens, DocumentMemory& memory, std::vector<NameSpan>& names);

}  // namespace quoth::internal
