#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "quoth/export.h"

namespace quoth {

/// One thing that is wrong with a file that was to be loaded.
///
/// `line` and `column` count from 1, columns in bytes; 0 means that the fault
/// has no line or column (a missing file, a cut table).
struct QUOTH_API Fault {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string message;

  /// `file:line:column: message`, with the parts that are known.
  std::string to_string() const;

  friend bool operator==(const Fault&, const Fault&) = default;
};

/// Thrown when rules, lists, weights or compiled data cannot be loaded. It
/// holds every fault that was found, in the order of files and lines, so that
/// an author can mend them all at once. `what()` is all of them, a line each.
///
/// A value; safe to copy and to move between threads.
class QUOTH_API LoadError : public std::runtime_error {
 public:
  explicit LoadError(std::vector<Fault> faults);
  explicit LoadError(Fault fault) : LoadError(std::vector<Fault>{std::move(fault)}) {}

  const std::vector<Fault>& faults() const noexcept { return faults_; }

 private:
  std::vector<Fault> faults_;
};

}  // namespace quoth
