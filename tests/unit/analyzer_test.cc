// The whole analysis with the embedded data: what holds for every Document, whatever the text is.

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <random>

#include "quoth/quoth.h"

namespace quoth {
namespace {

/// Where a character of the text begins or ends; a byte that is no UTF-8 is one.
std::vector<bool> boundaries(const std::string& text) {
  std::vector<bool> out(text.size() + 1, true);
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  for (std::size_t i = 0; i < text.size();) {
    const unsigned char lead = byte(i);
    std::size_t size = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1;
    for (std::size_t k = 1; k < size; ++k)
      if (i + k >= text.size() || (byte(i + k) & 0xC0) != 0x80) size = 1;
    if (size > 2) {  // overlong forms, surrogates, too large
      const unsigned char second = byte(i + 1);
      if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) || (lead == 0xF0 && second < 0x90) ||
          (lead == 0xF4 && second > 0x8F))
        size = 1;
    }
    for (std::size_t k = 1; k < size; ++k) out[i + k] = false;
    i += size;
  }
  return out;
}

class Checker {
 public:
  explicit Checker(const Document& document) : doc_(document), boundary_(boundaries(document.text)) {}

  /// What is wrong with the document; empty: nothing.
  std::string fault() {
    for (const Span s : doc_.tokens) check(s, "token");
    for (std::size_t i = 1; i < doc_.tokens.size(); ++i)
      must(doc_.tokens[i - 1].end <= doc_.tokens[i].begin, "token order");
    for (const Span s : doc_.sentences) check(s, "sentence");
    for (std::size_t i = 1; i < doc_.sentences.size(); ++i)
      must(doc_.sentences[i - 1].end <= doc_.sentences[i].begin, "sentence order");
    check_mentions();
    check_entities();
    check_quotes();
    return fault_;
  }

 private:
  void must(bool holds, const std::string& what) {
    if (!holds && fault_.empty()) fault_ = what;
  }
  void check(Span s, const std::string& what) {
    must(s.begin < s.end && s.end <= doc_.text.size(), what + " not within the text");
    if (s.end <= doc_.text.size()) must(boundary_[s.begin] && boundary_[s.end], what + " cuts a character");
  }
  void check(const std::vector<Span>& spans, const std::string& what) {
    for (std::size_t i = 0; i < spans.size(); ++i) {
      check(spans[i], what);
      if (i > 0) must(spans[i - 1].end <= spans[i].begin, what + " order");
    }
  }
  void check_mentions() {
    Span last_name{0, 0};
    for (std::size_t i = 0; i < doc_.mentions.size(); ++i) {
      const Mention& m = doc_.mentions[i];
      check(m.span, "mention");
      must(i == 0 || doc_.mentions[i - 1].span.begin <= m.span.begin, "mention order");
      must(m.label < doc_.labels.size(), "mention label");
      must(m.confidence >= 0 && m.confidence <= 1, "mention confidence");
      must(!m.entity || *m.entity < doc_.entities.size(), "mention entity");
      if (m.form != Form::name) continue;
      must(last_name.end <= m.span.begin, "names overlap");
      must(m.entity.has_value(), "a name without an entity");
      last_name = m.span;
    }
  }
  void check_entities() {
    MentionId first = 0;
    for (EntityId e = 0; e < doc_.entities.size(); ++e) {
      const Entity& entity = doc_.entities[e];
      must(!entity.mentions.empty() && !entity.name.empty(), "empty entity");
      must(entity.label < doc_.labels.size(), "entity label");
      for (std::size_t i = 0; i < entity.mentions.size(); ++i) {
        must(entity.mentions[i] < doc_.mentions.size(), "entity mention");
        must(i == 0 || entity.mentions[i - 1] < entity.mentions[i], "entity mention order");
        must(doc_.mentions.at(entity.mentions[i]).entity == e, "mention of another entity");
      }
      must(e == 0 || first < entity.mentions.front(), "entity order");
      first = entity.mentions.front();
    }
  }
  void check_quotes() {
    for (std::size_t i = 0; i < doc_.quotes.size(); ++i) {
      const Quote& q = doc_.quotes[i];
      check(q.span, "quote");
      must(i == 0 || doc_.quotes[i - 1].span.begin <= q.span.begin, "quote order");
      check(q.content, "content");
      check(q.quoted, "quoted");
      check(q.cue, "cue");
      check(q.speaker_span, "speaker");
      check(q.addressee, "addressee");
      must(!q.content.empty(), "quote without content");
      for (const Span s : q.content) must(q.span.contains(s), "content outside of its quote");
      must(!q.speaker || *q.speaker < doc_.mentions.size(), "quote speaker");
      must(q.confidence >= 0 && q.confidence <= 1, "quote confidence");
    }
  }

  const Document& doc_;
  std::vector<bool> boundary_;
  std::string fault_;
};

