// Files of cases: how they are read, and what the checker says.

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "match/cases.h"
#include "unit/match_rules_support.h"

namespace quoth::internal {
namespace {

std::string shown(const std::vector<CaseSpan>& spans, const std::string& text) {
  std::string out;
  for (const CaseSpan& span : spans) {
    out += " " + span.label + '(' + text.substr(span.begin, span.end - span.begin) + ')';
  }
  return out;
}

/// "+rule@LINE text | expected | given", or the faults.
std::string read(const std::string& text) {
  std::vector<Fault> faults;
  std::string out;
  for (const RuleCase& c : read_cases({"t.cases", text}, faults).cases) {
    out += (c.makes ? '+' : '-') + c.rule + '@' + std::to_string(c.line) + ' ' + c.text + " |" +
           shown(c.expected, c.text) + " |" + shown(c.given, c.text) + '\n';
  }
  for (const Fault& fault : faults) out += fault.to_string() + '\n';
  return out;
}

}  // namespace

TEST_CASE("cases are read") {
  struct Row {
    const char* text;
    const char* read;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"# comment\n\nrule a\n+ Ms. <X>Ada</X> left.  # why\n- No one.\n",
            "+a@4 Ms. Ada left. | X(Ada) |\n-a@5 No one. | |\n"},
           {"rule a\r\n- No one.\r\n", "-a@2 No one. | |\n"},
           {"\xEF\xBB\xBFrule a\n- No one.\n", "-a@2 No one. | |\n"},
           {"\xEF\xBB\xBF# \xFF\nrule a\n- No \xC3 one.\n",
            "-a@3 No \xC3 one. | |\nt.cases:1:3: invalid UTF-8\nt.cases:3:6: invalid UTF-8\n"},
           {"rule a\n  - No one.\n- None.\n",
            "-a@3 None. | |\nt.cases:1: expected one word behind 'rule', and cases at the begin of a line: found "
            "'a - No one.'\n"},
           {"rule a\n+ <X>Ada</X> and\n   <X>Eve</X>\n", "+a@2 Ada and Eve | X(Ada) X(Eve) |\n"},
           {"rule a\n+ <X><Y>Ada</Y> Okoye</X>\n", "+a@2 Ada Okoye | X(Ada Okoye) Y(Ada) |\n"},
           {"rule a\n+ [QUOTE “Yes, [PERSON Eve],”] said <S>[PERSON Ada]</S>.\n",
            "+a@2 “Yes, Eve,” said Ada. | S(Ada) | QUOTE(“Yes, Eve,”) PERSON(Eve) PERSON(Ada)\n"},
           {"rule a\n- One. ¶ Two.\n", "-a@2 One.\n\nTwo. | |\n"},
           {"rule a\n- 2 < 3, [sic] \\[NATO forces] # no comment \\\\\n",
            "-a@2 2 < 3, [sic] [NATO forces] # no comment \\ | |\n"},
           {"+ <X>Ada</X>\n", "t.cases:1: expected 'rule NAME' before the first case\n"},
           {"rule a\n* Ada\n", "t.cases:2: expected 'rule NAME', '+ text', '- text' or '# comment'\n"},
           {"rule a\n+ Ada\n", "t.cases:2: a + case must mark what the rule makes: <PERSON>Ada Okoye</PERSON>\n"},
           {"rule a\n- <X>Ada</X>\n", "t.cases:2: a - case marks nothing with <X>: the rule must make nothing in it\n"},
           {"rule a\n+\n", "t.cases:2: expected a text behind + or -\n"},
           {"rule a\n+ <X>Ada\n", "t.cases:2: <X> is not closed\n"},
           {"rule a\n+ <X>Ada</Y>\n", "t.cases:2: </Y> closes nothing: <X> is open\n"},
           {"rule a\n+ Ada</Y>\n", "t.cases:2: </Y> closes nothing\n"},
           {"rule a\n+ <X></X>\n", "t.cases:2: <X> holds no text\n"},
           {"rule a\n+ [Q a <X>b] c</X>\n", "t.cases:2: ']' stands inside <X>: close that first, or write \\]\n"},
           {"rule a\n- [Q a\n", "t.cases:2: [Q is not closed\n"},
       }) {
    INFO(row.text);
    CHECK(read(row.text) == row.read);
  }
}

