// Tests lib/text/layout.cc and line_heads.cc.

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "text_fixture.h"

namespace quoth::internal {
namespace {

const char* kind_name(BlockKind kind) {
  switch (kind) {
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::heading:
      return "heading";
    case BlockKind::caption:
      return "caption";
    case BlockKind::byline:
      return "byline";
    case BlockKind::list_item:
      return "item";
    case BlockKind::table:
      return "table";
  }
  return "?";
}

std::string kinds(std::string_view text) {
  std::string out;
  for (const Block& block : ReadText(text).blocks) out += (out.empty() ? "" : " ") + std::string(kind_name(block.kind));
  return out;
}

}  // namespace

TEST_CASE("lines become blocks of a kind") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"", ""},
      {" \n\n ", ""},
      {"The port reopened on Monday, officials said.", "paragraph"},
      {"Port reopens after long strike", "heading"},
      {"PORT REOPENS", "heading"},
      {"Who Runs The Port Now?", "heading"},
      {"Who runs the port now?", "paragraph"},
      {"One sentence.\n\nAnother one.", "paragraph paragraph"},
      {"Port reopens\nThe port of Kisumu reopened on Monday.", "heading paragraph"},
      // Lines broken in running text.
      {"The port of Kisumu\nreopened on Monday.", "paragraph"},
      {"These lines were wrapped at fifty signs a line, and\nThe Minister read them all, as did the people that\nwork "
       "for her.",
       "paragraph"},
      {"red\ngreen things\nblue", "paragraph paragraph paragraph"},
      // Bylines and captions.
      {"By Ada Okoye and Jan Nowak", "byline"},
      {"by the river", "paragraph"},
      {"By noon the port was open.", "paragraph"},
      {"Photo: Jan Nowak", "caption"},
      {"Minister Okoye opens the port OkoyeAFP", "caption"},
      {"The port at dawn. Jan Nowak/AFP", "caption"},
      {"Workers in Lagos (Photo: Reuters)", "caption"},
      // Lists and tables.
      {"* one\n* two", "item item"},
      {"1. Open the port\n2. Close it", "item item"},
      {"- one thing", "item"},
      {"J. Nowak is there.", "paragraph"},
      {"Kisumu 3 1 2 4", "table"},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(kinds(text) == expected);
  }
}

TEST_CASE("datelines are known") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"LUSAKA, Nov 18 (Reuters) - A smelter opened.", "LUSAKA, Nov 18 (Reuters) -"},
      {"NAIROBI, Kenya (AP) — The court ruled.", "NAIROBI, Kenya (AP) —"},
      {"NEW YORK -- Stocks fell.", "NEW YORK --"},
      {"ST. LOUIS, Sept. 3, 2024 – Police came.", "ST. LOUIS, Sept. 3, 2024 –"},
      {"PORT-AU-PRINCE, Haiti (AP) — A gang came.", "PORT-AU-PRINCE, Haiti (AP) —"},
      {"WASHINGTON/LONDON (Reuters) - Two ministers met.", "WASHINGTON/LONDON (Reuters) -"},
      {"Kyiv (dpa) – Troops moved.", "Kyiv (dpa) –"},
      {"Lagos, Nigeria — A ship came.", "Lagos, Nigeria —"},
      {"ISLAMABAD: The minister came.", "ISLAMABAD:"},
      {"NATO is a club.", ""},
      {"I - that is, we - came.", ""},
      {"Kyiv - a city - fell.", ""},
      {"NATO: what it is.", ""},
      {"The minister (a lawyer) - left.", ""},
      {"BBC", ""},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    const ReadText read(text);
    REQUIRE(read.blocks.size() == 1);
    CHECK(read.written({read.blocks[0].tokens.begin, read.blocks[0].dateline_end}) == expected);
  }
}

TEST_CASE("turns of speakers are known") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"NOWAK: I don't know.", "NOWAK:"},
      {"Q: Why not?", "Q:"},
      {"Ada Okoye: Because.", "Ada Okoye:"},
      {"Okoye: Because.", "Okoye:"},
      {"Sen. Ada B. Okoye: No.", "Sen. Ada B. Okoye:"},
      {"Ada Okoye (through an interpreter): No.", "Ada Okoye (through an interpreter):"},
      {"Maria van der Berg: No.", "Maria van der Berg:"},
      {"Note: nobody came.", ""},
      {"EXCLUSIVE: NOBODY CAME", ""},
      {"He said this: no.", ""},
      {"Kick-off 10:30 today", ""},
      {"Okoye:", ""},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    const ReadText read(text);
    REQUIRE(read.blocks.size() == 1);
    CHECK(read.written({read.blocks[0].tokens.begin, read.blocks[0].turn_end}) == expected);
  }
}

}  // namespace quoth::internal
