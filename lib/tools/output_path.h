#pragma once

// Tested by tests/program/pack.sh.

#include <span>
#include <string>

namespace quoth::internal {

/// What is read must not be what is written. Throws UsageError if `out` is one of the files that are read, by this or
/// by another name.
void check_output_path(const std::string& out, std::span<const std::string> read);

}  // namespace quoth::internal
