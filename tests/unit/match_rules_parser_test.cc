// How rule files are cut into tokens and statements.

#include <catch2/catch.hpp>

#include "match/rule_lexer.h"
#include "match/rule_parser.h"
#include "unit/match_rules_support.h"

namespace quoth::internal {
namespace {

std::string shown(const RuleToken& token) {
  const auto limit = [](std::uint32_t n) { return n == kNoLimit ? std::string("*") : std::to_string(n); };
  switch (token.kind) {
    case RuleTokenKind::name:
      return "name:" + token.text;
    case RuleTokenKind::folded:
      return "folded:" + token.text;
    case RuleTokenKind::exact:
      return "exact:" + token.text;
    case RuleTokenKind::regex:
      return (token.min == 1 ? "regex-i:" : "regex:") + token.text;
    case RuleTokenKind::list:
      return "list:" + token.text;
    case RuleTokenKind::label:
      return "label:" + token.text;
    case RuleTokenKind::count:
      return "count:" + limit(token.min) + '-' + limit(token.max);
    case RuleTokenKind::mark:
      return token.text;
    case RuleTokenKind::broken:
      return "broken";
    case RuleTokenKind::end:
      break;
  }
  return "end";
}

std::string tokens_of(const std::string& text) {
  std::vector<Fault> faults;
  std::string out;
  for (const RuleToken& token : read_rule_tokens({"t", text}, faults)) out += (out.empty() ? "" : "  ") + shown(token);
  return out;
}

/// "r@LINE size S" for each rule.
std::string rules_of(const std::string& text) {
  std::vector<Fault> faults;
  const ParsedPack pack = parse_rules({"t", text}, faults);
  std::string out;
  for (const ParsedRule& rule : pack.rules) {
    out += (out.empty() ? "" : ", ") + rule.name + '@' + std::to_string(rule.place.line) + " size " +
           std::to_string(pack.nodes[rule.root].size);
  }
  for (const Fault& fault : faults) out += " ! " + fault.to_string();
  return out;
}

}  // namespace

TEST_CASE("tokens of a rule file") {
  struct Row {
    const char* text;
    const char* tokens;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"", "end"},
           {"# all of this # is a comment", "end"},
           {"said so # why", "name:said  name:so  end"},
           {"élan x2 a_b", "name:élan  name:x2  name:a_b  end"},
           {R"("a # b" 'c''d')", "folded:a # b  exact:c  exact:d  end"},
           {R"("\"" '\'' "\\" "\n")", "folded:\"  exact:'  folded:\\  folded:\\n  end"},
           {R"(/a\/b/ /\d+/i /\\/)", "regex:a/b  regex-i:\\d+  regex:\\\\  end"},
           {"{given} { location.city } [QUOTE] [ X ]", "list:given  list:location.city  label:QUOTE  label:X  end"},
           {"a{2} b{1,3} c{0,}", "name:a  count:2-2  name:b  count:1-3  name:c  count:0-*  end"},
           {"a{ 2 , 3 } b{,3} c{ x }", "name:a  broken  name:b  broken  name:c  list:x  end"},
           {"a{2 , 3 }", "name:a  count:2-3  end"},
           {"@X(a|b)?*+!&^$=:", "@  name:X  (  name:a  |  name:b  )  ?  *  +  !  &  ^  $  =  :  end"},
           {"\"open", "broken  end"},
           {"a , b", "name:a  broken  name:b  end"},
       }) {
    INFO(row.text);
    CHECK(tokens_of(row.text) == row.tokens);
  }
}

TEST_CASE("places are lines and columns in bytes") {
  std::vector<Fault> faults;
  const auto tokens = read_rule_tokens({"t", "pack é\n\n  let\r\nx"}, faults);
  REQUIRE(tokens.size() == 5);
  CHECK(tokens[1].place.column == 6);
  CHECK(tokens[2].place.line == 3);
  CHECK(tokens[2].place.column == 3);
  CHECK_FALSE(tokens[2].starts_line);
  CHECK(tokens[3].place.line == 4);
  CHECK(tokens[3].starts_line);
}

TEST_CASE("a statement goes on in indented lines and in open parentheses") {
  CHECK(rules_of("pack t\nrule a: @X(Cap)\n  said likely\nrule b: @X(\nCap\n) likely\n") == "a@2 size 4, b@4 size 3");
  CHECK(rules_of("pack t\nrule a: @X(Cap)\n\n# between\n  said likely\n") == "a@2 size 4");
  CHECK(rules_of("pack t\nrule a: @X(Cap\nrule b: @X(Cap) likely\n") == "b@3 size 3 ! t:2:11: no closing ')'");
}

TEST_CASE("a fault ends at its statement") {
  CHECK(
      rules_of("pack t\nrule a: |\nrule b: @X(Cap) likely\nlet x =\nrule c: @X(Cap) never\n") ==
      "b@3 size 3, c@5 size 3 ! t:2:9: expected a pattern, found '|' ! t:5:1: expected a pattern, found the end of the "
      "statement (lines that go on are indented)");
  CHECK(rules_of("pack t\nlet bad = |\nrule a: @X(bad) likely\n") ==
        " ! t:2:11: expected a pattern, found '|'");  // one fault is enough
}

TEST_CASE("sizes are known before anything is written out") {
  struct Row {
    const char* pattern;
    const char* size;
  };
  for (const Row& row : std::initializer_list<Row>{{"@X(a)", "3"},
                                                   {"@X(a) b", "4"},
                                                   {"@X(a) \"b c\"", "5"},
                                                   {"@X(a|b|c)", "7"},
                                                   {"@X(Cap|Lower)", "3"},
                                                   {"@X(a*b)", "5"},
                                                   {"@X(a+)", "4"},
                                                   {"@X(a?b)", "5"},
                                                   {"@X(a{3})", "5"},
                                                   {"@X(a{2,4})", "8"},
                                                   {"@X(a{2,})", "5"},
                                                   {"@X((a b){2,3})", "9"},
                                                   {"@X(!(a|b))", "6"}}) {
    INFO(row.pattern);
    CHECK(rules_of(std::string("pack t\nrule r: ") + row.pattern + " likely\n") == "r@2 size " + std::string(row.size));
  }
}

}  // namespace quoth::internal
