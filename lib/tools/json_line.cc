#include "tools/json_line.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace quoth::internal {
namespace {

using nlohmann::json;
using Kind = JsonValue::Kind;

std::string broken_at(std::size_t byte) { return "no JSON: broken at byte " + std::to_string(byte); }

// What nlohmann-json calls for each part of a line: its SAX interface. Each call says whether to go on.
class LineBuilder {
 public:
  JsonValue root;

  bool null() { return put({}); }
  bool boolean(bool value) {
    JsonValue out = value_of(Kind::boolean);
    out.boolean = value;
    return put(std::move(out));
  }
  bool number_unsigned(json::number_unsigned_t value) {
    JsonValue out = value_of(Kind::natural, static_cast<double>(value));
    out.natural = value;
    return put(std::move(out));
  }
  bool number_integer(json::number_integer_t value) {
    JsonValue out = value_of(Kind::negative, static_cast<double>(value));
    out.negative = value;
    return put(std::move(out));
  }
  bool number_float(json::number_float_t value, const std::string&) { return put(value_of(Kind::real, value)); }
  bool string(std::string& value) {
    JsonValue out = value_of(Kind::string);
    if (below_ == 0) out.string = std::move(value);
    return put(std::move(out));
  }
  bool binary(json::binary_t&) { return false; }  // JSON as text has none

  bool start_object(std::size_t) { return open(Kind::object); }
  bool key(std::string& name) {
    if (below_ == 0) open_.back()->keys.push_back(std::move(name));
    return true;
  }
  bool end_object() { return close(); }
  bool start_array(std::size_t) { return open(Kind::list); }
  bool end_array() { return close(); }

  bool parse_error(std::size_t byte, const std::string&, const json::exception& error) {
    constexpr int kNumberOutOfRange = 406;
    throw JsonError(error.id == kNumberOutOfRange ? "no JSON: a number is out of range" : broken_at(byte));
  }

 private:
  static JsonValue value_of(Kind kind, double real = 0) {
    JsonValue value;
    value.kind = kind;
    value.real = real;
    return value;
  }
  bool put(JsonValue&& value) {
    if (below_ > 0) return true;
    if (open_.empty()) {
      root = std::move(value);
    } else {
      open_.back()->items.push_back(std::move(value));
    }
    return true;
  }
  bool open(Kind kind) {
    put(value_of(kind));
    if (below_ > 0 || open_.size() == kJsonDepth) {
      ++below_;
    } else {
      open_.push_back(open_.empty() ? &root : &open_.back()->items.back());
    }
    return true;
  }
  bool close() {
    if (below_ > 0) {
      --below_;
    } else {
      open_.pop_back();
    }
    return true;
  }

  // Those that are not at their end: each the last item of the one before, so that none moves.
  std::vector<JsonValue*> open_;
  std::size_t below_ = 0;  // how many more are open that are left out
};

[[noreturn]] void refuse(std::string_view before, std::string_view key, std::string_view after) {
  throw JsonError(std::string(before) + '"' + std::string(key) + '"' + std::string(after));
}

}  // namespace

const JsonValue* JsonValue::find(std::string_view key) const {
  for (std::size_t i = keys.size(); i-- > 0;)
    if (keys[i] == key) return items[i].is(Kind::null) ? nullptr : &items[i];
  return nullptr;
}

JsonValue parse_json_line(std::string_view line) {
  LineBuilder builder;
  json::sax_parse(line, &builder);
  const std::size_t zero = line.find('\0');  // which nlohmann-json takes for the end
  if (zero != std::string_view::npos) throw JsonError(broken_at(zero + 1));
  return std::move(builder.root);
}

const JsonValue& member(const JsonValue& object, std::string_view key) {
  const JsonValue* found = object.find(key);
  if (found == nullptr) refuse("no ", key, "");
  return *found;
}

const std::string& string_member(const JsonValue& object, std::string_view key) {
  const JsonValue& value = member(object, key);
  if (!value.is(Kind::string)) refuse("", key, " is no string");
  return value.string;
}

const std::string* string_if_any(const JsonValue& object, std::string_view key) {
  return object.find(key) == nullptr ? nullptr : &string_member(object, key);
}

bool is_name(const JsonValue& mention) {
  const std::string* form = string_if_any(mention, "form");
  return form == nullptr || *form == "name";
}

std::string id_member(const JsonValue& object) {
  const JsonValue& id = member(object, "id");
  if (id.is(Kind::natural)) return std::to_string(id.natural);
  if (id.is(Kind::negative)) return std::to_string(id.negative);
  if (!id.is(Kind::string)) refuse("", "id", " is no string or integer");
  return id.string;
}

}  // namespace quoth::internal
