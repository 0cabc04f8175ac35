#pragma once

// How well names are found: exact and overlapping spans, by type. A span is compared without white space, marks and
// possessive endings at its edges. Tested by tests/unit/tools_evaluation_test.cc.

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tools/gold.h"
#include "tools/reliability.h"

namespace quoth::internal {

struct Score {
  std::uint32_t gold = 0, found = 0;
  std::uint32_t exact = 0;                            // found with exactly these edges and type
  std::uint32_t gold_overlap = 0, found_overlap = 0;  // touched by one of the same type

  double precision() const { return found == 0 ? 0 : 100.0 * exact / found; }
  double recall() const { return gold == 0 ? 0 : 100.0 * exact / gold; }
  double f1() const { return gold + found == 0 ? 0 : 200.0 * exact / (gold + found); }
  double overlap_f1() const;
};

/// Scores of PERSON, LOCATION and ORGANIZATION, of all of them, and the errors by how often they occur.
struct Evaluation {
  std::array<Score, 3> types;
  Score all;
  std::map<std::string, std::uint32_t> missed, extra;  // "ORGANIZATION 'Otago Press'"
  Reliability reliability;                             // of all names that were found

  /// Adds a document; MISC names do not count. Both lists belong to this text.
  void add(std::string_view text, const std::vector<GoldName>& gold, const std::vector<GoldName>& found);
  /// A table, then the `errors` commonest misses and false alarms.
  std::string report(std::size_t errors) const;
};

/// For each of the names found whether the gold has it with these edges and this type.
std::vector<bool> which_are_right(std::string_view text, const std::vector<GoldName>& gold,
                                  const std::vector<GoldName>& found);

/// The span without what does not count.
Span trimmed(std::string_view text, Span span);

}  // namespace quoth::internal
