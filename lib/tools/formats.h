#pragma once

// What `--to` can write: one format a file (format_*.cc), and the table of them all in formats.cc. Tested by
// tests/unit/tools_formats_test.cc.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "quoth/document.h"
#include "quoth/writers.h"

namespace quoth::internal {

/// What a format may want to know.
struct FormatOptions {
  WriteOptions write;
  TextStyle text;
  bool several = false;  // more than one document may come
};

/// A line of JSONL that is no document.
struct FailedLine {
  std::optional<std::string> id;  // where the line has one
  std::uint64_t line = 0;         // from 1
  std::string error;
};

/// What is printed around documents.
struct Frame {
  std::string_view before;
  std::string_view between;
  std::string_view after;
};

/// Appends what stands between texts for people: "==> name <==".
void append_title(std::string_view title, std::string& out);
/// Writes what stands in the place of a line that is no document, for people.
void write_failure_as_text(const FailedLine& failure, const FormatOptions& options, std::string& out);

/// A format is two functions that append one document, or what stands in its place. They are called from several
/// threads.
struct OutputFormat {
  std::string_view name;
  std::string_view summary;  // for --help
  Frame one;                 // around the only document
  Frame several;             // where more may come
  void (*write)(const Document& document, std::string_view id, const FormatOptions& options, std::string& out);
  void (*write_failure)(const FailedLine& failure, const FormatOptions& options, std::string& out);
};

extern const OutputFormat kTextFormat;
extern const OutputFormat kJsonFormat;
extern const OutputFormat kJsonlFormat;

/// What `quoth explain` writes; no format of `--to`.
extern const OutputFormat kExplanationsFormat;

/// All formats of `--to`, the default one first.
std::span<const OutputFormat* const> output_formats();

}  // namespace quoth::internal
