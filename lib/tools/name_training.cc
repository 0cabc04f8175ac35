#include "tools/name_training.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "model/weight_file.h"
#include "tools/cli.h"

namespace quoth::internal {
namespace {

constexpr double kMostSeed = 4'294'967'295;
constexpr double kMostFeatures = 65'000;

struct Line {
  float size = 0;
  std::string text;
};

float size_of(const std::array<float, kNameLabels>& weights) {
  float size = 0;
  for (const float w : weights) size += w < 0 ? -w : w;
  return size;
}

}  // namespace

void add_train_options(CommandLine& line, NameTrainOptions& options) {
  line.add("--epochs", options.options.epochs, "passes over the documents").with_default().in_range(1, 1000);
  line.add("--rate", options.options.rate, "step size").with_default().in_range(0, 10);
  line.add("--l1", options.options.l1, "penalty that keeps features few").with_default().in_range(0, 1000);
  line.add("--dropout", options.options.dropout, "share of features left out at random")
      .with_default()
      .in_range(0, 0.9);
  line.add("--seed", options.options.seed, "start of the random numbers").with_default().in_range(0, kMostSeed);
  line.add("--folds", options.folds, "parts of the jackknife, at least 2").with_default().in_range(2, 100);
  line.add("--most", options.most, "keep at most N features").with_default().in_range(1, kMostFeatures);
  line.add("--without", options.without,
           "leave out a family of evidence, to see what it is worth: words, lists, cues, rules, document or second "
           "(what needs the first pass)")
      .shown_as("FAMILY")
      .one_each();
}

TemplateSet left_out(const NameTrainOptions& options) {
  TemplateSet set;
  for (const std::string& family : options.without) set |= templates_of_family(choose("family", family, kFamilies));
  return set;
}

std::string describe(const NameTrainOptions& options) {
  const TrainOptions& o = options.options;
  std::string without;
  for (const std::string& family : options.without) without += " without=" + family;
  return "epochs=" + std::to_string(o.epochs) + " rate=" + std::to_string(o.rate) + " l1=" + std::to_string(o.l1) +
         " dropout=" + std::to_string(o.dropout) + " folds=" + std::to_string(options.folds) +
         " seed=" + std::to_string(o.seed) + without;
}

std::vector<GoldDocument> read_gold_files(std::span<const std::string> files) {
  std::vector<GoldDocument> documents;
  for (const std::string& file : files) {
    auto some = read_gold_file(file);
    if (some.empty()) throw LoadError(Fault{file, 0, 0, "holds no documents"});
    std::move(some.begin(), some.end(), std::back_inserter(documents));
  }
  return documents;
}

std::vector<std::string> strongest_lines(FeatureExtractor& extractor, const TrainedNames& trained, std::size_t most) {
  std::vector<Line> lines;
  const FeatureIndex& index = extractor.index();
  for (FeatureId f = 0; f < index.size(); ++f) {
    const float size = size_of(trained.rows[f]);
    if (size > 0)
      lines.push_back(
          {size, weight_line(feature_text(index[f].name, index[f].values, extractor.texts()), trained.rows[f])});
  }
  std::erase_if(lines, [](const Line& line) { return line.text.empty(); });
  std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.size > b.size; });
  if (lines.size() > most) lines.resize(most);
  std::vector<std::string> texts;
  texts.reserve(lines.size());
  for (Line& line : lines) texts.push_back(std::move(line.text));
  std::sort(texts.begin(), texts.end());
  return texts;
}

}  // namespace quoth::internal
