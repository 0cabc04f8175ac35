#pragma once

// "Did you mean": the known name nearest to an unknown one. Tested by tests/unit/match_rules_faults_test.cc.

#include <span>
#include <string>
#include <string_view>

namespace quoth::internal {

/// Letters to insert, delete, replace or swap with their neighbour to get from one to the other, in ASCII regardless of
/// case; `limit + 1` if there are more than `limit`.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// ": did you mean 'NAME'?" with the nearest of `known` (the first, where several are), or nothing if none is near.
std::string suggestion(std::string_view unknown, std::span<const std::string> known);

}  // namespace quoth::internal
