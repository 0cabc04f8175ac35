#include "tools/gold.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/mapped_file.h"
#include "quoth/load_error.h"
#include "tools/marked_text.h"

namespace quoth::internal {
namespace {

using nlohmann::json;

// Byte offset of each code point, and of the end.
std::vector<std::uint32_t> code_point_offsets(std::string_view text) {
  std::vector<std::uint32_t> offsets;
  for (std::uint32_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80) offsets.push_back(i);
  offsets.push_back(static_cast<std::uint32_t>(text.size()));
  return offsets;
}

struct RawName {
  std::size_t start = 0, end = 0;
  std::string type;
  float confidence = 1;
};

RawName raw_name(const json& item) {
  if (item.is_array())
    return {item.at(0).get<std::size_t>(), item.at(1).get<std::size_t>(), item.at(2).get<std::string>(), 1};
  return {item.at("start").get<std::size_t>(), item.at("end").get<std::size_t>(), item.at("type").get<std::string>(),
          item.value("confidence", 1.0F)};
}

using Texts = std::map<std::string, std::string_view>;  // by id

GoldDocument document_from(const json& line, const Texts& texts) {
  GoldDocument doc;
  if (line.contains("id")) doc.id = line["id"].is_string() ? line["id"].get<std::string>() : line["id"].dump();
  const auto known = texts.find(doc.id);
  doc.text = !line.contains("text") && known != texts.end() ? known->second : line.at("text").get<std::string>();
  doc.weight = line.value("weight", 1.0F);
  doc.misc_known = line.value("misc", true);
  const auto offsets = code_point_offsets(doc.text);
  const char* key = line.contains("entities") && !line.contains("mentions") ? "entities" : "mentions";
  for (const json& item : line.at(key)) {
    if (item.is_object() && item.value("form", "name") != "name") continue;
    const RawName raw = raw_name(item);
    NameType type{};
    if (!name_type_from(raw.type, type)) continue;
    if (raw.start >= raw.end || raw.end >= offsets.size())
      throw std::runtime_error("a name's offsets are not within the text");
    doc.names.push_back({{offsets[raw.start], offsets[raw.end]}, type, raw.confidence});
  }
  std::sort(doc.names.begin(), doc.names.end(), [](const GoldName& a, const GoldName& b) { return a.span < b.span; });
  return doc;
}

std::vector<GoldDocument> read_lines(std::string_view jsonl, const std::string& file, const Texts& texts) {
  std::vector<GoldDocument> docs;
  std::vector<Fault> faults;
  for (std::uint32_t line = 1; !jsonl.empty(); ++line) {
    const std::size_t end = jsonl.find('\n');
    const std::string_view text = jsonl.substr(0, end);
    jsonl.remove_prefix(end == std::string_view::npos ? jsonl.size() : end + 1);
    if (text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    try {
      docs.push_back(document_from(json::parse(text), texts));
    } catch (const std::exception& error) {
      faults.push_back({file, line, 0, error.what()});
    }
  }
  if (!faults.empty()) throw LoadError(std::move(faults));
  return docs;
}

}  // namespace

bool name_type_from(std::string_view text, NameType& out) {
  static constexpr std::pair<std::string_view, NameType> kNames[] = {{"PERSON", NameType::person},
                                                                     {"PER", NameType::person},
                                                                     {"LOCATION", NameType::location},
                                                                     {"LOC", NameType::location},
                                                                     {"GPE", NameType::location},
                                                                     {"FAC", NameType::location},
                                                                     {"ORGANIZATION", NameType::organization},
                                                                     {"ORG", NameType::organization},
                                                                     {"MISC", NameType::misc}};
  for (const auto& [name, type] : kNames)
    if (name == text) return out = type, true;
  return false;
}

std::vector<GoldDocument> read_gold(std::string_view jsonl, const std::string& file) {
  return read_lines(jsonl, file, {});
}

std::vector<GoldDocument> read_predictions(std::string_view jsonl, const std::string& file,
                                           const std::vector<GoldDocument>& gold) {
  Texts texts;
  for (const GoldDocument& document : gold) texts[document.id] = document.text;
  return read_lines(jsonl, file, texts);
}

std::vector<GoldDocument> read_gold_file(const std::string& path) {
  if (!path.ends_with(".txt")) return read_gold(read_file(path), path);
  std::vector<Fault> faults;
  MarkedText marked = read_marked_file(path, faults);
  if (!faults.empty()) throw LoadError(std::move(faults));
  GoldDocument document;
  document.id = std::move(marked.id);
  document.text = std::move(marked.text);
  document.names = std::move(marked.names);
  return {std::move(document)};
}

}  // namespace quoth::internal
