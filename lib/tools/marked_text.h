#pragma once

// Articles with names and quotes marked inline, as people write them for training: `<P>Ada Okoye</P>`, `<Q1>...</Q1>`.
// The marks are taught in data/en/training/GUIDELINES.md. Tested by tests/unit/tools_marked_text_test.cc and
// tests/program/corpus.sh.

#include <string>
#include <string_view>
#include <vector>

#include "quoth/document.h"
#include "quoth/load_error.h"
#include "tools/gold.h"

namespace quoth::internal {

struct MarkedQuote {
  std::vector<Span> content, speaker, cue, addressee;  // bytes of MarkedText::text, in order; empty: none
  QuoteType type = QuoteType::direct;
  std::string speaker_name;  // as it stands at its fullest in the text; empty: the text names none
};

struct MarkedText {
  std::string id;                   // "own/" and the file's name without folder and ending
  std::string text;                 // without the marks; every line break is one '\n'
  std::vector<GoldName> names;      // in order of their begin
  std::vector<MarkedQuote> quotes;  // in order of their numbers
};

/// Names that end with an apostrophe and s of their own, as "Lloyd": a possessive is no part of others. A name that
/// ends with " *" stands for any last word: "St *".
using NamesWithApostrophe = std::vector<std::string>;

/// Such names are kept in a list of this name beside the articles: one a line, '#' begins a comment.
inline constexpr std::string_view kNamesWithApostropheFile = "names_with_apostrophe.list";
NamesWithApostrophe read_names_with_apostrophe(std::string_view list);

/// Reads an article; `file` is what faults call it. What is wrong is added to `faults`; what is right is read all the
/// same.
MarkedText read_marked_text(std::string_view marked, const std::string& file, const NamesWithApostrophe& exceptions,
                            std::vector<Fault>& faults);

/// Reads an article's file, and the list beside it if there is one. Throws LoadError if it cannot be read.
MarkedText read_marked_file(const std::string& path, std::vector<Fault>& faults);

/// A line of labelled JSONL, without a line break, with offsets in code points: {"id", "text", "entities": [[start,
/// end, "PERSON"]], "quotes": [{"content", "speaker", "cue", "addressee", "type", "speaker_name", "speech",
/// "nested"}]}.
std::string labelled_json(const MarkedText& text);

}  // namespace quoth::internal
