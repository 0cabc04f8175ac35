#include "syntax/tag_names.h"

// Tested by tests/unit/syntax_tag_names_test.cc.

#include <algorithm>
#include <array>

namespace quoth::internal {
namespace {

// In the order of Tag.
constexpr std::array<std::string_view, kTags> kTagNames = {"_",     "ADJ",   "ADP",   "ADV", "AUX",  "CCONJ",
                                                           "DET",   "INTJ",  "NOUN",  "NUM", "PART", "PRON",
                                                           "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

// In the order of Relation.
constexpr std::array<std::string_view, kRelations> kRelationNames = {
    "_",      "root",     "nsubj",      "nsubj:pass", "obj",    "iobj",      "csubj",     "ccomp", "xcomp",
    "obl",    "vocative", "expl",       "dislocated", "advcl",  "advmod",    "discourse", "aux",   "aux:pass",
    "cop",    "mark",     "nmod",       "appos",      "nummod", "acl",       "acl:relcl", "amod",  "det",
    "clf",    "case",     "conj",       "cc",         "fixed",  "flat",      "compound",  "list",  "parataxis",
    "orphan", "goeswith", "reparandum", "punct",      "dep",    "nmod:poss", "obl:agent"};

// The index of a name, or 0.
template <std::size_t N>
std::size_t index_of(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto at = std::find(names.begin(), names.end(), name);
  return at == names.end() ? 0 : static_cast<std::size_t>(at - names.begin());
}

}  // namespace

std::string_view tag_name(Tag tag) { return kTagNames[static_cast<std::size_t>(tag)]; }

Tag tag_named(std::string_view name) { return static_cast<Tag>(index_of(kTagNames, name)); }

std::string_view relation_name(Relation relation) { return kRelationNames[static_cast<std::size_t>(relation)]; }

Relation relation_named(std::string_view name) {
  const std::size_t whole = index_of(kRelationNames, name);
  return static_cast<Relation>(whole != 0 ? whole : index_of(kRelationNames, name.substr(0, name.find(':'))));
}

}  // namespace quoth::internal
