#include "match/rule_parser.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "match/rule_lexer.h"
#include "match/rule_nodes.h"
#include "match/rule_suggest.h"
#include "match/source_text.h"

namespace quoth::internal {
namespace {

struct ShapeName {
  std::string_view name;
  std::uint16_t shapes;
};

constexpr std::uint16_t bit_of(Shape shape) { return static_cast<std::uint16_t>(1u << static_cast<unsigned>(shape)); }

constexpr std::array<ShapeName, 11> kShapes = {{{"Cap", bit_of(Shape::cap)},
                                                {"Upper", bit_of(Shape::upper)},
                                                {"Lower", bit_of(Shape::lower)},
                                                {"Mixed", bit_of(Shape::mixed)},
                                                {"Initial", bit_of(Shape::initial)},
                                                {"Number", bit_of(Shape::number)},
                                                {"Punct", bit_of(Shape::punct)},
                                                {"Symbol", bit_of(Shape::symbol)},
                                                {"Web", bit_of(Shape::web)},
                                                {"Other", bit_of(Shape::other)},
                                                {"Any", 0x3FF}}};

constexpr std::array<std::string_view, 5> kStrengths = {"certain", "likely", "possible", "unlikely", "never"};
constexpr std::array<std::string_view, 4> kKeywords = {"pack", "phase", "let", "rule"};

template <std::size_t N>
std::vector<std::string> strings(const std::array<std::string_view, N>& names) {
  return {names.begin(), names.end()};
}

std::vector<std::string> shape_names() {
  std::vector<std::string> names;
  names.reserve(kShapes.size());
  for (const ShapeName& shape : kShapes) names.emplace_back(shape.name);
  return names;
}

std::string all_shape_names() {
  std::string all;
  for (const ShapeName& shape : kShapes) (all += all.empty() ? "" : ", ") += shape.name;
  return all;
}

std::optional<std::uint16_t> find_shape(std::string_view name) {
  for (const ShapeName& shape : kShapes) {
    if (shape.name == name) return shape.shapes;
  }
  return std::nullopt;
}

bool is_keyword(const RuleToken& token) {
  return token.kind == RuleTokenKind::name &&
         std::find(kKeywords.begin(), kKeywords.end(), token.text) != kKeywords.end();
}

bool is_label(std::string_view text) {
  if (text.empty() || text[0] < 'A' || text[0] > 'Z') return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; });
}

/// Thrown when a statement cannot be read further, after its fault was noted.
struct StatementBroken {};

class Parser {
 public:
  Parser(const RuleFile& file, std::vector<Fault>& faults)
      : faults_(faults), tokens_(read_rule_tokens(file, faults)), nodes_(pack_.nodes) {
    pack_.file = file.name;
    for (const std::string_view label : kUsualLabels) label_numbers_.emplace(label, label_numbers_.size());
    find_statements();
  }

  ParsedPack run() {
    if (here().kind == RuleTokenKind::end) note(here().place, "expected 'pack NAME' as the first statement");
    while (here().kind != RuleTokenKind::end) {
      try {
        statement();
      } catch (const StatementBroken&) {
        skip_statement();
      }
      ++statements_;
    }
    if (pack_.phase == Phase::quotes) check_quote_labels();
    return std::move(pack_);
  }

 private:
  struct Let {
    RulePlace place;
    std::optional<RuleNodeId> root;
    bool open = false;  // being read
  };

  const RuleToken& here() const { return tokens_[at_]; }
  const RuleToken& next() const { return tokens_[std::min(at_ + 1, tokens_.size() - 1)]; }
  RuleToken take() { return tokens_[at_ + 1 < tokens_.size() ? at_++ : at_]; }

