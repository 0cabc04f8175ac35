#pragma once

// Names of tags and relations, as Universal Dependencies writes them. Tested by tests/unit/syntax_tag_names_test.cc.

#include <string_view>

#include "syntax/syntax.h"

namespace quoth::internal {

/// "NOUN"; "_" for none.
std::string_view tag_name(Tag tag);
/// The tag of that name, or Tag::none.
Tag tag_named(std::string_view name);

/// "nsubj:pass"; "_" for none.
std::string_view relation_name(Relation relation);
/// The relation of that name. A subtype that has no value of its own is its main type ("nmod:unmarked" is nmod); an
/// unknown one is Relation::none.
Relation relation_named(std::string_view name);

}  // namespace quoth::internal
