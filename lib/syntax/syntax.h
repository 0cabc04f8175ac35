#pragma once

// Part-of-speech tags and dependency trees of the sentences that need them. Tags and relations are those of Universal
// Dependencies v2. Tested by tests/unit/syntax_*_test.cc.

#include <cstdint>
#include <vector>

#include "text/token.h"

namespace quoth::internal {

/// Universal part-of-speech tags. Stored in weights: do not change.
enum class Tag : std::uint8_t {
  none = 0,  // the sentence was not looked at
  adj = 1,
  adp = 2,
  adv = 3,
  aux = 4,
  cconj = 5,
  det = 6,
  intj = 7,
  noun = 8,
  num = 9,
  part = 10,
  pron = 11,
  propn = 12,
  punct = 13,
  sconj = 14,
  sym = 15,
  verb = 16,
  x = 17,
};
inline constexpr std::size_t kTags = 18;

/// Universal relations, subtypes left out but for nsubj:pass. Stored in weights: do not change.
enum class Relation : std::uint8_t {
  none = 0,
  root = 1,
  nsubj = 2,
  nsubj_pass = 3,
  obj = 4,
  iobj = 5,
  csubj = 6,
  ccomp = 7,
  xcomp = 8,
  obl = 9,
  vocative = 10,
  expl = 11,
  dislocated = 12,
  advcl = 13,
  advmod = 14,
  discourse = 15,
  aux = 16,
  aux_pass = 17,
  cop = 18,
  mark = 19,
  nmod = 20,
  appos = 21,
  nummod = 22,
  acl = 23,
  acl_relcl = 24,
  amod = 25,
  det = 26,
  clf = 27,
  case_ = 28,
  conj = 29,
  cc = 30,
  fixed = 31,
  flat = 32,
  compound = 33,
  list = 34,
  parataxis = 35,
  orphan = 36,
  goeswith = 37,
  reparandum = 38,
  punct = 39,
  dep = 40,
  nmod_poss = 41,
  obl_agent = 42,
};
inline constexpr std::size_t kRelations = 43;

inline constexpr std::uint32_t kNoHead = 0xFFFFFFFFU;

/// Facts of grammar, one a token. `head` is the token that it hangs on; kNoHead: the root, or a sentence that was not
/// looked at.
struct Syntax {
  std::vector<Tag> tags;
  std::vector<std::uint32_t> heads;
  std::vector<Relation> relations;
};

}  // namespace quoth::internal
