#pragma once

// Trees in the CoNLL-U format of Universal Dependencies. Tested by tests/unit/syntax_treebank_test.cc.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::internal {

struct TreeWord {
  std::uint32_t begin = 0, end = 0;  // bytes of TreeSentence::text
  std::string tag, fine_tag;         // "VERB", "VBD"
  std::uint32_t head = 0;            // index of a word, or kTreeRoot
  std::string relation;              // "nsubj:pass"
};
inline constexpr std::uint32_t kTreeRoot = 0xFFFFFFFFU;

struct TreeSentence {
  std::string document;  // id
  std::string text;      // as written, made of the words and the white space between them
  std::vector<TreeWord> words;
};

/// Reads a file's sentences. Throws LoadError with the first wrong line; `file` is what it is called. A word that
/// stands inside a written one (does + n't in "doesn't") has its part of it where the parts spell the whole, else an
/// equal share.
std::vector<TreeSentence> read_treebank(std::string_view text, const std::string& file);

}  // namespace quoth::internal
