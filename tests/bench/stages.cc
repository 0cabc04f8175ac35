#include "stages.h"

#include <chrono>

namespace quoth_bench {
namespace {

using namespace quoth::internal;

class StageClock {
 public:
  explicit StageClock(StageTimes& times) : times_(times) {}
  void end(Stage stage) {
    const auto now = std::chrono::steady_clock::now();
    times_[static_cast<std::size_t>(stage)] += std::chrono::duration<double>(now - last_).count();
    last_ = std::chrono::steady_clock::now();
  }

 private:
  StageTimes& times_;
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

}  // namespace

// As find_evidence() and analyze() of lib/analyzer/pipeline.cc; the benchmarks check that both find as many names.
std::size_t run_stages(const Language& language, std::string_view text, Scratch& s, StageTimes& times) {
  StageClock clock(times);
  s.cursor.tokenize(text, s.tokens);
  clock.end(Stage::tokens);
  look_up_words(language.lexicons, language.classes, s.tokens);
  clock.end(Stage::words);
  find_blocks(s.tokens, s.blocks);
  clock.end(Stage::layout);
  split_sentences(s.tokens, s.blocks, s.sentences);
  clock.end(Stage::sentences);
  find_phrases(s.tokens, language.lexicons, s.phrases);
  clock.end(Stage::phrases);
  language.rules.match(Phase::names, {s.tokens, s.phrases, s.sentences, {}}, *s.rules, s.rule_matches);
  clock.end(Stage::rules);
  const NameInput input{s.tokens, language.lexicons, language.classes, language.kinds, s.phrases,
                        s.blocks, s.sentences,       language.rules,   s.rule_matches};
  find_names(input, language.names, s.names, s.found);
  clock.end(Stage::names);
  s.labelled.clear();
  for (const NameSpan& name : s.found)
    if (name.type != NameType::misc)
      s.labelled.push_back({name.tokens, static_cast<quoth::LabelId>(name.type), name.confidence});
  link_entities(input, s.labelled, s.entity_of, s.entities);
  clock.end(Stage::entities);
  return s.labelled.size();
}

}  // namespace quoth_bench
