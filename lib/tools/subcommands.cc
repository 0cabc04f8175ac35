#include "tools/subcommands.h"

#include <algorithm>
#include <vector>

#include "tools/cli.h"
#include "tools/errors.h"

namespace quoth::internal {
namespace {

// "check, test or compile"
std::string in_words(std::span<const Command> commands) {
  std::string words;
  for (std::size_t i = 0; i < commands.size(); ++i) {
    if (i > 0) words += i + 1 < commands.size() ? ", " : " or ";
    words += commands[i].name;
  }
  return words;
}

}  // namespace

std::string command_lines(std::span<const Command> commands) {
  std::size_t width = 0;
  for (const Command& command : commands) width = std::max(width, command.name.size());
  std::string lines;
  for (const Command& command : commands) {
    std::string name(command.name);
    name.resize(width + 2, ' ');
    lines += "  " + name + std::string(command.summary) + '\n';
  }
  return lines;
}

int run_subcommand(std::string_view parent, std::span<const Command> commands, std::span<const std::string> arguments,
                   Streams streams) {
  const std::string command = "quoth " + std::string(parent);
  if (arguments.empty())
    throw UsageError(std::string(parent) + " needs a command: " + in_words(commands) + " (" + command +
                     " --help tells more)");
  if (arguments.front() == "--help" || arguments.front() == "-h") {
    streams.out.write("Usage: " + command + " COMMAND FILE...\n\nCommands (" + command +
                      " COMMAND --help tells more):\n" + command_lines(commands));
    return kExitOk;
  }
  std::vector<std::string_view> names;
  for (const Command& each : commands) names.push_back(each.name);
  const std::size_t chosen = choose("command of " + std::string(parent), arguments.front(), names);
  return commands[chosen].run(arguments.subspan(1), streams);
}

}  // namespace quoth::internal
