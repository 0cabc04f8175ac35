// `quoth pack test FILE...`. Tested by tests/program/pack.sh.

#include "tools/pack.h"

#include <filesystem>

#include "analyzer/language.h"
#include "base/mapped_file.h"
#include "match/cases.h"
#include "tools/cli.h"
#include "tools/errors.h"

namespace quoth::internal {
namespace {

namespace fs = std::filesystem;

/// Rules to test, and the lists that they may use beside the data.
struct PackFiles {
  std::vector<fs::path> rules;
  std::vector<fs::path> lists;
};

PackFiles sorted_files(const std::vector<std::string>& files) {
  PackFiles sorted;
  for (const fs::path path : files) {
    (path.extension() == ".rules" ? sorted.rules : sorted.lists).push_back(path);
  }
  if (sorted.rules.empty()) throw UsageError("pack test needs a file of rules: NAME.rules, with NAME.cases beside it");
  return sorted;
}

RuleFile read_source(const fs::path& path) { return {path.string(), read_file(path)}; }

std::string count_of(std::size_t count, std::string_view what) {
  return std::to_string(count) + ' ' + std::string(what) + (count == 1 ? "" : "s");
}

/// Tests one file of rules alone: it may replace rules of the data that have the same names.
bool test_rules(const fs::path& path, const Language& language, Streams streams) {
  const RuleFile source = read_source(path);
  const RuleFile cases = read_source(fs::path(path).replace_extension(".cases"));
  const RuleSet rules({&source, 1}, language.lexicons, &language.tokenizer);
  const CaseReport report =
      check_cases(rules, source.name, cases, {language.tokenizer, language.lexicons, language.classes});
  for (const Fault& fault : report.faults) streams.err.write(fault.to_string() + '\n');
  streams.out.write(source.name + ": " + count_of(report.rules, "rule") + ", " + count_of(report.cases, "case") + ", " +
                    count_of(report.faults.size(), "fault") + '\n');
  return report.faults.empty();
}

}  // namespace

int pack_test(std::span<const std::string> arguments, Streams streams) {
  CommandLine line(
      "Runs the cases of rules: for NAME.rules those in NAME.cases beside it. Ends with 1 if a case fails.",
      "quoth pack test");
  std::vector<std::string> files;
  std::string data;
  line.add("FILE", files, "Rules (.rules), and the lists (.tsv, .txt) that they use beside the data")
      .required()
      .shown_as("");
  line.add("--data", data, "Data to test them with, instead of the built-in data").shown_as("PATH");
  if (!line.parse(arguments)) {
    streams.out.write(line.help());
    return kExitOk;
  }
  const PackFiles sorted = sorted_files(files);
  const auto language = load_language({data, sorted.lists});
  bool all_well = true;
  for (const fs::path& path : sorted.rules) all_well &= test_rules(path, *language, streams);
  return all_well ? kExitOk : kExitFailures;
}

}  // namespace quoth::internal
