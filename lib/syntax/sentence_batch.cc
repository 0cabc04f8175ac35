#include "syntax/sentence_batch.h"

// Tested by tests/unit/syntax_sentence_batch_test.cc.

#include <algorithm>

namespace quoth::internal {
namespace {

// Where the piece that begins at `begin` ends, both places in `kept`.
std::uint32_t end_of_piece(const Tokens& tokens, std::span<const std::uint32_t> kept, std::uint32_t begin) {
  const auto end = static_cast<std::uint32_t>(kept.size());
  if (end - begin <= kMostParsedTokens) return end;
  const std::uint32_t most = begin + kMostParsedTokens;
  for (std::uint32_t i = most; i > begin + kMostParsedTokens / 2; --i)
    if (tokens[kept[i - 1]].shape == Shape::punct) return i;
  return most;
}

void keep_tokens(const SentenceInput& sentence, std::vector<std::uint32_t>& out) {
  out.clear();
  auto left_out = sentence.left_out.begin();
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    while (left_out != sentence.left_out.end() && left_out->end <= i) ++left_out;
    if (left_out == sentence.left_out.end() || i < left_out->begin) out.push_back(i);
  }
}

// The first name that ends behind a token.
std::span<const TokenRange>::iterator first_name(std::span<const TokenRange> names, std::uint32_t token) {
  return std::partition_point(names.begin(), names.end(), [&](TokenRange n) { return n.end <= token; });
}

void mark_names(std::span<const TokenRange> names, std::span<const std::uint32_t> kept, std::vector<WordFacts>& words) {
  auto name = first_name(names, kept.front());
  for (std::size_t i = 0; i < kept.size(); ++i) {
    while (name != names.end() && name->end <= kept[i]) ++name;
    words[i + kEdges].in_name = name != names.end() && name->begin <= kept[i];
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

// Names that were left out have no word in the piece, others that reach beyond it have some.
void join_names(std::span<const TokenRange> names, std::span<const std::uint32_t> kept, Syntax& out) {
  const TokenRange piece{kept.front(), kept.back() + 1};
  for (auto name = first_name(names, piece.begin); name != names.end() && name->begin < piece.end; ++name) {
    const TokenRange part{std::max(name->begin, piece.begin), std::min(name->end, piece.end)};
    if (std::binary_search(kept.begin(), kept.end(), part.begin)) join_name(part, out);
  }
}

// Each word hangs on the one before it.
void hang_left_out(TokenRange sentence, std::span<const TokenRange> left_out, Syntax& out) {
  for (const TokenRange range : left_out)
    for (std::uint32_t i = std::max(range.begin, sentence.begin + 1); i < std::min(range.end, sentence.end); ++i)
      out.heads[i] = i - 1;
}

// Calls use(first, count) for all of so many things, kMostTogether at a time.
template <typename Use>
void in_groups(std::size_t size, Use use) {
  for (std::size_t first = 0; first < size; first += kMostTogether) use(first, std::min(kMostTogether, size - first));
}

}  // namespace

void clear_syntax(std::uint32_t tokens, Syntax& out) {
  out.tags.assign(tokens, Tag::none);
  out.heads.assign(tokens, kNoHead);
  out.relations.assign(tokens, Relation::none);
}

SentenceBatch::Piece& SentenceBatch::add_piece() {
  if (pieces_ == pool_.size()) pool_.emplace_back();
  Piece& piece = pool_[pieces_++];
  piece.sentence = sentences_;
  return piece;
}

void SentenceBatch::add(const SyntaxInput& input, const SentenceInput& sentence) {
  tokens_[sentences_] = sentence.tokens;
  names_[sentences_] = sentence.names;
  left_out_[sentences_].assign(sentence.left_out.begin(), sentence.left_out.end());
  needs_tree_[sentences_] = true;
  keep_tokens(sentence, kept_);
  const std::span<const std::uint32_t> kept = kept_;
  for (std::uint32_t begin = 0, end; begin < kept.size(); begin = end) {
    end = end_of_piece(input.tokens, kept, begin);
    Piece& piece = add_piece();
    piece.tokens.assign(kept.begin() + begin, kept.begin() + end);
    find_sentence_facts(input, piece.tokens, piece.words);
    mark_names(sentence.names, piece.tokens, piece.words);
  }
  ++sentences_;
}

void SentenceBatch::copy_tags(const SyntaxModel& model, const Piece& piece, Syntax& out) {
  for (std::size_t i = 0; i < piece.tokens.size(); ++i)
    out.tags[piece.tokens[i]] = model.tags.tags.coarse[piece.tags[i]];
}

void SentenceBatch::tag(const SyntaxModel& model, Syntax& out) {
  if (model.empty()) return;
  in_groups(pieces_, [&](std::size_t first, std::size_t count) {
    const std::span<Piece> group = std::span(pool_).subspan(first, count);
    together_.clear();
    for (Piece& piece : group) together_.push_back({piece.words, &piece.tags});
    tag_words(model.tags, together_);
    for (const Piece& piece : group) copy_tags(model, piece, out);
  });
}

void SentenceBatch::retag(const SyntaxModel& model, std::size_t sentence, std::span<const KnownTag> known,
                          Syntax& out) {
  if (model.empty()) return;
  for (Piece& piece : std::span(pool_).first(pieces_)) {
    if (piece.sentence != sentence) continue;
    for (const auto [token, tag] : known) {
      const auto at = std::lower_bound(piece.tokens.begin(), piece.tokens.end(), token);
      if (at != piece.tokens.end() && *at == token)
        piece.words[static_cast<std::size_t>(at - piece.tokens.begin()) + kEdges].known = tag;
    }
    tag_words(model.tags, std::array{TaggedWords{piece.words, &piece.tags}});
    copy_tags(model, piece, out);
  }
}

void SentenceBatch::copy_tree(const Piece& piece, Syntax& out) {
  const auto size = static_cast<std::uint32_t>(piece.tokens.size());
  for (std::uint32_t i = 0; i < size; ++i) {
    const ParseNode& node = piece.state[i];
    out.heads[piece.tokens[i]] = node.head < size ? piece.tokens[node.head] : kNoHead;
    out.relations[piece.tokens[i]] = node.relation;
  }
}

void SentenceBatch::parse(const SyntaxModel& model, Syntax& out) {
  if (model.empty()) return;
  parsed_.clear();
  for (Piece& piece : std::span(pool_).first(pieces_))
    if (needs_tree_[piece.sentence]) parsed_.push_back(&piece);
  in_groups(parsed_.size(), [&](std::size_t first, std::size_t count) {
    const std::span<Piece* const> group = std::span(parsed_).subspan(first, count);
    std::array<ParseState*, kMostTogether> states;
    for (std::size_t p = 0; p < count; ++p) {
      states[p] = &group[p]->state;
      states[p]->begin(group[p]->words, group[p]->tags, model.tags.tags.edge());
    }
    internal::parse(model.trees, std::span(states).first(count));
    for (const Piece* piece : group) {
      copy_tree(*piece, out);
      join_names(names_[piece->sentence], piece->tokens, out);
    }
  });
  for (std::size_t sentence = 0; sentence < sentences_; ++sentence)
    if (needs_tree_[sentence]) hang_left_out(tokens_[sentence], left_out_[sentence], out);
}

}  // namespace quoth::internal
