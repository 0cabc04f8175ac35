// What `quoth explain` writes. Tested by tests/program/explain.sh.

#include "tools/formats.h"

namespace quoth::internal {
namespace {

void write(const Document& document, std::string_view id, const FormatOptions& options, std::string& out) {
  if (options.several) append_title(id, out);
  out += to_explanations(document, options.text);
}

}  // namespace

constinit const OutputFormat kExplanationsFormat = {
    "explanations", "for people: why names and quotes were found", {}, {"", "\n", ""}, write, write_failure_as_text};

}  // namespace quoth::internal
