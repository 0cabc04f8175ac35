#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "quoth/document.h"
#include "quoth/export.h"

namespace quoth {

/// The unit in which offsets are written.
enum class OffsetUnit : std::uint8_t { bytes, codepoints, utf16 };

/// What every writer needs to know.
struct WriteOptions {
  OffsetUnit offsets = OffsetUnit::bytes;
  bool tokens = false;     ///< also write the tokens
  bool sentences = false;  ///< also write the sentences
  bool explain = false;    ///< also write explanations, where the document has them
};

/// One JSON object on one line, without a line break at its end. The format is
/// a contract: see docs/data_formats.md. Bytes that are no UTF-8 are written as
/// U+FFFD. `id` is left out if empty.
QUOTH_API std::string to_json(const Document& document, std::string_view id = {}, const WriteOptions& options = {});

/// The same, indented for reading.
QUOTH_API std::string to_pretty_json(const Document& document, std::string_view id = {},
                                     const WriteOptions& options = {});

/// How the view for people looks.
struct TextStyle {
  bool color = false;        ///< use ANSI colours
  std::uint32_t width = 80;  ///< columns to wrap at, at least 40
  bool explain = false;
  bool all_evidence = false;  ///< of explanations: weak features too
};

/// The text with its names marked, then a table of who said what.
QUOTH_API std::string to_text(const Document& document, const TextStyle& style = {});

/// Of each mention and quote of a document that was analyzed with `Options::explain`: what it was read as and where,
/// what spoke for and against it, and the next best readings. Empty if nothing is explained.
QUOTH_API std::string to_explanations(const Document& document, const TextStyle& style = {});

}  // namespace quoth
