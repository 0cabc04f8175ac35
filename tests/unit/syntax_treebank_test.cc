// Tests lib/tools/syntax_treebank.cc.

#include "tools/syntax_treebank.h"

#include <catch2/catch.hpp>

#include "quoth/load_error.h"

namespace quoth::internal {
namespace {

// Rows of "number form tag fine head relation misc", divided by spaces, in the ten columns of the format.
std::string rows(std::initializer_list<const char*> lines) {
  std::string out;
  for (const std::string line : lines) {
    std::vector<std::string> cells(1);
    for (const char c : line) {
      if (c == ' ')
        cells.emplace_back();
      else
        cells.back() += c;
    }
    if (line.empty() || line[0] == '#' || cells.size() != 7)
      out += line + '\n';
    else
      out += cells[0] + '\t' + cells[1] + "\t_\t" + cells[2] + '\t' + cells[3] + "\t_\t" + cells[4] + '\t' + cells[5] +
             "\t_\t" + cells[6] + '\n';
  }
  return out;
}

std::string fault_of(const std::string& text) {
  try {
    read_treebank(text, "t.conllu");
  } catch (const LoadError& error) {
    return error.what();
  }
  return "none";
}

}  // namespace

TEST_CASE("sentences, their text and their trees are read") {
  const auto sentences = read_treebank(rows({"# newdoc id = first", "# text = not needed", "1 Ada PROPN NNP 2 nsubj _",
                                             "2 sings VERB VBZ 0 root SpaceAfter=No", "3 ! PUNCT . 2 punct Entity=1",
                                             "", "# newdoc id = second", "1 Stop VERB VB 0 root _"}),
                                       "t.conllu");
  REQUIRE(sentences.size() == 2);
  CHECK(sentences[0].document == "first");
  CHECK(sentences[0].text == "Ada sings! ");
  REQUIRE(sentences[0].words.size() == 3);
  CHECK(sentences[0].words[0].head == 1);
  CHECK(sentences[0].words[1].head == kTreeRoot);
  CHECK(sentences[0].words[1].fine_tag == "VBZ");
  CHECK(sentences[0].words[2].begin == 9);
  CHECK(sentences[0].words[2].relation == "punct");
  CHECK(sentences[1].document == "second");
}

TEST_CASE("parts of one written word share its letters") {
  const auto sentences = read_treebank(
      rows({"1-2 don't _ _ _ _ _", "1 do AUX VBP 3 aux _", "2 n't PART RB 3 advmod _", "3 go VERB VB 0 root _",
            "3.1 going VERB VBG _ _ _", "4-5 au _ _ _ _ SpaceAfter=No", "4 a ADP IN 3 case _", "5 le DET DT 3 det _"}),
      "t.conllu");
  REQUIRE(sentences.size() == 1);
  CHECK(sentences[0].text == "don't go au");
  std::string spans;
  for (const TreeWord& w : sentences[0].words) spans += std::to_string(w.begin) + "-" + std::to_string(w.end) + " ";
  CHECK(spans == "0-2 2-5 6-8 9-10 10-11 ");
}

TEST_CASE("a wrong line is told") {
  CHECK(fault_of("1\tAda\n") == "t.conllu:1: expected 10 columns, divided by tabs");
  CHECK(fault_of(rows({"# x", "2 Ada PROPN NNP 0 root _"})) == "t.conllu:2: expected a word's number and its head's");
  CHECK(fault_of(rows({"1 Ada PROPN NNP _ root _"})) == "t.conllu:1: expected a word's number and its head's");
  CHECK(fault_of(rows({"1 Ada PROPN NNP 7 nsubj _", ""})) == "t.conllu:2: a head is no word of the sentence");
  CHECK(fault_of(rows({"3-1 Ada _ _ _ _ _"})) == "t.conllu:1: expected the numbers of a written word's parts");
}

}  // namespace quoth::internal
