#pragma once

// Trees over our own tokens: what the tagger and the parser learn from and are scored on. Tested by
// tests/unit/syntax_treebank_test.cc.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "syntax/syntax.h"
#include "syntax/tagger.h"
#include "syntax/word_facts.h"
#include "text/tokenizer.h"
#include "text/words.h"
#include "tools/syntax_treebank.h"

namespace quoth::internal {

/// The fine tags that a treebank has often enough, each named after its tag and what the language adds: "VERB-VBD".
class FineTags {
 public:
  static constexpr std::size_t kLeastCount = 30;

  FineTags() = default;
  /// Those of some trees; of each tag at least one.
  explicit FineTags(std::span<const TreeSentence> sentences);
  /// Those of given names.
  explicit FineTags(std::vector<std::string> names) : names_(std::move(names)) {}

  const std::vector<std::string>& names() const { return names_; }
  /// The fine tag of a word; where it has a rare one, the most frequent of its tag.
  FineTag of(const std::string& tag, const std::string& fine) const;
  /// The most frequent fine tag of a tag.
  FineTag of(Tag tag) const;
  TagSet set() const;

 private:
  std::vector<std::string> names_;  // the more frequent first
};

/// A sentence in our tokens.
struct TreeExample {
  std::string document;
  std::vector<WordFacts> words;      // with edges, as find_sentence_facts() makes them
  std::vector<FineTag> tags;         // one a token
  std::vector<std::uint32_t> heads;  // token numbers; the number of tokens stands for the root
  std::vector<Relation> relations;

  std::uint32_t size() const { return static_cast<std::uint32_t>(tags.size()); }
};

/// What of a language's data makes tokens and their facts. References; the caller keeps them alive.
struct ExampleSource {
  const Tokenizer& tokenizer;
  std::span<const Lexicon> lexicons;
  const WordClasses& classes;
  const KindTable& kinds;
};

/// Cuts sentences into our tokens and carries their trees over. Where several of our tokens make up one word of the
/// treebank, the last that is no mark stands for it, and the others hang on it; where one token holds several words,
/// the highest of them in the tree stands for all.
std::vector<TreeExample> make_examples(const ExampleSource& source, std::span<const TreeSentence> sentences,
                                       const FineTags& tags);

}  // namespace quoth::internal
