// Tested by tests/unit/match_list_reader_test.cc.

#include "match/list_reader.h"

#include <algorithm>
#include <array>

#include "match/list_fields.h"
#include "match/phrases.h"
#include "match/source_text.h"
#include "text/unicode.h"
#include "text/words.h"

namespace quoth::internal {
namespace {

using Row = LexiconBuilder::Row;

enum Column : std::size_t { kSurface, kCanonical, kType, kSubtype, kPrior, kIds, kLang, kFlags };

/// "en/words/month.txt" -> "month"
std::string_view stem(std::string_view name) {
  name.remove_prefix(std::min(name.rfind('/') + 1, name.size()));
  return name.substr(0, name.rfind('.'));
}

struct Attribute {
  std::string_view key;
  std::string_view value;
  std::size_t column = 0;
};

void append_attribute(std::string_view key, std::string_view value, std::string& attributes) {
  if (!attributes.empty()) attributes += ';';
  attributes += std::string(key) + "=" + std::string(value);
}

}  // namespace

/// Goes through a file's lines and takes the faults that are found in them.
struct ListReader::File {
  File(const std::string& file_name, std::string_view text, std::vector<Fault>& all)
      : name(file_name), rest(without_byte_order_mark(text)), faults(all) {}

  /// The next line that is sound text, without its end. False at the end of the file, or when it has too many faults.
  bool next(std::string_view& line) {
    while (!rest.empty() && fault_count < kMaxFaultsPerList) {
      ++line_number;
      line = take(rest, '\n');
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      if (is_sound(line)) return true;
    }
    if (!rest.empty()) faults.push_back({name, line_number, 0, "too many faults; the rest of the file is not read"});
    return false;
  }

  void fault(std::size_t column, const std::string& message) {
    faults.push_back({name, line_number, static_cast<std::uint32_t>(column), message});
    ++fault_count;
  }

  std::vector<Attribute> attributes(std::string_view line, std::string_view tail);

  const std::string& name;
  std::string_view rest;
  std::vector<Fault>& faults;
  std::size_t fault_count = 0;
  std::uint32_t line_number = 0;