  void note(RulePlace place, std::string message) {
    faults_.push_back({pack_.file, place.line, place.column, std::move(message)});
  }
  [[noreturn]] void fail(RulePlace place, std::string message) {
    note(place, std::move(message));
    throw StatementBroken{};
  }
  /// Fails at the present token, unless the lexer has already said what is wrong with it.
  [[noreturn]] void expected(const std::string& what) {
    if (here().kind == RuleTokenKind::broken) throw StatementBroken{};
    if (const RuleToken* keyword = indented_keyword()) {
      fail(keyword->place, "'" + keyword->text + "' must stand at the begin of a line");
    }
    fail(here().place, "expected " + what + ", found " + describe(here()));
  }

  /// The "rule" of an indented "rule x:" that was read as words of the statement above it, up to here; or null.
  const RuleToken* indented_keyword() const {
    const std::size_t back = here().is_mark(':') || here().is_mark('=') ? 2 : 0;
    if (at_ < statement_begin_ + back + 1) return nullptr;
    const RuleToken& token = tokens_[at_ - back];
    const bool first_of_line = token.place.line > tokens_[at_ - back - 1].place.line;
    return is_keyword(token) && first_of_line && !token.starts_line ? &token : nullptr;
  }

  std::string describe(const RuleToken& token) const {
    if (token.kind == RuleTokenKind::end) return "the end of the file";
    if (at_end()) return "the end of the statement (lines that go on are indented)";
    switch (token.kind) {
      case RuleTokenKind::folded:
        return '"' + token.text + '"';
      case RuleTokenKind::exact:
        return '\'' + token.text + '\'';
      case RuleTokenKind::regex:
        return '/' + token.text + '/';
      case RuleTokenKind::list:
        return '{' + token.text + '}';
      case RuleTokenKind::label:
        return '[' + token.text + ']';
      case RuleTokenKind::count:
        return "a repeat count";
      default:
        return '\'' + token.text + '\'';
    }
  }

  bool ends_statement(const RuleToken& token) const {
    if (token.kind == RuleTokenKind::end) return true;
    return token.starts_line && (open_ == 0 || is_keyword(token));
  }
  bool at_end() const { return at_ != statement_begin_ && ends_statement(here()); }

  void skip_statement() {
    open_ = 0;
    depth_ = 0;
    for (auto& [name, let] : lets_) let.open = false;
    if (at_ == statement_begin_) take();
    while (here().kind != RuleTokenKind::end && !here().starts_line) take();
  }

  /// What faults tell of statements further down.
  void find_statements() {
    for (std::size_t i = 0; i + 2 < tokens_.size(); ++i) {
      const RuleToken& name = tokens_[i + 1];
      if (!tokens_[i].starts_line || name.kind != RuleTokenKind::name) continue;
      if (tokens_[i].is_name("phase") && name.text == "quotes") has_phase_quotes_ = true;
      if (!tokens_[i].is_name("let")) continue;
      if (find_shape(name.text) || is_strength(name)) continue;  // a fault, when the statement is read
      lets_.try_emplace(name.text, Let{name.place, std::nullopt, false});
    }
  }

  void statement() {
    statement_begin_ = at_;
    if (statements_ == 0 && !here().is_name("pack")) {
      note(here().place, "expected 'pack NAME' as the first statement");
    }
    if (here().is_name("pack")) return pack_statement();
    if (here().is_name("phase")) return phase_statement();
    if (here().is_name("let")) return let_statement();
    if (here().is_name("rule")) return rule_statement();
    unknown_statement();
  }

  [[noreturn]] void unknown_statement() {
    if (here().kind == RuleTokenKind::broken) throw StatementBroken{};
    const std::string hint = here().kind == RuleTokenKind::name ? suggestion(here().text, strings(kKeywords)) : "";
    fail(here().place,
         "expected 'phase', 'let' or 'rule' (a line that goes on is indented), found " + describe(here()) + hint);
  }

  RuleToken take_name(const std::string& what) {
    if (at_end() || here().kind != RuleTokenKind::name) expected(what);
    return take();
  }

