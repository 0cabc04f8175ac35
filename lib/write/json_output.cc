#include "write/json_output.h"

#include <array>
#include <charconv>
#include <cmath>

#include "write/utf8.h"

namespace quoth::internal {
namespace {

bool is_plain(unsigned char byte) { return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\'; }

void append_escape(unsigned char byte, std::string& out) {
  switch (byte) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  constexpr std::string_view digits = "0123456789abcdef";
  out += "\\u00";
  out += digits[byte >> 4];
  out += digits[byte & 15];
}

}  // namespace

void append_json_string(std::string_view value, std::string& out) {
  out += '"';
  for (std::size_t at = 0; at < value.size();) {
    std::size_t end = at;
    while (end < value.size() && is_plain(static_cast<unsigned char>(value[end]))) ++end;
    out.append(value, at, end - at);
    if (end == value.size()) break;
    at = end;
    if (const auto byte = static_cast<unsigned char>(value[at]); byte < 0x80) {
      append_escape(byte, out);
      ++at;
      continue;
    }
    const Utf8Character character = utf8_at(value, at);
    out += character.valid ? value.substr(at, character.size) : kReplacement;
    at += character.size;
  }
  out += '"';
}

void JsonOutput::open(char bracket, Layout layout) {
  before_value();
  out_ += bracket;
  levels_.push_back({bracket == '[' ? ']' : '}', pretty_ && layout == Layout::lines});
}

void JsonOutput::close() {
  const Level level = levels_.back();
  levels_.pop_back();
  if (level.lines && !level.empty) break_line();
  out_ += level.closing;
}

JsonOutput& JsonOutput::key(std::string_view name) {
  before_value();
  append_json_string(name, out_);
  out_ += pretty_ ? ": " : ":";
  after_key_ = true;
  return *this;
}

void JsonOutput::string(std::string_view value) {
  before_value();
  append_json_string(value, out_);
}

void JsonOutput::number(std::uint64_t value) {
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  raw({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

void JsonOutput::rounded(double value, int places) {
  if (!std::isfinite(value) || std::abs(value) > 1e15) value = 0;
  std::array<char, 40> digits;
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, places).ptr;
  std::string_view text(digits.data(), static_cast<std::size_t>(end - digits.data()));
  const std::size_t point = text.find('.');
  while (text.size() > point + 2 && text.back() == '0') text.remove_suffix(1);
  raw(text == "-0.0" ? "0.0" : text);
}

void JsonOutput::raw(std::string_view token) {
  before_value();
  out_ += token;
}

void JsonOutput::before_value() {
  if (after_key_ || levels_.empty()) {
    after_key_ = false;
    return;
  }
  Level& level = levels_.back();
  if (!level.empty) out_ += pretty_ && !level.lines ? ", " : ",";
  level.empty = false;
  if (level.lines) break_line();
}

void JsonOutput::break_line() {
  out_ += '\n';
  out_.append(2 * levels_.size(), ' ');
}

}  // namespace quoth::internal
