#include "tools/syntax_examples.h"

// Tested by tests/unit/syntax_treebank_test.cc.

#include <algorithm>
#include <map>
#include <numeric>

#include "syntax/tag_names.h"

namespace quoth::internal {
namespace {

std::string fine_name(const std::string& tag, const std::string& fine) { return tag + '-' + fine; }

bool is_mark(const Token& token) { return token.shape == Shape::punct || token.shape == Shape::symbol; }

// Words and tokens that share characters, and what stands for them.
struct Group {
  TokenRange words, tokens;
  std::uint32_t head_word = 0, carrier = 0;
};

std::uint32_t depth(const TreeSentence& sentence, std::uint32_t word) {
  std::uint32_t steps = 0;
  while (sentence.words[word].head != kTreeRoot && steps < sentence.words.size()) {
    word = sentence.words[word].head;
    ++steps;
  }
  return steps;
}

std::uint32_t highest(const TreeSentence& sentence, TokenRange words) {
  std::uint32_t best = words.begin;
  for (std::uint32_t w = words.begin + 1; w < words.end; ++w)
    if (depth(sentence, w) < depth(sentence, best)) best = w;
  return best;
}

std::uint32_t carrier(const Tokens& tokens, TokenRange range) {
  for (std::uint32_t i = range.end; i-- > range.begin;)
    if (!is_mark(tokens[i])) return i;
  return range.end - 1;
}

std::vector<Group> group(const TreeSentence& sentence, const Tokens& tokens) {
  std::vector<Group> groups;
  const auto words = static_cast<std::uint32_t>(sentence.words.size());
  std::uint32_t w = 0, t = 0;
  while (w < words && t < tokens.size()) {
    Group g{{w, w + 1}, {t, t + 1}, 0, 0};
    std::uint32_t word_end = sentence.words[w++].end, token_end = tokens[t++].end;
    while (word_end != token_end) {
      if (word_end < token_end && w < words && sentence.words[w].begin < token_end)
        word_end = sentence.words[w++].end;
      else if (token_end < word_end && t < tokens.size() && tokens[t].begin < word_end)
        token_end = tokens[t++].end;
      else
        break;
    }
    g.words.end = w;
    g.tokens.end = t;
    g.head_word = highest(sentence, g.words);
    g.carrier = carrier(tokens, g.tokens);
    groups.push_back(g);
  }
  return groups;
}

void add_group(const TreeSentence& sentence, const Tokens& tokens, const FineTags& tags, const Group& g,
               const std::vector<std::uint32_t>& carrier_of_word, TreeExample& out) {
  const TreeWord& word = sentence.words[g.head_word];
  const FineTag tag = tags.of(word.tag, word.fine_tag);
  for (std::uint32_t t = g.tokens.begin; t < g.tokens.end; ++t) {
    const bool mark = is_mark(tokens[t]);
    if (t == g.carrier) {
      out.tags[t] = tag;
      out.heads[t] = word.head == kTreeRoot ? tokens.size() : carrier_of_word[word.head];
      out.relations[t] = relation_named(word.relation);
    } else {
      out.tags[t] = mark ? tags.of(Tag::punct) : tag;
      out.heads[t] = g.carrier;
      out.relations[t] = mark ? Relation::punct : Relation::goeswith;
    }
    if (out.relations[t] == Relation::none) out.relations[t] = Relation::dep;
  }
}

// Our tokens cover all characters but white space, as words do; only a word of invisible characters has no token.
bool carry_over(const TreeSentence& sentence, const Tokens& tokens, const FineTags& tags, TreeExample& out) {
  const std::vector<Group> groups = group(sentence, tokens);
  if (groups.empty() || groups.back().words.end != sentence.words.size() || groups.back().tokens.end != tokens.size())
    return false;
  std::vector<std::uint32_t> carrier_of_word(sentence.words.size());
  for (const Group& g : groups)
    std::fill(carrier_of_word.begin() + g.words.begin, carrier_of_word.begin() + g.words.end, g.carrier);
  out.tags.resize(tokens.size());
  out.heads.resize(tokens.size());
  out.relations.resize(tokens.size());
  for (const Group& g : groups) add_group(sentence, tokens, tags, g, carrier_of_word, out);
  return true;
}

}  // namespace

FineTags::FineTags(std::span<const TreeSentence> sentences) {
  std::map<std::string, std::size_t> counts;
  for (const TreeSentence& sentence : sentences)
    for (const TreeWord& word : sentence.words)
      if (tag_named(word.tag) != Tag::none) ++counts[fine_name(word.tag, word.fine_tag)];
  std::vector<std::pair<std::size_t, std::string>> sorted;
  for (const auto& [name, count] : counts) sorted.emplace_back(count, name);
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  for (const auto& [count, name] : sorted) {
    const Tag tag = tag_named(name.substr(0, name.find('-')));
    const bool first = std::none_of(names_.begin(), names_.end(), [&](const std::string& other) {
      return tag_named(other.substr(0, other.find('-'))) == tag;
    });
    if (names_.size() < kMostLabels - 2 && (first || count >= kLeastCount)) names_.push_back(name);
  }
}

FineTag FineTags::of(const std::string& tag, const std::string& fine) const {
  const auto at = std::find(names_.begin(), names_.end(), fine_name(tag, fine));
  return at != names_.end() ? static_cast<FineTag>(at - names_.begin()) : of(tag_named(tag));
}

FineTag FineTags::of(Tag tag) const {
  const auto at = std::find_if(names_.begin(), names_.end(), [&](const std::string& name) {
    return tag_named(name.substr(0, name.find('-'))) == tag;
  });
  return at != names_.end() ? static_cast<FineTag>(at - names_.begin()) : FineTag{0};
}

TagSet FineTags::set() const {
  TagSet set;
  for (const std::string& name : names_) set.coarse.push_back(tag_named(name.substr(0, name.find('-'))));
  set.name = of(Tag::propn);
  return set;
}

std::vector<TreeExample> make_examples(const ExampleSource& source, std::span<const TreeSentence> sentences,
                                       const FineTags& tags) {
  std::vector<TreeExample> examples;
  Tokenizer::Cursor cursor(source.tokenizer);
  Tokens tokens;
  std::vector<std::uint32_t> all;
  for (const TreeSentence& sentence : sentences) {
    cursor.tokenize(sentence.text, tokens);
    if (tokens.size() == 0) continue;
    look_up_words(source.lexicons, source.classes, tokens);
    TreeExample example;
    example.document = sentence.document;
    if (!carry_over(sentence, tokens, tags, example)) continue;
    all.resize(tokens.size());
    std::iota(all.begin(), all.end(), 0U);
    find_sentence_facts({tokens, source.lexicons, source.kinds}, all, example.words);
    examples.push_back(std::move(example));
  }
  return examples;
}

}  // namespace quoth::internal
