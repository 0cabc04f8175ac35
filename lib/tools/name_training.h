#pragma once

// What the commands that train weights of names share. Tested by tests/program/train.sh.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "tools/cli.h"
#include "tools/crf_trainer.h"
#include "tools/gold.h"

namespace quoth::internal {

struct NameTrainOptions {
  TrainOptions options;
  std::uint32_t folds = 5;           // of the jackknife
  std::size_t most = 50000;          // features that are kept
  std::vector<std::string> without;  // families of evidence, see feature_families.h
};

/// Adds the options of training to a command.
void add_train_options(CommandLine& line, NameTrainOptions& options);

/// The templates that the options leave out. Throws UsageError for a family that nobody knows.
TemplateSet left_out(const NameTrainOptions& options);

/// "epochs=8 rate=0.05 ...", for the header of a weight file.
std::string describe(const NameTrainOptions& options);

/// Reads all documents of all files. Throws LoadError, also for a file without documents.
std::vector<GoldDocument> read_gold_files(std::span<const std::string> files);

/// The strongest features as lines of a weight file, in the order of their texts.
std::vector<std::string> strongest_lines(FeatureExtractor& extractor, const TrainedNames& trained, std::size_t most);

}  // namespace quoth::internal
