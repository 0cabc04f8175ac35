// Whole articles: what is found in NAME.txt is kept in NAME.expected, so that every change of what the program does is
// seen in the change that makes it. The files record; they do not say what is right. update.sh writes them anew.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "quoth/quoth.h"

namespace quoth {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(QUOTH_SOURCE_DIR) / "tests/golden";

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string on_one_line(std::string text) {
  for (char& c : text)
    if (c == '\n') c = ' ';
  return text;
}

/// The texts of an entity's names and how often each stands in the article: "Okoye x3, Ada Okoye".
std::string names_of(const Document& doc, const Entity& entity) {
  std::vector<std::pair<std::string, int>> counted;
  for (const MentionId m : entity.mentions) {
    if (doc.mentions[m].form != Form::name) continue;
    const std::string name = on_one_line(std::string(doc.text_of(doc.mentions[m])));
    const auto same = std::find_if(counted.begin(), counted.end(), [&](const auto& c) { return c.first == name; });
    if (same == counted.end()) {
      counted.emplace_back(name, 1);
    } else {
      ++same->second;
    }
  }
  std::string out;
  for (const auto& [name, count] : counted)
    out += (out.empty() ? "" : ", ") + name + (count > 1 ? " x" + std::to_string(count) : "");
  return out;
}

std::string first_of(const Document& doc, const std::vector<Span>& spans) {
  return spans.empty() ? "-" : on_one_line(std::string(doc.text_of(spans[0])));
}

std::string rendered(const Document& doc, const Quote& quote) {
  static const char* kTypes[] = {"direct", "mixed", "indirect"};
  std::string out = std::string(kTypes[static_cast<int>(quote.type)]) + ": " + first_of(doc, quote.speaker_span);
  if (const auto entity = doc.speaker_entity(quote)) out += " = " + doc.entities[*entity].name;
  out += " | " + first_of(doc, quote.cue);
  if (!quote.addressee.empty()) out += " > " + first_of(doc, quote.addressee);
  return out + " | " + on_one_line(doc.text_of(quote));
}

std::string rendered(const Document& doc) {
  std::string out = "NAMES\n";
  for (const Entity& entity : doc.entities)
    out += std::string(doc.label_name(entity.label)) + ": " + entity.name + " | " + names_of(doc, entity) + '\n';
  out += "\nQUOTES: speaker = entity | cue > addressee | content\n";
  for (const Quote& quote : doc.quotes) out += rendered(doc, quote) + '\n';
  return out;
}

std::vector<fs::path> articles() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(kFolder))
    if (entry.path().extension() == ".txt") out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

TEST_CASE("articles give what they gave (tests/golden/update.sh records what they give now)") {
  const bool update = std::getenv("QUOTH_UPDATE_GOLDEN") != nullptr;
  REQUIRE(articles().size() >= 10);
  for (const fs::path& article : articles()) {
    INFO(article.filename().string());
    const std::string found = rendered(Analyzer::english().analyze(read(article)));
    const fs::path expected = fs::path(article).replace_extension(".expected");
    if (update) std::ofstream(expected, std::ios::binary) << found;
    CHECK(found == read(expected));
  }
}

}  // namespace
}  // namespace quoth
