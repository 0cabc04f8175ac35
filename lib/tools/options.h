#pragma once

// The command lines of `quoth [FILE...]` and `quoth explain`. Tested by tests/unit/tools_options_test.cc.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "quoth/analyzer.h"
#include "quoth/writers.h"
#include "tools/formats.h"
#include "tools/input.h"
#include "tools/terminal.h"

namespace quoth::internal {

/// What the user asks for. Values.
struct AnalyzeOptions {
  std::vector<std::string> files;  // "-": standard input
  InputFormat from = InputFormat::text;
  const OutputFormat* to = &kTextFormat;
  WriteOptions write;
  Sources sources;
  Options analysis;
  std::optional<std::string> encoding;  // unset: UTF-8 in which any byte is allowed
  ColorChoice color = ColorChoice::automatic;
  unsigned threads = 1;
  bool strict = false;
  bool all_evidence = false;  // of `quoth explain`: weak features too

  bool show_help = false;
  bool show_version = false;
};

/// Parses the arguments. Throws UsageError.
AnalyzeOptions parse_options(std::span<const std::string> arguments);

/// Those of `quoth explain`: what is analyzed is given in the same way, what is written is fixed.
AnalyzeOptions parse_explain_options(std::span<const std::string> arguments);

/// What `quoth explain --help` prints.
std::string explain_help_text();

/// What `quoth --help` prints. `commands` is the part about subcommands.
std::string help_text(const std::string& commands);

}  // namespace quoth::internal
