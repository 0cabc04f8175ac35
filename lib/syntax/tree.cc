#include "syntax/tree.h"

// Tested by tests/unit/syntax_tree_test.cc.

#include <algorithm>

namespace quoth::internal {

void Tree::look_at(const Syntax& syntax, TokenRange sentence) {
  syntax_ = &syntax;
  sentence_ = sentence;
  nodes_.assign(sentence.size(), {});
  for (std::uint32_t i = sentence.end; i-- > sentence.begin;) {
    Node& node = nodes_[i - sentence.begin];
    node.yield = {i, i + 1};
    const std::uint32_t h = syntax.heads[i];
    if (h == kNoHead) continue;
    Node& above = nodes_[h - sentence.begin];
    node.next_sibling = above.first_child;
    above.first_child = i;
    ++above.waiting;
  }
  // From the leaves up: a word is ready when all its children are done.
  ready_.clear();
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i)
    if (nodes_[i - sentence.begin].waiting == 0) ready_.push_back(i);
  while (!ready_.empty()) {
    const std::uint32_t i = ready_.back();
    ready_.pop_back();
    const std::uint32_t h = syntax.heads[i];
    if (h == kNoHead) continue;
    Node& above = nodes_[h - sentence.begin];
    const TokenRange own = nodes_[i - sentence.begin].yield;
    above.yield = {std::min(above.yield.begin, own.begin), std::max(above.yield.end, own.end)};
    if (--above.waiting == 0) ready_.push_back(h);
  }
}

std::uint32_t Tree::child(std::uint32_t token, Relation relation) const {
  std::uint32_t c = first_child(token);
  while (c != kNoHead && syntax_->relations[c] != relation) c = next_sibling(c);
  return c;
}

}  // namespace quoth::internal
