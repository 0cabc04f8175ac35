#include "tools/jsonl.h"

#include <algorithm>

#include "tools/json_line.h"
#include "write/offset_map.h"

namespace quoth::internal {
namespace {

using Kind = JsonValue::Kind;

std::uint32_t offset_member(const JsonValue& object, std::string_view key, const OffsetMap& offsets) {
  const JsonValue& value = member(object, key);
  if (!value.is(Kind::natural)) throw JsonError("\"" + std::string(key) + "\" is no offset");
  const auto byte = offsets.to_byte(value.natural);
  if (!byte) {
    throw JsonError("\"" + std::string(key) + "\" is " + std::to_string(value.natural) +
                    ", which is past the text or inside a character");
  }
  return *byte;
}

GivenMention given_mention(const JsonValue& mention, const OffsetMap& offsets) {
  GivenMention given;
  given.span.begin = offset_member(mention, "start", offsets);
  given.span.end = offset_member(mention, "end", offsets);
  given.label = string_member(mention, "type");
  if (given.span.begin >= given.span.end) throw JsonError("\"end\" is not behind \"start\"");
  if (given.label.empty()) throw JsonError("\"type\" is empty");
  return given;
}

void check_order(std::vector<GivenMention>& mentions) {
  std::sort(mentions.begin(), mentions.end(),
            [](const GivenMention& a, const GivenMention& b) { return a.span < b.span; });
  const auto overlap = std::adjacent_find(mentions.begin(), mentions.end(),
                                          [](const auto& a, const auto& b) { return a.span.overlaps(b.span); });
  if (overlap != mentions.end()) throw JsonError("mentions overlap");
}

std::vector<GivenMention> given_mentions(const JsonValue& list, std::string_view text, OffsetUnit unit) {
  if (!list.is(Kind::list)) throw JsonError("\"mentions\" is no list");
  const OffsetMap offsets(text, unit);
  std::vector<GivenMention> mentions;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    try {
      if (!list.items[i].is(Kind::object)) throw JsonError("no object");
      if (is_name(list.items[i])) mentions.push_back(given_mention(list.items[i], offsets));
    } catch (const JsonError& error) {
      throw JsonError("mention " + std::to_string(i) + ": " + error.what());
    }
  }
  check_order(mentions);
  return mentions;
}

}  // namespace

JsonlDocument parse_jsonl(std::string_view line, OffsetUnit unit) {
  std::optional<std::string> id;
  try {
    const JsonValue object = parse_json_line(line);
    if (!object.is(Kind::object)) throw JsonError("no JSON object");
    id = id_member(object);
    JsonlDocument document{*id, string_member(object, "text"), std::nullopt};
    const JsonValue* mentions = object.find("mentions");
    if (mentions != nullptr) document.mentions = given_mentions(*mentions, document.text, unit);
    return document;
  } catch (const JsonError& error) {
    throw JsonlError(error.what(), id);
  }
}

}  // namespace quoth::internal
