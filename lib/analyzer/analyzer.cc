#include "quoth/analyzer.h"

#include <stdexcept>
#include <utility>

#include "analyzer/language.h"
#include "analyzer/pipeline.h"

namespace quoth {

struct Analyzer::State {
  std::shared_ptr<const internal::Language> language;
  Options options;
};

const Analyzer& Analyzer::english() {
  static const Analyzer analyzer = load({});
  return analyzer;
}

Analyzer Analyzer::load(const Sources& sources, Options options) {
  return Analyzer(std::make_shared<const State>(State{internal::load_language(sources), options}));
}

Analyzer Analyzer::with_options(Options options) const {
  return Analyzer(std::make_shared<const State>(State{state_->language, options}));
}

const Options& Analyzer::options() const noexcept { return state_->options; }

Document Analyzer::analyze(std::string text) const {
  return internal::analyze(*state_->language, state_->options, std::move(text), nullptr);
}

Document Analyzer::analyze(std::string text, std::span<const GivenMention> mentions) const {
  return internal::analyze(*state_->language, state_->options, std::move(text), &mentions);
}

}  // namespace quoth
