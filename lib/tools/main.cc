// The program quoth. Tested by tests/program/.

#include <unistd.h>

#include <array>
#include <csignal>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/load_error.h"
#include "tools/errors.h"
#include "tools/subcommands.h"

namespace {

using quoth::internal::Command;
using quoth::internal::Messages;
using quoth::internal::Output;
using quoth::internal::Streams;

constexpr std::array<Command, 7> kCommands = {{
    {"explain", "tell for each name and quote what spoke for and against it", quoth::internal::run_explain},
    {"pack", "check, test and compile packs of rules and names", quoth::internal::run_pack},
    {"train", "train the weights of names from labelled documents", quoth::internal::run_train},
    {"train-syntax", "train the weights of tags and trees from treebanks", quoth::internal::run_train_syntax},
    {"corpus", "check and convert articles with names and quotes marked", quoth::internal::run_corpus},
    {"calibrate", "learn how sure names are, from labelled documents", quoth::internal::run_calibrate},
    {"evaluate", "compare names with labelled ones", quoth::internal::run_evaluate},
}};

std::string commands_help() {
  return "Commands (quoth COMMAND --help tells more; a file of that name is ./COMMAND):\n" +
         quoth::internal::command_lines(kCommands);
}

int run(std::span<const std::string> arguments, Streams streams) {
  for (const Command& command : kCommands) {
    if (!arguments.empty() && arguments.front() == command.name) return command.run(arguments.subspan(1), streams);
  }
  return quoth::internal::run_analyze(arguments, streams, commands_help());
}

constexpr std::string_view kOutOfMemory = "quoth: out of memory\n";

int complain(Messages& err, std::string_view message) {
  err.write(message);
  return quoth::internal::kExitWrong;
}

/// A message in three parts is put together where memory may have run out.
int complain(Messages& err, std::string_view before, std::string_view message) {
  std::string line;
  try {
    line.append(before).append(message).append("\n");
  } catch (const std::bad_alloc&) {
    return complain(err, kOutOfMemory);
  }
  return complain(err, line);
}

int run_and_report(int argc, char** argv, Streams streams) {
  try {
    const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    return run(arguments, streams);
  } catch (const quoth::internal::OutputClosed&) {
    return quoth::internal::kExitOk;
  } catch (const quoth::LoadError& error) {
    return complain(streams.err, "", error.what());
  } catch (const std::bad_alloc&) {
    return complain(streams.err, kOutOfMemory);
  } catch (const std::exception& error) {
    return complain(streams.err, "quoth: ", error.what());
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is seen by write(),
  std::signal(SIGXFSZ, SIG_IGN);  // and so is a file that may not grow
  Output out(STDOUT_FILENO, "standard output");
  Messages err(STDERR_FILENO);
  return run_and_report(argc, argv, {out, err});
}
