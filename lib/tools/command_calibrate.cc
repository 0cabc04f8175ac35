// `quoth calibrate`. Tested by tests/program/calibrate.sh.

#include <iterator>
#include <utility>

#include "analyzer/pipeline.h"
#include "base/mapped_file.h"
#include "model/weight_file.h"
#include "tools/calibration.h"
#include "tools/cli.h"
#include "tools/command.h"
#include "tools/errors.h"
#include "tools/evaluation.h"
#include "tools/name_training.h"
#include "tools/output_path.h"

namespace quoth::internal {
namespace {

struct Arguments {
  std::vector<std::string> gold, apart, also;
  std::string output, data;
  std::uint32_t parts = 3;
  NameTrainOptions training;
};

using Documents = std::vector<GoldDocument>;

void append(Documents& to, const Documents& from) { to.insert(to.end(), from.begin(), from.end()); }

/// Trains models and lets them read what they have not learned from.
class Judge {
 public:
  Judge(const Arguments& arguments, Streams streams)
      : arguments_(arguments), streams_(streams), language_(load_language({arguments.data, {}})) {}

  /// Learns from some documents and judges the names that are found in others.
  void run(const Documents& learn, const Documents& read, std::vector<JudgedName>& out) {
    const std::string frozen = train(learn);
    const NameModel model(Weights(FrozenFile(frozen, "weights", true), ""), language_->rules);
    for (const GoldDocument& document : read) judge(model, document, out);
    streams_.out.write("learned from " + std::to_string(learn.size()) + " documents and read " +
                       std::to_string(read.size()) + '\n');
  }

 private:
  // As `quoth train` would write the weights and data be compiled from them.
  std::string train(const Documents& documents) const {
    const NameTrainOptions& training = arguments_.training;
    FeatureExtractor extractor(*language_, left_out(training));
    const TrainedNames trained = train_names(extractor, documents, training.options, training.folds, nullptr);
    std::string text = step_lines(trained.steps);
    for (const std::string& line : strongest_lines(extractor, trained, training.most)) text += line;
    FrozenWriter writer;
    freeze_weights(read_weights(text, "weights"), "", writer);
    return writer.finish();
  }

  void judge(const NameModel& model, const GoldDocument& document, std::vector<JudgedName>& out) {
    Scratch scratch(*language_);
    const NameInput input = find_evidence(*language_, document.text, scratch);
    find_names(input, model, scratch.names, scratch.found);
    std::vector<GoldName> found;
    for (const NameSpan& name : scratch.found)
      found.push_back({{input.tokens[name.tokens.begin].begin, input.tokens[name.tokens.end - 1].end}, name.type});
    const std::vector<bool> right = which_are_right(document.text, document.names, found);
    for (std::size_t n = 0; n < found.size(); ++n)
      if (found[n].type != NameType::misc) out.push_back({found[n].type, scratch.found[n].confidence, right[n], 1});
  }

  const Arguments& arguments_;
  Streams streams_;
  std::unique_ptr<const Language> language_;
};

void judge_by_parts(Judge& judge, const Documents& gold, const Documents& others, std::uint32_t parts,
                    std::vector<JudgedName>& out) {
  for (std::uint32_t part = 0; part < parts; ++part) {
    Documents learn, read;
    for (std::size_t d = 0; d < gold.size(); ++d) (d % parts == part ? read : learn).push_back(gold[d]);
    append(learn, others);
    judge.run(learn, read, out);
  }
}

// Both kinds of names count the same, however many there are.
void weigh_apart(std::size_t first, std::vector<JudgedName>& names) {
  if (first == 0 || first == names.size()) return;
  const float weight = static_cast<float>(first) / static_cast<float>(names.size() - first);
  for (std::size_t n = first; n < names.size(); ++n) names[n].weight = weight;
}

bool parse(std::span<const std::string> arguments, Arguments& out, Streams streams) {
  CommandLine line(
      "Learns how often names of a probability are right: trains weights without a part of the documents, reads that "
      "part, and fits curves to what was found. Takes as many trainings as there are parts, and one for --apart.",
      "quoth calibrate");
  line.add("GOLD", out.gold, "labelled documents, as for quoth train").required();
  line.add("--apart", out.apart,
           "documents that are held out all together, so that they are read as text of another kind is; their "
           "names count as much as those of GOLD")
      .one_each();
  line.add("--also", out.also, "documents that are learned from alone").one_each();
  line.add("-o,--output", out.output, "the file of curves to write").required();
  line.add("--data", out.data, "data folder or compiled data instead of the embedded data");
  line.add("--parts", out.parts, "parts of GOLD, at least 2").with_default().in_range(2, 100);
  add_train_options(line, out.training);
  if (line.parse(arguments)) return true;
  streams.out.write(line.help());
  return false;
}

}  // namespace

int run_calibrate(std::span<const std::string> raw, Streams streams) {
  Arguments arguments;
  if (!parse(raw, arguments, streams)) return kExitOk;
  for (const auto* files : {&arguments.gold, &arguments.apart, &arguments.also})
    check_output_path(arguments.output, *files);
  const Documents gold = read_gold_files(arguments.gold), apart = read_gold_files(arguments.apart);
  const Documents also = read_gold_files(arguments.also);
  Judge judge(arguments, streams);
  std::vector<JudgedName> names;
  Documents others = also;
  append(others, apart);
  judge_by_parts(judge, gold, others, arguments.parts, names);
  const std::size_t first_apart = names.size();
  if (!apart.empty()) {
    Documents learn = gold;
    append(learn, also);
    judge.run(learn, apart, names);
  }
  weigh_apart(first_apart, names);
  const std::string text =
      "# How sure names are, by the model's probability p: ceiling / (1 + exp(-(slope * log(p / (1 - p)) + shift))).\n"
      "# Generated by `quoth calibrate`; docs/evaluation.md tells how to make it again.\n" +
      confidence_lines(fit_confidence(names));
  write_file(arguments.output, text);
  streams.out.write("judged " + std::to_string(names.size()) + " names; wrote " + arguments.output + '\n');
  return kExitOk;
}

}  // namespace quoth::internal
