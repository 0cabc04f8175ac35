// `quoth pack COMMAND`. Tested by tests/program/pack.sh.

#include <array>

#include "tools/pack.h"
#include "tools/subcommands.h"

namespace quoth::internal {
namespace {

constexpr std::array kPackCommands = {
    Command{"check", "find the faults of rules and lists", pack_check},
    Command{"test", "run the cases of rules: NAME.cases beside NAME.rules", pack_test},
    Command{"compile", "make one file of packs, which loads at once", pack_compile},
};

}  // namespace

int run_pack(std::span<const std::string> arguments, Streams streams) {
  return run_subcommand("pack", kPackCommands, arguments, streams);
}

}  // namespace quoth::internal
