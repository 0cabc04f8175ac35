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

/// How many features tell so much together that the others are asked only where these leave a doubt (after Strubell and
/// others 2015). Which they are, and how large a lead leaves none, was chosen so that of steps, relations and tags no
/// more than 2 of 1000 come out otherwise on news by themselves; what that costs trees stands in docs/performance.md.
inline constexpr std::size_t kTellingStepFeatures = 12, kOtherStepFeatures = 24;
inline constexpr std::int32_t kSureStepLead = 104;

/// The words that the next step depends on.
class StepFeatures {
 public:
  explicit StepFeatures(const ParseState& s)
      : s0(s[s.on_stack(0)]),
        s1(s[s.on_stack(1)]),
        s2(s[s.on_stack(2)]),
        b0(s[s.next()]),
        b1(s[s.to_read(1)]),
        b2(s[s.to_read(2)]),
        s0l(s[s0.left]),
        s0r(s[s0.right]),
        s1r(s[s1.right]),
        b0l(s[b0.left]),
        s0t_b0t(s0.tag * 64U + b0.tag),
        s1t_s0t(s1.tag * 64U + s0.tag),
        stt(s1.tag * 4096U + s0t_b0t),
        near(distance_range(s.on_stack(0), s.next())),
        far(distance_range(s.on_stack(1), s.on_stack(0))) {}

  std::array<SyntaxFeature, kTellingStepFeatures> telling() const {
    return {
        syntax_feature(13, s0t_b0t, b1.tag, b2.tag),
        syntax_feature(1, b0.word, b0.tag),
        syntax_feature(27, s0t_b0t, b0.left_relations),
        syntax_feature(28, s1.word, s1.right_relations),
        syntax_feature(16, s0t_b0t, s0l.tag, s0r.tag),
        syntax_feature(31, s0t_b0t, b1.tag),
        syntax_feature(35, s0.word, few(s0.left_count), few(s0.right_count)),
        syntax_feature(20, s0t_b0t, near),
        syntax_feature(22, s1t_s0t, far),
        syntax_feature(0, s0.word, s0.tag),
        syntax_feature(24, s0t_b0t, s0.right_relations),
        syntax_feature(8, stt),
    };
  }
  std::array<SyntaxFeature, kOtherStepFeatures> others() const {
    return {
        syntax_feature(2, s0.word, b0.word),
        syntax_feature(3, s0.word, b0.tag),
        syntax_feature(4, s0.tag, b0.word),
        syntax_feature(5, s1.word, s0.word),
        syntax_feature(6, s1.word, s0.tag),
        syntax_feature(7, s1.tag, s0.word),
        syntax_feature(9, s1.word, s0.tag, b0.tag),
        syntax_feature(10, s1.tag, s0.word, b0.tag),
        syntax_feature(11, s1t_s0t, b0.word),
        syntax_feature(12, s0t_b0t, b1.word),
        syntax_feature(14, stt, b1.tag),
        syntax_feature(15, s2.tag, stt),
        syntax_feature(17, s0t_b0t, b0l.tag, b0l.word),
        syntax_feature(18, s1t_s0t, s0l.tag, s0l.word),
        syntax_feature(19, stt, s1r.tag, s0r.tag),
        syntax_feature(21, s0.tag, b0.word, near),
        syntax_feature(23, stt, far, near),
        syntax_feature(25, s1t_s0t, s1.right_relations, b0.tag),
        syntax_feature(26, s1t_s0t, s0.left_relations, s0.right_relations),
        syntax_feature(29, s0.word, s0.right_relations, b0.tag),
        syntax_feature(30, s1.word, s1.tag),
        syntax_feature(32, s0.word, b0.tag, b1.tag),
        syntax_feature(33, s0.tag, b0.word, b1.tag),
        syntax_feature(34, s0.word, b0.tag, near),
    };
  }

 private:
  const ParseNode &s0, &s1, &s2, &b0, &b1, &b2, &s0l, &s0r, &s1r, &b0l;
  std::uint64_t s0t_b0t, s1t_s0t, stt;
  std::uint32_t near, far;
};

inline constexpr std::size_t kTellingRelationFeatures = 7, kOtherRelationFeatures = 10;
inline constexpr std::int32_t kSureRelationLead = 75;

/// The words that the relation of the arc depends on which a step to the left or right is about to make.
class RelationFeatures {
 public:
  RelationFeatures(const ParseState& s, Step step)
      : c(s.on_stack(0)),
        h(s.head_by(step)),
        child(s[c]),
        head(s[h]),
        left(s[child.left]),
        sibling(s[step == Step::left ? head.left : head.right]),
        before(s[c > 0 ? c - 1 : s.none()]),
        after(s[c + 1 < s.size() ? c + 1 : s.none()]),
        side(step == Step::left ? 1 : 2),
        siblings(step == Step::left ? head.left_relations : head.right_relations),
        tags((head.tag * 64U + child.tag) * 4U + side),
        tag(child.tag * 4U + side),
        head_tag(head.tag * 4U + side) {}

  std::array<SyntaxFeature, kTellingRelationFeatures> telling() const {
    return {
        syntax_feature(15, tags, head.right_relations),
        syntax_feature(0, child.word, tag),
        syntax_feature(12, tags, sibling.tag, static_cast<std::uint64_t>(sibling.relation)),
        syntax_feature(6, tags, child.left_relations, child.right_relations),
        syntax_feature(7, tags, left.word, siblings),
        syntax_feature(2, head.word, tag),
        syntax_feature(16, tags, head.left_relations, child.left_relations),
    };
  }
  std::array<SyntaxFeature, kOtherRelationFeatures> others() const {
    return {
        syntax_feature(1, child.word, tags),
        syntax_feature(3, head.word, head_tag, child.word),
        syntax_feature(4, tags, distance_range(c, h)),
        syntax_feature(5, tags, left.word),
        syntax_feature(8, head.word, side, left.word),
        syntax_feature(9, tags, siblings),
        syntax_feature(10, head.word, tag, siblings),
        syntax_feature(11, head.word, tag, child.left_relations),
        syntax_feature(13, tags, before.tag, after.tag),
        syntax_feature(14, tags, before.word),
    };
  }

 private:
  std::uint32_t c, h;
  const ParseNode &child, &head, &left, &sibling, &before, &after;
  std::uint64_t side, siblings, tags, tag, head_tag;
};

}  // namespace quoth::internal
