#pragma once

// How often quotes are right. Tested by tests/unit/quote_quotes_test.cc.

#include "quote/attribution.h"
#include "quoth/document.h"

namespace quoth::internal {

/// The share of quotes of a type and frame whose content is exactly right on the project's own labelled news, the test
/// articles left out: 8,000 quotes (docs/evaluation.md says how it was measured).
constexpr float confidence_of(QuoteType type, ActFrame frame) {
  switch (frame) {
    case ActFrame::rule:
      return type == QuoteType::direct ? 0.6F : 0.3F;
    case ActFrame::relative:
      return type == QuoteType::indirect ? 0.58F : 0.5F;
    case ActFrame::agent:
      return type == QuoteType::indirect ? 0.69F : type == QuoteType::direct ? 0.5F : 0.2F;
    case ActFrame::beside:
    case ActFrame::colon:
      return type == QuoteType::direct ? 0.93F : 0.2F;
    case ActFrame::subject:
      return type == QuoteType::direct ? 0.97F : type == QuoteType::mixed ? 0.8F : 0.85F;
    case ActFrame::conjunct:
    case ActFrame::governor:
      return type == QuoteType::indirect ? 0.82F : 0.85F;
    case ActFrame::noun:
      return type == QuoteType::mixed ? 0.7F : 0.88F;
    case ActFrame::source:
      return type == QuoteType::mixed ? 0.66F : 0.79F;
  }
  return 0;
}

/// Marked sentences of which the text does not say whose they are.
inline constexpr float kUnattributedConfidence = 0.88F;
/// What stands behind a name and a colon.
inline constexpr float kTurnConfidence = 0.95F;

}  // namespace quoth::internal
