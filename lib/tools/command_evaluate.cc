// `quoth evaluate`. Tested by tests/program/evaluate.sh.

#include <map>

#include "base/mapped_file.h"
#include "quoth/analyzer.h"
#include "tools/cli.h"
#include "tools/command.h"
#include "tools/errors.h"
#include "tools/evaluation.h"
#include "tools/gold.h"

namespace quoth::internal {
namespace {

std::vector<GoldName> names_of(const Document& document) {
  std::vector<GoldName> names;
  for (const Mention& m : document.mentions)
    if (m.form == Form::name && m.label <= kOrganization) names.push_back({m.span, static_cast<NameType>(m.label)});
  return names;
}

Evaluation compare(const std::vector<GoldDocument>& gold, const std::vector<GoldDocument>& predicted) {
  std::map<std::string, const GoldDocument*> by_id;
  for (const GoldDocument& document : predicted) by_id[document.id] = &document;
  Evaluation evaluation;
  for (const GoldDocument& document : gold) {
    const auto it = by_id.find(document.id);
    evaluation.add(document.text, document.names, it == by_id.end() ? std::vector<GoldName>{} : it->second->names);
  }
  return evaluation;
}

Evaluation analyze_and_compare(const std::vector<GoldDocument>& gold, const std::string& data) {
  const Analyzer analyzer = data.empty() ? Analyzer::english() : Analyzer::load({data, {}});
  Evaluation evaluation;
  for (const GoldDocument& document : gold)
    evaluation.add(document.text, document.names, names_of(analyzer.analyze(document.text)));
  return evaluation;
}

}  // namespace

int run_evaluate(std::span<const std::string> arguments, Streams streams) {
  std::string gold_file, predicted_file, data;
  std::size_t errors = 0;
  CLI::App app("Compares names with labelled ones: JSONL with offsets in code points, a document a line.", "quoth evaluate");
  app.add_option("GOLD", gold_file, "labelled documents")->required();
  app.add_option("PRED", predicted_file, "what to score (default: what quoth finds in GOLD)");
  app.add_option("--data", data, "data folder or compiled data instead of the embedded data");
  app.add_option("--errors", errors, "also list the N commonest misses and false alarms")->type_name("N");
  if (!parse_arguments(app, arguments)) {
    streams.out.write(app.help());
    return kExitOk;
  }
  const std::vector<GoldDocument> gold = read_gold(read_file(gold_file), gold_file);
  const Evaluation evaluation = predicted_file.empty()
                                    ? analyze_and_compare(gold, data)
                                    : compare(gold, read_gold(read_file(predicted_file), predicted_file));
  streams.out.write(evaluation.report(errors));
  return kExitOk;
}

}  // namespace quoth::internal
