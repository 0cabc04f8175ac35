#pragma once

// Lines of a file descriptor. Tested by tests/unit/tools_input_test.cc.

#include <cstddef>
#include <optional>
#include <string>
#include <system_error>

namespace quoth::internal {

/// Reads line by line, in bounded memory: of a line longer than `max_bytes` only that many bytes and one more are kept.
/// Owns its descriptor unless it is standard input. Not for sharing between threads.
class LineReader {
 public:
  /// Opens a file, or standard input for "-". Throws std::system_error.
  LineReader(const std::string& file, std::size_t max_bytes);
  ~LineReader();
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;

  /// The next line without its line break; nothing at the end. Throws std::system_error.
  std::optional<std::string> next();

  /// All that is left, up to `max_bytes` and one more. Throws std::system_error.
  std::string rest();

 private:
  bool fill();
  void keep(std::string& line, std::size_t begin, std::size_t end) const;

  int descriptor_;
  std::size_t max_bytes_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
};

}  // namespace quoth::internal
