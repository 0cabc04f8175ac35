#pragma once

// Tested by tests/program/output.sh.

#include <string>
#include <string_view>

namespace quoth::internal {

/// An open file descriptor that the program writes to. Nothing is kept back: what was written is out, and each error is
/// seen where it happens. The descriptor is the caller's and stays open. Not for sharing between threads.
class Output {
 public:
  /// `name` is what errors call it.
  Output(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}

  /// Throws OutputClosed, or OutputError for any other reason.
  void write(std::string_view bytes);

  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
  std::string name_;
};

/// Standard error: where the program tells people what is wrong. The descriptor is the caller's and stays open. Not for
/// sharing between threads.
class Messages {
 public:
  explicit Messages(int descriptor) : descriptor_(descriptor) {}

  /// Nothing that goes wrong here is told: there is nobody to tell, and the exit code still says it. Names of files and
  /// parts of them stand in messages: what could steer a terminal, and bytes that are no UTF-8, become U+FFFD.
  void write(std::string_view text) noexcept;

 private:
  int descriptor_;
};

}  // namespace quoth::internal
