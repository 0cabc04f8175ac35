// `quoth pack COMMAND`. Tested by tests/program/pack.sh.

#include <array>
#include <vector>

#include "tools/cli.h"
#include "tools/errors.h"
#include "tools/pack.h"

namespace quoth::internal {
namespace {

constexpr std::array kPackCommands = {
    Command{"check", "find the faults of rules and lists", pack_check},
    Command{"test", "run the cases of rules: NAME.cases beside NAME.rules", pack_test},
    Command{"compile", "make one file of packs, which loads at once", pack_compile},
};

std::string help() {
  std::string text = "Usage: quoth pack COMMAND FILE...\n\nCommands (quoth pack COMMAND --help tells more):\n";
  for (const Command& command : kPackCommands) {
    std::string name(command.name);
    name.resize(10, ' ');
    text += "  " + name + std::string(command.summary) + '\n';
  }
  return text;
}

}  // namespace

int run_pack(std::span<const std::string> arguments, Streams streams) {
  if (arguments.empty())
    throw UsageError("pack needs a command: check, test or compile (quoth pack --help tells more)");
  if (arguments.front() == "--help" || arguments.front() == "-h") {
    streams.out.write(help());
    return kExitOk;
  }
  std::vector<std::string_view> names;
  for (const Command& command : kPackCommands) names.push_back(command.name);
  return kPackCommands[choose("command of pack", arguments.front(), names)].run(arguments.subspan(1), streams);
}

}  // namespace quoth::internal
