// `--to text`. Tested by tests/unit/tools_formats_test.cc.

#include "tools/formats.h"
#include "write/columns.h"

namespace quoth::internal {
namespace {

void write(const Document& document, std::string_view id, const FormatOptions& options, std::string& out) {
  if (options.several) append_title(id, out);
  out += to_text(document, options.text);
}

}  // namespace

void append_title(std::string_view title, std::string& out) {
  out += "==> ";
  out += title.empty() ? "(no name)" : one_line(title);
  out += " <==\n";
}

void write_failure_as_text(const FailedLine& failure, const FormatOptions&, std::string& out) {
  append_title(failure.id.value_or(""), out);
  out += "line " + std::to_string(failure.line) + " is no document: " + one_line(failure.error) + '\n';
}

constinit const OutputFormat kTextFormat = {"text", "for people: the text with names marked, then who said what",
                                            {},     {"", "\n", ""},
                                            write,  write_failure_as_text};

}  // namespace quoth::internal
