#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tools/marked_checks.h"
#include "tools/marked_text.h"

namespace quoth::internal {
namespace {

MarkedText read(const std::string& marked) {
  std::vector<Fault> faults;
  MarkedText text = read_marked_text(marked, "folder/a.txt", {"Lloyd", "St *"}, faults);
  for (const Fault& fault : faults) FAIL(fault.to_string());
  return text;
}

std::string faults_of(const std::string& marked) {
  std::vector<Fault> faults;
  read_marked_text(marked, "a.txt", {"Lloyd", "St *"}, faults);
  std::string out;
  for (const Fault& fault : faults) out.append(out.empty() ? "" : "\n").append(fault.to_string());
  return out;
}

std::string names(const MarkedText& text) {
  std::string out;
  for (const GoldName& n : text.names)
    out.append(out.empty() ? "" : " ")
        .append(kNameTypeNames[static_cast<std::size_t>(n.type)])
        .append("(")
        .append(text.text.substr(n.span.begin, n.span.size()))
        .append(")");
  return out;
}

std::string parts(const MarkedText& text, const std::vector<Span>& spans) {
  std::string out;
  for (const Span s : spans) out.append(out.empty() ? "" : " ... ").append(text.text.substr(s.begin, s.size()));
  return out;
}

TEST_CASE("Marks are taken out, and what they mark is kept") {
  const MarkedText text = read(
      "<Q1>\"No,\"</Q1> <S1>minister <P>Ada Okoye</P></S1> <C1>told</C1> <A1>reporters</A1> in <L>Lusaka</L>. "
      "<Q1>\"Go.\"</Q1>\n<S2><O>Acme</O></S2> <C2>said</C2> that <Q2>the <M>Accord</M> held</Q2>.\n");
  CHECK(text.id == "own/a");
  CHECK(text.text == "\"No,\" minister Ada Okoye told reporters in Lusaka. \"Go.\"\nAcme said that the Accord held.\n");
  CHECK(names(text) == "PERSON(Ada Okoye) LOCATION(Lusaka) ORGANIZATION(Acme) MISC(Accord)");
  REQUIRE(text.quotes.size() == 2);
  CHECK(parts(text, text.quotes[0].content) == "\"No,\" ... \"Go.\"");
  CHECK(parts(text, text.quotes[0].speaker) == "minister Ada Okoye");
  CHECK(parts(text, text.quotes[0].cue) == "told");
  CHECK(parts(text, text.quotes[0].addressee) == "reporters");
  CHECK(text.quotes[0].type == QuoteType::direct);
  CHECK(text.quotes[1].type == QuoteType::indirect);
  CHECK(text.quotes[1].speaker_name == "Acme");
  CHECK(read("").text.empty());
}

TEST_CASE("Quotes are in order of their numbers, and the parts of each in order of the text") {
  const MarkedText text = read("<Q10>\"c\"</Q10> <Q2>\"b\"</Q2> <Q2>\"d\"</Q2> <Q1>\"a\"</Q1>");
  REQUIRE(text.quotes.size() == 3);
  CHECK(parts(text, text.quotes[0].content) == "\"a\"");
  CHECK(parts(text, text.quotes[1].content) == "\"b\" ... \"d\"");
  CHECK(parts(text, text.quotes[2].content) == "\"c\"");
}

std::string speaker(const std::string& marked) {
  const MarkedText text = read(marked + " <Q1>\"x\"</Q1>");
  return text.quotes.at(0).speaker_name;
}

TEST_CASE("A speaker has a name: as given, the first person in the mark, or the name that fills it") {
  CHECK(speaker("<P>Ada Okoye</P>: <S1 Ada Okoye>she</S1>") == "Ada Okoye");
  CHECK(speaker("<S1><O>Acme</O> head <P>Okoye</P></S1>") == "Okoye");
  CHECK(speaker("<S1>the <O>Acme</O></S1>") == "Acme");
  CHECK(speaker("<S1>workers of <O>Acme</O></S1>") == "");
  CHECK(speaker("<S1>an <M>Accord</M></S1>") == "");
  CHECK(speaker("<S1>she</S1>") == "");
  CHECK(speaker("") == "");
}

TEST_CASE("A person is named as at the longest in the text, others as they stand") {
  CHECK(speaker("<S1><P>Okoye</P></S1> and <P>Ada Okoye</P> and <P>Jan Nowak</P>") == "Ada Okoye");
  CHECK(speaker("<P>Ada \u00c9v\u00e9 Okoye</P> <P>Ada Marie Okoye</P> <S1><P>Okoye</P></S1>") == "Ada Marie Okoye");
  CHECK(speaker("<S1><O>Acme</O></S1> and <O>Big Acme</O>") == "Acme");
}

QuoteType type_of(const std::string& marked) { return read(marked).quotes.at(0).type; }

TEST_CASE("What stands between marks tells the type of a quote") {
  CHECK(type_of("<Q1>\u201cNo.\u201d</Q1>") == QuoteType::direct);
  CHECK(type_of("<Q1>\"No.\"</Q1>") == QuoteType::direct);
  CHECK(type_of("<Q1>\u00abNo.\u00bb</Q1>") == QuoteType::direct);
  CHECK(type_of("<Q1>\u201cA quote that goes on</Q1>") == QuoteType::direct);
}

TEST_CASE("Mixed quotes have some marked words, indirect ones none") {
  CHECK(type_of("<Q1>it was \u201cover\u201d</Q1>") == QuoteType::mixed);
  CHECK(type_of("<Q1>it was \u2018over\u2019</Q1>") == QuoteType::mixed);
  CHECK(type_of("<Q1>it wasn\u2019t over</Q1>") == QuoteType::indirect);
  CHECK(type_of("<Q1>\u2018No\u2019</Q1>") == QuoteType::direct);
  CHECK(type_of("<Q1>'No'</Q1>") == QuoteType::direct);
  CHECK(type_of("<S1>ADA</S1>: <Q1>No marks here</Q1>") == QuoteType::direct);  // a turn of a transcript
  CHECK(type_of("<S1>Ada</S1> <C1>says</C1>: <Q1>no marks here</Q1>") == QuoteType::indirect);
  CHECK(type_of("<Q1>no marks here</Q1>: <S1>Ada</S1>") == QuoteType::indirect);
}

TEST_CASE("Faults say file, line and what") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"a\n<P>Ada", "a.txt:2: <P> is never closed"},
      {"a\n\nAda</P>", "a.txt:3: </P> does not close anything"},
      {"<P>Ada</L>", "a.txt:1: </L> does not close <P>\na.txt:1: <P> is never closed"},
      {"<O>Acme of <L>Lusaka</L></O>", "a.txt:1: <L> inside another name"},
      {"<P></P>", "a.txt:1: <P> marks nothing"},
      {"<P Ada>Okoye</P>", "a.txt:1: only a speaker may be given a name: <P Ada>"},
      {"a <B>b</B>", "a.txt:1: unknown mark <B>\na.txt:1: unknown mark </B>"},
      {"a < b > c <Q0>", "a.txt:1: unknown mark < b >\na.txt:1: unknown mark <Q0>"},
      {"a <this is no mark at all> b", ""},
      {"1 < 2 and <<P>Ada</P>", ""},
      {"<P>Ada </P>", "a.txt:1: 'Ada ': white space or possessive inside the mark"},
      {"<P>\u00a0Ada</P>", "a.txt:1: '\\xa0Ada': white space or possessive inside the mark"},
      {"<P>Ada\n</P>", "a.txt:1: 'Ada\\n': white space or possessive inside the mark"},
      {"<P>Ada's</P>", "a.txt:1: \"Ada's\": white space or possessive inside the mark"},
      {"<P>Ada\u2019s</P>", "a.txt:1: 'Ada\u2019s': white space or possessive inside the mark"},
      {"<P>the Okoyes'</P>", "a.txt:1: \"the Okoyes'\": white space or possessive inside the mark"},
      {"<P>\"Ada\" O's</P>", "a.txt:1: '\"Ada\" O\\'s': white space or possessive inside the mark"},
      {"<O>Lloyd's</O> <L>St Jude\u2019s</L>", ""},
      {"<S1>Ada</S1> <C2>said</C2>", "a.txt:1: <S1> without <Q1>\na.txt:1: <C2> without <Q2>"},
      {"\n<S1 Ada>she</S1> <Q1>\"No\"</Q1>", "a.txt:1: speaker 1 is named 'Ada', which is no marked name of the text"},
      {"a\n\xff", "a.txt:2: is not UTF-8"},
  };
  for (const auto& [marked, faults] : rows) {
    INFO(marked);
    CHECK(faults_of(marked) == faults);
  }
}

