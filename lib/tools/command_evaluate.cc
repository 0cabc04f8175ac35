// `quoth evaluate`. Tested by tests/program/evaluate.sh.

#include <map>

#include "base/mapped_file.h"
#include "quoth/analyzer.h"
#include "tools/cli.h"
#include "tools/command.h"
#include "tools/errors.h"
#include "tools/evaluation.h"
#include "tools/gold.h"
#include "tools/name_training.h"

namespace quoth::internal {
namespace {

std::vector<GoldName> names_of(const Document& document) {
  std::vector<GoldName> names;
  for (const Mention& m : document.mentions)
    if (m.form == Form::name && m.label <= kOrganization)
      names.push_back({m.span, static_cast<NameType>(m.label), m.confidence});
  return names;
}

Evaluation compare(const std::vector<GoldDocument>& gold, const std::string& file, Streams streams) {
  const std::vector<GoldDocument> predicted = read_predictions(read_file(file), file, gold);
  std::map<std::string_view, const GoldDocument*> by_id;
  for (const GoldDocument& document : predicted) by_id[document.id] = &document;
  Evaluation evaluation;
  for (const GoldDocument& document : gold) {
    const auto it = by_id.find(document.id);
    evaluation.add(document.text, document.names, it == by_id.end() ? std::vector<GoldName>{} : it->second->names);
  }
  const std::size_t left_out = gold.size() - predicted.size();  // each id is there once at most
  if (left_out > 0)
    streams.err.write("quoth: " + file + " lacks " + std::to_string(left_out) + " of the " +
                      std::to_string(gold.size()) + " documents: they count as if nothing was found\n");
  return evaluation;
}

Evaluation analyze_and_compare(const std::vector<GoldDocument>& gold, const std::string& data) {
  const Analyzer analyzer = data.empty() ? Analyzer::english() : Analyzer::load({data, {}});
  Evaluation evaluation;
  for (const GoldDocument& document : gold)
    evaluation.add(document.text, document.names, names_of(analyzer.analyze(document.text)));
  return evaluation;
}

struct Files {
  std::vector<std::string> gold;
  std::string predicted;  // empty: none
};

// Marked articles hold one document each, so there may be many; other files are GOLD, then PRED.
Files sort_files(const std::vector<std::string>& names) {
  Files files;
  for (const std::string& name : names) {
    if (files.gold.empty() || name.ends_with(".txt")) {
      files.gold.push_back(name);
    } else if (files.predicted.empty()) {
      files.predicted = name;
    } else {
      throw UsageError("only one file can be scored: " + files.predicted + " or " + name + "?");
    }
  }
  return files;
}

}  // namespace

int run_evaluate(std::span<const std::string> arguments, Streams streams) {
  std::vector<std::string> names;
  std::string data;
  std::size_t errors = 0;
  bool reliability = false;
  CommandLine line(
      "Compares names with labelled ones: marked articles (.txt), or JSONL with offsets in code points, a document "
      "a line. Scores PRED, or what quoth finds in GOLD.",
      "quoth evaluate");
  line.add("GOLD", names,
           "labelled documents; then PRED, if any: one file of JSONL, as quoth writes it with --offsets codepoints")
      .required()
      .shown_as("");
  line.add("--data", data, "data folder or compiled data instead of the embedded data");
  line.add("--errors", errors, "also list the N commonest misses and false alarms")
      .shown_as("N")
      .with_default()
      .in_range(0, 1'000'000);
  line.add_flag("--reliability", reliability, "also tell, by tenths of confidence, how often names are right");
  if (!line.parse(arguments)) {
    streams.out.write(line.help());
    return kExitOk;
  }
  const Files files = sort_files(names);
  const std::vector<GoldDocument> gold = read_gold_files(files.gold);
  const Evaluation evaluation =
      files.predicted.empty() ? analyze_and_compare(gold, data) : compare(gold, files.predicted, streams);
  streams.out.write(evaluation.report(errors));
  if (reliability) streams.out.write('\n' + evaluation.reliability.report());
  return kExitOk;
}

}  // namespace quoth::internal
