#pragma once

// Tested by tests/unit/tools_formats_test.cc.

#include <string>

#include "tools/formats.h"

namespace quoth::internal {

/// Appends {"id", "line", "error"}, which stands in the place of a line that is no document.
void append_json_failure(const FailedLine& failure, bool pretty, std::string& out);

}  // namespace quoth::internal
