// `--to jsonl`: an object a line. Tested by tests/unit/tools_formats_test.cc.

#include "tools/formats.h"
#include "tools/json_failure.h"
#include "write/json_output.h"

namespace quoth::internal {
namespace {

void write(const Document& document, std::string_view id, const FormatOptions& options, std::string& out) {
  out += to_json(document, id, options.write);
  out += '\n';
}

void write_failure(const FailedLine& failure, const FormatOptions&, std::string& out) {
  append_json_failure(failure, false, out);
  out += '\n';
}

}  // namespace

void append_json_failure(const FailedLine& failure, bool pretty, std::string& out) {
  JsonOutput json(out, pretty);
  json.open('{');
  json.key("id");
  failure.id ? json.string(*failure.id) : json.null();
  json.key("line").number(failure.line);
  json.key("error").string(failure.error);
  json.close();
}

constinit const OutputFormat kJsonlFormat = {"jsonl", "one object a line", {}, {}, write, write_failure};

}  // namespace quoth::internal
