#pragma once

// Commands of a command: `quoth pack check`. Tested by tests/program/pack.sh and corpus.sh.

#include "tools/command.h"

namespace quoth::internal {

/// A line for each command: its name and, from one column on, what it does.
std::string command_lines(std::span<const Command> commands);

/// Runs the one of `commands` that the first argument names; or tells what `quoth PARENT` has. Throws UsageError for
/// none and for one that is not there, and what the command throws.
int run_subcommand(std::string_view parent, std::span<const Command> commands, std::span<const std::string> arguments,
                   Streams streams);

}  // namespace quoth::internal
