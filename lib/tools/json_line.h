#pragma once

// A line of JSON as a value. nlohmann-json reads it; its own values are not used, for they allocate when they are
// destroyed, which ends the program where memory has run out. Tested by tests/unit/tools_json_line_test.cc.

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::internal {

/// What is wrong with a line, or with a value in it.
class JsonError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct JsonValue {
  enum class Kind : std::uint8_t { null, boolean, natural, negative, real, string, list, object };

  Kind kind = Kind::null;
  bool boolean = false;
  std::uint64_t natural = 0;
  std::int64_t negative = 0;
  double real = 0;  // of each number
  std::string string;
  std::vector<JsonValue> items;   // of a list or an object
  std::vector<std::string> keys;  // of an object, one for each item

  bool is(Kind k) const { return kind == k; }
  /// The last value of a key, which null is not; nullptr: there is none, or this is no object.
  const JsonValue* find(std::string_view key) const;
};

/// Values inside of each other down to this depth are read: an object, a list in it, objects in that. Those below are
/// checked, and left out: a list or object at the last depth is one without items.
constexpr std::size_t kJsonDepth = 3;

/// Throws JsonError: "no JSON: broken at byte 7". Linear in the length of the line, however deep it nests.
JsonValue parse_json_line(std::string_view line);

/// Members that must be there. They throw JsonError: `no "text"`, `"text" is no string`.
const JsonValue& member(const JsonValue& object, std::string_view key);
const std::string& string_member(const JsonValue& object, std::string_view key);
/// nullptr: there is none. Throws JsonError if it is no string.
const std::string* string_if_any(const JsonValue& object, std::string_view key);
/// Whether a mention's "form", where it has one, says that it is a name. Throws JsonError if it is no string.
bool is_name(const JsonValue& mention);
/// A string or a whole number of at most 64 bits, as text.
std::string id_member(const JsonValue& object);

}  // namespace quoth::internal
