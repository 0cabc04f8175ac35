#pragma once

// The features that tell the parser's next step (after Zhang and Nivre 2011, fewer of them), and the relation of an
// arc. Tested by tests/unit/syntax_parser_test.cc.

#include <array>
#include <cstdint>

#include "syntax/feature_hash.h"
#include "syntax/parse_state.h"

namespace quoth::internal {

/// 1, 2, 3, 4, then in growing ranges up to 8.
constexpr std::uint32_t distance_range(std::uint32_t from, std::uint32_t to) {
  const std::uint32_t d = from < to ? to - from : from - to;
  return d <= 4 ? d : d <= 6 ? 5 : d <= 9 ? 6 : d <= 15 ? 7 : 8;
}

constexpr std::uint64_t few(std::uint32_t count) { return count < 3 ? count : 3; }

inline constexpr std::size_t kStepFeatures = 36;
using StepFeatures = std::array<SyntaxFeature, kStepFeatures>;

inline StepFeatures step_features(const ParseState& s) {
  const std::uint32_t i0 = s.on_stack(0), i1 = s.on_stack(1), b = s.next();
  const ParseNode& s0 = s[i0];
  const ParseNode& s1 = s[i1];
  const ParseNode& s2 = s[s.on_stack(2)];
  const ParseNode& b0 = s[b];
  const ParseNode& b1 = s[s.to_read(1)];
  const ParseNode& b2 = s[s.to_read(2)];
  const ParseNode& s0l = s[s0.left];
  const ParseNode& s0r = s[s0.right];
  const ParseNode& s1r = s[s1.right];
  const ParseNode& b0l = s[b0.left];
  const std::uint64_t s0t_b0t = s0.tag * 64U + b0.tag;
  const std::uint64_t s1t_s0t = s1.tag * 64U + s0.tag;
  const std::uint64_t stt = s1.tag * 4096U + s0t_b0t;
  const std::uint32_t near = distance_range(i0, b), far = distance_range(i1, i0);
  unsigned t = 0;
  return {
      syntax_feature(t++, s0.word, s0.tag),
      syntax_feature(t++, b0.word, b0.tag),
      syntax_feature(t++, s0.word, b0.word),
      syntax_feature(t++, s0.word, b0.tag),
      syntax_feature(t++, s0.tag, b0.word),
      syntax_feature(t++, s1.word, s0.word),
      syntax_feature(t++, s1.word, s0.tag),
      syntax_feature(t++, s1.tag, s0.word),
      syntax_feature(t++, stt),
      syntax_feature(t++, s1.word, s0.tag, b0.tag),
      syntax_feature(t++, s1.tag, s0.word, b0.tag),
      syntax_feature(t++, s1t_s0t, b0.word),
      syntax_feature(t++, s0t_b0t, b1.word),
      syntax_feature(t++, s0t_b0t, b1.tag, b2.tag),
      syntax_feature(t++, stt, b1.tag),
      syntax_feature(t++, s2.tag, stt),
      syntax_feature(t++, s0t_b0t, s0l.tag, s0r.tag),
      syntax_feature(t++, s0t_b0t, b0l.tag, b0l.word),
      syntax_feature(t++, s1t_s0t, s0l.tag, s0l.word),
      syntax_feature(t++, stt, s1r.tag, s0r.tag),
      syntax_feature(t++, s0t_b0t, near),
      syntax_feature(t++, s0.tag, b0.word, near),
      syntax_feature(t++, s1t_s0t, far),
      syntax_feature(t++, stt, far, near),
      syntax_feature(t++, s0t_b0t, s0.right_relations),
      syntax_feature(t++, s1t_s0t, s1.right_relations, b0.tag),
      syntax_feature(t++, s1t_s0t, s0.left_relations, s0.right_relations),
      syntax_feature(t++, s0t_b0t, b0.left_relations),
      syntax_feature(t++, s1.word, s1.right_relations),
      syntax_feature(t++, s0.word, s0.right_relations, b0.tag),
      syntax_feature(t++, s1.word, s1.tag),
      syntax_feature(t++, s0t_b0t, b1.tag),
      syntax_feature(t++, s0.word, b0.tag, b1.tag),
      syntax_feature(t++, s0.tag, b0.word, b1.tag),
      syntax_feature(t++, s0.word, b0.tag, near),
      syntax_feature(t++, s0.word, few(s0.left_count), few(s0.right_count)),
  };
}

inline constexpr std::size_t kRelationFeatures = 17;
using RelationFeatures = std::array<SyntaxFeature, kRelationFeatures>;

/// Of the arc that a step to the left or right is about to make.
inline RelationFeatures relation_features(const ParseState& s, Step step) {
  const std::uint32_t c = s.on_stack(0), h = s.head_by(step);
  const ParseNode& child = s[c];
  const ParseNode& head = s[h];
  const ParseNode& left = s[child.left];
  const bool to_left = step == Step::left;
  const std::uint64_t side = to_left ? 1 : 2;
  const std::uint64_t siblings = to_left ? head.left_relations : head.right_relations;
  const ParseNode& sibling = s[to_left ? head.left : head.right];
  const ParseNode& before = s[c > 0 ? c - 1 : s.none()];
  const ParseNode& after = s[c + 1 < s.size() ? c + 1 : s.none()];
  const std::uint64_t tags = (head.tag * 64U + child.tag) * 4U + side;
  const std::uint64_t tag = child.tag * 4U + side;
  const std::uint64_t head_tag = head.tag * 4U + side;
  unsigned t = 0;
  return {
      syntax_feature(t++, child.word, tag),
      syntax_feature(t++, child.word, tags),
      syntax_feature(t++, head.word, tag),
      syntax_feature(t++, head.word, head_tag, child.word),
      syntax_feature(t++, tags, distance_range(c, h)),
      syntax_feature(t++, tags, left.word),
      syntax_feature(t++, tags, child.left_relations, child.right_relations),
      syntax_feature(t++, tags, left.word, siblings),
      syntax_feature(t++, head.word, side, left.word),
      syntax_feature(t++, tags, siblings),
      syntax_feature(t++, head.word, tag, siblings),
      syntax_feature(t++, head.word, tag, child.left_relations),
      syntax_feature(t++, tags, sibling.tag, static_cast<std::uint64_t>(sibling.relation)),
      syntax_feature(t++, tags, before.tag, after.tag),
      syntax_feature(t++, tags, before.word),
      syntax_feature(t++, tags, head.right_relations),
      syntax_feature(t++, tags, head.left_relations, child.left_relations),
  };
}

}  // namespace quoth::internal
