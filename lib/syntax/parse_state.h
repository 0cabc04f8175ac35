#pragma once

// The state of an arc-hybrid parser (Kuhlmann, Gómez-Rodríguez, Satta 2011): a stack of words whose heads are not known
// yet, and the words that are still to be read, the last of which stands for the root of the sentence.
//
//   shift   the next word is put on the stack
//   left    the stack's top hangs on the next word, and leaves the stack
//   right   the stack's top hangs on the word below it, and leaves the stack
//
// Tested by tests/unit/syntax_parser_test.cc.

#include <cstdint>
#include <span>
#include <vector>

#include "syntax/syntax.h"
#include "syntax/tag_features.h"
#include "syntax/word_facts.h"

namespace quoth::internal {

enum class Step : std::uint8_t { shift = 0, left = 1, right = 2 };

/// A word in the parser. Places are numbers of words in the sentence.
struct ParseNode {
  std::uint64_t word = 0;
  std::uint32_t tag = 0;
  std::uint32_t head = kNoHead;
  // Its outermost children on each side; ParseState::none() where it has none.
  std::uint32_t left = 0, right = 0;
  std::uint32_t left_count = 0, right_count = 0;
  std::uint64_t left_relations = 0, right_relations = 0;  // a bit a Relation
  Relation relation = Relation::none;
};

/// Reused from sentence to sentence; not for sharing between threads.
class ParseState {
 public:
  /// Begins a sentence of words that find_sentence_facts() made, with their edges, and as many tags. `edge`: the tag of
  /// what is outside of the sentence; the root has the one after it.
  void begin(std::span<const WordFacts> words, std::span<const FineTag> tags, FineTag edge);

  std::uint32_t size() const { return size_; }      // words
  std::uint32_t root() const { return size_; }      // the node of the root
  std::uint32_t none() const { return size_ + 1; }  // a node that stands for "no word"
  std::uint32_t next() const { return next_; }      // the next word, or root()
  std::span<const std::uint32_t> stack() const { return stack_; }
  const ParseNode& operator[](std::uint32_t node) const { return nodes_[node]; }

  /// The i-th word from the stack's top; the i-th word to be read.
  std::uint32_t on_stack(std::uint32_t i) const { return i < stack_.size() ? stack_[stack_.size() - 1 - i] : none(); }
  std::uint32_t to_read(std::uint32_t i) const { return next_ + i <= size_ ? next_ + i : none(); }

  bool finished() const { return next_ == size_ && stack_.empty(); }
  bool may(Step step) const {
    switch (step) {
      case Step::shift:
        return next_ < size_;
      case Step::left:  // one word alone hangs on the root
        return !stack_.empty() && (next_ < size_ || stack_.size() == 1);
      case Step::right:
        return stack_.size() >= 2;
    }
    return false;
  }
  /// The head that the stack's top gets by a step to the left or right.
  std::uint32_t head_by(Step step) const { return step == Step::left ? next_ : on_stack(1); }

  void shift() { stack_.push_back(next_++); }
  /// Takes a step to the left or right.
  void attach(Step step, Relation relation);

 private:
  std::vector<ParseNode> nodes_;
  std::vector<std::uint32_t> stack_;
  std::uint32_t size_ = 0;
  std::uint32_t next_ = 0;
};

}  // namespace quoth::internal