  void take_mark(char mark, const std::string& where) {
    if (at_end() || !here().is_mark(mark)) expected(std::string("'") + mark + "' " + where);
    take();
  }

  void take_end(const std::string& behind) {
    if (!at_end()) expected("the end of the line behind " + behind);
  }

  void pack_statement() {
    const RulePlace place = take().place;
    const RuleToken name = take_name("the pack's name");
    if (statements_ != 0) note(place, "'pack' stands once, as the first statement");
    if (statements_ == 0) pack_.name = name.text;
    take_end("the pack's name");
  }

  void phase_statement() {
    const RulePlace place = take().place;
    const RuleToken name = take_name("'names' or 'quotes'");
    if (name.text != "names" && name.text != "quotes") {
      fail(name.place, "expected 'names' or 'quotes', found '" + name.text + "'");
    }
    if (rules_seen_ != 0) fail(place, "'phase' must stand before the first rule");
    pack_.phase = name.text == "quotes" ? Phase::quotes : Phase::names;
    take_end("the phase");
  }

  void let_statement() {
    take();
    const RuleToken name = take_name("a name behind 'let'");
    if (find_shape(name.text)) fail(name.place, "'" + name.text + "' is a shape and cannot be the name of a let");
    if (is_strength(name)) fail(name.place, "'" + name.text + "' is a strength and cannot be the name of a let");
    Let& let = lets_[name.text];
    if (let.root) {
      fail(name.place, "let '" + name.text + "' is defined twice, first in line " + std::to_string(let.place.line));
    }
    let.open = true;
    take_mark('=', "behind the name of a let");
    const RuleNodeId root = choice();
    take_end("the pattern");
    let.open = false;
    let.root = root;
  }

  void rule_statement() {
    take();
    ++rules_seen_;
    const RuleToken name = take_name("a name behind 'rule'");
    const auto [first, is_new] = rule_lines_.try_emplace(name.text, name.place.line);
    if (!is_new) {
      note(name.place, "rule '" + name.text + "' is defined twice, first in line " + std::to_string(first->second));
    }
    take_mark(':', "behind the name of a rule");
    const RuleNodeId root = choice();
    const Strength strength = take_strength();
    take_end("the strength");
    check_rule(name, root);
    pack_.rules.push_back({name.text, name.place, root, strength});
  }

  void check_rule(const RuleToken& name, RuleNodeId root) {
    const RuleNode& node = nodes_[root];
    if (!node.labels) {
      fail(name.place, "rule '" + name.text + "' proposes nothing: put @LABEL(...) around what it finds");
    }
    if (node.may_be_empty) fail(name.place, "rule '" + name.text + "' can match without any token");
    if (node.size > RuleLimits::rule_size) {
      fail(name.place, "rule '" + name.text +
                           "' is too large: with its repeats and lets written out it has more than " +
                           std::to_string(RuleLimits::rule_size) + " parts");
    }
    total_size_ += node.size;
    check_file_limits(name, node.size);
  }

  /// Notes once that a limit is passed; the rules behind it are left out.
  void check_file_limits(const RuleToken& name, std::uint64_t size) {
    if (rules_seen_ == RuleLimits::rules_per_file + 1) {
      note(name.place, "a file may hold at most " + std::to_string(RuleLimits::rules_per_file) + " rules");
    }
    if (total_size_ > RuleLimits::file_size && total_size_ - size <= RuleLimits::file_size) {
      note(name.place, "the rules of a file may have at most " + std::to_string(RuleLimits::file_size) +
                           " parts together, with their repeats and lets written out");
    }
    if (rules_seen_ > RuleLimits::rules_per_file || total_size_ > RuleLimits::file_size) throw StatementBroken{};
  }

  static bool is_strength(const RuleToken& token) {
    return token.kind == RuleTokenKind::name &&
           std::find(kStrengths.begin(), kStrengths.end(), token.text) != kStrengths.end();
  }

  /// Words such as "likely" are words of the text, unless they end the statement.
  bool at_strength() const { return is_strength(here()) && ends_statement(next()); }

