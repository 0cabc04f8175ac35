#include "invariants.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz.h"
#include "quoth/writers.h"

namespace quoth_fuzz {
namespace {

using quoth::Span;

// The length of the UTF-8 character at the begin of a text; 1 for a byte that is none (Unicode, table 3-7).
std::size_t character_size(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto follows = [&](std::size_t i) { return byte(i) >= 0x80 && byte(i) <= 0xBF; };
  const unsigned first = byte(0), second = byte(1);
  if (first >= 0xC2 && first <= 0xDF && follows(1)) return 2;
  if (first >= 0xE0 && first <= 0xEF && follows(1) && follows(2))
    return (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ? 1 : 3;
  if (first >= 0xF0 && first <= 0xF4 && follows(1) && follows(2) && follows(3))
    return (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F) ? 1 : 4;
  return 1;
}

// What Unicode calls white space, and what has no width but parts words.
bool is_space(std::string_view character) {
  constexpr std::string_view kWide[] = {"\u0085", "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003",
                                        "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200A",
                                        "\u200B", "\u2028", "\u2029", "\u202F", "\u205F", "\u3000", "\uFEFF"};
  if (character.size() == 1) return character[0] == ' ' || (character[0] >= '\t' && character[0] <= '\r');
  return std::find(std::begin(kWide), std::end(kWide), character) != std::end(kWide);
}

constexpr std::uint32_t kInside = 0xFFFFFFFF;

// For each byte and the text's end, how many units stand before it; kInside for bytes inside of a character.
std::vector<std::uint32_t> units_before(std::string_view text, quoth::OffsetUnit unit) {
  std::vector<std::uint32_t> before(text.size() + 1, kInside);
  std::uint32_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    before[at] = units;
    const std::size_t size = character_size(text.substr(at));
    units += unit == quoth::OffsetUnit::bytes                ? static_cast<std::uint32_t>(size)
             : unit == quoth::OffsetUnit::utf16 && size == 4 ? 2
                                                             : 1;
    at += size;
  }
  before[text.size()] = units;
  return before;
}

class Checker {
 public:
  explicit Checker(const quoth::Document& doc) : doc_(doc), before_(units_before(doc.text, quoth::OffsetUnit::bytes)) {}

  void check_all() const {
    check_tokens();
    check_order(doc_.sentences, "sentences are in order and do not overlap");
    check_mentions();
    check_entities();
    std::uint32_t begin = 0;
    for (const quoth::Quote& quote : doc_.quotes) {
      require(quote.span.begin >= begin, "quotes are in order");
      begin = quote.span.begin;
      check_quote(quote);
    }
    for (const auto* explanations : {&doc_.mention_explanations, &doc_.quote_explanations})
      require(explanations->empty() ||
                  explanations->size() ==
                      (explanations == &doc_.mention_explanations ? doc_.mentions.size() : doc_.quotes.size()),
              "there is an explanation for each or for none");
  }

 private:
  void check_span(Span span) const {
    require(span.begin < span.end && span.end <= doc_.text.size(), "a span is not empty and in the text");
    require(before_[span.begin] != kInside && before_[span.end] != kInside, "a span ends at characters");
  }

  void check_order(const std::vector<Span>& spans, const char* what) const {
    std::uint32_t end = 0;
    for (const Span span : spans) {
      check_span(span);
      require(span.begin >= end, what);
      end = span.end;
    }
  }

  void check_tokens() const {
    check_order(doc_.tokens, "tokens are in order and do not overlap");
    std::uint32_t end = 0;
    for (const Span token : doc_.tokens) {
      check_gap({end, token.begin});
      end = token.end;
    }
    check_gap({end, static_cast<std::uint32_t>(doc_.text.size())});
  }

  // Tokens and the white space between them are the text.
  void check_gap(Span gap) const {
    std::string_view left = doc_.text_of(gap);
    while (!left.empty()) {
      const std::size_t size = character_size(left);
      require(is_space(left.substr(0, size)), "between tokens stands white space only");
      left.remove_prefix(size);
    }
  }