 private:
  bool is_sound(std::string_view line) {
    const std::size_t invalid = first_invalid_utf8(line);
    if (invalid < line.size()) fault(invalid + 1, "invalid UTF-8");
    const auto control =
        std::find_if(line.begin(), line.end(), [](unsigned char c) { return (c < 0x20 && c != '\t') || c == 0x7F; });
    if (control != line.end()) fault(static_cast<std::size_t>(control - line.begin()) + 1, "a control character");
    return invalid >= line.size() && control == line.end();
  }
};

void ListReader::read_gazetteer(const std::string& name, std::string_view text) {
  File file(name, text, faults_);
  std::string_view line;
  if (!file.next(line)) line = {};
  const auto [column, message] = check_header(line);
  if (!message.empty()) {
    file.line_number = std::max<std::uint32_t>(file.line_number, 1);
    file.fault(column, message);
    return;
  }
  while (file.next(line)) {
    if (!line.empty()) read_gazetteer_row(file, line);
  }
}

void ListReader::read_gazetteer_row(File& file, std::string_view line) {
  const auto count = static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t')) + 1;
  if (count != kGazetteerColumns) {
    file.fault(1, std::to_string(count) + (count == 1 ? " column" : " columns") + "; expected " +
                      std::to_string(kGazetteerColumns) + ", separated by tabs: " + gazetteer_columns());
    return;
  }
  std::array<std::string_view, kGazetteerColumns> fields;
  std::string_view rest = line;
  for (std::string_view& field : fields) field = take(rest, '\t');
  const std::size_t faults_before = file.fault_count;
  const auto check = [&](std::string_view field, const std::string& message) {
    if (!message.empty()) file.fault(static_cast<std::size_t>(field.data() - line.data()) + 1, message);
  };

  Row row;
  check(fields[kSurface], read_phrase(fields[kSurface], row));
  check(fields[kType], check_type(fields[kType]));
  if (!fields[kSubtype].empty()) check(fields[kSubtype], check_name("subtype", fields[kSubtype]));
  check(fields[kPrior], read_prior("prior", fields[kPrior], row.prior));
  check(fields[kIds], check_ids(fields[kIds]));
  check(fields[kLang], check_language(fields[kLang]));
  for (std::string_view flags = fields[kFlags]; !flags.empty();) {
    const std::string_view flag = take(flags, ',');
    check(flag, read_flag(flag, row));
  }
  if (file.fault_count != faults_before) return;

  if (!fields[kLang].empty()) append_attribute("lang", fields[kLang], row.attributes);
  if (fields[kSubtype] == "m") row.flags |= kMale;
  if (fields[kSubtype] == "f") row.flags |= kFemale;
  row.kind = fields[kType];
  if (!fields[kSubtype].empty()) row.kind += "." + std::string(fields[kSubtype]);
  row.list = file.name;
  row.line = file.line_number;
  row.canonical = fields[kCanonical];
  row.ids = fields[kIds];
  builder_.add(std::move(row));
}

namespace {

/// The " pos=goal" that a phrase ends in, where a space stands for the tab; or nothing.
std::string_view attribute_behind_space(std::string_view phrase) {
  const std::size_t space = phrase.rfind(' ');
  if (space == std::string_view::npos) return {};
  const std::string_view attribute = phrase.substr(space);
  const std::size_t equals = attribute.find('=');
  if (equals == std::string_view::npos || equals + 1 == attribute.size()) return {};
  const std::string_view key = attribute.substr(1, equals - 1);
  const bool is_key = !key.empty() && key.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos;
  return is_key ? attribute : std::string_view{};
}

bool has_key(const std::vector<Attribute>& attributes, std::string_view key) {
  return std::any_of(attributes.begin(), attributes.end(), [key](const Attribute& a) { return a.key == key; });
}

/// Puts an attribute where it belongs in a row; says what is wrong with it, or nothing.
std::string apply_attribute(const Attribute& attribute, std::string_view kind_key, Row& row) {
  const auto [key, value, column] = attribute;
  if (key == "freq" || key == "prior") return read_prior(key, value, row.prior);
  if (key == "sex") return read_sex(value, row.flags);
  if (key == kind_key) {
    row.kind += "." + std::string(value);
    return check_name(key, value);
  }
  if (value.find(';') != std::string_view::npos) return "the value of " + quoted(key) + " must not have a ';'";
  append_attribute(key, value, row.attributes);
  return {};
}

}  // namespace

/// The attributes of a line's tail; what is no attribute is a fault.
std::vector<Attribute> ListReader::File::attributes(std::string_view line, std::string_view tail) {
  std::vector<Attribute> out;
  while (!tail.empty()) {
    const std::string_view text = take(tail, '\t');
    const std::size_t column = static_cast<std::size_t>(text.data() - line.data()) + 1;
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0 || equals + 1 == text.size()) {
      fault(column, "expected KEY=VALUE, found " + quoted(text));
      continue;
    }
    const Attribute attribute{text.substr(0, equals), text.substr(equals + 1), column};
    const std::string error = has_key(out, attribute.key) ? "attribute " + quoted(attribute.key) + " is given twice"
                                                          : check_name("attribute", attribute.key);
    if (error.empty()) {
      out.push_back(attribute);
    } else {
      fault(column, error);
    }
  }
  return out;
}

void ListReader::read_words(const std::string& name, std::string_view text) {
  File file(name, text, faults_);
  std::string_view line;
  while (file.next(line)) {
    if (!line.empty() && line.front() != '#') read_words_row(file, line);
  }
}

void ListReader::read_words_row(File& file, std::string_view line) {
  const std::size_t faults_before = file.fault_count;
  std::string_view rest = line;
  Row row;
  const std::string_view phrase = take(rest, '\t');
  const std::string message = read_phrase(phrase, row);
  if (!message.empty()) file.fault(1, message);
  const std::string_view misplaced = attribute_behind_space(phrase);
  if (!misplaced.empty()) {
    file.fault(phrase.size() - misplaced.size() + 2,
               "attributes stand behind a tab: found " + quoted(misplaced) + " behind a space");
  }
  row.kind = stem(file.name);
  row.list = file.name;
  row.line = file.line_number;
  const std::vector<Attribute> attributes = file.attributes(line, rest);
  const bool has_class = has_key(attributes, "class");
  for (const Attribute& attribute : attributes) {
    const std::string error = apply_attribute(attribute, has_class ? "class" : "pos", row);
    if (!error.empty()) file.fault(attribute.column, error);
  }
  if (file.fault_count == faults_before) builder_.add(std::move(row));
}

std::string ListReader::read_phrase(std::string_view phrase, Row& row) {
  cursor_.tokenize(phrase, tokens_);
  if (tokens_.size() == 0) return "the phrase is missing";
  if (tokens_.size() > kMaxPhraseTokens) {
    return "the phrase has " + std::to_string(tokens_.size()) + " tokens; at most " + std::to_string(kMaxPhraseTokens) +
           " are allowed";
  }
  for (std::uint32_t i = 0; i < tokens_.size(); ++i) row.words.emplace_back(tokens_.word(i));
  row.case_rule = written_as(tokens_, 0, tokens_.size(), CaseRule::capital) ? CaseRule::capital : CaseRule::any;
  return {};
}

}  // namespace quoth::internal
