#pragma once

// Reads what is to be analyzed. Tested by tests/unit/tools_input_test.cc and tests/program/.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quoth::internal {

/// How the files are read.
enum class InputFormat : std::uint8_t { text, jsonl };

/// One thing that was read: a whole text file, or a line of JSONL.
struct Input {
  std::string source;      // the file as the user named it, or "standard input"
  std::string id;          // the file as the user named it; JSONL has its own
  std::string bytes;       // as read
  std::uint64_t line = 0;  // from 1; 0: a whole file
  std::string unreadable;  // why the source, or only this line of it, cannot be read; `bytes` is then empty
};

/// Gives the inputs of files in their order. Files are opened when their turn comes, and lines are read one by one, so
/// that input without end works. Not for sharing between threads.
class InputReader {
 public:
  /// "-" is standard input. A text or line of more than `max_bytes` is unreadable.
  InputReader(std::vector<std::string> files, InputFormat format, std::size_t max_bytes);
  ~InputReader();
  InputReader(InputReader&&) noexcept;

  std::optional<Input> next();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace quoth::internal
