// `quoth pack check FILE...`: loads packs beside the built-in data and tells every fault. Tested by
// tests/program/pack.sh.

#include <filesystem>

#include "quoth/analyzer.h"
#include "tools/cli.h"
#include "tools/errors.h"
#include "tools/pack.h"

namespace quoth::internal {

int pack_check(std::span<const std::string> arguments, Streams streams) {
  CommandLine line(
      "Checks rules (.rules), names (.tsv) and words (.txt): prints nothing but faults. Ends with 2 if there are any.",
      "quoth pack check");
  std::vector<std::string> files;
  std::string data;
  line.add("FILE", files, "Packs to check, together").required().shown_as("");
  line.add("--data", data, "Data to check them with, instead of the built-in data").shown_as("PATH");
  if (!line.parse(arguments)) {
    streams.out.write(line.help());
    return kExitOk;
  }
  Analyzer::load({data, {files.begin(), files.end()}});
  return kExitOk;
}

}  // namespace quoth::internal
