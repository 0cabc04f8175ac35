// Every list in tests/bad_data/lists is wrong; the file beside it with ".expected" says what must be told, a fault a
// line.

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "../unit/lexicon_fixture.h"

namespace quoth::internal {
namespace {

TEST_CASE("wrong lists are told exactly") {
  const std::filesystem::path folder = std::filesystem::path(QUOTH_SOURCE_DIR) / "tests/bad_data/lists";
  int seen = 0;
  for (const auto& item : std::filesystem::directory_iterator(folder)) {
    const std::string name = item.path().filename().string();
    if (item.path().extension() == ".expected") continue;
    ++seen;
    LexiconBuilder builder;
    const auto faults = read_lists({{name, read_source("tests/bad_data/lists/" + name)}}, builder);
    std::string told;
    for (const Fault& fault : faults) told += fault.to_string() + "\n";
    INFO(name);
    CHECK(told == read_source("tests/bad_data/lists/" + name + ".expected"));
    CHECK_FALSE(told.empty());
  }
  CHECK(seen >= 8);
}

}  // namespace
}  // namespace quoth::internal
