#pragma once

// Rule packs: text -> RuleSet -> matches. The language is taught in docs/rules.md. Tested by
// tests/unit/match_rules_*.cc and, against a slow and obvious twin, tests/reference/rules_test.cc.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "match/phrases.h"
#include "quoth/load_error.h"
#include "text/sentences.h"
#include "text/token.h"
#include "text/tokenizer.h"

namespace quoth::internal {

/// How strongly a rule speaks for what it proposes. `certain` and `never` bind; the others are weights.
enum class Strength : std::uint8_t { certain, likely, possible, unlikely, never };

/// The two rounds in which rules run: over the bare text, and over the text with names and quoted stretches known.
enum class Phase : std::uint8_t { names, quotes };

/// A pack's source.
struct RuleFile {
  std::string name;  // as faults name it: "en/rules/person.rules"
  std::string text;
  bool of_language = false;  // gives way to a later pack of its name that is none of the language's own
};

/// A span that an earlier phase found, for [LABEL] in a rule. Sorted by begin.
struct LabelledRange {
  TokenRange tokens;
  std::uint16_t label = 0;  // index into RuleSet::labels()
};

/// One span proposed by a rule.
struct Capture {
  TokenRange tokens;
  std::uint16_t label = 0;  // index into RuleSet::labels()
};

struct RuleMatch {
  std::uint32_t rule = 0;  // index for RuleSet::rule()
  TokenRange tokens;       // all that the rule matched, its context too
  std::uint32_t first_capture = 0;
  std::uint32_t capture_count = 0;
};

struct RuleMatches {
  std::vector<RuleMatch> items;  // sorted by begin of tokens, then by rule
  std::vector<Capture> captures;

  std::span<const Capture> captures_of(const RuleMatch& match) const {
    return {captures.data() + match.first_capture, match.capture_count};
  }
};

struct RuleInfo {
  std::string pack;  // "person"
  std::string name;  // "title_name"
  std::string file;
  std::uint32_t line = 0;
  Phase phase = Phase::names;
  Strength strength = Strength::likely;
};

/// All rules of all packs, compiled. Immutable; safe to share between threads.
class RuleSet {
 public:
  RuleSet();
  /// Compiles packs. `lexicons` tell which lists exist; they must outlive the rule set. A user's pack stands in the
  /// place of the language's own pack of its name. A `tokenizer` tells words that are several tokens, of packs that are
  /// not the language's own; null: they are not asked for. Throws one LoadError with every fault of every file.
  RuleSet(std::span<const RuleFile> files, std::span<const Lexicon> lexicons, const Tokenizer* tokenizer = nullptr);
  ~RuleSet();
  RuleSet(RuleSet&&) noexcept;
  RuleSet& operator=(RuleSet&&) noexcept;

  /// PERSON, LOCATION, ORGANIZATION, MISC, then the others in order of their first use: "QUOTE", "SPEAKER", "CUE", ...
  const std::vector<std::string>& labels() const;
  std::size_t rule_count() const;
  const RuleInfo& rule(std::uint32_t index) const;
  /// hash_bytes() of "pack/name" of a rule, and of a label's name: the values of features.
  std::uint64_t rule_hash(std::uint32_t rule) const;
  std::uint64_t label_hash(std::uint16_t label) const;
  /// Whether a rule of phase names proposes spans with this label.
  bool proposes_names(std::uint16_t label) const;

  /// What the matcher reads.
  struct Input {
    const Tokens& tokens;
    const PhraseMatches& phrases;
    const std::vector<TokenRange>& sentences;
    std::span<const LabelledRange> earlier;  // sorted by begin
  };
  /// Working memory, for reuse from text to text.
  struct Scratch;
  struct ScratchDeleter {
    void operator()(Scratch* scratch) const;
  };
  using ScratchPtr = std::unique_ptr<Scratch, ScratchDeleter>;
  static ScratchPtr make_scratch();

  /// Runs all rules of a phase in one pass over the text. Work per token is bounded by the rules' size.
  void match(Phase phase, const Input& input, Scratch& scratch, RuleMatches& out) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace quoth::internal
