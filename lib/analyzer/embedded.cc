// Tested by tests/unit/analyzer_embedded_test.cc.

#include "analyzer/embedded.h"

#include <cstddef>
#include <cstdint>

// Defined by embedded.S, or by the array that quoth_freeze writes (QUOTH_EMBED_DATA_AS_C).
extern "C" {
[[gnu::visibility("hidden")]] extern const char quoth_embedded_data[];
[[gnu::visibility("hidden")]] extern const std::uint64_t quoth_embedded_size;
}

namespace quoth::internal {

std::string_view embedded_data() { return {quoth_embedded_data, static_cast<std::size_t>(quoth_embedded_size)}; }

}  // namespace quoth::internal
