#include <catch2/catch.hpp>
#include <cstdint>

#include "analyzer/data_files.h"
#include "analyzer/embedded.h"
#include "base/lexicon.h"

namespace quoth::internal {
namespace {

TEST_CASE("the embedded data is whole") {
  const std::string_view bytes = embedded_data();
  REQUIRE(reinterpret_cast<std::uintptr_t>(bytes.data()) % 16 == 0);
  const FrozenFile file(bytes, "embedded data");
  const Lexicon lexicon(file);
  CHECK(lexicon.word_count() > 100'000);
  CHECK(lexicon.list_count() > 10);
  CHECK(read_texts(file, kTokenRulesSection).size() == 1);
}

TEST_CASE("the embedded data is what the folder compiles to") {
  const std::string data = std::string(QUOTH_SOURCE_DIR) + "/data";
  const bool same = freeze_language(read_language_files(data)) == embedded_data();  // too long to be shown
  CHECK(same);
}

TEST_CASE("the embedded data keeps within its size") { CHECK(embedded_data().size() <= 12'000'000); }

}  // namespace
}  // namespace quoth::internal
