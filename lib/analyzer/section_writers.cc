// Tested by tests/unit/analyzer_data_files_test.cc.

#include "analyzer/section_writers.h"

#include "base/lexicon.h"
#include "match/list_reader.h"
#include "model/confidence.h"
#include "model/weight_file.h"
#include "model/weights.h"
#include "syntax/weight_file.h"

namespace quoth::internal {
namespace {

void write_lexicon(FreezeJob& job) {
  LexiconBuilder builder;
  ListReader reader(job.tokenizer, builder, job.faults);
  for (const NamedText& file : job.files.gazetteers) reader.read_gazetteer(file.name, file.text);
  for (const NamedText& file : job.files.words) reader.read_words(file.name, file.text);
  if (job.faults.empty()) builder.write(job.writer);
}

void write_token_rules(FreezeJob& job) {
  if (job.files.token_rules.text.empty()) return;
  write_texts(job.writer, kTokenRulesSection, {job.files.token_rules});
  job.writer.add(kCompiledTokenRulesSection, job.tokenizer.compiled());
}

void write_rules(FreezeJob& job) { write_texts(job.writer, kRulesSection, job.files.rules); }

// Weights of names stand in a file of this name; a language without one recognizes no names but those of rules.
constexpr std::string_view kNameWeightsFile = "/names.tsv";

void write_weights(FreezeJob& job) {
  for (const NamedText& file : job.files.weights) {
    if (!file.name.ends_with(kNameWeightsFile)) continue;
    try {
      freeze_weights(read_weights(file.text, file.name), kNameWeightsPrefix, job.writer);
    } catch (const LoadError& error) {
      job.faults.insert(job.faults.end(), error.faults().begin(), error.faults().end());
    }
  }
}

// How sure names are stands in a file of this name; without one the model's probabilities are left as they are.
constexpr std::string_view kConfidenceFile = "/confidence.tsv";

void write_confidence(FreezeJob& job) {
  for (const NamedText& file : job.files.weights) {
    if (!file.name.ends_with(kConfidenceFile)) continue;
    try {
      freeze_confidence(read_confidence(file.text, file.name), kConfidenceSection, job.writer);
    } catch (const LoadError& error) {
      job.faults.insert(job.faults.end(), error.faults().begin(), error.faults().end());
    }
  }
}

// Weights of tags and trees stand in a file of this name; a language without one has no trees.
constexpr std::string_view kGrammarWeightsFile = "/grammar.weights";

void write_grammar(FreezeJob& job) {
  for (const NamedText& file : job.files.weights) {
    if (!file.name.ends_with(kGrammarWeightsFile)) continue;
    try {
      freeze_syntax(read_syntax_weights(file.text, file.name), job.writer);
    } catch (const LoadError& error) {
      job.faults.insert(job.faults.end(), error.faults().begin(), error.faults().end());
    }
  }
}

constexpr SectionWriter kWriters[] = {write_lexicon, write_token_rules, write_rules,
                                      write_weights, write_confidence,  write_grammar};

}  // namespace

std::span<const SectionWriter> section_writers() { return kWriters; }

}  // namespace quoth::internal
