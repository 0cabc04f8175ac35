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

// Freezes the files of weights of that name, and keeps their faults.
template <typename Freeze>
void write_weight_files(FreezeJob& job, std::string_view name, const Freeze& freeze) {
  for (const NamedText& file : job.files.weights) {
    if (!file.name.ends_with(name)) continue;
    try {
      freeze(file);
    } catch (const LoadError& error) {
      job.faults.insert(job.faults.end(), error.faults().begin(), error.faults().end());
    }
  }
}

// A language without weights of names recognizes no names but those of rules.
void write_weights(FreezeJob& job) {
  write_weight_files(job, "/names.tsv", [&](const NamedText& file) {
    freeze_weights(read_weights(file.text, file.name), kNameWeightsPrefix, job.writer);
  });
}

// How sure names are; without it the model's probabilities are left as they are.
void write_confidence(FreezeJob& job) {
  write_weight_files(job, "/confidence.tsv", [&](const NamedText& file) {
    freeze_confidence(read_confidence(file.text, file.name), kConfidenceSection, job.writer);
  });
}

// A language without weights of tags and trees has no trees.
void write_grammar(FreezeJob& job) {
  write_weight_files(job, "/grammar.weights", [&](const NamedText& file) {
    freeze_syntax(read_syntax_weights(file.text, file.name), job.writer);
  });
}

constexpr SectionWriter kWriters[] = {write_lexicon, write_token_rules, write_rules,
                                      write_weights, write_confidence,  write_grammar};

}  // namespace

std::span<const SectionWriter> section_writers() { return kWriters; }

}  // namespace quoth::internal
