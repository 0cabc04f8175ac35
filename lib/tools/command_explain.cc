// `quoth explain`. Tested by tests/program/explain.sh.

#include <utility>

#include "tools/analyze_files.h"
#include "tools/errors.h"

namespace quoth::internal {

int run_explain(std::span<const std::string> arguments, Streams streams) {
  AnalyzeOptions options = parse_explain_options(arguments);
  if (options.show_help) {
    streams.out.write(explain_help_text());
    return kExitOk;
  }
  return analyze_files(std::move(options), streams);
}

}  // namespace quoth::internal
