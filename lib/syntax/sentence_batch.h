#pragma once

// Tags and trees of the sentences that need them. Tested by tests/unit/syntax_sentence_batch_test.cc.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "syntax/model.h"
#include "syntax/syntax.h"
#include "syntax/word_facts.h"

namespace quoth::internal {

/// A sentence to be tagged and parsed. References; the caller keeps them alive.
struct SentenceInput {
  TokenRange tokens;
  std::span<const TokenRange> names;  // in order, none overlapping; those outside of the sentence do no harm
  /// What is neither tagged nor parsed, in order, none overlapping, a name whole or not at all. Each word of it hangs
  /// on the one before it, without a relation.
  std::span<const TokenRange> left_out;
};

/// A token's tag, by what stands around it.
struct KnownTag {
  std::uint32_t token = 0;
  Tag tag = Tag::none;
};

/// A longer sentence is cut behind a mark into pieces of at most that many tokens, each with a tree of its own.
inline constexpr std::uint32_t kMostParsedTokens = 400;

/// Makes room for a document's tokens; nothing is known of any.
void clear_syntax(std::uint32_t tokens, Syntax& out);

/// Sentences that are tagged and parsed together, because most of the work is waiting for memory; what one gets does
/// not depend on the others. All is linear in the sentences, and nothing is allocated once the batch has grown. Reused
/// from batch to batch and from document to document; not for sharing between threads.
class SentenceBatch {
 public:
  void clear() {
    sentences_ = 0;
    pieces_ = 0;
  }
  std::size_t size() const { return sentences_; }
  bool full() const { return sentences_ == kMostTogether; }

  /// Adds a sentence; its number is the size() before. Not if full().
  void add(const SyntaxInput& input, const SentenceInput& sentence);

  /// Fills in the tags of all sentences. What stands in a name with a capital is tagged as a name. `out` has room for
  /// the document (clear_syntax()). An empty model leaves all as it is.
  void tag(const SyntaxModel& model, Syntax& out);
  /// Tags a sentence again, with the tags of some tokens known.
  void retag(const SyntaxModel& model, std::size_t sentence, std::span<const KnownTag> known, Syntax& out);
  /// A sentence needs no tree.
  void drop_tree(std::size_t sentence) { needs_tree_[sentence] = false; }
  bool has_tree(std::size_t sentence) const { return needs_tree_[sentence]; }
  /// Fills in heads and relations of the sentences that were tagged, but for those that need no tree. One word of each
  /// name alone hangs on a word outside of it.
  void parse(const SyntaxModel& model, Syntax& out);

 private:
  // A part of a sentence that is tagged and parsed for itself; most sentences are one.
  struct Piece {
    std::size_t sentence = 0;
    std::vector<std::uint32_t> tokens;  // without what is left out
    std::vector<WordFacts> words;
    std::vector<FineTag> tags;
    ParseState state;
  };
  Piece& add_piece();
  static void copy_tags(const SyntaxModel& model, const Piece& piece, Syntax& out);
  static void copy_tree(const Piece& piece, Syntax& out);

  std::array<TokenRange, kMostTogether> tokens_{};
  std::array<std::span<const TokenRange>, kMostTogether> names_{};
  std::array<std::vector<TokenRange>, kMostTogether> left_out_;
  std::array<bool, kMostTogether> needs_tree_{};
  std::size_t sentences_ = 0;
  std::vector<Piece> pool_;
  std::size_t pieces_ = 0;
  // Working memory of single calls.
  std::vector<std::uint32_t> kept_;
  std::vector<TaggedWords> together_;
  std::vector<Piece*> parsed_;
};

}  // namespace quoth::internal
