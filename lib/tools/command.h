#pragma once

// A subcommand is one file, command_NAME.cc, and a row of the table in main.cc.

#include <span>
#include <string>
#include <string_view>

#include "tools/output.h"

namespace quoth::internal {

/// Where a command prints.
struct Streams {
  Output& out;
  Messages& err;
};

/// `run` takes the arguments behind the command's name and returns an ExitCode. It may throw UsageError, LoadError,
/// OutputError, OutputClosed and any other std::exception: main() says what they say.
struct Command {
  std::string_view name;
  std::string_view summary;  // for --help, one line
  int (*run)(std::span<const std::string> arguments, Streams streams);
};

int run_analyze(std::span<const std::string> arguments, Streams streams, const std::string& commands_help);
int run_calibrate(std::span<const std::string> arguments, Streams streams);
int run_corpus(std::span<const std::string> arguments, Streams streams);
int run_explain(std::span<const std::string> arguments, Streams streams);
int run_evaluate(std::span<const std::string> arguments, Streams streams);
int run_train(std::span<const std::string> arguments, Streams streams);
int run_train_syntax(std::span<const std::string> arguments, Streams streams);
int run_pack(std::span<const std::string> arguments, Streams streams);

}  // namespace quoth::internal