  void check_mentions() const {
    std::uint32_t begin = 0;
    const quoth::Mention* last = nullptr;
    for (const quoth::Mention& mention : doc_.mentions) {
      check_span(mention.span);
      require(mention.span.begin >= begin, "mentions are in order");
      begin = mention.span.begin;
      require(last == nullptr || mention.span != last->span || mention.form == quoth::Form::name ||
                  last->form == quoth::Form::name,
              "a speaker is mentioned once at a place");
      last = &mention;
      require(mention.label < doc_.labels.size(), "a mention's label exists");
      require(!mention.entity || *mention.entity < doc_.entities.size(), "a mention's entity exists");
      check_confidence(mention.confidence);
    }
  }

  void check_entities() const {
    std::size_t linked = 0;
    std::uint32_t first = 0;
    for (std::size_t e = 0; e < doc_.entities.size(); ++e) {
      const quoth::Entity& entity = doc_.entities[e];
      require(entity.label < doc_.labels.size(), "an entity's label exists");
      require(!entity.mentions.empty(), "an entity has mentions");
      require(entity.mentions[0] >= first, "entities are in order of their first mentions");
      first = entity.mentions[0];
      linked += entity.mentions.size();
      for (std::size_t i = 0; i < entity.mentions.size(); ++i) {
        require(entity.mentions[i] < doc_.mentions.size(), "an entity's mention exists");
        require(i == 0 || entity.mentions[i - 1] < entity.mentions[i], "an entity's mentions are in order");
        require(doc_.mentions[entity.mentions[i]].entity == e, "mentions and entities fit each other");
      }
    }
    for (const quoth::Mention& mention : doc_.mentions) linked -= mention.entity ? 1 : 0;
    require(linked == 0, "each linked mention is in its entity");
  }

  void check_quote(const quoth::Quote& quote) const {
    check_span(quote.span);
    check_confidence(quote.confidence);
    for (const auto* spans : {&quote.content, &quote.quoted, &quote.cue, &quote.speaker_span, &quote.addressee})
      check_order(*spans, "the spans of a quote are in order and do not overlap");
    require(!quote.content.empty(), "a quote has content");
    for (const auto* spans : {&quote.content, &quote.quoted})
      for (const Span span : *spans) require(quote.span.contains(span), "a quote's content is in the quote");
    require(!quote.speaker || *quote.speaker < doc_.mentions.size(), "a speaker's mention exists");
    static_cast<void>(doc_.text_of(quote));
  }

  static void check_confidence(float confidence) {
    require(confidence >= 0 && confidence <= 1, "a confidence is 0 to 1");
  }

  const quoth::Document& doc_;
  std::vector<std::uint32_t> before_;
};

}  // namespace

void check_document(const quoth::Document& doc) { Checker(doc).check_all(); }

void check_json(const quoth::Document& doc, quoth::OffsetUnit unit) {
  const auto json = nlohmann::json::parse(
      quoth::to_json(doc, "a", {.offsets = unit, .tokens = true, .sentences = true, .explain = true}));
  const std::vector<std::uint32_t> before = units_before(doc.text, unit);
  const auto check = [&](const nlohmann::json& object, Span span) {
    require(object.at("start") == before[span.begin] && object.at("end") == before[span.end],
            "offsets are in their unit");
  };
  const auto& mentions = json.at("mentions");
  require(mentions.size() == doc.mentions.size(), "all mentions are in the JSON");
  for (std::size_t m = 0; m < mentions.size(); ++m) check(mentions[m], doc.mentions[m].span);
  const auto& quotes = json.at("quotes");
  require(quotes.size() == doc.quotes.size(), "all quotes are in the JSON");
  for (std::size_t q = 0; q < quotes.size(); ++q) check(quotes[q], doc.quotes[q].span);
}

}  // namespace quoth_fuzz
