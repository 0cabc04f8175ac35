// Tests lib/text/sentences.cc, sentence_end.cc, unmarked_ends.cc, list_markers.cc and marks.cc.

#include <catch2/catch.hpp>
#include <chrono>
#include <random>
#include <string>
#include <vector>

#include "text_fixture.h"

namespace quoth::internal {
namespace {

// The sentences with a bar between them.
std::string split(std::string_view text) {
  const ReadText read(text);
  std::string out;
  for (const TokenRange sentence : read.sentences) out += (out.empty() ? "" : " | ") + read.written(sentence);
  return out;
}

// Each row is its own answer: the text is what is left without the bars.
void check_rows(const std::vector<std::string>& rows) {
  for (const std::string& row : rows) {
    std::string text;
    for (std::size_t at = 0; at < row.size();) {
      if (row.compare(at, 3, " | ") == 0) {
        text += row[at + 3] == '\n' ? "" : " ";
        at += 3;
      } else {
        text += row[at++];
      }
    }
    CHECK(split(text) == row);
  }
}

// Blocks and sentences cover all tokens in order, and no sentence crosses a block's edge.
void check_covers(const ReadText& read) {
  std::uint32_t end = 0;
  for (const Block& block : read.blocks) {
    REQUIRE(block.tokens.begin == end);
    REQUIRE(block.tokens.size() > 0);
    REQUIRE((block.dateline_end >= block.tokens.begin && block.dateline_end <= block.tokens.end));
    REQUIRE((block.turn_end >= block.tokens.begin && block.turn_end <= block.tokens.end));
    end = block.tokens.end;
  }
  REQUIRE(end == read.tokens.size());
  end = 0;
  std::size_t block = 0;
  for (const TokenRange sentence : read.sentences) {
    REQUIRE(sentence.begin == end);
    REQUIRE(sentence.size() > 0);
    end = sentence.end;
    while (read.blocks[block].tokens.end <= sentence.begin) ++block;
    REQUIRE(sentence.end <= read.blocks[block].tokens.end);
  }
  REQUIRE(end == read.tokens.size());
}

}  // namespace

TEST_CASE("terminators end sentences") {
  check_rows({
      "The port is open. | Ships came.",
      "Is it open? | Yes! | It is.",
      "What?! | No!! | Really???",
      "It cost 1,000.50 dollars. | 20 people paid $3.50.",
      "She runs Yahoo! in the north.",
      "He works at Wow! and likes it.",
      "The web page is http://a.example/b.html. | See it.",
      "We stopped.|The ship left.",
      "Files end in .txt here.",
  });
  CHECK(split("We stopped.The ship left.") == "We stopped. | The ship left.");
  CHECK(split("is it open? yes it is. thanks a lot. it was fun") ==
        "is it open? | yes it is. | thanks a lot. | it was fun");
}

TEST_CASE("abbreviations end sentences only where they may") {
  check_rows({
      // Never before a name.
      "Mr. Nowak met Gen. Okoye at Mt. Elgon. | He left.",
      "Lt. Gen. Ada Okoye and Prof. Nowak came.",
      // Before a number.
      "See No. 5 and pp. 3 to 9. | Then go.",
      "He came on Jan. 20 and left in Dec. | The house is empty.",
      "He said no. | Nobody came.",
      // Inside.
      "Lions vs. Tigers is on. | See it.",
      "Bring pens, paper, etc. | The office has none.",
      "Take fruit, e.g. apples or Cox Orange.",
      // May be final.
      "Okoye Inc. makes pumps. | Nowak Ltd. | The two merged.",
      "Okoye & Co. Chairman Jan Nowak left.",
      "It opened at 9 a.m. | Travelers who came early waited.",
      "At 9 a.m. Mr. Nowak left.",
      "They left at 6 p.m. | Mr. Nowak stayed.",
      // Countries and initials.
      "He lives in the U.S. | He likes it.",
      "He joined the U.S. Senate in May.",
      "The U.S. and the U.K. agreed.",
      "J. K. Nowak met Ada B. Okoye. | They ate.",
      "You and I. | Did you see Albert I. Nowak?",
      "Q. Who came?",
      "He has a Ph.D. in law.",
  });
}

TEST_CASE("quotations end with their sentence, or go on in it") {
  check_rows({
      "\"We won.\" | The crowd cheered.",
      "“We won.” | The crowd cheered.",
      "'We won.' | The crowd cheered.",
      "\"We won. | We did,\" Okoye said.",
      "\"Good?\" Okoye asked.",
      "\"Good?\" she asked. | \"Yes!\" he said.",
      "\"Good!\" Prime Minister Ada Okoye said.",
      "\"Why not...\" Okoye said.",
      "\"Is it good?\" | Okoye said he was not sure.",
      "\"It is great.\" she said.",
      "He asked: \"Why?\" | Nobody knew.",
      "\"A long game.\" - Jan Nowak",
  });
}

TEST_CASE("brackets and notes belong to their sentence") {
  check_rows({
      "The herd drank well.3 4 | Take the first calf.",
      "[12: grey? 40:15] [13: brown]",
      "He teaches (he worked as a clerk before.) at a school.",
      "He left. | (Nobody saw him.) | She stayed.",
      "He died in 2014.[1] | She lived.",
      "He died in 2014. [17] [18] | She lived.",
      "It had an effect.11 | Others did not.",
      "“We [...] won the war,” he said.",
      "He (D., Wash.) spoke.",
  });
}

TEST_CASE("an ellipsis may end a sentence") {
  check_rows({
      "I never meant that... | She left.",
      "I never meant that.... | She left.",
      "Well ... what I mean is ... nothing.",
      "And then . . . I left.",
      "It was useful. | ... The talk went on.",
      "It was useful. | . . . The talk went on.",
      "He left…",
  });
}

TEST_CASE("items of lists are sentences") {
  check_rows({
      "1. The first | 2. The second | 3. The third",
      "1.) The first. | 2.) The second.",
      "a) here | b) there | c) nowhere",
      "(i) One. | (ii) Two. | (iii) Three.",
      "a. here it is | b. there",
      "• one | • two",
      "• 9. nine | • 10. ten",
      "Take 2) and 5) of these.",
      "A. Nowak and B. Okoye came.",
  });
}

TEST_CASE("no sentence crosses the edge of a block") {
  CHECK(split("A heading\n\nand a line without a stop\n\nAnother.") ==
        "A heading | and a line without a stop | Another.");
  CHECK(split("Running text that a\nsingle line break cuts. It goes on.") ==
        "Running text that a\nsingle line break cuts. | It goes on.");
  CHECK(split("LUSAKA (Reuters) - A smelter opened. It is new.") ==
        "LUSAKA (Reuters) - | A smelter opened. | It is new.");
}

TEST_CASE("some sentences end without a mark") {
  check_rows({
      "Okoye at the port | Photo: Jan Nowak",
      "Port reopens after strike | Monday, May 4, 2026",
      "Monday, May 4, 2026 | Ships came to the port.",
      "He came on Monday, May 4, 2026",
      "that was fun :) | when is the next",
      "See http://a.example/b | Thanks for it",
      "the port is open now | They sell fish there.",
      "He reads The Guardian and The new paper.",
      "he said The new paper is good.",
      "end ------ | The rest",
  });
}

TEST_CASE("blocks and sentences cover every token of any text") {
  std::mt19937 random(11);
  const std::vector<std::string> pieces = {
      "the", "The",  "Mr", ".",    "U.S.",    "J.",   "?",           "!",  "...", "\"",  "'",    "”",
      "“",   "(",    ")",  "[",    "]",       "1",    "2",           "a",  "i",   ":",   ",",    "-",
      "—",   "•",    "*",  "said", "Reuters", "KYIV", "Photo",       "by", "By",  "Inc", "2026", "Monday",
      "May", "----", "\n", "\n\n", " ",       "\xFF", "x@b.example", ":)", "no"};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    const std::size_t size = random() % 40;
    for (std::size_t i = 0; i < size; ++i) {
      text += pieces[random() % pieces.size()];
      if (random() % 3 != 0) text += ' ';
    }
    INFO(text);
    check_covers(ReadText(text));
  }
}

TEST_CASE("time is linear on texts made to be slow") {
  for (const std::string piece : {"a ",  "A ",   ". ",  "? ",   "\"",    "\" ",    "U.S. ",    "A. ",    "1. ",
                                  "( ",  "Mr. ", "\n",  "A\n",  "a\n",   "• ",     "By ",      "KYIV, ", "KYIV - ",
                                  "A: ", "A.",   "...", "[1] ", ". [1]", "----- ", "The the ", "Photo: "}) {
    std::string text;
    while (text.size() < 300'000) text += piece;
    const auto begin = std::chrono::steady_clock::now();
    const ReadText read(text);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    INFO(piece);
    CHECK(seconds.count() < 5);  // quadratic time takes minutes
    check_covers(read);
  }
}

}  // namespace quoth::internal
