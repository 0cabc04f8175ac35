#include "match/cases.h"

#include <algorithm>
#include <map>
#include <optional>

#include "match/rule_ast.h"
#include "match/rule_suggest.h"
#include "text/sentences.h"

namespace quoth::internal {
namespace {

/// A case's text as rules see it.
struct CaseText {
  Tokens tokens;
  PhraseMatches phrases;
  std::vector<TokenRange> sentences;
};

void read_text(const CaseLanguage& language, Tokenizer::Cursor& cursor, std::string_view text, CaseText& out) {
  cursor.tokenize(text, out.tokens);
  look_up_words(language.lexicons, language.classes, out.tokens);
  find_phrases(out.tokens, language.lexicons, out.phrases);
  std::vector<Block> blocks;
  find_blocks(out.tokens, blocks);
  split_sentences(out.tokens, blocks, out.sentences);
}

/// PERSON "Ada Okoye", PERSON "Jan Novak"; or nothing.
std::string shown(std::string_view text, const std::vector<CaseSpan>& spans) {
  std::string out;
  for (const CaseSpan& span : spans) {
    if (!out.empty()) out += ", ";
    out += span.label + " \"" + std::string(text.substr(span.begin, span.end - span.begin)) + '"';
  }
  return out.empty() ? "nothing" : out;
}

/// The tokens of a stretch of bytes, or nothing if it begins or ends inside a token.
std::optional<TokenRange> tokens_of(const Tokens& tokens, const CaseSpan& span) {
  const auto begin = std::find_if(tokens.items.begin(), tokens.items.end(),
                                  [&](const Token& token) { return token.begin == span.begin; });
  const auto end = std::find_if(begin, tokens.items.end(), [&](const Token& token) { return token.end == span.end; });
  if (begin == tokens.items.end() || end == tokens.items.end()) return std::nullopt;
  return TokenRange{static_cast<std::uint32_t>(begin - tokens.items.begin()),
                    static_cast<std::uint32_t>(end - tokens.items.begin() + 1)};
}

bool by_line(const Fault& a, const Fault& b) { return a.line < b.line; }

class Checker {
 public:
  Checker(const RuleSet& rules, const std::string& rule_file, const RuleFile& cases, const CaseLanguage& language)
      : rules_(rules), rule_file_(rule_file), cases_(cases), language_(language), cursor_(language.tokenizer) {
    for (std::uint32_t i = 0; i < rules.rule_count(); ++i) {
      if (rules.rule(i).file == rule_file) seen_[rules.rule(i).name] = {i, false, false};
    }
    report_.rules = seen_.size();
  }

  CaseReport run() {
    const CaseList list = read_cases(cases_, report_.faults);
    find_unknown(list.heads);
    for (const RuleCase& rule_case : list.cases) {
      const auto found = seen_.find(rule_case.rule);
      if (found == seen_.end()) continue;
      (rule_case.makes ? found->second.made : found->second.missed) = true;
      run_case(rule_case, found->second.rule);
      ++report_.cases;
    }
    std::stable_sort(report_.faults.begin(), report_.faults.end(), by_line);
    find_untested();
    return std::move(report_);
  }

 private:
  struct Seen {
    std::uint32_t rule = 0;
    bool made = false;    // there is a + case
    bool missed = false;  // there is a - case
  };

  void fault(const RuleCase& rule_case, std::string message) {
    report_.faults.push_back({cases_.name, rule_case.line, 0, std::move(message)});
  }

  void find_unknown(const std::vector<CaseHead>& heads) {
    std::vector<std::string> known;
    for (const auto& [name, seen] : seen_) known.push_back(name);
    for (const CaseHead& head : heads) {
      if (seen_.contains(head.rule)) continue;
      const std::string hint = report_.faults.size() < RuleLimits::faults_per_file ? suggestion(head.rule, known) : "";
      report_.faults.push_back({cases_.name, head.line, 0, "no rule '" + head.rule + "' in " + rule_file_ + hint});
    }
  }

  void run_case(const RuleCase& rule_case, std::uint32_t rule) {
    read_text(language_, cursor_, rule_case.text, text_);
    if (!check_edges(rule_case, rule_case.expected) || !take_given(rule_case, rule)) return;
    const RuleSet::Input input{text_.tokens, text_.phrases, text_.sentences, earlier_};
    rules_.match(rules_.rule(rule).phase, input, *scratch_, matches_);
    const std::vector<CaseSpan> came = made_by(rule);
    if (came == rule_case.expected) return;
    fault(rule_case, "rule " + rule_case.rule + " must make " + shown(rule_case.text, rule_case.expected) +
                         " here, but makes " + shown(rule_case.text, came));
  }

  std::vector<CaseSpan> made_by(std::uint32_t rule) const {
    std::vector<CaseSpan> spans;
    for (const RuleMatch& match : matches_.items) {
      if (match.rule != rule) continue;
      for (const Capture& capture : matches_.captures_of(match)) {
        spans.push_back({text_.tokens[capture.tokens.begin].begin, text_.tokens[capture.tokens.end - 1].end,
                         rules_.labels()[capture.label]});
      }
    }
    return spans;
  }

  bool check_edges(const RuleCase& rule_case, const std::vector<CaseSpan>& spans) {
    for (const CaseSpan& span : spans) {
      if (tokens_of(text_.tokens, span)) continue;
      fault(rule_case, "the mark around " + shown(rule_case.text, {span}) + " begins or ends inside a token");
      return false;
    }
    return true;
  }

  bool take_given(const RuleCase& rule_case, std::uint32_t rule) {
    earlier_.clear();
    if (!rule_case.given.empty() && rules_.rule(rule).phase == Phase::names) {
      fault(rule_case, "[" + rule_case.given[0].label + " ...] is for packs of phase quotes; a '[' of the text is \\[");
      return false;
    }
    if (!check_edges(rule_case, rule_case.given)) return false;
    const std::vector<std::string>& labels = rules_.labels();
    for (const CaseSpan& span : rule_case.given) {
      const auto label = std::find(labels.begin(), labels.end(), span.label);
      if (label == labels.end() && span.label != "QUOTE") {
        fault(rule_case, "no rule knows the label " + span.label + suggestion(span.label, labels));
        return false;
      }
      if (label == labels.end()) continue;
      earlier_.push_back({*tokens_of(text_.tokens, span), static_cast<std::uint16_t>(label - labels.begin())});
    }
    return true;
  }

  void find_untested() {
    const std::size_t first = report_.faults.size();
    for (const auto& [name, seen] : seen_) {
      for (const bool makes : {true, false}) {
        if (makes ? seen.made : seen.missed) continue;
        report_.faults.push_back({rule_file_, rules_.rule(seen.rule).line, 0,
                                  "rule " + name + " has no " + (makes ? "+" : "-") + " case in " + cases_.name});
      }
    }
    std::stable_sort(report_.faults.begin() + static_cast<std::ptrdiff_t>(first), report_.faults.end(), by_line);
  }

  const RuleSet& rules_;
  const std::string& rule_file_;
  const RuleFile& cases_;
  const CaseLanguage& language_;
  Tokenizer::Cursor cursor_;
  RuleSet::ScratchPtr scratch_ = RuleSet::make_scratch();
  CaseText text_;
  std::vector<LabelledRange> earlier_;
  RuleMatches matches_;
  std::map<std::string, Seen> seen_;
  CaseReport report_;
};

}  // namespace

CaseReport check_cases(const RuleSet& rules, const std::string& rule_file, const RuleFile& cases,
                       const CaseLanguage& language) {
  return Checker(rules, rule_file, cases, language).run();
}

}  // namespace quoth::internal
