#pragma once

// Counts what this program asks of the memory allocator.

#include <cstdint>

namespace quoth_bench {

/// Calls of operator new so far, of all threads.
std::uint64_t allocations();

}  // namespace quoth_bench
