// Tests lib/syntax/tag_names.cc.

#include <catch2/catch.hpp>

#include "syntax/tag_names.h"

namespace quoth::internal {

TEST_CASE("each tag and relation has a name that leads back to it") {
  for (std::size_t t = 1; t < kTags; ++t) {
    const auto tag = static_cast<Tag>(t);
    CHECK(tag_named(tag_name(tag)) == tag);
  }
  for (std::size_t r = 1; r < kRelations; ++r) {
    const auto relation = static_cast<Relation>(r);
    CHECK(relation_named(relation_name(relation)) == relation);
  }
}

TEST_CASE("names are those of Universal Dependencies") {
  CHECK(tag_name(Tag::none) == "_");
  CHECK(tag_name(Tag::cconj) == "CCONJ");
  CHECK(tag_name(Tag::x) == "X");
  CHECK(tag_named("PROPN") == Tag::propn);
  CHECK(tag_named("NNP") == Tag::none);
  CHECK(relation_name(Relation::case_) == "case");
  CHECK(relation_name(Relation::obl_agent) == "obl:agent");
  CHECK(relation_named("root") == Relation::root);
}

TEST_CASE("a subtype without a value of its own is its main type") {
  CHECK(relation_named("nsubj:pass") == Relation::nsubj_pass);
  CHECK(relation_named("nsubj:outer") == Relation::nsubj);
  CHECK(relation_named("nmod:poss") == Relation::nmod_poss);
  CHECK(relation_named("nmod:unmarked") == Relation::nmod);
  CHECK(relation_named("compound:prt") == Relation::compound);
  CHECK(relation_named("nothing") == Relation::none);
}

}  // namespace quoth::internal
