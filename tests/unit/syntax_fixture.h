#pragma once

// A small treebank and a model that knows it by heart, for the tests of tags and trees.

#include <array>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "syntax/sentence_batch.h"
#include "syntax/tag_names.h"
#include "text_fixture.h"
#include "tools/syntax_evaluation.h"
#include "tools/syntax_trainer.h"

namespace quoth::internal {

/// "Ada/PROPN-NNP/2/nsubj sings/VERB-VBZ/0/root" as CoNLL-U; a word that begins with '+' follows without a space.
inline std::string conllu(const std::string& rows) {
  std::istringstream lines(rows);
  std::string out;
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::vector<std::vector<std::string>> table;
    for (std::string word; words >> word;) {
      std::vector<std::string> cells;
      std::istringstream cell_stream(word);
      for (std::string cell; std::getline(cell_stream, cell, '/');) cells.push_back(cell);
      table.push_back(cells);
    }
    for (std::size_t i = 0; i < table.size(); ++i) {
      const bool glued = table[i][0].front() == '+';
      const bool next_glued = i + 1 < table.size() && table[i + 1][0].front() == '+';
      const std::size_t dash = table[i][1].find('-');
      out += std::to_string(i + 1) + '\t' + table[i][0].substr(glued ? 1 : 0) + "\t_\t" + table[i][1].substr(0, dash) +
             '\t' + table[i][1].substr(dash + 1) + "\t_\t" + table[i][2] + '\t' + table[i][3] + "\t_\t" +
             (next_glued ? "SpaceAfter=No" : "_") + '\n';
    }
    out += '\n';
  }
  return out;
}

inline const std::string& small_treebank() {
  static const std::string text = conllu(
      "Ada/PROPN-NNP/3/nsubj Okoye/PROPN-NNP/1/flat said/VERB-VBD/0/root she/PRON-PRP/6/nsubj would/AUX-MD/6/aux "
      "stay/VERB-VB/3/ccomp +./PUNCT-./3/punct\n"
      "The/DET-DT/2/det mayor/NOUN-NN/3/nsubj said/VERB-VBD/0/root that/SCONJ-IN/7/mark the/DET-DT/6/det "
      "bridge/NOUN-NN/7/nsubj fell/VERB-VBD/3/ccomp +./PUNCT-./3/punct\n"
      "The/DET-DT/2/det bridge/NOUN-NN/3/nsubj fell/VERB-VBD/0/root on/ADP-IN/5/case Monday/PROPN-NNP/3/obl "
      "+./PUNCT-./3/punct\n"
      "We/PRON-PRP/3/nsubj will/AUX-MD/3/aux rebuild/VERB-VB/0/root it/PRON-PRP/3/obj +,/PUNCT-,/3/punct "
      "the/DET-DT/7/det mayor/NOUN-NN/8/nsubj said/VERB-VBD/3/parataxis +./PUNCT-./3/punct\n"
      "She/PRON-PRP/2/nsubj told/VERB-VBD/0/root the/DET-DT/4/det paper/NOUN-NN/2/obj on/ADP-IN/6/case "
      "Friday/PROPN-NNP/2/obl +./PUNCT-./2/punct\n"
      "The/DET-DT/3/det new/ADJ-JJ/3/amod bridge/NOUN-NN/4/nsubj opened/VERB-VBD/0/root in/ADP-IN/6/case "
      "Lagos/PROPN-NNP/4/obl +./PUNCT-./4/punct\n"
      "Okoye/PROPN-NNP/2/nsubj thanked/VERB-VBD/0/root the/DET-DT/4/det city/NOUN-NN/6/nmod:poss +'s/PART-POS/4/case "
      "workers/NOUN-NNS/2/obj +./PUNCT-./2/punct\n"
      "Workers/NOUN-NNS/2/nsubj said/VERB-VBD/0/root they/PRON-PRP/5/nsubj will/AUX-MD/5/aux stay/VERB-VB/2/ccomp "
      "in/ADP-IN/7/case Lagos/PROPN-NNP/5/obl +./PUNCT-./2/punct\n");
  return text;
}

/// The sums of some features' weights.
template <std::size_t N>
LabelSums label_sums(const LabelWeights& weights, const std::array<SyntaxFeature, N>& features) {
  FeatureLookup<N> lookup;
  weights.table().ask(features, lookup);
  weights.read(lookup);
  LabelSums sums{};
  weights.add(lookup, sums);
  return sums;
}
template <std::size_t N>
std::pair<std::int32_t, std::int32_t> step_sums(const StepWeights& weights,
                                                const std::array<SyntaxFeature, N>& features) {
  FeatureLookup<N> lookup;
  weights.table().ask(features, lookup);
  weights.read(lookup);
  std::pair<std::int32_t, std::int32_t> sums;
  weights.add(lookup, sums.first, sums.second);
  return sums;
}

/// Data with no lists.
inline const KindTable& no_kinds() {
  static const KindTable kinds;
  return kinds;
}
inline const WordClasses& no_classes() {
  static const WordClasses classes;
  return classes;
}
inline ExampleSource no_lists() { return {english_tokenizer(), {}, no_classes(), no_kinds()}; }

inline SyntaxWeights small_weights() {
  const std::vector<TreeSentence> sentences = read_treebank(small_treebank(), "small");
  const FineTags tags(sentences);
  SyntaxTrainOptions options;
  options.folds = 2;
  options.tree_epochs = 20;
  return train_syntax(make_examples(no_lists(), sentences, tags), tags, options);
}

inline const SyntaxModel& small_model() {
  static const LoadedSyntax loaded(small_weights());
  return loaded.model;
}

/// Tokens with their tags and trees: "Ada/PROPN<3 nsubj" hangs on the third word.
struct Parsed {
  std::string text;
  Tokens tokens;
  Syntax syntax;
  std::string show() const {
    std::string out;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
      if (i > 0) out += ' ';
      const std::uint32_t head = syntax.heads[i] == kNoHead ? 0 : syntax.heads[i] + 1;
      out += std::string(tokens.written(i)) + '/' + std::string(tag_name(syntax.tags[i])) + '/' + std::to_string(head) +
             '/' + std::string(relation_name(syntax.relations[i]));
    }
    return out;
  }
};

}  // namespace quoth::internal
