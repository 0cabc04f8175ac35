#include "match/rule_compiler.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "match/rule_analysis.h"
#include "match/rule_suggest.h"
#include "text/unicode.h"

namespace quoth::internal {
namespace {

class Compiler {
 public:
  Compiler(std::span<const Lexicon> lexicons, const ListNames& lists, std::span<const std::string> earlier_labels,
           RuleLabels& labels, std::vector<Fault>& faults)
      : lexicons_(lexicons), lists_(lists), earlier_labels_(earlier_labels), labels_(labels), faults_(faults) {}

  void add_pack(const ParsedPack& pack, std::uint32_t rule_number) {
    pack_ = &pack;
    regexes_of_file_ = 0;
    faults_of_file_ = 0;
    atoms_.assign(pack.nodes.size(), std::nullopt);
    number_labels();
    for (const ParsedRule& rule : pack.rules) add_rule(rule, rule_number++);
  }

  RuleProgram finish() {
    program_.literals.freeze();
    number_spans();
    fill_span_bits();
    for (RuleCode& rule : program_.rules) {
      mark_joins(program_, rule);
      find_branches(program_, rule);
      find_needs(program_, rule);
      program_.max_rule_size = std::max(program_.max_rule_size, rule.end - rule.begin);
    }
    index_starts(program_);
    return std::move(program_);
  }

 private:
  const RuleNode& node(RuleNodeId id) const { return pack_->nodes[id]; }

  void fault(const RuleNode& at, std::string message) {
    ++faults_of_file_;
    faults_.push_back({pack_->file, at.place.line, at.place.column, std::move(message)});
  }

  /// The nearest name takes long to find: it is looked for only as long as faults are listed.
  bool may_suggest() const { return faults_of_file_ < RuleLimits::faults_per_file; }

  /// In the order in which they stand in the file; programs are written from end to begin.
  void number_labels() {
    std::vector<const RuleNode*> labelled;
    for (const RuleNode& n : pack_->nodes) {
      if (n.kind == RuleNodeKind::capture || n.kind == RuleNodeKind::label) labelled.push_back(&n);
    }
    std::sort(labelled.begin(), labelled.end(), [](const RuleNode* a, const RuleNode* b) {
      return std::pair(a->place.line, a->place.column) < std::pair(b->place.line, b->place.column);
    });
    for (const RuleNode* n : labelled) label_id(*n, n->text);
  }

  void add_rule(const ParsedRule& rule, std::uint32_t number) {
    RuleCode code;
    code.rule = number;
    code.begin = static_cast<std::uint32_t>(program_.insts.size());
    code.entry = compile(rule.root, emit(RuleInst{}));
    code.end = static_cast<std::uint32_t>(program_.insts.size());
    program_.rules.push_back(code);
  }

  std::uint32_t emit(RuleInst inst) {
    program_.insts.push_back(inst);
    return static_cast<std::uint32_t>(program_.insts.size() - 1);
  }

  std::uint32_t emit(RuleOp op, std::uint16_t arg, std::uint32_t next, std::uint32_t operand = 0) {
    return emit(RuleInst{op, false, arg, next, operand});
  }

  /// The first instruction of a pattern that goes on at `next`. Programs are written from their end to their begin.
  std::uint32_t compile(RuleNodeId id, std::uint32_t next) {
    const RuleNode& n = node(id);
    switch (n.kind) {
      case RuleNodeKind::sequence:
        for (std::size_t i = n.children.size(); i-- > 0;) next = compile(n.children[i], next);
        return next;
      case RuleNodeKind::choice:
        return compile_choice(n, next);
      case RuleNodeKind::repeat:
        return compile_repeat(n, next);
      case RuleNodeKind::capture:
        return compile_capture(n, next);
      case RuleNodeKind::negation:
        return compile_conditions(RuleOp::none_of, n.children[0], next);
      case RuleNodeKind::both:
        return compile_both(n, next);
      case RuleNodeKind::sentence_begin:
        return emit(RuleOp::sentence_begin, 0, next);
      case RuleNodeKind::sentence_end:
        return emit(RuleOp::sentence_end, 0, next);
      default:
        break;
    }
    RuleInst inst = atom(id);
    inst.next = next;
    return emit(inst);
  }

  std::uint32_t compile_choice(const RuleNode& n, std::uint32_t next) {
    std::uint32_t entry = compile(n.children.back(), next);
    for (std::size_t i = n.children.size() - 1; i-- > 0;) {
      entry = emit(RuleOp::split, 0, compile(n.children[i], next), entry);
    }
    return entry;
  }

