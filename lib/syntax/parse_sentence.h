#pragma once

// Tags and trees of the sentences that need them. Tested by tests/unit/syntax_parse_sentence_test.cc.

#include <span>
#include <vector>

#include "syntax/model.h"
#include "syntax/syntax.h"
#include "syntax/word_facts.h"

namespace quoth::internal {

/// Working memory, for reuse from sentence to sentence and from document to document.
struct SyntaxScratch {
  TokenRange tagged;  // the stretch whose words and tags these are
  std::vector<WordFacts> words;
  std::vector<FineTag> tags;
  ParseState state;
};

/// A longer sentence is cut behind a mark into pieces of at most that many tokens, each with a tree of its own.
inline constexpr std::uint32_t kMostParsedTokens = 400;

/// Makes room for a document's tokens; nothing is known of any.
void clear_syntax(std::uint32_t tokens, Syntax& out);

/// Fills in the tags of a sentence's tokens. `names`: spans of names, in order, none overlapping; those outside of the
/// sentence do no harm. What stands in a name with a capital is tagged as a name. `out` has room for the document
/// (clear_syntax()). Linear in the sentence; nothing is allocated once the scratch has grown. An empty model leaves all
/// as it is.
void tag_sentence(const SyntaxModel& model, const SyntaxInput& input, TokenRange sentence,
                  std::span<const TokenRange> names, SyntaxScratch& scratch, Syntax& out);

/// Tags the sentence that tag_sentence() was given last again, with some tokens known to be verbs. Of a sentence in
/// several pieces only the last is tagged again.
void retag_verbs(const SyntaxModel& model, std::span<const std::uint32_t> verbs, SyntaxScratch& scratch, Syntax& out);

/// Fills in the heads and relations of the sentence that tag_sentence() was given last, with the same arguments. One
/// word of each name alone hangs on a word outside of it.
void parse_tagged_sentence(const SyntaxModel& model, const SyntaxInput& input, TokenRange sentence,
                           std::span<const TokenRange> names, SyntaxScratch& scratch, Syntax& out);

/// Both.
void parse_sentence(const SyntaxModel& model, const SyntaxInput& input, TokenRange sentence,
                    std::span<const TokenRange> names, SyntaxScratch& scratch, Syntax& out);

}  // namespace quoth::internal