TEST_CASE("Line ends of all machines are one") {
  CHECK(read("a\r\n<P>Ada</P>\rb\n").text == "a\nAda\nb\n");
  CHECK(faults_of("a\r\nb\r\n<P>") == "a.txt:3: <P> is never closed");
}

TEST_CASE("The list of names with an apostrophe has comments and blank lines") {
  CHECK(read_names_with_apostrophe("# c\r\nLloyd\r\n\nSt *\n") == NamesWithApostrophe{"Lloyd", "St *"});
  CHECK(!ends_with_possessive("St Jude's", {"St *"}));
  CHECK(ends_with_possessive("Jude's", {"St *"}));
  CHECK(ends_with_possessive("St 's", {"St *"}));
  CHECK(!ends_with_possessive("Okoyes", {}));
}

TEST_CASE("Words have white space of any script between them") {
  CHECK(word_count("") == 0);
  CHECK(word_count(" one\u00a0two\n\nthree\u3000") == 3);
  CHECK(last_word("Ada\u00a0Okoye ") == "Okoye");
  CHECK(last_word(" \n") == "");
}

TEST_CASE("Articles become lines of JSON with offsets in code points") {
  const auto json =
      nlohmann::json::parse(labelled_json(read("\u00c9t\u00e9: <Q1>\u201cNo\u201d</Q1> <C1>said</C1> "
                                               "<S1><P>Ada</P></S1>. <Q2>it ends</Q2>, <C2>they say</C2>.")));
  CHECK(json == nlohmann::json::parse(R"({"id":"own/a",
    "text":"\u00c9t\u00e9: \u201cNo\u201d said Ada. it ends, they say.", "entities":[[15,18,"PERSON"]],
    "quotes":[{"content":[[5,9]],"speaker":[[15,18]],"cue":[[10,14]],"addressee":null,"type":"direct",
               "speaker_name":"Ada","speech":true,"nested":false},
              {"content":[[20,27]],"speaker":null,"cue":[[29,37]],"addressee":null,"type":"indirect",
               "speaker_name":null,"speech":true,"nested":false}]})"));
}

TEST_CASE("Texts of nothing but marks take no square of time") {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += "<";
  CHECK(faults_of(text) == "");
  text.clear();
  for (int i = 0; i < 20000; ++i) text += "<Q1><S1 x";
  CHECK(!faults_of(text).empty());
}

}  // namespace
}  // namespace quoth::internal