  /// x{2,4} is x x (x (x)?)?, and x{2,} is x x+ with a way back.
  std::uint32_t compile_repeat(const RuleNode& n, std::uint32_t next) {
    std::uint32_t entry = next;
    std::uint32_t copies = n.min;
    if (n.max == kNoLimit) {
      const std::uint32_t loop = emit(RuleOp::split, 0, 0, next);
      const std::uint32_t body = compile(n.children[0], loop);
      program_.insts[loop].next = body;
      entry = n.min == 0 ? loop : body;
      copies = n.min == 0 ? 0 : n.min - 1;
    } else {
      for (std::uint32_t i = n.min; i < n.max; ++i) {
        entry = emit(RuleOp::split, 0, compile(n.children[0], entry), next);
      }
    }
    for (std::uint32_t i = 0; i < copies; ++i) entry = compile(n.children[0], entry);
    return entry;
  }

  std::uint32_t compile_capture(const RuleNode& n, std::uint32_t next) {
    const std::uint16_t label = label_id(n, n.text);
    const std::uint32_t inner = compile(n.children[0], emit(RuleOp::close, label, next));
    return emit(RuleOp::open, label, inner);
  }

  std::uint32_t compile_both(const RuleNode& n, std::uint32_t next) {
    std::uint32_t entry = compile(n.children[0], next);
    for (std::size_t i = n.children.size(); i-- > 1;) {
      const RuleNode& condition = node(n.children[i]);
      const bool negated = condition.kind == RuleNodeKind::negation;
      entry = compile_conditions(negated ? RuleOp::holds_none : RuleOp::holds,
                                 negated ? condition.children[0] : n.children[i], entry);
    }
    return entry;
  }

  std::uint32_t compile_conditions(RuleOp op, RuleNodeId id, std::uint32_t next) {
    const std::size_t first = program_.conditions.size();
    add_conditions(id);
    const std::size_t count = program_.conditions.size() - first;  // at most RuleLimits::rule_size
    return emit(op, static_cast<std::uint16_t>(count), next, static_cast<std::uint32_t>(first));
  }

  void add_conditions(RuleNodeId id) {
    if (node(id).kind == RuleNodeKind::choice) {
      for (const RuleNodeId child : node(id).children) add_conditions(child);
    } else {
      program_.conditions.push_back(atom(id));
    }
  }

  /// Looked up once, though repeats and lets may write it out many times: so each fault is noted once.
  RuleInst atom(RuleNodeId id) {
    if (!atoms_[id]) atoms_[id] = look_up(node(id));
    return *atoms_[id];
  }

  RuleInst look_up(const RuleNode& n) {
    switch (n.kind) {
      case RuleNodeKind::literal:
        return {RuleOp::literal, false, 0, 0, literal(n.text)};
      case RuleNodeKind::exact:
        return {RuleOp::exact, false, 0, 0, exact(n.text)};
      case RuleNodeKind::regex:
        return {RuleOp::regex, false, 0, 0, regex(n)};
      case RuleNodeKind::list:
        return {RuleOp::span, false, 0, 0, list(n)};
      case RuleNodeKind::label:
        return {RuleOp::span, false, 1, 0, earlier(n)};
      default:
        return {RuleOp::shape, false, n.shapes, 0, 0};
    }
  }

  std::uint32_t literal(const std::string& written) {
    std::string folded;
    fold(written, folded);
    return program_.literals.add(folded);
  }

  std::uint32_t exact(const std::string& written) {
    const auto [found, is_new] = exact_ids_.try_emplace(written, static_cast<std::uint32_t>(program_.exacts.size()));
    if (is_new) program_.exacts.push_back({literal(written), written});
    return found->second;
  }

  std::uint32_t regex(const RuleNode& n) {
    const auto [found, is_new] =
        regex_ids_.try_emplace({n.text, n.min}, static_cast<std::uint32_t>(program_.regexes.size()));
    if (!is_new) return found->second;
    if (++regexes_of_file_ == RuleLimits::regexes_per_file + 1) {
      fault(n, "a file may hold at most " + std::to_string(RuleLimits::regexes_per_file) +
                   " different regular expressions");
    }
    if (regexes_of_file_ > RuleLimits::regexes_per_file) return 0;
    program_.regexes.push_back(compile_regex(n));
    return found->second;
  }

  RuleRegex compile_regex(const RuleNode& n) {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_never_capture(true);
    options.set_case_sensitive(n.min == 0);
    options.set_max_mem(RuleLimits::regex_memory);
    auto regex = std::make_unique<RE2>(n.text, options);
    if (regex->error_code() == RE2::ErrorPatternTooLarge) {
      fault(n, "regular expression is too large: compiled, it needs more than the " +
                   std::to_string(RuleLimits::regex_memory) + " bytes that one may use");
    } else if (!regex->ok()) {
      fault(n, "bad regular expression: " + regex->error());
    }
    return with_first_bytes(std::move(regex));
  }

  static RuleRegex with_first_bytes(std::unique_ptr<RE2> regex) {
    RuleRegex out;
    std::string min, max;
    if (regex->ok() && regex->PossibleMatchRange(&min, &max, 10)) {
      if (!min.empty()) out.first_byte_min = static_cast<unsigned char>(min[0]);
      if (!max.empty()) out.first_byte_max = static_cast<unsigned char>(max[0]);
    }
    out.regex = std::move(regex);
    return out;
  }

