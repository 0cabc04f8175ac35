#include "syntax/parse_sentence.h"

// Tested by tests/unit/syntax_parse_sentence_test.cc.

#include <algorithm>

namespace quoth::internal {
namespace {

// Where the piece that begins at `begin` ends.
std::uint32_t end_of_piece(const Tokens& tokens, std::uint32_t begin, std::uint32_t end) {
  if (end - begin <= kMostParsedTokens) return end;
  const std::uint32_t most = begin + kMostParsedTokens;
  for (std::uint32_t i = most; i > begin + kMostParsedTokens / 2; --i)
    if (tokens[i - 1].shape == Shape::punct) return i;
  return most;
}

// The names that touch a piece.
std::span<const TokenRange> names_in(std::span<const TokenRange> names, TokenRange piece) {
  const auto first =
      std::partition_point(names.begin(), names.end(), [&](TokenRange n) { return n.end <= piece.begin; });
  const auto last = std::partition_point(first, names.end(), [&](TokenRange n) { return n.begin < piece.end; });
  return {first, last};
}

TokenRange cut(TokenRange name, TokenRange piece) {
  return {std::max(name.begin, piece.begin), std::min(name.end, piece.end)};
}

void mark_names(std::span<const TokenRange> names, TokenRange piece, std::vector<WordFacts>& words) {
  for (const TokenRange name : names) {
    const TokenRange range = cut(name, piece);
    for (std::uint32_t i = range.begin; i < range.end; ++i) words[i - piece.begin + kEdges].in_name = true;
  }
}

void copy_tree(const SyntaxScratch& scratch, TokenRange piece, Syntax& out) {
  for (std::uint32_t i = 0; i < piece.size(); ++i) {
    const ParseNode& node = scratch.state[i];
    out.heads[piece.begin + i] = node.head < piece.size() ? piece.begin + node.head : kNoHead;
    out.relations[piece.begin + i] = node.relation;
  }
}

bool inside(std::uint32_t token, TokenRange range) { return token >= range.begin && token < range.end; }

std::uint32_t depth(std::uint32_t token, const Syntax& out) {
  std::uint32_t steps = 0;
  for (std::uint32_t at = out.heads[token]; at != kNoHead; at = out.heads[at]) ++steps;
  return steps;
}

// The word of a name that stays where it hangs: the highest that hangs on a word outside, of several as high the last,
// a mark only where there is no word. Since no other one stands above it, they can all hang on it without a circle.
std::uint32_t top_of_name(TokenRange name, const Syntax& out) {
  std::uint32_t top = name.begin, least = 0xFFFFFFFFU;
  for (std::uint32_t i = name.begin; i < name.end; ++i) {
    if (inside(out.heads[i], name)) continue;
    const std::uint32_t steps = 2 * depth(i, out) + (out.relations[i] == Relation::punct ? 1U : 0U);
    if (steps > least) continue;
    top = i;
    least = steps;
  }
  return top;
}

void join_name(TokenRange name, Syntax& out) {
  const std::uint32_t top = top_of_name(name, out);
  for (std::uint32_t i = name.begin; i < name.end; ++i) {
    if (i == top || inside(out.heads[i], name)) continue;
    out.heads[i] = top;
    if (out.relations[i] != Relation::punct) out.relations[i] = i < top ? Relation::compound : Relation::flat;
  }
}

void tag_piece(const SyntaxModel& model, const SyntaxInput& input, TokenRange piece, std::span<const TokenRange> names,
               SyntaxScratch& scratch) {
  find_sentence_facts(input, piece, scratch.words);
  mark_names(names_in(names, piece), piece, scratch.words);
  tag_words(model.tags, scratch.words, scratch.tags);
  scratch.tagged = piece;
}

void copy_tags(const SyntaxModel& model, const SyntaxScratch& scratch, Syntax& out) {
  for (std::uint32_t i = scratch.tagged.begin; i < scratch.tagged.end; ++i)
    out.tags[i] = model.tags.tags.coarse[scratch.tags[i - scratch.tagged.begin]];
}

void parse_piece(const SyntaxModel& model, TokenRange piece, std::span<const TokenRange> names, SyntaxScratch& scratch,
                 Syntax& out) {
  scratch.state.begin(scratch.words, scratch.tags, model.tags.tags.edge());
  parse(model.trees, scratch.state);
  copy_tree(scratch, piece, out);
  for (const TokenRange name : names_in(names, piece)) join_name(cut(name, piece), out);
}

}  // namespace

void clear_syntax(std::uint32_t tokens, Syntax& out) {
  out.tags.assign(tokens, Tag::none);
  out.heads.assign(tokens, kNoHead);
  out.relations.assign(tokens, Relation::none);
}

void tag_sentence(const SyntaxModel& model, const SyntaxInput& input, TokenRange sentence,
                  std::span<const TokenRange> names, SyntaxScratch& scratch, Syntax& out) {
  if (model.empty()) return;
  for (TokenRange piece = {sentence.begin, 0}; piece.begin < sentence.end; piece.begin = piece.end) {
    piece.end = end_of_piece(input.tokens, piece.begin, sentence.end);
    tag_piece(model, input, piece, names, scratch);
    copy_tags(model, scratch, out);
  }
}

void retag_verbs(const SyntaxModel& model, std::span<const std::uint32_t> verbs, SyntaxScratch& scratch, Syntax& out) {
  if (model.empty()) return;
  for (const std::uint32_t verb : verbs)
    if (inside(verb, scratch.tagged)) scratch.words[verb - scratch.tagged.begin + kEdges].is_verb = true;
  tag_words(model.tags, scratch.words, scratch.tags);
  copy_tags(model, scratch, out);
}

void parse_tagged_sentence(const SyntaxModel& model, const SyntaxInput& input, TokenRange sentence,
                           std::span<const TokenRange> names, SyntaxScratch& scratch, Syntax& out) {
  if (model.empty()) return;
  for (TokenRange piece = {sentence.begin, 0}; piece.begin < sentence.end; piece.begin = piece.end) {
    piece.end = end_of_piece(input.tokens, piece.begin, sentence.end);
    if (scratch.tagged != piece) tag_piece(model, input, piece, names, scratch);  // of several only the last is kept
    parse_piece(model, piece, names, scratch, out);
  }
}

void parse_sentence(const SyntaxModel& model, const SyntaxInput& input, TokenRange sentence,
                    std::span<const TokenRange> names, SyntaxScratch& scratch, Syntax& out) {
  tag_sentence(model, input, sentence, names, scratch, out);
  parse_tagged_sentence(model, input, sentence, names, scratch, out);
}

}  // namespace quoth::internal
