// Marked articles as labelled JSONL. Tested by tests/unit/tools_marked_text_test.cc.

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tools/marked_text.h"

namespace quoth::internal {
namespace {

using nlohmann::ordered_json;

constexpr std::array<std::string_view, kNameTypes> kTypes = {"PERSON", "LOCATION", "ORG", "MISC"};
constexpr std::array<std::string_view, 3> kQuoteTypes = {"direct", "mixed", "indirect"};

// Counts code points from the text's begin on.
class Offsets {
 public:
  explicit Offsets(std::string_view text) {
    std::uint32_t count = 0;
    for (const char c : text) {
      before_.push_back(count);
      if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80) ++count;
    }
    before_.push_back(count);
  }
  std::uint32_t operator[](std::uint32_t byte) const { return before_[byte]; }

  ordered_json list(const std::vector<Span>& spans) const {
    if (spans.empty()) return nullptr;
    ordered_json out = ordered_json::array();
    for (const Span span : spans) out.push_back({before_[span.begin], before_[span.end]});
    return out;
  }

 private:
  std::vector<std::uint32_t> before_;
};

ordered_json json_of(const MarkedQuote& quote, const Offsets& offsets) {
  ordered_json out;
  out["content"] = offsets.list(quote.content);
  out["speaker"] = offsets.list(quote.speaker);
  out["cue"] = offsets.list(quote.cue);
  out["addressee"] = offsets.list(quote.addressee);
  out["type"] = kQuoteTypes[static_cast<std::size_t>(quote.type)];
  out["speaker_name"] = quote.speaker_name.empty() ? ordered_json(nullptr) : ordered_json(quote.speaker_name);
  out["speech"] = true;
  out["nested"] = false;
  return out;
}

}  // namespace

std::string labelled_json(const MarkedText& text) {
  const Offsets offsets(text.text);
  ordered_json out;
  out["id"] = text.id;
  out["text"] = text.text;
  out["entities"] = ordered_json::array();
  for (const GoldName& name : text.names)
    out["entities"].push_back(
        {offsets[name.span.begin], offsets[name.span.end], kTypes[static_cast<std::size_t>(name.type)]});
  out["quotes"] = ordered_json::array();
  for (const MarkedQuote& quote : text.quotes) out["quotes"].push_back(json_of(quote, offsets));
  return out.dump();
}

}  // namespace quoth::internal
