#pragma once

// The trees of one sentence from above: children in order, and the stretch that each word's subtree covers. Tested by
// tests/unit/syntax_tree_test.cc.

#include <cstdint>
#include <vector>

#include "syntax/syntax.h"

namespace quoth::internal {

/// A view of the syntax of one sentence, which must outlive it; memory is reused from sentence to sentence.
class Tree {
 public:
  /// Linear in the sentence.
  void look_at(const Syntax& syntax, TokenRange sentence);

  TokenRange sentence() const { return sentence_; }
  Tag tag(std::uint32_t token) const { return syntax_->tags[token]; }
  Relation relation(std::uint32_t token) const { return syntax_->relations[token]; }
  std::uint32_t head(std::uint32_t token) const { return syntax_->heads[token]; }  // kNoHead: a root

  /// Children from left to right; kNoHead behind the last.
  std::uint32_t first_child(std::uint32_t token) const { return nodes_[token - sentence_.begin].first_child; }
  std::uint32_t next_sibling(std::uint32_t token) const { return nodes_[token - sentence_.begin].next_sibling; }
  /// From the first to the last word under a token, itself too; what stands between may hang elsewhere.
  TokenRange yield(std::uint32_t token) const { return nodes_[token - sentence_.begin].yield; }

  /// The first child with a relation; kNoHead: none.
  std::uint32_t child(std::uint32_t token, Relation relation) const;

 private:
  struct Node {
    std::uint32_t first_child = kNoHead;
    std::uint32_t next_sibling = kNoHead;
    std::uint32_t waiting = 0;  // children whose yields are not known yet
    TokenRange yield;
  };

  const Syntax* syntax_ = nullptr;
  TokenRange sentence_;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> ready_;
};

}  // namespace quoth::internal