std::string fault_in(const std::string& text) {
  const Document document = Analyzer::english().analyze(text);
  if (document.text != text) return "the text was changed";
  return Checker(document).fault();
}

const std::string kArticle =
    "LUSAKA (Reuters) \u2014 \u201cIt is over,\u201d Zambian minister Ada Okoye told reporters in Lusaka on Monday. "
    "\u201cGo home.\u201d\n\nOkoye said the Bank of Zambia \u201cwill not\u201d pay.\n\nMr. Jan Nowak, 44, of Acme "
    "Corp., "
    "denied it. \u00abNo,\u00bb he said.\n";

TEST_CASE("Texts without a word have nothing in them") {
  for (const std::string text : {"", " ", "\n\n\t", "\xef\xbb\xbf"}) {
    const Document document = Analyzer::english().analyze(text);
    CHECK(document.mentions.empty());
    CHECK(document.quotes.empty());
    CHECK(document.labels == std::vector<std::string>{"PERSON", "LOCATION", "ORGANIZATION"});
    CHECK(document.text == text);
  }
}

TEST_CASE("An article has names, entities and quotes, and all of them hold together") {
  const Document document = Analyzer::english().analyze(kArticle);
  CHECK(Checker(document).fault() == "");
  CHECK(document.mentions.size() >= 5);
  CHECK(document.quotes.size() >= 2);
  CHECK(document.sentences.size() >= 4);
  REQUIRE(!document.quotes.empty());
  CHECK(document.text_of(document.quotes[0]).starts_with("It is over,"));
}

TEST_CASE("What holds for a Document holds for any bytes") {
  const std::vector<std::string> texts = {
      std::string("\0\0Ada\0 said \"\0\".", 17),
      "\xff\xfe\x80 Ada Okoye \xc3 said \xe2\x80 no. \xed\xa0\x80 \xf4\x90\x80\x80 \xc0\xaf",
      std::string(2000, 'A'),
      std::string(2000, '"'),
      std::string(500, '\xe2') + "\x80\x9c",
      "\u201cA \u2018b \u00abc \u201ed",
      "\u00ad \u200d\u00adAda\u00ad Ok\u00adoye\u00ad said \u201c\u00ad\u201d.",
      "MINISTER SAYS BANK OF ZAMBIA WILL NOT PAY\n\nADA OKOYE: NO.\n\nQ: WHY?\n",
      "\u7530\u4e2d\u3055\u3093\u306f Tokyo \u3067 said \u0417\u0435\u043b\u0435\u043d\u0441\u043a\u0438\u0439",
  };
  for (const std::string& text : texts) CHECK(fault_in(text) == "");
}

TEST_CASE("It holds for articles with bytes cut out, put in and changed") {
  std::mt19937 random(7);
  for (int round = 0; round < 150; ++round) {
    std::string text = kArticle;
    for (int change = 0; change < 6; ++change) {
      const std::size_t at = random() % text.size();
      if (change % 3 == 0) text.erase(at, random() % 20);
      if (change % 3 == 1) text.insert(at, 1, static_cast<char>(random() & 0xFF));
      if (change % 3 == 2) text[at] = static_cast<char>(random() & 0xFF);
      if (text.empty()) text = "x";
    }
    const std::string fault = fault_in(text);
    INFO(text);
    CHECK(fault == "");
  }
}

TEST_CASE("Texts longer than allowed are refused") {
  Options options;
  options.max_text_bytes = 10;
  const Analyzer small = Analyzer::english().with_options(options);
  CHECK(small.options().max_text_bytes == 10);
  CHECK_NOTHROW(small.analyze("0123456789"));
  CHECK_THROWS_AS(small.analyze("0123456789a"), std::length_error);
  CHECK_NOTHROW(Analyzer::english().analyze("0123456789a"));
}

TEST_CASE("Names that are not sure enough are left out, and with them their entities") {
  Options options;
  std::size_t before = 1000;
  for (const float least : {0.0F, 0.9F, 0.999F, 1.01F}) {
    options.min_confidence = least;
    const Document document = Analyzer::english().with_options(options).analyze(kArticle);
    CHECK(Checker(document).fault() == "");
    std::size_t names = 0;
    for (const Mention& m : document.mentions) {
      if (m.form != Form::name) continue;
      ++names;
      CHECK(m.confidence >= least);
    }
    CHECK(names <= before);
    before = names;
  }
  CHECK(before == 0);
}

TEST_CASE("A speaker whose name is left out has no mention, but its words") {
  Options options;
  options.min_confidence = 1.01F;
  const Document document =
      Analyzer::english().with_options(options).analyze("“We leave on Monday,” said Ada Okoye, the mayor of Paris.");
  REQUIRE(document.quotes.size() == 1);
  CHECK(document.mentions.empty());
  CHECK_FALSE(document.quotes[0].speaker);
  REQUIRE(document.quotes[0].speaker_span.size() == 1);
  CHECK(document.text_of(document.quotes[0].speaker_span[0]) == "Ada Okoye, the mayor of Paris");
}

