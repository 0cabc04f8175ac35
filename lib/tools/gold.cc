#include "tools/gold.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/mapped_file.h"
#include "quoth/load_error.h"
#include "tools/json_line.h"
#include "tools/marked_text.h"
#include "write/offset_map.h"

namespace quoth::internal {
namespace {

using Kind = JsonValue::Kind;

struct RawName {
  std::uint64_t start = 0, end = 0;
  std::string type;
  float confidence = 1;
};

std::uint64_t offset_of(const JsonValue& value) {
  if (!value.is(Kind::natural)) throw JsonError("an offset is no whole number");
  return value.natural;
}

float number_or(const JsonValue& object, std::string_view key, float otherwise) {
  const JsonValue* value = object.find(key);
  if (value == nullptr) return otherwise;
  if (!value->is(Kind::natural) && !value->is(Kind::negative) && !value->is(Kind::real))
    throw JsonError("\"" + std::string(key) + "\" is no number");
  return static_cast<float>(value->real);
}

// [start, end, type], or an object that says which is which.
RawName raw_name(const JsonValue& item) {
  if (item.is(Kind::object))
    return {offset_of(member(item, "start")), offset_of(member(item, "end")), string_member(item, "type"),
            number_or(item, "confidence", 1)};
  if (!item.is(Kind::list) || item.items.size() < 3 || !item.items[2].is(Kind::string))
    throw JsonError("not [start, end, \"TYPE\"]");
  return {offset_of(item.items[0]), offset_of(item.items[1]), item.items[2].string, 1};
}

float weight_of(const JsonValue& line) {
  constexpr float kMostWeight = 1000;
  const float weight = number_or(line, "weight", 1);
  if (!(weight >= 0 && weight <= kMostWeight)) throw JsonError("\"weight\" is not from 0 to 1000");
  return weight;
}

// The names that a line lists, in order.
std::vector<GoldName> names_of(const JsonValue& list, std::string_view text) {
  if (!list.is(Kind::list)) throw JsonError("its names are no list");
  const OffsetMap offsets(text, OffsetUnit::codepoints);
  std::vector<GoldName> names;
  for (const JsonValue& item : list.items) {
    if (!is_name(item)) continue;
    const RawName raw = raw_name(item);
    NameType type{};
    if (!name_type_from(raw.type, type)) continue;
    const auto begin = offsets.to_byte(raw.start), end = offsets.to_byte(raw.end);
    if (!begin || !end || *begin >= *end) throw JsonError("a name's offsets are not within the text");
    names.push_back({{*begin, *end}, type, raw.confidence});
  }
  std::sort(names.begin(), names.end(), [](const GoldName& a, const GoldName& b) { return a.span < b.span; });
  return names;
}

using Texts = std::map<std::string, std::string_view>;  // by id

// The line's own, or that of the gold document with its id.
std::string text_of(const JsonValue& line, const std::string& id, const Texts* gold) {
  if (gold == nullptr) return string_member(line, "text");
  const auto known = gold->find(id);
  if (known == gold->end()) throw JsonError("no document of GOLD has the id \"" + id + '"');
  return line.find("text") == nullptr ? std::string(known->second) : string_member(line, "text");
}

GoldDocument document_from(const JsonValue& line, const Texts* gold) {
  if (!line.is(Kind::object)) throw JsonError("no JSON object");
  GoldDocument doc;
  if (line.find("id") != nullptr) doc.id = id_member(line);
  doc.text = text_of(line, doc.id, gold);
  doc.weight = weight_of(line);
  const JsonValue* misc = line.find("misc");
  if (misc != nullptr && !misc->is(Kind::boolean)) throw JsonError("\"misc\" is not true or false");
  doc.misc_known = misc == nullptr || misc->boolean;
  const JsonValue* mentions = line.find("mentions");
  if (mentions == nullptr && line.find("entities") == nullptr) throw JsonError("no \"mentions\" or \"entities\"");
  doc.names = names_of(mentions != nullptr ? *mentions : *line.find("entities"), doc.text);
  return doc;
}

// `gold`: nullptr where each line has its own text.
std::vector<GoldDocument> read_lines(std::string_view jsonl, const std::string& file, const Texts* gold,
                                     std::vector<Fault>& faults) {
  std::vector<GoldDocument> docs;
  for (std::uint32_t line = 1; !jsonl.empty(); ++line) {
    const std::size_t end = jsonl.find('\n');
    const std::string_view text = jsonl.substr(0, end);
    jsonl.remove_prefix(end == std::string_view::npos ? jsonl.size() : end + 1);
    if (text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    try {
      GoldDocument& doc = docs.emplace_back(document_from(parse_json_line(text), gold));
      doc.file = file;
      doc.line = line;
    } catch (const JsonError& error) {
      faults.push_back({file, line, 0, error.what()});
    }
  }
  return docs;
}

std::string place_of(const GoldDocument& document) {
  return document.file + (document.line == 0 ? "" : ':' + std::to_string(document.line));
}

void find_repeated_ids(const std::vector<GoldDocument>& documents, std::vector<Fault>& faults) {
  std::map<std::string_view, const GoldDocument*> first;
  for (const GoldDocument& document : documents) {
    const auto [known, fresh] = first.try_emplace(document.id, &document);
    if (!fresh)
      faults.push_back({document.file, document.line, 0,
                        "the id \"" + document.id + "\" is there already: " + place_of(*known->second)});
  }
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
  std::vector<Fault> faults;
  std::vector<GoldDocument> documents = read_lines(jsonl, file, nullptr, faults);
  if (!faults.empty()) throw LoadError(std::move(faults));
  return documents;
}

std::vector<GoldDocument> read_predictions(std::string_view jsonl, const std::string& file,
                                           const std::vector<GoldDocument>& gold) {
  Texts texts;
  for (const GoldDocument& document : gold) texts[document.id] = document.text;
  std::vector<Fault> faults;
  find_repeated_ids(gold, faults);
  std::vector<GoldDocument> documents = read_lines(jsonl, file, &texts, faults);
  find_repeated_ids(documents, faults);
  if (!faults.empty()) throw LoadError(std::move(faults));
  return documents;
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
  document.file = path;
  return {std::move(document)};
}

}  // namespace quoth::internal
