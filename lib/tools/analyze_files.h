#pragma once

// Tested by tests/program/.

#include "tools/command.h"
#include "tools/options.h"

namespace quoth::internal {

/// Analyzes the files (none: standard input) as the options ask, prints what comes, and returns an ExitCode. Throws
/// what a Command may.
int analyze_files(AnalyzeOptions options, Streams streams);

}  // namespace quoth::internal
