// A rule pack of any bytes is compiled or refused, and what was compiled runs.

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/pipeline.h"
#include "fuzz.h"
#include "match/rules.h"

namespace {

using namespace quoth::internal;

constexpr std::string_view kText =
    "The ferry Ostrava sank on Monday, Ms. Ada Okoye, 44, told the BBC in New York. \"It's $1.2bn,\" she said.\n\n"
    "Ministers Jan Novak and J. R. Smith of the U.S. Department of State met. NO, they do n't agree (yet).";

void check_matches(const RuleSet& rules, const Scratch& scratch, const RuleMatches& matches) {
  for (const RuleMatch& match : matches.items) {
    quoth_fuzz::require(match.rule < rules.rule_count(), "a match is of a rule that exists");
    quoth_fuzz::require(match.tokens.begin <= match.tokens.end && match.tokens.end <= scratch.tokens.size(),
                        "a match is in the text");
    for (const Capture& capture : matches.captures_of(match)) {
      quoth_fuzz::require(capture.label < rules.labels().size(), "a capture's label exists");
      quoth_fuzz::require(capture.tokens.size() != 0 && match.tokens.begin <= capture.tokens.begin &&
                              capture.tokens.end <= match.tokens.end,
                          "a capture is in its match");
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Language& language = quoth_fuzz::language();
  const RuleFile file{"fuzz.rules", std::string(quoth_fuzz::view(data, size))};
  try {
    const RuleSet rules({&file, 1}, language.lexicons);
    static Scratch scratch(language);
    find_evidence(language, kText, scratch);
    const RuleSet::ScratchPtr own = RuleSet::make_scratch();
    RuleMatches matches;
    const std::vector<LabelledRange> none;
    for (const Phase phase : {Phase::names, Phase::quotes}) {
      rules.match(phase, {scratch.tokens, scratch.phrases, scratch.sentences, none}, *own, matches);
      check_matches(rules, scratch, matches);
    }
  } catch (const quoth::LoadError& error) {
    quoth_fuzz::require(!error.faults().empty(), "a refusal says why");
    for (const quoth::Fault& fault : error.faults())
      quoth_fuzz::require(fault.file == file.name && !fault.message.empty(), "a fault names its file");
  }
  return 0;
}