  Strength take_strength() {
    if (!at_end() && is_strength(here())) {
      const auto found = std::find(kStrengths.begin(), kStrengths.end(), take().text);
      return static_cast<Strength>(found - kStrengths.begin());
    }
    if (here().kind == RuleTokenKind::broken) throw StatementBroken{};
    if (!at_end()) expected("a strength at the end of the rule (certain, likely, possible, unlikely or never)");
    const RuleToken& last = tokens_[at_ - 1];
    const std::string hint = last.kind == RuleTokenKind::name ? suggestion(last.text, strings(kStrengths)) : "";
    if (!hint.empty()) fail(last.place, "unknown strength '" + last.text + "'" + hint);
    fail(last.place, "expected a strength at the end of the rule: certain, likely, possible, unlikely or never");
  }

  RuleNodeId choice() {
    const RulePlace place = here().place;
    std::vector<RuleNodeId> children = {sequence()};
    while (!at_end() && here().is_mark('|')) {
      take();
      children.push_back(sequence());
    }
    return nodes_.choice(place, std::move(children));
  }

  RuleNodeId sequence() {
    const RulePlace place = here().place;
    std::vector<RuleNodeId> children;
    while (!at_end() && !here().is_mark('|') && !here().is_mark(')') && !at_strength()) children.push_back(repeat());
    if (children.empty()) expected("a pattern");
    if (open_ == 0 && here().is_mark(')')) fail(here().place, "')' without '('");
    return nodes_.sequence(place, std::move(children));
  }

  RuleNodeId repeat() {
    const RulePlace place = here().place;
    RuleNodeId node = both();
    for (bool first = true; !at_end(); first = false) {
      const RuleToken& token = here();
      const bool count = token.kind == RuleTokenKind::count;
      if (!count && !token.is_mark('?') && !token.is_mark('*') && !token.is_mark('+')) break;
      if (!first) fail(token.place, "only one of ? * + {m,n} may stand behind a part: use parentheses");
      node = repeated(place, node, take());
    }
    return node;
  }

  RuleNodeId repeated(RulePlace place, RuleNodeId node, const RuleToken& token) {
    std::uint32_t min = token.min, max = token.max;
    if (token.kind == RuleTokenKind::mark) {
      min = token.is_mark('+') ? 1 : 0;
      max = token.is_mark('?') ? 1 : kNoLimit;
    } else if (min > RuleLimits::repeat || (max > RuleLimits::repeat && max != kNoLimit)) {
      fail(token.place, "a repeat count may be at most " + std::to_string(RuleLimits::repeat));
    }
    if (max < min || max == 0) fail(token.place, "a repeat must go from a smaller to a larger count, above 0");
    if (nodes_[node].may_be_empty) {
      fail(place, "what is repeated or optional must match at least one token");
    }
    return deep_checked(nodes_.repeat(place, node, min, max));
  }

  RuleNodeId deep_checked(RuleNodeId node) {
    if (nodes_[node].depth > RuleLimits::nesting) too_deep(nodes_[node].place);
    return node;
  }
  [[noreturn]] void too_deep(RulePlace place) {
    fail(place, "nested too deeply: at most " + std::to_string(RuleLimits::nesting) +
                    " parentheses, captures and repeats may stand inside each other");
  }

  RuleNodeId both() {
    const RulePlace place = here().place;
    std::vector<RuleNodeId> children = {atom()};
    while (!at_end() && here().is_mark('&')) {
      const RulePlace mark = take().place;
      if (at_end()) expected("a condition behind '&'");
      children.push_back(atom());
      const RuleNodeId first = children.front(), last = children.back();
      if (!is_one_token(first)) fail(place, "in front of '&' must stand one token, list or label, or a choice of them");
      if (!is_one_token(last)) fail(mark, "behind '&' must stand one token, list or label, or a choice of them");
    }
    return deep_checked(nodes_.both(place, std::move(children)));
  }

