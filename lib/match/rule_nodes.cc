#include "match/rule_nodes.h"

#include <algorithm>

namespace quoth::internal {
namespace {

std::uint32_t bounded(std::uint64_t size) {
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(size, RuleLimits::rule_size + 1));
}

bool is_atom(RuleNodeKind kind) { return kind <= RuleNodeKind::label; }
static_assert(RuleNodeKind::label < RuleNodeKind::sequence && RuleNodeKind::literal < RuleNodeKind::label);

RuleNode make(RuleNodeKind kind, RulePlace place) {
  RuleNode node;
  node.kind = kind;
  node.place = place;
  return node;
}

/// The parts of {min,max} copies of a child, with the choices between them: see compile_repeat() in rule_compiler.cc.
std::uint32_t repeated_size(std::uint64_t child, std::uint32_t min, std::uint32_t max) {
  if (max == kNoLimit) return bounded(child * std::max(min, 1u) + 1);
  return bounded(child * max + (max - min));
}

using SharedLabels = std::shared_ptr<const RuleLabelBits>;

SharedLabels united(const SharedLabels& a, const SharedLabels& b) {
  if (!b || a == b) return a;
  if (!a) return b;
  return std::make_shared<const RuleLabelBits>(*a | *b);
}

}  // namespace

RuleNodeId RuleNodes::add(RuleNode node) {
  nodes_.push_back(std::move(node));
  return static_cast<RuleNodeId>(nodes_.size() - 1);
}

void RuleNodes::take_in(RuleNode& node, RuleNodeId child) const {
  const RuleNode& inner = nodes_[child];
  node.children.push_back(child);
  node.size = bounded(std::uint64_t{node.size} + inner.size);
  node.depth = std::max(node.depth, inner.depth);
  node.labels = united(node.labels, inner.labels);
}

RuleNodeId RuleNodes::atom(RuleNodeKind kind, RulePlace place, std::string text, std::uint32_t min) {
  RuleNode node = make(kind, place);
  node.text = std::move(text);
  node.min = min;
  node.size = 1;
  node.is_condition = is_atom(kind);
  node.may_be_empty = kind == RuleNodeKind::sentence_begin || kind == RuleNodeKind::sentence_end;
  return add(std::move(node));
}

RuleNodeId RuleNodes::shape(RulePlace place, std::uint16_t shapes) {
  const RuleNodeId id = atom(RuleNodeKind::shape, place, "");
  nodes_[id].shapes = shapes;
  return id;
}

RuleNodeId RuleNodes::sequence(RulePlace place, std::vector<RuleNodeId> children) {
  if (children.size() == 1) return children[0];
  RuleNode node = make(RuleNodeKind::sequence, place);
  node.may_be_empty = true;
  for (const RuleNodeId child : children) {
    take_in(node, child);
    node.may_be_empty = node.may_be_empty && nodes_[child].may_be_empty;
  }
  return add(std::move(node));
}

RuleNodeId RuleNodes::choice(RulePlace place, std::vector<RuleNodeId> children) {
  if (children.size() == 1) return children[0];
  RuleNode node = make(RuleNodeKind::choice, place);
  std::uint16_t shapes = 0;
  bool only_shapes = true;
  node.is_condition = true;
  for (const RuleNodeId child : children) {
    take_in(node, child);
    node.may_be_empty = node.may_be_empty || nodes_[child].may_be_empty;
    node.is_condition = node.is_condition && nodes_[child].is_condition;
    only_shapes = only_shapes && nodes_[child].kind == RuleNodeKind::shape;
    shapes = static_cast<std::uint16_t>(shapes | nodes_[child].shapes);
  }
  if (only_shapes) return shape(place, shapes);
  node.size = bounded(node.size + children.size() - 1);
  return add(std::move(node));
}

RuleNodeId RuleNodes::repeat(RulePlace place, RuleNodeId child, std::uint32_t min, std::uint32_t max) {
  RuleNode node = make(RuleNodeKind::repeat, place);
  take_in(node, child);
  node.min = min;
  node.max = max;
  node.size = repeated_size(nodes_[child].size, min, max);
  node.may_be_empty = min == 0 || nodes_[child].may_be_empty;
  ++node.depth;
  return add(std::move(node));
}

RuleNodeId RuleNodes::capture(RulePlace place, std::string label, std::size_t number, RuleNodeId child) {
  RuleNode node = make(RuleNodeKind::capture, place);
  take_in(node, child);
  node.size = bounded(std::uint64_t{node.size} + 2);
  node.may_be_empty = nodes_[child].may_be_empty;
  ++node.depth;
  RuleLabelBits own;
  own.set(number);
  node.labels = united(node.labels, std::make_shared<const RuleLabelBits>(own));
  node.text = std::move(label);
  return add(std::move(node));
}

RuleNodeId RuleNodes::negation(RulePlace place, RuleNodeId child) {
  RuleNode node = make(RuleNodeKind::negation, place);
  take_in(node, child);
  node.size = bounded(std::uint64_t{node.size} + 1);
  ++node.depth;
  return add(std::move(node));
}

RuleNodeId RuleNodes::both(RulePlace place, std::vector<RuleNodeId> children) {
  if (children.size() == 1) return children[0];
  RuleNode node = make(RuleNodeKind::both, place);
  for (const RuleNodeId child : children) take_in(node, child);
  ++node.depth;
  return add(std::move(node));
}

}  // namespace quoth::internal
