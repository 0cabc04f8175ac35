#include <catch2/catch.hpp>

#include "unit/write_sample.h"

namespace quoth {
namespace {

TEST_CASE("the text of a quote joins its parts") {
  const Document document = test::sample_document();
  CHECK(document.text_of(document.quotes[0]) == "We mend nets, ... We don't cut them.");
  CHECK(document.text_of(document.quotes[2]) == "snow");
  CHECK(document.text_of(Quote{}).empty());
}

TEST_CASE("the name of a mention is its entity's, or its own text") {
  Document document = test::sample_document();
  CHECK(document.name(3) == "Zoë Brandt");
  CHECK(document.name(5) == "He");
  document.entities[1].name.clear();
  CHECK(document.name(3) == "Brandt");
  CHECK_THROWS_AS(document.name(99), std::out_of_range);
}

TEST_CASE("the entity of a speaker") {
  const Document document = test::sample_document();
  CHECK(document.speaker_entity(document.quotes[0]) == EntityId{1});
  CHECK(document.speaker_entity(document.quotes[2]) == std::nullopt);
  CHECK(document.speaker_entity(Quote{}) == std::nullopt);
}

TEST_CASE("a document outlives its copy and compares by value") {
  const Document document = test::sample_document();
  Document moved = Document(document);
  const Document other = std::move(moved);
  CHECK(other.quotes == document.quotes);
  CHECK(other.name(1) == "Zoë Brandt");
}

}  // namespace
}  // namespace quoth
