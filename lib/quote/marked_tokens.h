#pragma once

// Which tokens stand between marks. Tested by tests/unit/quote_marks_test.cc.

#include <algorithm>
#include <cstdint>
#include <vector>

#include "quote/marks.h"

namespace quoth::internal {

/// The stretches of a text that stand in no other one and may be somebody's words.
class MarkedTokens {
 public:
  explicit MarkedTokens(const std::vector<QuotedStretch>& stretches) {
    for (const QuotedStretch& s : stretches)
      if (s.depth == 0 && !s.nickname) outer_.push_back(s.tokens);
  }

  /// The stretch around a token, with its marks; empty: none.
  TokenRange around(std::uint32_t token) const {
    const auto after = std::upper_bound(outer_.begin(), outer_.end(), token,
                                        [](std::uint32_t t, TokenRange range) { return t < range.begin; });
    return after != outer_.begin() && (after - 1)->end > token ? *(after - 1) : TokenRange{};
  }
  bool covers(std::uint32_t token) const { return around(token).size() != 0; }

  /// The first stretch that begins at or after a token; empty: none.
  TokenRange next(std::uint32_t token) const {
    const auto at = std::lower_bound(outer_.begin(), outer_.end(), token,
                                     [](TokenRange range, std::uint32_t t) { return range.begin < t; });
    return at != outer_.end() ? *at : TokenRange{};
  }

  /// The last stretch that ends at or before a token; empty: none.
  TokenRange last(std::uint32_t token) const {
    const auto at = std::upper_bound(outer_.begin(), outer_.end(), token,
                                     [](std::uint32_t t, TokenRange range) { return t < range.end; });
    return at != outer_.begin() ? *(at - 1) : TokenRange{};
  }

 private:
  std::vector<TokenRange> outer_;  // in order; none overlap
};

}  // namespace quoth::internal
