// `quoth pack check FILE...`: loads packs beside the built-in data and tells every fault. Tested by
// tests/program/pack.sh.

#include <filesystem>

#include "quoth/analyzer.h"
#include "tools/cli.h"
#include "tools/errors.h"
#include "tools/pack.h"

namespace quoth::internal {

int pack_check(std::span<const std::string> arguments, Streams streams) {
  CLI::App app("Checks rules (.rules), names (.tsv) and words (.txt): prints nothing but faults.", "quoth pack check");
  std::vector<std::string> files;
  std::string data;
  app.add_option("FILE", files, "Packs to check, together")->required()->type_name("");
  app.add_option("--data", data, "Data to check them with, instead of the built-in data")->type_name("PATH");
  if (!parse_arguments(app, arguments)) {
    streams.out.write(app.help());
    return kExitOk;
  }
  Analyzer::load({data, {files.begin(), files.end()}});
  return kExitOk;
}

}  // namespace quoth::internal
