// The same document gives the same bytes, whatever was analyzed before it, by whom, and in which language.

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <random>

#include "base/mapped_file.h"
#include "quoth/quoth.h"
#include "robust/small_language.h"

namespace quoth::internal {
namespace {

/// Articles, and texts that leave much behind in whatever memory is used again.
std::vector<std::string> texts() {
  std::vector<std::string> all;
  const std::filesystem::path articles = std::filesystem::path(QUOTH_SOURCE_DIR) / "examples/articles";
  for (const std::string& name : names_in_folder(articles, "articles")) all.push_back(read_file(articles / name));
  all.push_back("");
  all.push_back(small_text());
  all.push_back(std::string(3000, 'A'));
  all.push_back("\xFF\xC3 “ \xE2\x80");
  std::string marks, names, letters;
  for (int i = 0; i < 300; ++i) {
    marks += i % 3 == 0 ? "“" : i % 3 == 1 ? "\"" : "‘";
    names += "Ada Okoye said. ";
    letters += static_cast<char>('a' + i % 26);
  }
  all.insert(all.end(), {marks, names, letters});
  return all;
}

std::string json_of(const Analyzer& analyzer, const std::string& text) {
  return to_json(analyzer.analyze(text), "id", {.tokens = true, .sentences = true, .explain = true});
}

}  // namespace

TEST_CASE("the order and the company of documents do not show") {
  const std::vector<std::string> all = texts();
  REQUIRE(all.size() > 9);
  const Analyzer english = Analyzer::english().with_options({.explain = true});
  const Analyzer other = Analyzer::load({small_data(), {}}, {.explain = true});
  std::vector<std::string> alone, alone_in_other;
  for (const std::string& text : all) {
    alone.push_back(json_of(Analyzer::load({}, {.explain = true}), text));
    alone_in_other.push_back(json_of(other, text));
  }
  std::mt19937 random(1);
  std::vector<std::size_t> order(all.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  for (int round = 0; round < 5; ++round) {
    std::shuffle(order.begin(), order.end(), random);
    for (const std::size_t i : order) {
      INFO("text " << i << " in round " << round);
      CHECK((json_of(english, all[i]) == alone[i]));
      if (random() % 3 == 0) CHECK((json_of(other, all[i]) == alone_in_other[i]));
    }
  }
}

}  // namespace quoth::internal
