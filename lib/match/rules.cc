#include "match/rules.h"

#include <algorithm>
#include <array>

#include "match/rule_compiler.h"
#include "match/rule_literals.h"
#include "match/rule_matcher.h"
#include "match/rule_parser.h"
#include "match/rule_program.h"

namespace quoth::internal {
namespace {

constexpr std::size_t kPhases = 2;

void sort_faults(std::vector<Fault>& faults, std::size_t from) {
  std::stable_sort(
      faults.begin() + static_cast<std::ptrdiff_t>(from), faults.end(),
      [](const Fault& a, const Fault& b) { return std::pair(a.line, a.column) < std::pair(b.line, b.column); });
}

/// A file that is no rule file at all would have a fault a line.
void cut_faults(const std::string& file, std::vector<Fault>& faults) {
  if (faults.size() <= RuleLimits::faults_per_file) return;
  const std::size_t left_out = faults.size() - RuleLimits::faults_per_file;
  faults.resize(RuleLimits::faults_per_file);
  faults.push_back({file, 0, 0, std::to_string(left_out) + " more faults"});
}

/// What [LABEL] may name in the second phase: quotes, the usual names, and what packs of the first phase capture.
std::vector<std::string> labels_before_quotes(const std::vector<ParsedPack>& packs) {
  std::vector<std::string> labels = {"PERSON", "LOCATION", "ORGANIZATION", "MISC", "QUOTE"};
  for (const ParsedPack& pack : packs) {
    if (pack.phase != Phase::names) continue;
    for (const RuleNode& node : pack.nodes) {
      if (node.kind == RuleNodeKind::capture) labels.push_back(node.text);
    }
  }
  std::sort(labels.begin() + 5, labels.end());
  labels.erase(std::unique(labels.begin() + 5, labels.end()), labels.end());
  return labels;
}

}  // namespace

struct RuleSet::State {
  RuleLabels labels;
  std::vector<RuleInfo> rules;
  std::array<RuleProgram, kPhases> programs;  // [Phase]
  std::span<const Lexicon> lexicons;
  std::size_t name_labels = 0;  // labels of phase names come first
  std::vector<std::uint64_t> rule_hashes, label_hashes;

  void add_hashes() {
    for (const RuleInfo& rule : rules) rule_hashes.push_back(hash_bytes(rule.pack + "/" + rule.name));
    for (const std::string& label : labels.names()) label_hashes.push_back(hash_bytes(label));
  }
  void add_info(const ParsedPack& pack) {
    for (const ParsedRule& rule : pack.rules) {
      rules.push_back({pack.name, rule.name, pack.file, rule.place.line, pack.phase, rule.strength});
    }
  }
};

struct RuleSet::Scratch {
  RuleMatcher matcher;
};

namespace {

/// Faults of each file by itself, so that all can be listed in the order of files and lines.
class Loader {
 public:
  Loader(std::span<const RuleFile> files, std::span<const Lexicon> lexicons, const Tokenizer* tokenizer)
      : lexicons_(lexicons), lists_(lexicons), tokenizer_(tokenizer) {
    for (const RuleFile& file : files) add(file);
    for (const std::vector<Fault>& faults : syntax_faults_) faults_.insert(faults_.end(), faults.begin(), faults.end());
    std::uint32_t number = 0;
    for (const ParsedPack& pack : packs_) {
      numbers_.push_back(number);
      number += static_cast<std::uint32_t>(pack.rules.size());
    }
    find_same_packs();
  }

  RuleProgram compile(Phase phase, RuleLabels& labels) {
    std::vector<const ParsedPack*> packs;
    std::vector<std::uint32_t> numbers;
    for (std::size_t i = 0; i < packs_.size(); ++i) {
      if (packs_[i].phase != phase) continue;
      packs.push_back(&packs_[i]);
      numbers.push_back(numbers_[i]);
    }
    std::vector<std::string> earlier;
    if (phase == Phase::quotes) earlier = labels_before_quotes(packs_);
    return compile_rules(packs, numbers, lexicons_, lists_, earlier, labels, faults_);
  }

  void throw_faults() {
    if (faults_.empty()) return;
    std::vector<Fault> sorted;
    for (std::size_t i = 0; i < packs_.size(); ++i) {
      if (is_repeated_file(i)) continue;
      std::vector<Fault> own;
      for (const Fault& fault : faults_) {
        if (fault.file == packs_[i].file) own.push_back(fault);
      }
      sort_faults(own, 0);
      cut_faults(packs_[i].file, own);
      sorted.insert(sorted.end(), own.begin(), own.end());
    }
    throw LoadError(std::move(sorted));
  }

