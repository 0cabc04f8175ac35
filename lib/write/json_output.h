#pragma once

// Writes JSON as text. Tested by tests/unit/write_json_output_test.cc.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::internal {

/// Appends JSON to a string, value by value; it puts the commas and, where asked, the indentation. The caller closes
/// what it opens. Written directly, without a tree of values first; strings need care of our own: each
/// byte that is no UTF-8 becomes one U+FFFD, so that offsets into the string still hold.
///
/// Not for sharing between threads.
class JsonOutput {
 public:
  JsonOutput(std::string& out, bool pretty) : out_(out), pretty_(pretty) {}

  /// How a list or object is laid out where the output is pretty.
  enum class Layout : std::uint8_t { lines, one_line };

  void open(char bracket, Layout layout = Layout::one_line);  // '[' or '{'
  void close();
  JsonOutput& key(std::string_view name);

  void string(std::string_view value);
  void number(std::uint64_t value);
  /// With up to `places` (1 to 6) digits behind the point and no needless zeros: 0.97, 1.0. What is no number is 0.0.
  void rounded(double value, int places);
  void boolean(bool value) { raw(value ? "true" : "false"); }
  void null() { raw("null"); }

 private:
  struct Level {
    char closing;
    bool lines;
    bool empty = true;
  };

  void raw(std::string_view token);
  void before_value();
  void break_line();

  std::string& out_;
  std::vector<Level> levels_;
  bool pretty_;
  bool after_key_ = false;
};

/// Appends a JSON string with its quotes.
void append_json_string(std::string_view value, std::string& out);

}  // namespace quoth::internal
