// What each part of a pattern matches, and which way wins where there are several.

#include <catch2/catch.hpp>
#include <random>

#include "unit/match_rules_support.h"

namespace quoth::internal {
namespace {

const TestLists& lists() {
  static const TestLists kLists({{"honorific", "en/words/honorific.txt", {"ms", "mr", "dr"}},
                                 {"LOCATION.city", "common/gazetteers/cities.tsv", {"paris", "new york", "york"}},
                                 {"LOCATION.country", "common/gazetteers/countries.tsv", {"peru", "new zealand"}},
                                 {"say_verb.report", "en/words/say_verb.txt", {"said", "told"}},
                                 {"say_verb.ask", "en/words/say_verb.txt", {"asked"}},
                                 {"long", "en/words/long.txt", {"a", "a b", "a b c"}}});
  return kLists;
}

struct Row {
  const char* pattern;
  const char* text;
  const char* made;
};

void check(const Row& row, const std::string& head, Phase phase) {
  INFO(row.pattern << "   on   " << row.text);
  CHECK(made({{"t.rules", head + "rule r: " + row.pattern + " likely\n"}}, phase, row.text, lists()) == row.made);
}

void check_names(std::initializer_list<Row> rows) {
  for (const Row& row : rows) check(row, "pack t\nlet name = Initial* Cap{1,3}\n", Phase::names);
}

void check_quotes(std::initializer_list<Row> rows) {
  for (const Row& row : rows) check(row, "pack t\nphase quotes\n", Phase::quotes);
}

}  // namespace

TEST_CASE("words of the text") {
  check_names({
      {"@X(said)", "He Said so", "X(Said)"},
      {"@X(said)", "saidx", "-"},
      {"@X(\"Élan\")", "elan Élan", "X(elan); X(Élan)"},
      {"@X(\"new york\")", "in New York now", "X(New York)"},
      {"@X(\"new york\")", "New Yorker", "-"},
      {"@X(\",\")", "a , b", "X(,)"},
      {"@X('US')", "us US Us", "X(US)"},
      {"@X('New York')", "new york New York", "X(New York)"},
      {"@X(likely) so", "likely so", "X(likely)"},
      {"@X(\"\\\"\")", "say \" it", "X(\")"},
      {"@X(\"\\\\\")", "a \\ b", "X(\\)"},
  });
}

TEST_CASE("lists") {
  check_names({
      {"{honorific} @X(Cap)", "Ms Ada", "X(Ada)"},
      {"{Honorific} @X(Cap)", "Ms Ada", "X(Ada)"},
      {"@X({location.city})", "Paris or Peru", "X(Paris)"},
      {"@X({LOCATION})", "Paris or Peru", "X(Paris); X(Peru)"},
      {"@X({cities})", "Paris or Peru", "X(Paris)"},
      {"@X({say_verb})", "said asked", "X(said); X(asked)"},
      {"@X({say_verb.ask})", "said asked", "X(asked)"},
      {"@X({location})", "in New York and York", "X(New York); X(York)"},
      {"@X({long})", "a b c", "X(a b c)"},
      {"@X({long}) c", "a b c", "X(a b)"},
      {"@X({long}) b", "a b c", "X(a)"},
      {"@X({long}) d", "a b c", "-"},
  });
}

TEST_CASE("regular expressions match whole tokens as written") {
  check_names({
      {"@X(/[A-Z]+stan/)", "xstan AFGstan ABCstank", "X(AFGstan)"},
      {"@X(/nato/)", "NATO nato", "X(nato)"},
      {"@X(/nato/i)", "NATO nato", "X(NATO); X(nato)"},
      {"@X(/a\\/b/)", "a/b ab", "X(a/b)"},
      {"@X(/a|bc/)", "a ac bc", "X(a); X(bc)"},
      {"@X(/\\p{Lu}.*/)", "Élan élan", "X(Élan)"},
  });
}

TEST_CASE("a regular expression sees no token of more than 256 bytes") {
  const std::string pattern = "@X(/x+/)";
  const std::string longest(256, 'x');
  check_names({{pattern.c_str(), longest.c_str(), ("X(" + longest + ")").c_str()}});
  check_names({{pattern.c_str(), (longest + "x").c_str(), "-"}});
}

// RE2's automaton of it has 2^14 states, more than its budget of memory holds: it then takes a slower way, and no match
// may be lost.
TEST_CASE("a regular expression that outgrows its memory at a text still matches") {
  std::mt19937 random(1);
  std::size_t matches = 0;
  for (int round = 0; round < 400; ++round) {
    std::string word(250, 'a');
    for (char& c : word) c = random() % 2 == 0 ? 'a' : 'b';
    const bool fits = word[word.size() - 14] == 'a';
    const std::string expected = fits ? "X(" + word + ")" : "-";
    check_names({{"@X(/[ab]*a[ab]{13}/)", word.c_str(), expected.c_str()}});
    matches += fits ? 1 : 0;
  }
  CHECK(matches > 100);
  // All in one text, so that one expression sees all of them.
  std::string text, found;
  for (int word = 0; word < 400; ++word) {
    std::string letters(60, 'a');
    for (char& c : letters) c = random() % 2 == 0 ? 'a' : 'b';
    text += letters + ' ';
    if (letters[letters.size() - 14] == 'a') found += (found.empty() ? "X(" : "; X(") + letters + ')';
  }
  check_names({{"@X(/[ab]*a[ab]{13}/)", text.c_str(), found.c_str()}});
}

TEST_CASE("shapes") {
  check_names({
      {"@X(Cap)", "Moscow NATO iPhone moscow", "X(Moscow)"},
      {"@X(Upper)", "Moscow NATO iPhone moscow", "X(NATO)"},
      {"@X(Mixed)", "Moscow NATO iPhone moscow", "X(iPhone)"},
      {"@X(Lower)", "Moscow NATO iPhone moscow", "X(moscow)"},
      {"@X(Number)", "12 a 3rd", "X(12); X(3rd)"},
      {"@X(Initial)", "J. J Jo", "X(J.); X(J)"},
      {"@X(Punct)", "a , $", "X(,)"},
      {"@X(Symbol)", "a , $", "X($)"},
      {"@X(Web)", "see @ada", "X(@ada)"},
      {"@X(Any)", "a ,", "X(a); X(,)"},
      {"@X(Cap|Upper)", "Moscow and NATO", "X(Moscow); X(NATO)"},
  });
}

TEST_CASE("lets") {
  check_names({{"{honorific} @X(name)", "Mr J. R. Okoye left", "X(J. R. Okoye)"},
               {"@X(name{2})", "Ada Okoye Jan Novak Eve", "X(Ada Okoye Jan Novak Eve)"}});
}

TEST_CASE("repeats take as much as they can and give back what is needed") {
  check_names({
      {"@X(Cap+)", "Ada B Okoye Eve", "X(Ada); X(Okoye Eve)"},
      {"@X(Cap Cap?)", "Ada Okoye Eve", "X(Ada Okoye); X(Eve)"},
      {"@X(Cap+) Cap", "Ada Okoye Eve", "X(Ada Okoye)"},
      {"@X(Cap{2})", "Ada Okoye Eve", "X(Ada Okoye)"},
      {"@X(Cap{2,})", "Ada b Ada Okoye Eve Jan", "X(Ada Okoye Eve Jan)"},
      {"@X(Cap{1,2})", "Ada Okoye Eve", "X(Ada Okoye); X(Eve)"},
      {"a Lower* @X(b)", "a b b b", "X(b)"},
      {"@X(a) (\",\" Any)? d", "a d a , c d", "X(a); X(a)"},
  });
}

TEST_CASE("the first choice that leads to a match wins") {
  check_names({
      {"@X(a|a b)", "a b", "X(a)"},
      {"@X(a b|a)", "a b", "X(a b)"},
      {"(@X(a)|@Y(Any)) b", "a b c b", "X(a); Y(c)"},
      {"@X(a|a b) c", "a b c", "X(a b)"},
      {"(a|b)+ @X(c)", "a b a c", "X(c)"},
  });
}

TEST_CASE("not, and both") {
  check_names({
      {"!{honorific} @X(Cap)", "Ms Ada saw Eve", "X(Eve)"},
      {"!{location} @X(b)", "a b york b", "X(b)"},
      {"!(a|{honorific}|Number) @X(b)", "a b mr b 7 b c b", "X(b)"},
      {"!a @X(b)", "b", "-"},
      {"@X(Cap&!{location})", "Paris Ada", "X(Ada)"},
      {"@X((Cap&!{location})+)", "Ada Eve Paris Jan", "X(Ada Eve); X(Jan)"},
      {"@X(Cap&!{location}+)", "Ada Eve Paris Jan", "X(Ada Eve); X(Jan)"},
      {"@X({location}&Cap)", "paris Paris New York", "X(Paris); X(New York)"},
      {"@X({location}&Cap&!/P.*/)", "Paris Peru New York", "X(New York)"},
      {"@X(Any&(a|b))", "a c b", "X(a); X(b)"},
      {"@X(!a&!b)", "a c b", "X(c)"},
  });
}

TEST_CASE("sentence edges") {
  check_names({
      {"^ @X(Cap)", "Ada saw Eve . // Jan left", "X(Ada); X(Jan)"},
      {"@X(Any) $", "Ada left // Jan", "X(left); X(Jan)"},
      {"(^|Lower) @X(Cap)", "Ada Eve saw Jan", "X(Ada); X(Jan)"},
      {"@X(Cap) Cap", "met Ada // Eve left", "-"},
      {"@X(Cap) Cap", "met Ada ¶ Eve left", "-"},
      {"@X({location})", "in New // York", "X(York)"},
  });
  check_quotes({
      {"@CUE(Cap) Cap", "met Ada // Eve left", "CUE(Ada)"},
      {"@CUE(Cap) $ ^ Cap", "met Ada // Eve Jan left", "CUE(Ada)"},
      {"@CUE(Cap) Cap", "met Ada ¶ Eve left", "-"},
  });
}

TEST_CASE("captures") {
  check_names({
      {"@X(Cap) said @Y(so)", "Ada said so", "X(Ada) Y(so)"},
      {"@X(@Y(Cap) Cap)", "Ada Okoye", "X(Ada Okoye) Y(Ada)"},
      {"@X(Cap) (\",\" @X(Cap))*", "Ada , Eve , Jan", "X(Ada) X(Eve) X(Jan)"},
      {"@X(Cap)? said", "said so", "-"},
      {"(@X(Cap) b|Cap @Y(c))", "Ada c", "Y(c)"},  // what a dead end captured is forgotten
  });
}

TEST_CASE("a rule goes on behind its last capture") {
  check_names({
      {"Cap @X(Cap)", "Ada Eve Jan Kim", "X(Eve); X(Kim)"},
      {"@X(Cap) Cap", "Ada Eve Jan", "X(Ada); X(Eve)"},
      {"@X(a) b a", "a b a b a", "X(a); X(a)"},
  });
}

TEST_CASE("what an earlier phase found") {
  check_quotes({
      {"[QUOTE] \",\"? @SPEAKER([PERSON]) @CUE({say_verb})", "[QUOTE \" Yes \" ] , [PERSON Ada Okoye ] said",
       "SPEAKER(Ada Okoye) CUE(said)"},
      {"@SPEAKER([PERSON])", "[PERSON Ada ] and Eve", "SPEAKER(Ada)"},
      {"@SPEAKER([PERSON]) said", "[PERSON [PERSON Ada ] Okoye ] said", "SPEAKER(Ada Okoye)"},
      {"@SPEAKER([PERSON]) okoye", "[PERSON [PERSON Ada ] Okoye ] said", "SPEAKER(Ada)"},
      {"!([PERSON]|[LOCATION]) @SPEAKER(said)", "[PERSON Ada ] said x said", "SPEAKER(said)"},
      {"@SPEAKER([LOCATION])", "[PERSON Ada ]", "-"},
      {"@SPEAKER([PERSON]&{honorific})", "[PERSON Ms Ada ] [PERSON Eve ]", "SPEAKER(Ms Ada)"},
      {"[QUOTE] @CUE(said)", "[QUOTE a ¶ b ] said", "-"},
  });
}

TEST_CASE("a rule may begin only where its second token fits, too") {
  check_names({
      {"@X(Cap) /[0-9].*/", "Ada 2b Eve b2", "X(Ada)"},
      {"@X(Cap) 'US'", "Ada us Eve US", "X(Eve)"},
      {"@X(Cap) {honorific}", "Ada Ms Eve Mr", "X(Ada); X(Eve)"},
      {"@X(Cap) Lower?", "Ada 2 Eve", "X(Ada); X(Eve)"},
      {"@X(Cap) $", "Ada 2 Eve", "X(Eve)"},
      {"@X(Cap) !{honorific}", "Ada Ms Eve b", "X(Ms); X(Eve)"},
      {"@X({location}) now", "York now New York now", "X(York); X(New York)"},
      {"@X({long}) d", "a b c d", "X(a b c)"},
      {"^ @X(Cap) (Lower|Cap{2} Number)", "Ada Eve Ida 7", "X(Ada)"},
  });
}

TEST_CASE("a match is at most 64 tokens long") {
  std::string near = "a", far = "a";
  for (int i = 0; i < 62; ++i) near += " x";
  for (int i = 0; i < 63; ++i) far += " x";
  check_names({{"@X(a) Any* b", (near + " b").c_str(), "X(a)"},
               {"@X(a) Any* b", (far + " b").c_str(), "-"},
               {"@X(a) {long} Any* b", (near + " b").c_str(), "-"}});
}

TEST_CASE("what failed far back in a long sentence is no hindrance") {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "Ada a b 5 7 ";
  text += "Eve a b 5 , Ida a 7 Una , Lea a b";
  std::string within_64;
  for (int i = 0; i < 11; ++i) within_64 += "X(Ada); ";
  within_64 += "X(Eve); X(Ida); X(Una)";
  check_names({{"@X(Cap) Any{0,5} \",\"", text.c_str(), "X(Eve); X(Ida); X(Una)"},
               {"@X(Cap) (a b?)? Any* \",\" Cap", text.c_str(), within_64.c_str()}});
}

TEST_CASE("a long quote counts as one place") {
  std::string quote = "[QUOTE";
  for (int i = 0; i < 500; ++i) quote += " x";
  quote += " ]";
  std::string context;
  for (int i = 0; i < 30; ++i) context += " y";
  check_quotes({{"[QUOTE] Lower* @CUE(said)", (quote + context + " said").c_str(), "CUE(said)"},
                {"[QUOTE] Lower* @CUE(said)", (quote + context + context + context + " said").c_str(), "-"},
                {"@CUE(a) Any* said", ("a " + quote + " said").c_str(), "-"}});
}

TEST_CASE("matches of several packs come in the order of tokens, then of rules") {
  const std::vector<RuleFile> packs = {{"a.rules", "pack a\nrule two: Cap @X(Cap) likely\nrule one: @Y(Cap) never\n"},
                                       {"q.rules", "pack q\nphase quotes\nrule q: @CUE(Cap) certain\n"},
                                       {"b.rules", "pack b\nrule three: @W(eve) possible\n"}};
  CHECK(made(packs, Phase::names, "Ada Eve", lists(), true) == "two: X(Eve); one: Y(Ada); one: Y(Eve); three: W(Eve)");
  CHECK(made(packs, Phase::quotes, "Ada Eve", lists(), true) == "q: CUE(Ada); q: CUE(Eve)");
}

TEST_CASE("a rule set tells what its rules are") {
  const std::vector<RuleFile> packs = {
      {"a.rules", "pack a\n\nrule one: @PERSON(Cap) never\nrule two: @CUE(x) certain\n"},
      {"q.rules", "pack q\nphase quotes\nrule q: [TEAM]? @SPEAKER([CUE]) unlikely\n"},
      {"t.rules", "pack t\nrule t: @TEAM(Cap) @AWAY(Cap) possible\n"}};
  const RuleSet rules(packs, lists().lexicons());
  CHECK(rules.labels() ==
        std::vector<std::string>{"PERSON", "LOCATION", "ORGANIZATION", "MISC", "CUE", "TEAM", "AWAY", "SPEAKER"});
  REQUIRE(rules.rule_count() == 4);
  CHECK(rules.rule(1).pack == "a");
  CHECK(rules.rule(1).name == "two");
  CHECK(rules.rule(1).file == "a.rules");
  CHECK(rules.rule(1).line == 4);
  CHECK(rules.rule(1).strength == Strength::certain);
  CHECK(rules.rule(2).phase == Phase::quotes);
  CHECK(rules.rule(2).strength == Strength::unlikely);
}

TEST_CASE("no rules, no tokens") {
  RuleMatches matches;
  const TestText text("Ada left", lists(), {});
  const RuleSet::ScratchPtr scratch = RuleSet::make_scratch();
  RuleSet().match(Phase::names, {text.tokens, text.phrases, text.sentences, text.earlier}, *scratch, matches);
  CHECK(matches.items.empty());
  CHECK(made({{"t.rules", "pack t\nrule r: @X(Any) likely\n"}}, Phase::names, "", lists()) == "-");
}

}  // namespace quoth::internal