  bool is_one_token(RuleNodeId id) const {
    return nodes_[id].is_condition || nodes_[id].kind == RuleNodeKind::negation;
  }

  RuleNodeId atom() {
    const RuleToken token = here();
    if (at_end()) expected("a pattern");
    switch (token.kind) {
      case RuleTokenKind::name:
        return take(), named(token);
      case RuleTokenKind::folded:
        return take(), literal(token);
      case RuleTokenKind::exact:
        return take(), literal(token);
      case RuleTokenKind::regex:
        return take(), regex(token);
      case RuleTokenKind::list:
        return take(), nodes_.atom(RuleNodeKind::list, token.place, token.text);
      case RuleTokenKind::label:
        return take(), label(token);
      case RuleTokenKind::mark:
        return marked(token);
      default:
        break;
    }
    expected("a pattern");
  }

  RuleNodeId marked(const RuleToken& token) {
    switch (token.text[0]) {
      case '(':
        return group();
      case '@':
        return capture();
      case '!':
        return negation();
      case '^':
        return take(), nodes_.atom(RuleNodeKind::sentence_begin, token.place, "");
      case '$':
        return take(), nodes_.atom(RuleNodeKind::sentence_end, token.place, "");
      default:
        expected("a pattern");
    }
  }

  RuleNodeId named(const RuleToken& token) {
    if (const auto let = lets_.find(token.text); let != lets_.end()) return use_of(let->first, let->second, token);
    if (const auto shape = find_shape(token.text)) return nodes_.shape(token.place, *shape);
    if (token.text[0] >= 'A' && token.text[0] <= 'Z') {
      const std::string hint = suggestion(token.text, shape_names());
      fail(token.place, "unknown shape '" + token.text + "'" +
                            (hint.empty() ? ": write words of the text in lower case or in quotes; the shapes are " +
                                                all_shape_names()
                                          : hint));
    }
    return literal(token);
  }

  RuleNodeId use_of(const std::string& name, const Let& let, const RuleToken& token) {
    if (let.open)
      fail(token.place, "let '" + name + "' uses itself: write the word of the text in quotes, \"" + name + "\"");
    if (let.root) return *let.root;
    if (token.place.line > let.place.line) throw StatementBroken{};  // the let has a fault of its own
    fail(token.place, "let '" + name + "' is defined only later, in line " + std::to_string(let.place.line));
  }

  RuleNodeId literal(const RuleToken& token) {
    const auto kind = token.kind == RuleTokenKind::exact ? RuleNodeKind::exact : RuleNodeKind::literal;
    std::vector<RuleNodeId> words;
    std::size_t at = 0;
    while ((at = token.text.find_first_not_of(" \t\r", at)) != std::string::npos) {
      const std::size_t end = std::min(token.text.find_first_of(" \t\r", at), token.text.size());
      words.push_back(nodes_.atom(kind, token.place, token.text.substr(at, end - at)));
      at = end;
    }
    return nodes_.sequence(token.place, std::move(words));
  }

  RuleNodeId regex(const RuleToken& token) {
    if (token.text.size() > RuleLimits::regex_bytes) {
      fail(token.place, "a regular expression may have at most " + std::to_string(RuleLimits::regex_bytes) + " bytes");
    }
    return nodes_.atom(RuleNodeKind::regex, token.place, token.text, token.min);
  }

  RuleNodeId label(const RuleToken& token) {
    if (!is_label(token.text)) fail(token.place, "a label is written in capitals: [PERSON], not [" + token.text + "]");
    if (pack_.phase == Phase::names) {
      fail(token.place, "[" + token.text + "] is found only later: " +
                            (has_phase_quotes_ ? "'phase quotes' must stand above this line"
                                               : "a pack with it needs 'phase quotes'"));
    }
    label_number(token.place, token.text);
    return nodes_.atom(RuleNodeKind::label, token.place, token.text);
  }

