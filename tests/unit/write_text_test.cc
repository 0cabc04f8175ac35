#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "quoth/writers.h"
#include "unit/write_sample.h"
#include "write/columns.h"

namespace quoth {
namespace {

/// The text without colours.
std::string without_colors(const std::string& text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\x1b') {
      at = text.find('m', at);
    } else {
      plain += text[at];
    }
  }
  return plain;
}

std::size_t widest_line(const std::string& text) {
  std::istringstream lines(text);
  std::size_t widest = 0;
  for (std::string line; std::getline(lines, line);) widest = std::max(widest, internal::columns_of(line));
  return widest;
}

TEST_CASE("the view without colour") {
  CHECK(to_text(test::sample_document()) ==
        "_ÅLESUND_ — “We mend nets,” said *Zoë Brandt* of the +Harbour Board+. “We don't\n"
        "cut them.”\n"
        "\n"
        "*Brandt* told him that the “old” pier would stay. It was cold. He warned: snow.\n"
        "\n"
        "*People*\n"
        "  2  Zoë Brandt\n"
        "\n"
        "+Organisations+\n"
        "  1  Harbour Board\n"
        "\n"
        "_Places_\n"
        "  1  Ålesund\n"
        "\n"
        "Who said what\n"
        "  Zoë Brandt  said    “We mend nets, … We don't cut them.”\n"
        "  Zoë Brandt  told    that the “old” pier would stay\n"
        "  He          warned  snow\n");
}

TEST_CASE("the view in colour says the same") {
  const std::string colored = to_text(test::sample_document(), {true, 80, false});
  CHECK(colored.find("\x1b[1;36mZoë Brandt\x1b[0m of the \x1b[1;33mHarbour Board\x1b[0m. ") != std::string::npos);
  CHECK(without_colors(colored).find("said Zoë Brandt of the Harbour Board.") != std::string::npos);
}

TEST_CASE("a colour does not run over a line's end") {
  const std::string colored = to_text(test::sample_document(), {true, 40, false});
  std::istringstream lines(colored);
  for (std::string line; std::getline(lines, line);) {
    INFO(line);
    bool open = false;
    for (std::size_t at = line.find('\x1b'); at != std::string::npos; at = line.find('\x1b', at + 1)) {
      open = line.compare(at, 4, "\x1b[0m") != 0;
    }
    CHECK_FALSE(open);
  }
}

TEST_CASE("no line is wider than asked for") {
  for (const std::uint32_t width : {40u, 57u, 80u, 200u}) {
    CHECK(widest_line(to_text(test::sample_document(), {false, width, false})) <= width);
    CHECK(widest_line(without_colors(to_text(test::sample_document(), {true, width, false}))) <= width);
  }
}

TEST_CASE("names in several columns, most frequent first") {
  Document document;
  document.labels = {"PERSON", "LOCATION", "ORGANIZATION", "SHIP"};
  document.text = "A B C D E";
  const auto add = [&](LabelId label, std::string name, std::size_t mentions) {
    document.entities.push_back({label, Sex::unknown, std::move(name), std::vector<MentionId>(mentions, 0), {}});
  };
  add(kPerson, "Ann", 1);
  add(kPerson, "Bartholomew", 12);
  add(kPerson, "Cy", 1);
  add(3, "Marie Celeste", 1);
  CHECK(to_text(document, {false, 40, false}) ==
        "A B C D E\n"
        "\n"
        "*People*\n"
        "  12  Bartholomew     1  Cy\n"
        "   1  Ann\n"
        "\n"
        "~SHIP~\n"
        "  1  Marie Celeste\n");
}

TEST_CASE("a quote of an unknown speaker") {
  Document document = test::sample_document();
  document.quotes.resize(1);
  document.quotes[0].speaker.reset();
  CHECK(to_text(document).find("  Zoë Brandt of the     said  “We mend") != std::string::npos);
  document.quotes[0].speaker_span.clear();
  document.quotes[0].cue.clear();
  CHECK(to_text(document).find("\n  ?  “We mend") != std::string::npos);
}

TEST_CASE("reasons") {
  Document document = test::sample_document();
  document.mention_explanations.resize(document.mentions.size());
  document.mention_explanations[0] = {{{"rules:3 dateline", "LOCATION", 1.25f}, {"people.tsv:4", "PERSON", -0.05f}},
                                      {{"reading", "PERSON 'ÅLESUND'", 0.014f}}};
  const std::string why = to_explanations(document);
  CHECK(why ==
        "_ÅLESUND_  LOCATION  98.4 %  line 1  means Ålesund\n"
        "    for (+) and against (-)\n"
        "         +1.25  rules:3 dateline  LOCATION\n"
        "         -0.05  people.tsv:4  PERSON\n"
        "    next best\n"
        "         1.4 %  PERSON 'ÅLESUND'\n"
        "\n"
        "*Zoë Brandt*  PERSON  98.4 %  line 1\n"
        "\n"
        "+Harbour Board+  ORGANIZATION  98.4 %  line 1\n"
        "\n"
        "*Brandt*  PERSON  98.4 %  line 4  means Zoë Brandt\n"
        "\n"
        "*him*  PERSON  98.4 %  line 4  pronoun\n"
        "\n"
        "*He*  PERSON  98.4 %  line 4  pronoun\n");
  CHECK(to_text(document, {false, 80, true}) == to_text(document) + "\nWhy\n" + why);
  CHECK(to_text(document).find("Why") == std::string::npos);
}

TEST_CASE("of many features of weights the strongest are shown, of rows and rules all") {
  Document document = test::sample_document();
  document.mention_explanations.resize(1);
  auto& evidence = document.mention_explanations[0].evidence;
  for (int i = 0; i < 13; ++i) evidence.push_back({"weights: w=" + std::to_string(i), "", 1});
  evidence.push_back({"people.tsv:4", "PERSON 'x'", 0.25f});
  const std::string some = to_explanations(document);
  CHECK(some.find("weights: w=9\n") != std::string::npos);
  CHECK(some.find("weights: w=10\n") == std::string::npos);
  CHECK(some.find("         +0.25  people.tsv:4  PERSON 'x'\n         +3.00  3 weaker weights together\n") !=
        std::string::npos);
  const std::string all = to_explanations(document, {.all_evidence = true});
  CHECK(all.find("weights: w=12\n") != std::string::npos);
  CHECK(all.find("together") == std::string::npos);
}

TEST_CASE("nothing explained, nothing shown") { CHECK(to_explanations(test::sample_document()).empty()); }

TEST_CASE("an empty text gives an empty view") {
  CHECK(to_text(Document{}).empty());
  Document blank;
  blank.text = " \n\n\n";
  CHECK(to_text(blank).empty());
}

TEST_CASE("one giant word, and many blank lines") {
  Document document;
  document.text = std::string(100000, 'x') + std::string(1000, '\n') + "y";
  CHECK(to_text(document) == std::string(100000, 'x') + "\n\ny\n");
}

}  // namespace
}  // namespace quoth
