// A Document as JSON; the format is described in docs/data_formats.md. Tested by tests/unit/write_json_test.cc.

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "quoth/writers.h"
#include "write/json_output.h"
#include "write/offset_map.h"

namespace quoth {
namespace {

using internal::JsonOutput;
using internal::OffsetMap;
using Layout = JsonOutput::Layout;

constexpr std::array<std::string_view, 3> kFormNames = {"name", "nominal", "pronoun"};
constexpr std::array<std::string_view, 3> kQuoteTypeNames = {"direct", "mixed", "indirect"};
constexpr int kConfidencePlaces = 2;
constexpr int kWeightPlaces = 3;

/// The name of an enum's value.
template <std::size_t size, typename Enum>
std::string_view name_in(const std::array<std::string_view, size>& names, Enum value) {
  return names.at(static_cast<std::size_t>(value));
}

/// Writes the parts of one document.
class DocumentJson {
 public:
  DocumentJson(const Document& document, const WriteOptions& options, bool pretty, std::string& out)
      : document_(document), options_(options), offsets_(document.text, options.offsets), out_(out, pretty) {}

  void write(std::string_view id) {
    out_.open('{', Layout::lines);
    if (!id.empty()) out_.key("id").string(id);
    write_list("mentions", document_.mentions, &DocumentJson::mention);
    write_list("entities", document_.entities, &DocumentJson::entity);
    write_list("quotes", document_.quotes, &DocumentJson::quote);
    if (options_.sentences) write_list("sentences", document_.sentences, &DocumentJson::span);
    if (options_.tokens) out_.key("tokens"), spans(document_.tokens);
    out_.close();
  }

 private:
  template <typename Item>
  void write_list(std::string_view key, const std::vector<Item>& items, void (DocumentJson::*write_item)(const Item&)) {
    out_.key(key).open('[', Layout::lines);
    for (const Item& item : items) (this->*write_item)(item);
    out_.close();
  }

  void mention(const Mention& mention) {
    out_.open('{');
    ends(mention.span);
    out_.key("type").string(document_.label_name(mention.label));
    out_.key("form").string(name_in(kFormNames, mention.form));
    out_.key("text").string(document_.text_of(mention));
    optional_number("entity", mention.entity);
    optional_string("name", known_name(mention));
    out_.key("confidence").rounded(mention.confidence, kConfidencePlaces);
    why(document_.mention_explanations, index_in(document_.mentions, mention));
    out_.close();
  }

  void entity(const Entity& entity) {
    out_.open('{');
    out_.key("id").number(index_in(document_.entities, entity));
    out_.key("type").string(document_.label_name(entity.label));
    out_.key("name").string(entity.name);
    if (entity.sex != Sex::unknown) out_.key("sex").string(entity.sex == Sex::female ? "female" : "male");
    out_.key("ids").open('{');
    for (auto id = entity.ids.begin(); id != entity.ids.end(); ++id) {
      const auto same_source = [&](const ExternalId& earlier) { return earlier.source == id->source; };
      if (std::none_of(entity.ids.begin(), id, same_source)) out_.key(id->source).string(id->value);
    }
    out_.close();
    out_.key("mentions").open('[');
    for (const MentionId mention : entity.mentions) out_.number(mention);
    out_.close();
    out_.close();
  }

  void quote(const Quote& quote) {
    out_.open('{', Layout::lines);
    ends(quote.span);
    out_.key("type").string(name_in(kQuoteTypeNames, quote.type));
    out_.key("content"), spans(quote.content);
    out_.key("quoted"), spans(quote.quoted);
    out_.key("text").string(document_.text_of(quote));
    known_spans("cue", quote.cue);
    known_spans("speaker", quote.speaker_span);
    optional_number("speaker_mention", quote.speaker);
    optional_number("speaker_entity", document_.speaker_entity(quote));
    optional_string("speaker_name", quote.speaker ? known_name(document_.mentions.at(*quote.speaker)) : std::nullopt);
    known_spans("addressee", quote.addressee);
    if (!quote.relay.empty()) known_spans("relay", quote.relay);
    if (quote.negated) out_.key("negated").boolean(true);
    if (quote.asked) out_.key("asked").boolean(true);
    if (quote.inside) optional_number("inside", quote.inside);
    out_.key("confidence").rounded(quote.confidence, kConfidencePlaces);
    why(document_.quote_explanations, index_in(document_.quotes, quote));
    out_.close();
  }

  /// A noun phrase or pronoun has a name only by its entity.
  std::optional<std::string_view> known_name(const Mention& mention) const {
    if (!mention.entity && mention.form != Form::name) return std::nullopt;
    return document_.name(static_cast<MentionId>(index_in(document_.mentions, mention)));
  }

  void why(const std::vector<Explanation>& explanations, std::size_t index) {
    if (!options_.explain || index >= explanations.size()) return;
    out_.key("why").open('{');
    evidence("evidence", explanations[index].evidence);
    evidence("runners_up", explanations[index].runners_up);
    out_.close();
  }

  void evidence(std::string_view key, const std::vector<Evidence>& items) {
    out_.key(key).open('[');
    for (const Evidence& item : items) {
      out_.open('{');
      out_.key("source").string(item.source);
      out_.key("text").string(item.text);
      out_.key("weight").rounded(item.weight, kWeightPlaces);
      out_.close();
    }
    out_.close();
  }

  void ends(Span span) {
    out_.key("start").number(offsets_.from_byte(span.begin));
    out_.key("end").number(offsets_.from_byte(span.end));
  }

  void span(const Span& span) {
    out_.open('[');
    out_.number(offsets_.from_byte(span.begin));
    out_.number(offsets_.from_byte(span.end));
    out_.close();
  }

  void spans(const std::vector<Span>& items) {
    out_.open('[');
    for (const Span& item : items) span(item);
    out_.close();
  }

  void known_spans(std::string_view key, const std::vector<Span>& items) {
    out_.key(key);
    items.empty() ? out_.null() : spans(items);
  }

  void optional_number(std::string_view key, std::optional<std::uint32_t> value) {
    out_.key(key);
    value ? out_.number(*value) : out_.null();
  }

  void optional_string(std::string_view key, std::optional<std::string_view> value) {
    out_.key(key);
    value ? out_.string(*value) : out_.null();
  }

  template <typename Item>
  static std::size_t index_in(const std::vector<Item>& items, const Item& item) {
    return static_cast<std::size_t>(&item - items.data());
  }

  const Document& document_;
  const WriteOptions& options_;
  OffsetMap offsets_;
  JsonOutput out_;
};

std::string write_json(const Document& document, std::string_view id, const WriteOptions& options, bool pretty) {
  std::string out;
  out.reserve(256 + 256 * document.mentions.size() + 128 * document.entities.size() + 512 * document.quotes.size());
  DocumentJson(document, options, pretty, out).write(id);
  return out;
}

}  // namespace

std::string to_json(const Document& document, std::string_view id, const WriteOptions& options) {
  return write_json(document, id, options, false);
}

std::string to_pretty_json(const Document& document, std::string_view id, const WriteOptions& options) {
  return write_json(document, id, options, true);
}

}  // namespace quoth
