// `quoth pack compile FILE... -o OUT`. Tested by tests/program/pack.sh.

#include <filesystem>

#include "analyzer/data_files.h"
#include "analyzer/language.h"
#include "base/mapped_file.h"
#include "tools/cli.h"
#include "tools/errors.h"
#include "tools/output_path.h"
#include "tools/pack.h"

namespace quoth::internal {
namespace {

/// A pack that is named as sources are would be read as one, or takes the place of one.
void check_pack_name(const std::filesystem::path& out) {
  const std::string ending = out.extension().string();
  for (const std::string_view of_source : {".rules", ".tsv", ".txt", ".cases"}) {
    if (ending == of_source)
      throw UsageError("--output " + out.string() + " has a source's name: a compiled pack does not end in " + ending);
  }
}

}  // namespace

int pack_compile(std::span<const std::string> arguments, Streams streams) {
  CommandLine line("Makes one file of packs, to be used with --pack. A fault leaves an old OUT as it was.",
                   "quoth pack compile");
  std::vector<std::string> files;
  std::string out;
  std::string data;
  line.add("FILE", files, "Rules (.rules), names (.tsv) and words (.txt)").required().shown_as("");
  line.add("-o,--output", out, "The file to write").required().shown_as("OUT");
  line.add("--data", data, "Data that the packs go with, instead of the built-in data").shown_as("PATH");
  if (!line.parse(arguments)) {
    streams.out.write(line.help());
    return kExitOk;
  }
  check_pack_name(out);
  check_output_path(out, files);
  check_output_path(out, {&data, 1});
  const std::vector<std::filesystem::path> paths(files.begin(), files.end());
  const auto language = load_language({data, paths});  // finds every fault
  write_file(out, freeze_pack(read_pack_files(paths), language->tokenizer));
  return kExitOk;
}

}  // namespace quoth::internal
