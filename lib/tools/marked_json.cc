// Marked articles as labelled JSONL. Tested by tests/unit/tools_marked_text_test.cc.

#include <array>
#include <string_view>

#include "tools/marked_text.h"
#include "write/json_output.h"
#include "write/offset_map.h"

namespace quoth::internal {
namespace {

constexpr std::array<std::string_view, kNameTypes> kTypes = {"PERSON", "LOCATION", "ORG", "MISC"};
constexpr std::array<std::string_view, 3> kQuoteTypes = {"direct", "mixed", "indirect"};

class Writer {
 public:
  Writer(const MarkedText& text, std::string& out)
      : text_(text), offsets_(text.text, OffsetUnit::codepoints), json_(out, false) {}

  void write() {
    json_.open('{');
    json_.key("id").string(text_.id);
    json_.key("text").string(text_.text);
    json_.key("entities").open('[');
    for (const GoldName& name : text_.names) write_name(name);
    json_.close();
    json_.key("quotes").open('[');
    for (const MarkedQuote& quote : text_.quotes) write_quote(quote);
    json_.close();
    json_.close();
  }

 private:
  void write_offsets(Span span) {
    json_.number(offsets_.from_byte(span.begin));
    json_.number(offsets_.from_byte(span.end));
  }

  void write_name(const GoldName& name) {
    json_.open('[');
    write_offsets(name.span);
    json_.string(kTypes[static_cast<std::size_t>(name.type)]);
    json_.close();
  }

  void write_spans(std::string_view key, const std::vector<Span>& spans) {
    json_.key(key);
    if (spans.empty()) return json_.null();
    json_.open('[');
    for (const Span span : spans) {
      json_.open('[');
      write_offsets(span);
      json_.close();
    }
    json_.close();
  }

  void write_quote(const MarkedQuote& quote) {
    json_.open('{');
    write_spans("content", quote.content);
    write_spans("speaker", quote.speaker);
    write_spans("cue", quote.cue);
    write_spans("addressee", quote.addressee);
    json_.key("type").string(kQuoteTypes[static_cast<std::size_t>(quote.type)]);
    json_.key("speaker_name");
    quote.speaker_name.empty() ? json_.null() : json_.string(quote.speaker_name);
    json_.key("speech").boolean(true);
    json_.key("nested").boolean(false);
    json_.close();
  }

  const MarkedText& text_;
  const OffsetMap offsets_;
  JsonOutput json_;
};

}  // namespace

std::string labelled_json(const MarkedText& text) {
  std::string out;
  Writer(text, out).write();
  return out;
}

}  // namespace quoth::internal