TEST_CASE("Entities are in order of their first mention, which may be no name") {
  const Document document =
      Analyzer::english().analyze("Mayor says Lusaka is safe\n\nMayor Ada Okoye told reporters that it was over.\n");
  REQUIRE(document.entities.size() == 2);
  CHECK(document.entities[0].name == "Ada Okoye");
  CHECK(document.entities[0].mentions == std::vector<MentionId>{0, 2});
  CHECK(document.entities[1].name == "Lusaka");
}

std::string refusal(const std::string& text, const std::vector<GivenMention>& given) {
  try {
    Analyzer::english().analyze(text, given);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

TEST_CASE("Given mentions are used as they are, and no others are recognized") {
  const std::string text = "\"No,\" said Wibble Flox of Gronk-led Zed. Flox left Lusaka.";
  const auto span = [&](const std::string& word, std::size_t from = 0) {
    const auto at = static_cast<std::uint32_t>(text.find(word, from));
    return Span{at, at + static_cast<std::uint32_t>(word.size())};
  };
  const std::vector<GivenMention> given = {
      {span("Wibble Flox"), "PERSON"}, {span("Gronk"), "GROUP"}, {span("Flox", 30), "PERSON"}};
  const Document document = Analyzer::english().analyze(text, given);
  CHECK(Checker(document).fault() == "");
  std::vector<Span> names;
  for (const Mention& m : document.mentions)
    if (m.form == Form::name) names.push_back(m.span);
  CHECK(names == std::vector<Span>{given[0].span, given[1].span, given[2].span});
  CHECK(document.labels == std::vector<std::string>{"PERSON", "LOCATION", "ORGANIZATION", "GROUP"});
  CHECK(document.entities.size() == 2);
  CHECK(document.entities[0].name == "Wibble Flox");
  REQUIRE(document.quotes.size() == 1);
  CHECK(document.speaker_entity(document.quotes[0]) == 0U);
  CHECK(Analyzer::english().analyze(text, std::vector<GivenMention>{}).entities.empty());
}

TEST_CASE("Given mentions may be parts of one token") {
  const Document document =
      Analyzer::english().analyze("Lusaka", std::vector<GivenMention>{{{0, 2}, "PERSON"}, {{2, 6}, "PERSON"}});
  CHECK(Checker(document).fault() == "");
  REQUIRE(document.mentions.size() == 2);
  CHECK(document.mentions[1].span == Span{2, 6});
}

TEST_CASE("Given mentions that are wrong are refused") {
  const std::string order = "given mentions must be in order, not empty, within the text, and must not overlap";
  const std::string text = "Ada \u00c9va  Jan";
  CHECK(refusal(text, {{{0, 3}, "PERSON"}, {{4, 8}, "PERSON"}}) == "");
  CHECK(refusal(text, {{{4, 8}, "PERSON"}, {{0, 3}, "PERSON"}}) == order);
  CHECK(refusal(text, {{{0, 3}, "PERSON"}, {{2, 8}, "PERSON"}}) == order);
  CHECK(refusal(text, {{{1, 1}, "PERSON"}}) == order);
  CHECK(refusal(text, {{{2, 1}, "PERSON"}}) == order);
  CHECK(refusal(text, {{{0, 99}, "PERSON"}}) == order);
  CHECK(refusal(text, {{{0xFFFFFFFF, 3}, "PERSON"}}) == order);
  CHECK(refusal("", {{{0, 1}, "PERSON"}}) == order);
  CHECK(refusal(text, {{{8, 9}, "PERSON"}}) == "a given mention covers white space only");
  CHECK(refusal(text, {{{5, 8}, "PERSON"}}) == "a given mention begins or ends inside a character");
  CHECK(refusal(text, {{{4, 5}, "PERSON"}}) == "a given mention begins or ends inside a character");
  CHECK(refusal("\x89z", {{{0, 1}, "PERSON"}}) == "");  // a byte that is no UTF-8 is a character
}

TEST_CASE("Packs bring their labels into documents") {
  const auto folder = std::filesystem::path(QUOTH_SOURCE_DIR) / "examples";
  const Analyzer analyzer = Analyzer::load({{}, {folder / "own.rules", folder / "own_names.tsv"}});
  const Document document = analyzer.analyze("The trawler Morning Star sank.");
  CHECK(Checker(document).fault() == "");
  CHECK(document.labels.size() > 3);
  REQUIRE(!document.mentions.empty());
  CHECK(document.label_name(document.mentions[0].label) == "SHIP");
}

TEST_CASE("The same text gives the same document, whatever was analyzed before") {
  const std::string first = to_json(Analyzer::english().analyze(kArticle));
  Analyzer::english().analyze("Ada Okoye " + std::string(1000, '"'));
  CHECK(to_json(Analyzer::english().analyze(kArticle)) == first);
}

}  // namespace
}  // namespace quoth
