// Tested by tests/unit/match_rules_cases_test.cc.

#include <algorithm>
#include <string_view>

#include "match/cases.h"
#include "match/rule_ast.h"
#include "match/source_text.h"

namespace quoth::internal {
namespace {

bool is_label_character(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

/// Cuts "  # why this is a case" off.
std::string_view without_comment(std::string_view line) {
  const std::size_t comment = line.find("  # ");
  return trimmed(line.substr(0, comment));
}

/// The label at the begin of `text`, or empty.
std::string_view label_at(std::string_view text) {
  if (text.empty() || text[0] < 'A' || text[0] > 'Z') return {};
  const auto end = std::find_if_not(text.begin(), text.end(), is_label_character);
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

/// Takes the marks out of a case's text.
class MarkReader {
 public:
  explicit MarkReader(std::string_view source) : rest_(source) {}

  /// Returns what is wrong, or empty.
  std::string read(RuleCase& out) {
    out_ = &out;
    while (!rest_.empty() && message_.empty()) read_one();
    if (message_.empty() && !open_.empty()) message_ = shown(open_.back()) + " is not closed";
    return message_;
  }

 private:
  struct Open {
    std::string label;
    bool given = false;
    std::size_t index = 0;  // of its span
  };

  static std::string shown(const Open& open) { return open.given ? '[' + open.label : '<' + open.label + '>'; }

  std::uint32_t position() const { return static_cast<std::uint32_t>(out_->text.size()); }

  void read_one() {
    const bool escaped =
        rest_[0] == '\\' && rest_.size() > 1 && std::string_view("\\<>[]#").find(rest_[1]) != std::string_view::npos;
    if (escaped) {
      rest_.remove_prefix(1);
      return copy(1);
    }
    if (rest_.starts_with("\u00B6")) return read_paragraph();
    if (rest_[0] == '<' && (read_opening() || read_closing())) return;
    if (rest_[0] == '[' && read_given()) return;
    if (rest_[0] == ']' && close_given()) return;
    copy(1);
  }

  void copy(std::size_t bytes) {
    out_->text += rest_.substr(0, bytes);
    rest_.remove_prefix(bytes);
  }

  /// "one. ¶ Two": a blank line.
  void read_paragraph() {
    rest_.remove_prefix(std::string_view("\u00B6").size());
    rest_ = rest_.substr(std::min(rest_.find_first_not_of(' '), rest_.size()));
    while (!out_->text.empty() && out_->text.back() == ' ') out_->text.pop_back();
    out_->text += "\n\n";
  }

  bool read_opening() {
    const std::string_view label = label_at(rest_.substr(1));
    if (label.empty() || rest_.substr(1 + label.size(), 1) != ">") return false;
    open(label, false);
    rest_.remove_prefix(label.size() + 2);
    return true;
  }

  bool read_closing() {
    if (rest_.substr(1, 1) != "/") return false;
    const std::string_view label = label_at(rest_.substr(2));
    if (label.empty() || rest_.substr(2 + label.size(), 1) != ">") return false;
    if (open_.empty() || open_.back().given || open_.back().label != label) {
      message_ = "</" + std::string(label) + "> closes nothing";
      if (!open_.empty()) message_ += ": " + shown(open_.back()) + " is open";
      return true;
    }
    rest_.remove_prefix(label.size() + 3);
    close(out_->expected);
    return true;
  }

  bool read_given() {
    const std::string_view label = label_at(rest_.substr(1));
    if (label.empty() || rest_.substr(1 + label.size(), 1) != " ") return false;
    open(label, true);
    rest_.remove_prefix(label.size() + 2);
    return true;
  }

  bool close_given() {
    if (std::none_of(open_.begin(), open_.end(), [](const Open& open) { return open.given; })) return false;
    if (!open_.back().given) {
      message_ = "']' stands inside " + shown(open_.back()) + ": close that first, or write \\]";
      return true;
    }
    rest_.remove_prefix(1);
    close(out_->given);
    return true;
  }

  /// Spans are kept in the order in which they open.
  void open(std::string_view label, bool given) {
    std::vector<CaseSpan>& spans = given ? out_->given : out_->expected;
    open_.push_back({std::string(label), given, spans.size()});
    spans.push_back({position(), position(), std::string(label)});
  }

  void close(std::vector<CaseSpan>& spans) {
    CaseSpan& span = spans[open_.back().index];
    span.end = position();
    if (span.begin == span.end) message_ = shown(open_.back()) + " holds no text";
    open_.pop_back();
  }

  std::string_view rest_;
  RuleCase* out_ = nullptr;
  std::vector<Open> open_;
  std::string message_;
};

/// A line of the file, with the indented lines that go on with it.
struct Statement {
  std::uint32_t line = 0;
  std::string text;
};

std::vector<Statement> read_statements(std::string_view text) {
  std::vector<Statement> statements;
  std::uint32_t line_number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const std::string_view content = line.starts_with('#') ? std::string_view{} : without_comment(line);
    at = end + 1;
    ++line_number;
    if (content.empty() || content[0] == '#') continue;
    if (is_blank(line[0]) && !statements.empty()) {
      statements.back().text.append(" ").append(content);
    } else {
      statements.push_back({line_number, std::string(content)});
    }
  }
  return statements;
}

std::string check_marks(const RuleCase& rule_case) {
  if (rule_case.text.empty()) return "expected a text behind + or -";
  if (rule_case.makes && rule_case.expected.empty()) {
    return "a + case must mark what the rule makes: <PERSON>Ada Okoye</PERSON>";
  }
  if (!rule_case.makes && !rule_case.expected.empty()) {
    return "a - case marks nothing with <" + rule_case.expected[0].label + ">: the rule must make nothing in it";
  }
  return "";
}

}  // namespace

CaseList read_cases(const RuleFile& file, std::vector<Fault>& faults) {
  CaseList out;
  std::string rule;
  note_invalid_utf8(file.name, file.text, RuleLimits::faults_per_file, faults);
  for (const Statement& statement : read_statements(without_byte_order_mark(file.text))) {
    const std::string_view text = statement.text;
    const auto fault = [&](std::string message) {
      faults.push_back({file.name, statement.line, 0, std::move(message)});
    };
    if (text.starts_with("rule ")) {
      const std::string_view name = trimmed(text.substr(5));
      rule = name.substr(0, name.find_first_of(" \t"));
      if (rule != name)
        fault("expected one word behind 'rule', and cases at the begin of a line: found '" + std::string(name) + "'");
      out.heads.push_back({rule, statement.line});
    } else if (text[0] != '+' && text[0] != '-') {
      fault("expected 'rule NAME', '+ text', '- text' or '# comment'");
    } else if (rule.empty()) {
      fault("expected 'rule NAME' before the first case");
    } else {
      RuleCase read{rule, statement.line, text[0] == '+', {}, {}, {}};
      std::string message = MarkReader(trimmed(text.substr(1))).read(read);
      if (message.empty()) message = check_marks(read);
      if (message.empty()) {
        out.cases.push_back(std::move(read));
      } else {
        fault(std::move(message));
      }
    }
  }
  return out;
}

}  // namespace quoth::internal
