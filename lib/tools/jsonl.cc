#include "tools/jsonl.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "write/offset_map.h"

namespace quoth::internal {
namespace {

using nlohmann::json;

/// Thrown while the id is at hand further up.
struct Wrong {
  std::string message;
};

json parse(std::string_view line) {
  try {
    return json::parse(line);
  } catch (const json::parse_error& error) {
    throw Wrong{"no JSON: broken at byte " + std::to_string(error.byte)};
  } catch (const json::exception&) {
    throw Wrong{"no JSON: a number is out of range"};
  }
}

const json& member(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) throw Wrong{"no \"" + std::string(key) + "\""};
  return *found;
}

const std::string& string_member(const json& object, const char* key) {
  const json& value = member(object, key);
  if (!value.is_string()) throw Wrong{"\"" + std::string(key) + "\" is no string"};
  return value.get_ref<const std::string&>();
}

std::string id_of(const json& object) {
  const json& id = member(object, "id");
  if (id.is_number_integer()) return id.dump();
  if (!id.is_string()) throw Wrong{"\"id\" is no string"};
  return id.get<std::string>();
}

std::uint32_t offset_member(const json& object, const char* key, const OffsetMap& offsets) {
  const json& value = member(object, key);
  if (!value.is_number_unsigned()) throw Wrong{"\"" + std::string(key) + "\" is no offset"};
  const auto offset = value.get<std::uint64_t>();
  const auto byte = offsets.to_byte(offset);
  if (!byte) {
    throw Wrong{"\"" + std::string(key) + "\" is " + std::to_string(offset) +
                ", which is past the text or inside a character"};
  }
  return *byte;
}

bool is_name(const json& mention) {
  const auto form = mention.find("form");
  return form == mention.end() || *form == "name";
}

GivenMention given_mention(const json& mention, const OffsetMap& offsets) {
  GivenMention given;
  given.span.begin = offset_member(mention, "start", offsets);
  given.span.end = offset_member(mention, "end", offsets);
  given.label = string_member(mention, "type");
  if (given.span.begin >= given.span.end) throw Wrong{"\"end\" is not behind \"start\""};
  if (given.label.empty()) throw Wrong{"\"type\" is empty"};
  return given;
}

void check_order(std::vector<GivenMention>& mentions) {
  std::sort(mentions.begin(), mentions.end(),
            [](const GivenMention& a, const GivenMention& b) { return a.span < b.span; });
  const auto overlap = std::adjacent_find(mentions.begin(), mentions.end(),
                                          [](const auto& a, const auto& b) { return a.span.overlaps(b.span); });
  if (overlap != mentions.end()) throw Wrong{"mentions overlap"};
}

std::vector<GivenMention> given_mentions(const json& list, std::string_view text, OffsetUnit unit) {
  if (!list.is_array()) throw Wrong{"\"mentions\" is no list"};
  const OffsetMap offsets(text, unit);
  std::vector<GivenMention> mentions;
  for (std::size_t i = 0; i < list.size(); ++i) {
    try {
      if (!list[i].is_object()) throw Wrong{"no object"};
      if (is_name(list[i])) mentions.push_back(given_mention(list[i], offsets));
    } catch (const Wrong& wrong) {
      throw Wrong{"mention " + std::to_string(i) + ": " + wrong.message};
    }
  }
  check_order(mentions);
  return mentions;
}

}  // namespace

JsonlDocument parse_jsonl(std::string_view line, OffsetUnit unit) {
  std::optional<std::string> id;
  try {
    const json object = parse(line);
    if (!object.is_object()) throw Wrong{"no JSON object"};
    id = id_of(object);
    JsonlDocument document{*id, string_member(object, "text"), std::nullopt};
    const auto mentions = object.find("mentions");
    if (mentions != object.end() && !mentions->is_null()) {
      document.mentions = given_mentions(*mentions, document.text, unit);
    }
    return document;
  } catch (const Wrong& wrong) {
    throw JsonlError(wrong.message, id);
  }
}

}  // namespace quoth::internal
