#include "rule_checks.h"

#include <string_view>
#include <vector>

#include "analyzer/pipeline.h"
#include "fuzz.h"

namespace quoth_fuzz {

using namespace quoth::internal;

namespace {

constexpr std::string_view kText =
    "The ferry Ostrava sank on Monday, Ms. Ada Okoye, 44, told the BBC in New York. \"It's $1.2bn,\" she said.\n\n"
    "Ministers Jan Novak and J. R. Smith of the U.S. Department of State met. NO, they do n't agree (yet).";

void check_matches(const RuleSet& rules, const Scratch& scratch, const RuleMatches& matches) {
  for (const RuleMatch& match : matches.items) {
    require(match.rule < rules.rule_count(), "a match is of a rule that exists");
    require(match.tokens.begin <= match.tokens.end && match.tokens.end <= scratch.tokens.size(),
            "a match is in the text");
    for (const Capture& capture : matches.captures_of(match)) {
      require(capture.label < rules.labels().size(), "a capture's label exists");
      require(capture.tokens.size() != 0 && match.tokens.begin <= capture.tokens.begin &&
                  capture.tokens.end <= match.tokens.end,
              "a capture is in its match");
    }
  }
}

/// The text, read once: only rules change.
struct ReadText {
  ReadText() : scratch(small_language()) { find_evidence(small_language(), kText, scratch); }
  Scratch scratch;
};

}  // namespace

bool check_pack(const RuleFile& file) {
  try {
    const RuleSet rules({&file, 1}, small_language().lexicons);
    static ReadText text;
    static const RuleSet::ScratchPtr own = RuleSet::make_scratch();
    const Scratch& scratch = text.scratch;
    RuleMatches matches;
    const std::vector<LabelledRange> names = {{{8, 10}, 0}};
    for (const Phase phase : {Phase::names, Phase::quotes}) {
      rules.match(phase, {scratch.tokens, scratch.phrases, scratch.sentences, names}, *own, matches);
      check_matches(rules, scratch, matches);
    }
    return true;
  } catch (const quoth::LoadError& error) {
    require(!error.faults().empty(), "a refusal says why");
    for (const quoth::Fault& fault : error.faults())
      require(fault.file == file.name && !fault.message.empty(), "a fault names its file");
    return false;
  }
}

}  // namespace quoth_fuzz
