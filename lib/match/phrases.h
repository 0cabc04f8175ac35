#pragma once

// Finds every phrase of every lexicon in a text. Tested by tests/unit/match_phrases_test.cc and, against a slow and
// obvious twin, tests/reference/phrases_test.cc.

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "base/lexicon.h"
#include "text/token.h"

namespace quoth::internal {

/// Tokens [begin, end) are a phrase with this entry, written as the entry asks.
struct PhraseMatch {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t entry = 0;    // index in its lexicon: Lexicon::entry()
  std::uint32_t lexicon = 0;  // index in the array of lexicons
};

/// Sorted by begin, then end, lexicon, entry. `first[i]` is the first match that begins at or after token i;
/// `first` has one element more than there are tokens.
struct PhraseMatches {
  std::vector<PhraseMatch> items;
  std::vector<std::uint32_t> first;

  std::span<const PhraseMatch> at(std::uint32_t token) const {
    return {items.data() + first[token], items.data() + first[token + 1]};
  }
};

/// A phrase has at most this many tokens: bounds the work per token.
inline constexpr std::uint32_t kMaxPhraseTokens = 16;

/// Calls use(end, node) for each phrase of a lexicon that begins at a token, shortest first, until it returns false:
/// those that a longer phrase begins with, too. No phrase crosses a paragraph edge (kParagraphBefore).
template <typename Use>
void walk_phrases(const Tokens& tokens, const Lexicon& lexicon, std::uint32_t lexicon_index, std::uint32_t begin,
                  Use use) {
  const WordId* words = tokens.words.data() + std::size_t{lexicon_index} * tokens.size();
  NodeId node = words[begin];
  if (node == kUnknownWord) return;
  const std::uint32_t limit = std::min(tokens.size() - begin, kMaxPhraseTokens) + begin;
  for (std::uint32_t end = begin + 1; use(end, node); ++end) {
    if (end == limit || !lexicon.has_children(node)) return;
    if (words[end] == kUnknownWord || tokens[end].has(kParagraphBefore)) return;
    node = lexicon.child(node, words[end]);
    if (node == kNoNode) return;
  }
}

/// Expects Tokens::words to be filled. No phrase crosses a paragraph edge (kParagraphBefore). Linear in the text.
void find_phrases(const Tokens& tokens, std::span<const Lexicon> lexicons, PhraseMatches& out);

}  // namespace quoth::internal
