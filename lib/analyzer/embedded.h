#pragma once

#include <string_view>

namespace quoth::internal {

/// The compiled data of the library, aligned to 16 bytes: what quoth_freeze made of the folder data/. Lives as long as
/// the process. Tested by tests/unit/analyzer_embedded_test.cc.
std::string_view embedded_data();

}  // namespace quoth::internal