  void open() {
    if (++depth_ > RuleLimits::nesting) too_deep(here().place);
  }

  RuleNodeId group() {
    const RulePlace place = here().place;
    open();
    ++open_;
    take();
    const RuleNodeId inner = choice();
    if (at_end()) fail(place, "no closing ')'");
    if (!here().is_mark(')')) expected("')'");
    --open_;
    --depth_;
    take();
    return inner;
  }

  /// Notes once that a limit is passed.
  std::size_t label_number(RulePlace place, const std::string& label) {
    const auto [found, is_new] = label_numbers_.try_emplace(label, label_numbers_.size());
    if (is_new && found->second == RuleLimits::labels) fail(place, too_many_labels());
    if (found->second >= RuleLimits::labels) throw StatementBroken{};
    return found->second;
  }

  RuleNodeId capture() {
    const RulePlace place = take().place;
    const RuleToken name = take_name("a label behind '@'");
    if (!is_label(name.text)) fail(name.place, "a label is written in capitals: @PERSON, not @" + name.text);
    if (at_end() || !here().is_mark('(')) expected("'(' behind @" + name.text);
    const RuleNodeId inner = group();
    const std::size_t number = label_number(place, name.text);
    if (nodes_[inner].labels && nodes_[inner].labels->test(number)) {
      fail(place, "@" + name.text + " stands inside @" + name.text);
    }
    if (nodes_[inner].may_be_empty) fail(place, "@" + name.text + " can match without any token");
    return deep_checked(nodes_.capture(place, name.text, number, inner));
  }

  /// Only at the end: captures of lets may stand above `phase quotes`.
  void check_quote_labels() {
    static const std::vector<std::string> kLabels = {"SPEAKER", "CUE", "ADDRESSEE"};
    for (const RuleNode& node : pack_.nodes) {
      if (node.kind != RuleNodeKind::capture) continue;
      if (std::find(kLabels.begin(), kLabels.end(), node.text) != kLabels.end()) continue;
      note(node.place, "@" + node.text + " means nothing in phase quotes: it is one of SPEAKER, CUE, ADDRESSEE" +
                           suggestion(node.text, kLabels));
    }
  }

  RuleNodeId negation() {
    const RulePlace place = here().place;
    open();
    take();
    if (at_end()) expected("a pattern behind '!'");
    const RuleNodeId inner = atom();
    --depth_;
    if (!nodes_[inner].is_condition) {
      fail(place, "behind '!' must stand one token, list or label, or a choice of them in parentheses");
    }
    return deep_checked(nodes_.negation(place, inner));
  }

  std::vector<Fault>& faults_;
  std::vector<RuleToken> tokens_;
  ParsedPack pack_;
  RuleNodes nodes_;
  std::map<std::string, Let> lets_;
  std::map<std::string, std::uint32_t> rule_lines_;
  std::map<std::string, std::size_t> label_numbers_;  // counted as RuleLabels counts them
  bool has_phase_quotes_ = false;                     // somewhere in the file
  std::size_t at_ = 0;
  std::size_t statement_begin_ = 0;
  std::size_t statements_ = 0;
  std::size_t rules_seen_ = 0;
  std::uint64_t total_size_ = 0;
  std::uint32_t open_ = 0;   // parentheses
  std::uint32_t depth_ = 0;  // calls of group() and negation() inside each other
};

}  // namespace

ParsedPack parse_rules(const RuleFile& file, std::vector<Fault>& faults) {
  if (file.text.size() > RuleLimits::file_bytes) {
    faults.push_back(
        {file.name, 0, 0, "a rule file may have at most " + std::to_string(RuleLimits::file_bytes) + " bytes"});
    return {file.name, "", Phase::names, {}, {}};
  }
  note_invalid_utf8(file.name, file.text, RuleLimits::faults_per_file, faults);
  return Parser(file, faults).run();
}

}  // namespace quoth::internal
