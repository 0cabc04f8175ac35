#pragma once

// How the program ends. Values; safe to copy between threads.

#include <stdexcept>
#include <string>

namespace quoth::internal {

/// What the program returns to the shell. Scripts rely on it: do not change.
enum ExitCode : int {
  kExitOk = 0,
  kExitFailures = 1,  // with --strict: a line was no document; pack test: a case failed
  kExitWrong = 2,     // wrong usage or data, or output that cannot be written
};

/// The command line is wrong. `what()` is one line.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The output cannot be written: a full disk, for one.
class OutputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Nobody reads the output any more, as behind `| head`. No fault: the program ends quietly.
class OutputClosed : public std::exception {
 public:
  const char* what() const noexcept override { return "the output is closed"; }
};

}  // namespace quoth::internal
