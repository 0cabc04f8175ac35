// The rows of data/en/words/cues.cases, each through the whole analyzer: the notation is that of quote_fixture.h.

#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <vector>

#include "quote_fixture.h"

namespace quoth {
namespace {

struct Row {
  int line;
  std::string frame;
  bool found;  // + before it
  std::string text;
};

struct Cases {
  std::vector<std::string> frames;
  std::vector<Row> rows;
  std::vector<std::string> faults;  // lines that say nothing
};

Cases read_cases() {
  Cases out;
  std::ifstream file(QUOTH_SOURCE_DIR "/data/en/words/cues.cases");
  int number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    if (line.starts_with("frame ")) {
      out.frames.push_back(line.substr(6));
    } else if ((line.starts_with("+ ") || line.starts_with("- ")) && !out.frames.empty()) {
      out.rows.push_back({number, out.frames.back(), line[0] == '+', line.substr(2)});
    } else {
      out.faults.push_back("cues.cases:" + std::to_string(number) + ": begins with none of frame + - #: " + line);
    }
  }
  return out;
}

// Where two texts part, cut to what stands around.
std::string difference(const std::string& wanted, const std::string& found) {
  std::size_t same = 0;
  while (same < wanted.size() && same < found.size() && wanted[same] == found[same]) ++same;
  constexpr std::size_t kShown = 40;
  while (same > 0 && same < wanted.size() && (static_cast<unsigned char>(wanted[same]) & 0xC0) == 0x80) --same;
  return "from byte " + std::to_string(same) + ": \"" + wanted.substr(same, kShown) + "\" is wanted, \"" +
         found.substr(same, kShown) + "\" found";
}

bool has_quote(const std::string& row) {
  return row.find("<D") != std::string::npos || row.find("<M") != std::string::npos ||
         row.find("<I") != std::string::npos;
}

TEST_CASE("each line of the cases is a frame, a row or a comment") {
  const Cases cases = read_cases();
  CHECK(cases.rows.size() >= 220);
  CHECK(cases.faults == std::vector<std::string>{});
}

TEST_CASE("what a row expects fits its sign") {
  for (const Row& row : read_cases().rows) {
    INFO("cues.cases:" << row.line << ": " << row.text);
    CHECK(has_quote(row.text) == row.found);
    if (!row.found) CHECK(row.text.find('<') == std::string::npos);
  }
}

TEST_CASE("each frame has rows that are found, and rows in which nothing is") {
  const Cases cases = read_cases();
  for (const std::string& frame : cases.frames) {
    INFO("frame " << frame);
    const auto count = [&](bool found) {
      return std::count_if(cases.rows.begin(), cases.rows.end(),
                           [&](const Row& row) { return row.frame == frame && row.found == found; });
    };
    CHECK(count(true) > 0);
    CHECK(count(false) > 0);
  }
}

TEST_CASE("no row stands there twice") {
  std::vector<std::string> texts;
  for (const Row& row : read_cases().rows) texts.push_back(row.text);
  std::sort(texts.begin(), texts.end());
  const auto twice = std::adjacent_find(texts.begin(), texts.end());
  CHECK((twice == texts.end() ? "none" : *twice) == "none");
}

TEST_CASE("each row is found as it is marked") {
  for (const Row& row : read_cases().rows) {
    const std::string found = found_in(row.text);
    INFO("cues.cases:" << row.line << " (frame " << row.frame << ")");
    INFO("wanted " << row.text);
    INFO("found  " << found);
    INFO(difference(row.text, found));
    CHECK(found == row.text);
  }
}

}  // namespace
}  // namespace quoth