  std::uint32_t list(const RuleNode& n) {
    const ListMembers* members = lists_.find(n.text);
    if (members == nullptr) {
      fault(n, "unknown list '" + n.text + "'" + (may_suggest() ? lists_.suggestion_for(n.text) : ""));
      return 0;
    }
    const auto [found, is_new] = list_ids_.try_emplace(members, static_cast<std::uint32_t>(list_members_.size()));
    if (is_new) list_members_.push_back(members);
    return found->second;
  }

  std::uint32_t earlier(const RuleNode& n) {
    if (std::find(earlier_labels_.begin(), earlier_labels_.end(), n.text) == earlier_labels_.end()) {
      fault(n, "nothing finds [" + n.text + "] before this phase" +
                   (may_suggest() ? suggestion(n.text, earlier_labels_) : ""));
      return 0;
    }
    const std::uint16_t label = label_id(n, n.text);
    auto& labels = program_.span_labels;
    const auto found = std::find(labels.begin(), labels.end(), label);
    if (found != labels.end()) return static_cast<std::uint32_t>(found - labels.begin());
    labels.push_back(label);
    return static_cast<std::uint32_t>(labels.size() - 1);
  }

  std::uint16_t label_id(const RuleNode& n, const std::string& label) {
    const std::uint16_t id = labels_.id(label);
    if (id == RuleLimits::labels) fault(n, too_many_labels());
    return id;
  }

  /// Only now is the number of lists known, behind which the labels' span ids begin.
  void number_spans() {
    program_.list_span_count = static_cast<std::uint32_t>(list_members_.size());
    program_.span_count = program_.list_span_count + static_cast<std::uint32_t>(program_.span_labels.size());
    for (auto* insts : {&program_.insts, &program_.conditions}) {
      for (RuleInst& inst : *insts) {
        if (inst.op == RuleOp::span && inst.arg == 1) inst.operand += program_.list_span_count;
      }
    }
  }

  void fill_span_bits() {
    SpanBits& bits = program_.span_bits;
    bits.by_kind.resize(lexicons_.size());
    bits.by_list.resize(lexicons_.size());
    for (std::size_t i = 0; i < lexicons_.size(); ++i) {
      bits.by_kind[i].reset(lexicons_[i].kind_count(), program_.span_count);
      bits.by_list[i].reset(lexicons_[i].list_count(), program_.span_count);
    }
    for (std::size_t span = 0; span < list_members_.size(); ++span) {
      for (const ListMembers::Kind& kind : list_members_[span]->kinds) bits.by_kind[kind.lexicon].add(kind.kind, span);
      for (const ListMembers::List& list : list_members_[span]->lists) bits.by_list[list.lexicon].add(list.list, span);
    }
  }

  std::span<const Lexicon> lexicons_;
  const ListNames& lists_;
  std::span<const std::string> earlier_labels_;
  RuleLabels& labels_;
  std::vector<Fault>& faults_;
  RuleProgram program_;
  const ParsedPack* pack_ = nullptr;
  std::vector<std::optional<RuleInst>> atoms_;  // [node]
  std::size_t regexes_of_file_ = 0;
  std::size_t faults_of_file_ = 0;
  std::map<std::string, std::uint32_t> exact_ids_;
  std::map<std::pair<std::string, std::uint32_t>, std::uint32_t> regex_ids_;
  std::map<const ListMembers*, std::uint32_t> list_ids_;
  std::vector<const ListMembers*> list_members_;  // [span id]
};

}  // namespace

RuleLabels::RuleLabels() {
  for (const std::string_view name : kUsualLabels) id(std::string(name));
}

std::uint16_t RuleLabels::id(const std::string& name) {
  if (names_.size() > RuleLimits::labels) {  // a fault was noted for the label before
    const auto known = ids_.find(name);
    return known == ids_.end() ? std::uint16_t{0} : known->second;
  }
  const auto [found, is_new] = ids_.try_emplace(name, static_cast<std::uint16_t>(names_.size()));
  if (is_new) names_.push_back(name);
  return found->second;
}

RuleProgram compile_rules(std::span<const ParsedPack* const> packs, std::span<const std::uint32_t> rule_numbers,
                          std::span<const Lexicon> lexicons, const ListNames& lists,
                          std::span<const std::string> earlier_labels, RuleLabels& labels, std::vector<Fault>& faults) {
  Compiler compiler(lexicons, lists, earlier_labels, labels, faults);
  const std::size_t before = faults.size();
  for (std::size_t i = 0; i < packs.size(); ++i) compiler.add_pack(*packs[i], rule_numbers[i]);
  return faults.size() == before ? compiler.finish() : RuleProgram{};
}

}  // namespace quoth::internal
