#include "syntax/parse_state.h"

// Tested by tests/unit/syntax_parser_test.cc.

namespace quoth::internal {

void ParseState::begin(std::span<const WordFacts> words, std::span<const FineTag> tags, FineTag edge) {
  size_ = static_cast<std::uint32_t>(tags.size());
  next_ = 0;
  stack_.clear();
  ParseNode empty;
  empty.word = facts_of_edge().word;
  empty.tag = edge;
  empty.left = empty.right = none();
  nodes_.assign(std::size_t{size_} + 2, empty);
  for (std::uint32_t i = 0; i < size_; ++i) {
    nodes_[i].word = words[i + kEdges].word;
    nodes_[i].tag = tags[i];
  }
  nodes_[root()].word = 2;
  nodes_[root()].tag = edge + 1U;
}

void ParseState::attach(Step step, Relation relation) {
  const std::uint32_t child = stack_.back();
  const std::uint32_t head = head_by(step);
  stack_.pop_back();
  nodes_[child].head = head;
  nodes_[child].relation = relation;
  ParseNode& node = nodes_[head];
  const std::uint64_t bit = std::uint64_t{1} << static_cast<unsigned>(relation);
  if (step == Step::left) {
    node.left = child;
    ++node.left_count;
    node.left_relations |= bit;
  } else {
    node.right = child;
    ++node.right_count;
    node.right_relations |= bit;
  }
}

}  // namespace quoth::internal