namespace {

std::string tokenizer_rules() {
  std::ifstream in(std::string(QUOTH_SOURCE_DIR) + "/data/en/text/token.rbbi", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const Tokenizer& tokenizer() {
  static const Tokenizer kTokenizer(tokenizer_rules(), "token.rbbi");
  return kTokenizer;
}

/// The faults of cases for one pack.
std::string checked(const std::string& rules_text, const std::string& cases) {
  static const TestLists kLists({{"honorific", "en/words/honorific.txt", {"ms"}}});
  const std::vector<RuleFile> files = {{"en/rules/t.rules", rules_text}};
  const RuleSet rules(files, kLists.lexicons());
  const CaseReport report = check_cases(rules, "en/rules/t.rules", {"en/rules/t.cases", cases},
                                        {tokenizer(), kLists.lexicons(), kLists.classes()});
  std::string out = std::to_string(report.rules) + " rules, " + std::to_string(report.cases) + " cases\n";
  for (const Fault& fault : report.faults) out += fault.to_string() + '\n';
  return out;
}

const std::string kTitle = "pack t\nrule title: {honorific} @PERSON(Cap{1,2}) likely\n";
const std::string kSaid = "pack t\nphase quotes\nrule said: [QUOTE] @SPEAKER([PERSON]) @CUE(said) likely\n";

}  // namespace

TEST_CASE("cases that hold") {
  CHECK(checked(kTitle,
                "rule title\n+ then Ms <PERSON>Ada Okoye</PERSON> and Ms <PERSON>Eve</PERSON>'s friend left\n"
                "- her friend Ada Okoye left\n") == "1 rules, 2 cases\n");
  CHECK(checked(kSaid,
                "rule said\n+ [QUOTE \"Yes\"] <SPEAKER>[PERSON Ada]</SPEAKER> <CUE>said</CUE>\n"
                "- [QUOTE \"Yes\"] Ada said\n") == "1 rules, 2 cases\n");
}

TEST_CASE("cases that don't") {
  CHECK(checked(kTitle, "rule title\n+ Ms <PERSON>Ada</PERSON> Okoye left\n- Ms Eve left\n- nobody\n") ==
        "1 rules, 3 cases\n"
        "en/rules/t.cases:2: rule title must make PERSON \"Ada\" here, but makes PERSON \"Ada Okoye\"\n"
        "en/rules/t.cases:3: rule title must make nothing here, but makes PERSON \"Eve\"\n");
  CHECK(checked(kTitle, "rule title\n+ Ms <PERSON>Ada Oko</PERSON>ye left\n+ Ms ada <PERSON>left</PERSON>\n") ==
        "1 rules, 2 cases\n"
        "en/rules/t.cases:2: the mark around PERSON \"Ada Oko\" begins or ends inside a token\n"
        "en/rules/t.cases:3: rule title must make PERSON \"left\" here, but makes nothing\n"
        "en/rules/t.rules:2: rule title has no - case in en/rules/t.cases\n");
}

TEST_CASE("cases that cannot be run") {
  CHECK(checked(kTitle, "rule titel\n- a\n- b\n") ==
        "1 rules, 0 cases\n"
        "en/rules/t.cases:1: no rule 'titel' in en/rules/t.rules: did you mean 'title'?\n"
        "en/rules/t.rules:2: rule title has no + case in en/rules/t.cases\n"
        "en/rules/t.rules:2: rule title has no - case in en/rules/t.cases\n");
  CHECK(checked(kTitle, "rule title\n+ Ms <PERSON>Ada</PERSON> left\n- she left\n\nrule titel\n  - she left\n") ==
        "1 rules, 2 cases\n"
        "en/rules/t.cases:5: expected one word behind 'rule', and cases at the begin of a line: found 'titel - she "
        "left'\n"
        "en/rules/t.cases:5: no rule 'titel' in en/rules/t.rules: did you mean 'title'?\n");
  CHECK(checked(kTitle, "rule title\n- the [NATO forces]\n")
            .find("t.cases:2: [NATO ...] is for packs of phase quotes; a '[' of the text is \\[\n") !=
        std::string::npos);
  CHECK(checked(kSaid, "rule said\n- [PERSN Ada] said\n")
            .find("t.cases:2: no rule knows the label PERSN: did you mean 'PERSON'?\n") != std::string::npos);
}

namespace {

/// The faults of a rule with a pattern, in a file of the language or of a user.
std::string literal_faults(const std::string& pattern, bool of_language = false) {
  try {
    const RuleFile file = {"t.rules", "pack t\nrule a: " + pattern + " @X(Cap) likely\n", of_language};
    const RuleSet rules({&file, 1}, {}, &tokenizer());
  } catch (const LoadError& error) {
    std::string out;
    for (const Fault& fault : error.faults()) out += fault.to_string() + '\n';
    return out;
  }
  return "";
}

}  // namespace

TEST_CASE("a word that is several tokens in a text can never match") {
  struct Row {
    const char* pattern;
    const char* faults;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"\"Mt.\"", "t.rules:2:9: \"Mt.\" is 2 tokens in a text: write \"Mt .\"\n"},
           {"the 'St.'", "t.rules:2:13: 'St.' is 2 tokens in a text: write 'St .'\n"},
           {"\"they don't\"", "t.rules:2:9: \"don't\" is 2 tokens in a text: write \"do n't\"\n"},
           {"\"okoye's\"", "t.rules:2:9: \"okoye's\" is 2 tokens in a text: write \"okoye 's\"\n"},
           {"\"Franco-German\"", "t.rules:2:9: \"Franco-German\" is 3 tokens in a text: write \"Franco - German\"\n"},
           {"a_b", "t.rules:2:9: \"a_b\" is 3 tokens in a text: write \"a _ b\"\n"},
       }) {
    INFO(row.pattern);
    CHECK(literal_faults(row.pattern) == row.faults);
    CHECK(literal_faults(row.pattern, true).empty());  // what is ours was asked before it was shipped
  }
  for (const char* pattern :
       {"\"'s\"", "'\u2019s'", "\"'ll\"", "\"do n't\"", "\"Mt .\"", "\"U.S.\"", "'J.'", "\"--\"", "\"...\"",
        "\"follow-up\"", "\"COVID-19\"", "\"1,000\"", "\"AT&T\"", "\"''\"", "\"\u2026\"", "said"}) {
    INFO(pattern);
    CHECK(literal_faults(pattern).empty());
  }
}

}  // namespace quoth::internal
