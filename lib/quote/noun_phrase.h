#pragma once

// The noun phrases that speak or hear: from the tree, mended where names and marks tell better. Tested by
// tests/unit/quote_frames_test.cc.

#include "quote/attribution.h"
#include "quote/marked_tokens.h"
#include "syntax/tree.h"

namespace quoth::internal {

/// Of one sentence; all that is given must outlive it.
class NounPhrases {
 public:
  NounPhrases(const QuoteInput& in, const Tree& tree, const MarkedTokens& marked)
      : in_(in), tree_(tree), marked_(marked), sentence_(tree.sentence()) {}

  /// The phrase whose head is `noun`; it ends before the cue, or begins behind it, and crosses no mark.
  TokenRange around(std::uint32_t noun, TokenRange cue) const;
  /// The same without clauses and appositions behind the noun.
  TokenRange short_around(std::uint32_t noun, TokenRange cue) const;
  /// The phrase that begins right behind a source phrase; empty: none does.
  TokenRange behind(TokenRange source_phrase) const;
  /// Whether a stretch is a noun phrase without clauses and nothing else.
  bool is_plain(TokenRange phrase) const;
  /// Who says by what stands beside the cue, whatever the tree tells; empty: the tree is to be trusted. `subject`: by
  /// the tree, kNoHead: none.
  TokenRange beside(TokenRange cue, std::uint32_t subject) const;

 private:
  TokenRange covered_by(std::uint32_t noun) const;
  TokenRange with_apposed_name(TokenRange phrase, std::uint32_t limit) const;
  TokenRange with_role_before(TokenRange phrase) const;
  TokenRange with_insertion(TokenRange phrase, TokenRange cue) const;
  TokenRange before_insertion(TokenRange cue) const;
  TokenRange plain_before(TokenRange cue, bool lenient) const;
  TokenRange without_time(TokenRange phrase, std::uint32_t noun) const;
  TokenRange inverted(TokenRange cue) const;
  std::uint32_t extended_left(std::uint32_t begin) const;
  TokenRange trimmed(TokenRange phrase, std::uint32_t noun) const;
  std::uint32_t behind_adverbs(TokenRange cue) const;
  bool may_be_phrase(TokenRange phrase) const;
  bool is_comma(std::uint32_t token) const;
  bool is_edge(std::uint32_t token) const;
  bool belongs(std::uint32_t child) const;
  bool starts_insertion(std::uint32_t token) const;
  const LabelledName* name_at(std::uint32_t token) const;

  const QuoteInput& in_;
  const Tree& tree_;
  const MarkedTokens& marked_;
  TokenRange sentence_;
};

}  // namespace quoth::internal