  const std::vector<ParsedPack>& packs() const { return packs_; }

 private:
  /// In the place of a pack that it replaces, so that an unchanged copy changes nothing.
  void add(const RuleFile& file) {
    std::vector<Fault> faults;
    ParsedPack pack = parse_rules(file, faults);
    if (tokenizer_ != nullptr && !file.of_language) check_literals(pack, *tokenizer_, faults);
    const std::size_t place = file.of_language ? packs_.size() : place_of_replaced(pack.name);
    if (place == packs_.size()) {
      packs_.emplace_back();
      syntax_faults_.emplace_back();
      of_language_.push_back(file.of_language);
    }
    packs_[place] = std::move(pack);
    syntax_faults_[place] = std::move(faults);
    of_language_[place] = file.of_language;
  }

  std::size_t place_of_replaced(const std::string& name) const {
    for (std::size_t i = 0; i < packs_.size(); ++i) {
      if (of_language_[i] && !name.empty() && packs_[i].name == name) return i;
    }
    return packs_.size();
  }

  bool is_repeated_file(std::size_t index) const {
    return std::any_of(packs_.begin(), packs_.begin() + static_cast<std::ptrdiff_t>(index),
                       [&](const ParsedPack& pack) { return pack.file == packs_[index].file; });
  }

  /// Rules are told apart by pack and name, so two packs of one name would be confused.
  void find_same_packs() {
    for (std::size_t i = 0; i < packs_.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (packs_[i].name.empty() || packs_[i].name != packs_[j].name) continue;
        faults_.push_back(
            {packs_[i].file, 1, 1, "pack '" + packs_[i].name + "' is already defined in " + packs_[j].file});
        break;
      }
    }
  }

  std::span<const Lexicon> lexicons_;
  ListNames lists_;
  const Tokenizer* tokenizer_;
  std::vector<Fault> faults_;
  std::vector<ParsedPack> packs_;
  std::vector<std::vector<Fault>> syntax_faults_;  // [pack]
  std::vector<bool> of_language_;                  // [pack]
  std::vector<std::uint32_t> numbers_;             // [pack]: index of its first rule
};

}  // namespace

RuleSet::RuleSet() : state_(std::make_unique<State>()) {}

RuleSet::RuleSet(std::span<const RuleFile> files, std::span<const Lexicon> lexicons, const Tokenizer* tokenizer)
    : state_(std::make_unique<State>()) {
  Loader loader(files, lexicons, tokenizer);
  state_->lexicons = lexicons;
  for (const Phase phase : {Phase::names, Phase::quotes}) {
    state_->programs[static_cast<std::size_t>(phase)] = loader.compile(phase, state_->labels);
    if (phase == Phase::names) state_->name_labels = state_->labels.names().size();
  }
  loader.throw_faults();
  for (const ParsedPack& pack : loader.packs()) state_->add_info(pack);
  state_->add_hashes();
}

RuleSet::~RuleSet() = default;
RuleSet::RuleSet(RuleSet&&) noexcept = default;
RuleSet& RuleSet::operator=(RuleSet&&) noexcept = default;

const std::vector<std::string>& RuleSet::labels() const { return state_->labels.names(); }
std::size_t RuleSet::rule_count() const { return state_->rules.size(); }
const RuleInfo& RuleSet::rule(std::uint32_t index) const { return state_->rules[index]; }

std::uint64_t RuleSet::rule_hash(std::uint32_t rule) const { return state_->rule_hashes[rule]; }
std::uint64_t RuleSet::label_hash(std::uint16_t label) const { return state_->label_hashes[label]; }
bool RuleSet::proposes_names(std::uint16_t label) const { return label < state_->name_labels; }

RuleSet::ScratchPtr RuleSet::make_scratch() { return ScratchPtr(new Scratch); }
void RuleSet::ScratchDeleter::operator()(Scratch* scratch) const { delete scratch; }

void RuleSet::match(Phase phase, const Input& input, Scratch& scratch, RuleMatches& out) const {
  const RuleProgram& program = state_->programs[static_cast<std::size_t>(phase)];
  scratch.matcher.run(program, phase, input, state_->lexicons, out);
}

}  // namespace quoth::internal
