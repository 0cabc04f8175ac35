#pragma once

// Memory that runs out on demand: a program that links failing_memory.cc has an operator new that fails at the n-th
// call. Counts are of all threads together. Calls that come from RE2 are counted and never fail, and ICU's are not
// counted: neither library survives that without loss.

#include <cstddef>

namespace quoth_robust {

enum class Failing {
  once,          // the n-th call only
  from_then_on,  // the n-th call and all that follow
};

/// From now on allocations are counted, and the `n`-th (from 1) fails; 0: none does.
void start_failing(std::size_t n, Failing how);
/// Ends it. Returns how many allocations there were.
std::size_t stop_failing();
/// Whether an allocation failed since start_failing().
bool has_failed();
/// How many allocations a test may go on by at once: QUOTH_MEMORY_STRIDE, or else `usual`; at least 1.
std::size_t stride(std::size_t usual);
/// Blocks that operator new and ICU gave and that were not given back.
std::ptrdiff_t live_blocks();

}  // namespace quoth_robust
