#include <catch2/catch.hpp>

#include "quoth/load_error.h"

namespace quoth {
namespace {

TEST_CASE("a fault shows the parts that it knows") {
  struct Row {
    Fault fault;
    std::string shown;
  };
  const Row rows[] = {
      {{"en/a.rules", 3, 7, "expected ')'"}, "en/a.rules:3:7: expected ')'"},
      {{"en/a.rules", 3, 0, "no case"}, "en/a.rules:3: no case"},
      {{"en/a.rules", 0, 0, "does not exist"}, "en/a.rules: does not exist"},
      {{"en/a.rules", 0, 7, "a column needs a line"}, "en/a.rules: a column needs a line"},
      {{"", 2, 1, "no file"}, "2:1: no file"},
      {{"", 0, 0, "only words"}, "only words"},
  };
  for (const Row& row : rows) CHECK(row.fault.to_string() == row.shown);
}

TEST_CASE("a load error holds all faults, a line each") {
  const std::vector<Fault> faults = {{"a.tsv", 1, 2, "first"}, {"b.tsv", 0, 0, "second"}};
  const LoadError error(faults);
  CHECK(error.faults() == faults);
  CHECK(std::string(error.what()) == "a.tsv:1:2: first\nb.tsv: second");
  CHECK(LoadError(faults[1]).faults().size() == 1);
}

}  // namespace
}  // namespace quoth
