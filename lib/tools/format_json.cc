// `--to json`: indented; one document is an object, several are an array. Tested by tests/unit/tools_formats_test.cc.

#include "tools/formats.h"
#include "tools/json_failure.h"

namespace quoth::internal {
namespace {

void write(const Document& document, std::string_view id, const FormatOptions& options, std::string& out) {
  out += to_pretty_json(document, id, options.write);
}

void write_failure(const FailedLine& failure, const FormatOptions&, std::string& out) {
  append_json_failure(failure, true, out);
}

}  // namespace

constinit const OutputFormat kJsonFormat = {"json",         "one indented object; several documents are an array",
                                            {"", "", "\n"}, {"[\n", ",\n", "\n]\n"},
                                            write,          write_failure};

}  // namespace quoth::internal
