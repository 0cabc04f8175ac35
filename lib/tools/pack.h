#pragma once

// The commands of `quoth pack`. Each is one file, pack_NAME.cc, and a row of the table in command_pack.cc.

#include "tools/command.h"

namespace quoth::internal {

int pack_check(std::span<const std::string> arguments, Streams streams);
int pack_test(std::span<const std::string> arguments, Streams streams);
int pack_compile(std::span<const std::string> arguments, Streams streams);

}  // namespace quoth::internal
