// Threads share one Analyzer: run with the thread sanitizer by tests/run.sh.

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "quoth/quoth.h"

namespace {

constexpr std::size_t kThreads = 16;
const std::filesystem::path kExamples = std::filesystem::path(QUOTH_SOURCE_DIR) / "examples";

std::vector<std::string> articles() {
  std::vector<std::string> texts;
  for (const auto& entry : std::filesystem::directory_iterator(kExamples / "articles")) {
    std::ifstream file(entry.path(), std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return texts;
}

std::vector<std::string> analyze_all(const std::vector<std::string>& texts, std::size_t first) {
  std::vector<std::string> results(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::size_t at = (first + i) % texts.size();
    results[at] = quoth::to_json(quoth::Analyzer::english().analyze(texts[at]));
  }
  return results;
}

}  // namespace

TEST_CASE("Threads that share an analyzer find what one finds, in any order of texts, while another loads") {
  const std::vector<std::string> texts = articles();
  REQUIRE(texts.size() > 3);
  std::vector<std::vector<std::string>> results(kThreads);
  std::string loaded;
  {
    std::vector<std::jthread> threads;
    // The first use of english() is among them.
    for (std::size_t t = 0; t < kThreads; ++t) threads.emplace_back([&, t] { results[t] = analyze_all(texts, t); });
    threads.emplace_back([&] {
      const auto analyzer = quoth::Analyzer::load({{}, {kExamples / "own.rules", kExamples / "own_names.tsv"}});
      loaded = quoth::to_json(analyzer.analyze("The trawler Morning Star sank."));
    });
  }
  const std::vector<std::string> expected = analyze_all(texts, 0);
  for (const auto& result : results) CHECK(result == expected);
  CHECK(loaded.find("\"SHIP\"") != std::string::npos);
  CHECK(expected[0].find("\"PERSON\"") != std::string::npos);
}
