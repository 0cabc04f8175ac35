// Tested by tests/unit/match_list_reader_test.cc.

#include "match/list_fields.h"

#include <algorithm>
#include <array>

#include "match/rule_suggest.h"

namespace quoth::internal {
namespace {

constexpr std::size_t kShownBytes = 60;

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

template <typename Test>
bool consists_of(std::string_view text, Test test) {
  return !text.empty() && std::all_of(text.begin(), text.end(), test);
}

bool is_type(std::string_view text) {
  return consists_of(text, [](char c) { return is_capital(c) || is_digit(c) || c == '_'; }) && is_capital(text.front());
}

bool is_name(std::string_view text) {
  return consists_of(text, [](char c) { return is_small(c) || is_digit(c) || c == '_'; });
}

bool is_language(std::string_view text) {
  return consists_of(text, [](char c) { return is_small(c) || is_capital(c) || is_digit(c) || c == '-' || c == ','; });
}

std::string with_case(std::string_view text, bool capitals) {
  std::string out(text);
  for (char& c : out) {
    if (capitals ? is_small(c) : is_capital(c)) c = static_cast<char>(c ^ ('a' ^ 'A'));
  }
  return out;
}

std::array<std::string_view, kGazetteerColumns> column_names() {
  std::array<std::string_view, kGazetteerColumns> names;
  std::string_view rest = kGazetteerHeader;
  for (std::string_view& name : names) name = take(rest, '\t');
  return names;
}

}  // namespace

std::string quoted(std::string_view text) {
  std::size_t end = std::min(text.size(), kShownBytes);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return "'" + std::string(text.substr(0, end)) + (end < text.size() ? "..." : "") + "'";
}

std::string_view take(std::string_view& rest, char separator) {
  const std::size_t size = std::min(rest.find(separator), rest.size());
  const std::string_view part = rest.substr(0, size);
  rest.remove_prefix(std::min(size + 1, rest.size()));
  return part;
}

std::string gazetteer_columns() {
  std::string names(kGazetteerHeader);
  std::replace(names.begin(), names.end(), '\t', ' ');
  return names;
}

std::pair<std::size_t, std::string> check_header(std::string_view header) {
  if (header == kGazetteerHeader) return {};
  const std::string expected = "expected the header " + quoted(gazetteer_columns()) + ", separated by tabs";
  if (std::count(header.begin(), header.end(), '\t') + 1 != static_cast<std::ptrdiff_t>(kGazetteerColumns)) {
    return {1, expected};
  }
  std::size_t column = 1;
  for (const std::string_view name : column_names()) {
    const std::string_view found = take(header, '\t');
    if (found != name) return {column, quoted(found) + " is no column here; expected " + quoted(name)};
    column += found.size() + 1;
  }
  return {1, expected};
}

std::string check_type(std::string_view type) {
  if (is_type(type)) return {};
  if (type.empty()) return "the type is missing; expected a word in capitals, as PERSON";
  const std::string capitals = with_case(type, true);
  if (is_type(capitals)) return "type " + quoted(type) + " is not in capitals: did you mean " + quoted(capitals) + "?";
  return "type " + quoted(type) + " is wrong; expected capitals, digits and '_', as PERSON";
}

std::string check_name(std::string_view what, std::string_view name) {
  if (is_name(name)) return {};
  const std::string small = with_case(name, false);
  const std::string message =
      std::string(what) + " " + quoted(name) + " is wrong; expected small letters, digits and '_'";
  return is_name(small) ? message + ": did you mean " + quoted(small) + "?" : message;
}

std::string read_prior(std::string_view name, std::string_view text, std::uint8_t& prior) {
  if (text.size() != 1 || !is_digit(text[0])) {
    const std::string found = text.empty() ? "is missing" : quoted(text) + " is wrong";
    return std::string(name) + " " + found + "; expected a digit from 0 to 9";
  }
  prior = static_cast<std::uint8_t>(text[0] - '0');
  return {};
}

std::string check_ids(std::string_view ids) {
  while (!ids.empty()) {
    const std::string_view id = take(ids, '|');
    const std::size_t colon = id.find(':');
    if (colon == 0 || colon == std::string_view::npos || colon + 1 == id.size()) {
      return "id " + quoted(id) + " is wrong; expected SOURCE:VALUE, as wikidata:Q90";
    }
  }
  return {};
}

std::string check_language(std::string_view language) {
  if (language.empty() || is_language(language)) return {};
  return "language " + quoted(language) + " is wrong; expected a code, as es";
}

std::string read_sex(std::string_view sex, std::uint8_t& flags) {
  if (sex != "m" && sex != "f") return "sex " + quoted(sex) + " is wrong; expected m or f";
  flags |= sex == "m" ? kMale : kFemale;
  return {};
}

std::string read_flag(std::string_view flag, LexiconBuilder::Row& row) {
  static const std::array<std::string, 4> kFlagNames = {"ambiguous", "upper", "m", "f"};
  if (flag == "ambiguous") {
    row.flags |= kAmbiguous;
  } else if (flag == "upper") {
    row.case_rule = CaseRule::upper;
  } else if (flag == "m") {
    row.flags |= kMale;
  } else if (flag == "f") {
    row.flags |= kFemale;
  } else {
    const std::string meant = flag.size() > 1 ? suggestion(flag, kFlagNames) : "";
    return "unknown flag " + quoted(flag) + (meant.empty() ? "; expected ambiguous, upper, m or f" : meant);
  }
  return {};
}

}  // namespace quoth::internal
