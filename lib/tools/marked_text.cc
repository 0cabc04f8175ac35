// Tested by tests/unit/tools_marked_text_test.cc.

#include "tools/marked_text.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <utility>

#include "base/mapped_file.h"
#include "text/unicode.h"
#include "tools/marked_checks.h"

namespace quoth::internal {
namespace {

constexpr std::string_view kNameKinds = "PLOM";
constexpr std::string_view kQuoteKinds = "QSCA";

bool is_name_kind(char kind) { return kNameKinds.find(kind) != std::string_view::npos; }

NameType name_type(char kind) { return static_cast<NameType>(kNameKinds.find(kind)); }

// One mark as it stands in the file.
struct Mark {
  bool closing = false;
  std::string_view whole;  // "<S3 Ada Okoye>"
  std::string_view tag;    // "S3"
  std::string_view name;   // "Ada Okoye"
  std::size_t at = 0;      // where it stands

  char kind() const { return tag.front(); }
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "P", or "Q" and a number without a zero in front.
std::string_view tag_at(std::string_view rest) {
  constexpr std::size_t kMostDigits = 6;
  if (rest.empty()) return {};
  if (is_name_kind(rest[0])) return rest.substr(0, 1);
  if (kQuoteKinds.find(rest[0]) == std::string_view::npos) return {};
  std::size_t end = 1;
  while (end < rest.size() && is_digit(rest[end])) ++end;
  const bool number = end > 1 && end <= 1 + kMostDigits && rest[1] != '0';
  return number ? rest.substr(0, end) : std::string_view{};
}

std::optional<Mark> mark_at(std::string_view raw, std::size_t at) {
  Mark mark;
  mark.at = at;
  std::size_t p = at + 1;
  if (p < raw.size() && raw[p] == '/') mark.closing = true, ++p;
  mark.tag = tag_at(raw.substr(std::min(p, raw.size())));
  if (mark.tag.empty()) return std::nullopt;
  p += mark.tag.size();
  if (p < raw.size() && raw[p] == ' ') {
    const std::size_t end = raw.find_first_of("<>", p + 1);
    if (end == std::string_view::npos || end == p + 1) return std::nullopt;
    mark.name = raw.substr(p + 1, end - p - 1);
    p = end;
  }
  if (p >= raw.size() || raw[p] != '>') return std::nullopt;
  mark.whole = raw.substr(at, p + 1 - at);
  return mark;
}

struct MarkedSpan {
  std::string_view tag;
  Span span;
  std::size_t at = 0;  // of the opening mark in the file

  char kind() const { return tag.front(); }
};

using Spans = std::vector<Span>;

// The spans of one quote's marks.
struct QuoteParts {
  std::map<char, Spans> of;
};

// The lines that bytes of a text stand in.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text) {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
      ends_.push_back(at);
  }
  std::uint32_t of(std::size_t at) const {
    return static_cast<std::uint32_t>(std::lower_bound(ends_.begin(), ends_.end(), at) - ends_.begin() + 1);
  }

 private:
  std::vector<std::size_t> ends_;
};

// Takes the marks out of one article.
class MarkReader {
 public:
  MarkReader(std::string_view raw, const std::string& file, const NamesWithApostrophe& exceptions,
             std::vector<Fault>& faults)
      : raw_(raw), lines_(raw), file_(file), exceptions_(exceptions), faults_(faults) {}

  MarkedText read() {
    take_marks();
    for (const Open& open : stack_) fault(open.at, "<" + std::string(open.tag) + "> is never closed");
    find_unknown_marks();
    read_names();
    read_quotes();
    std::stable_sort(out_.names.begin(), out_.names.end(),
                     [](const GoldName& a, const GoldName& b) { return a.span < b.span; });
    return std::move(out_);
  }

 private:
  struct Open {
    std::string_view tag;
    std::uint32_t begin = 0;
    std::size_t at = 0;
  };

  void fault(std::size_t at, std::string what) { fault(lines_, at, std::move(what)); }
  void fault(const LineIndex& lines, std::size_t at, std::string what) {
    faults_.push_back({file_, lines.of(at), 0, std::move(what)});
  }

  std::uint32_t here() const { return static_cast<std::uint32_t>(out_.text.size()); }

  void take_marks() {
    std::size_t last = 0;
    for (std::size_t at = raw_.find('<'); at != std::string_view::npos; at = raw_.find('<', at)) {
      const auto mark = mark_at(raw_, at);
      if (!mark) {
        ++at;
        continue;
      }
      out_.text += raw_.substr(last, at - last);
      at += mark->whole.size();
      last = at;
      mark->closing ? close(*mark) : open(*mark);
    }
    out_.text += raw_.substr(last);
  }

  void open(const Mark& mark) {
    if (is_name_kind(mark.kind()) && open_names_++ > 0)
      fault(mark.at, "<" + std::string(mark.tag) + "> inside another name");
    if (!mark.name.empty()) {
      if (mark.kind() != 'S') fault(mark.at, "only a speaker may be given a name: " + std::string(mark.whole));
      given_names_[std::string(mark.tag)] = mark.name;
    }
    stack_.push_back({mark.tag, here(), mark.at});
  }

  void close(const Mark& mark) {
    if (stack_.empty() || stack_.back().tag != mark.tag)
      return fault(mark.at, "</" + std::string(mark.tag) + "> does not close " +
                                (stack_.empty() ? "anything" : "<" + std::string(stack_.back().tag) + ">"));
    const Open open = stack_.back();
    stack_.pop_back();
    if (is_name_kind(mark.kind())) --open_names_;
    spans_.push_back({open.tag, {open.begin, here()}, open.at});
    if (open.begin == here()) fault(open.at, "<" + std::string(open.tag) + "> marks nothing");
  }

  // What looks like a mark and is none.
  void find_unknown_marks() {
    constexpr std::size_t kMostCharacters = 12;
    const std::string_view text = out_.text;
    const LineIndex lines(text);
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
      const std::size_t end = text.find_first_of("<>", at + 1);
      if (end == std::string_view::npos) return;
      if (text[end] == '>' && code_points(text.substr(at + 1, end - at - 1)) <= kMostCharacters)
        fault(lines, at, "unknown mark " + std::string(text.substr(at, end + 1 - at)));
    }
  }

  std::string_view text_of(Span span) const { return std::string_view(out_.text).substr(span.begin, span.size()); }

  void read_names() {
    for (const MarkedSpan& marked : spans_) {
      if (!is_name_kind(marked.kind())) continue;
      const std::string_view name = text_of(marked.span);
      if (has_space_at_edge(name) || ends_with_possessive(name, exceptions_))
        fault(marked.at, shown(name) + ": white space or possessive inside the mark");
      out_.names.push_back({marked.span, name_type(marked.kind())});
    }
  }

  void read_quotes() {
    std::map<std::uint32_t, QuoteParts> quotes;
    for (const MarkedSpan& marked : spans_)
      if (!is_name_kind(marked.kind())) quotes[number_of(marked)].of[marked.kind()].push_back(marked.span);
    for (auto& [number, parts] : quotes) {
      for (auto& [kind, spans] : parts.of) std::sort(spans.begin(), spans.end());
      if (parts.of.contains('Q')) add_quote(number, parts);
    }
    for (const MarkedSpan& marked : spans_)
      if (!is_name_kind(marked.kind()) && !quotes[number_of(marked)].of.contains('Q'))
        fault(marked.at, "<" + std::string(marked.tag) + "> without <Q" + std::to_string(number_of(marked)) + ">");
  }

  static std::uint32_t number_of(const MarkedSpan& marked) {
    std::uint32_t number = 0;
    for (const char c : marked.tag.substr(1)) number = number * 10 + static_cast<std::uint32_t>(c - '0');
    return number;
  }

  void add_quote(std::uint32_t number, QuoteParts& parts) {
    MarkedQuote quote;
    quote.content = parts.of['Q'], quote.speaker = parts.of['S'];
    quote.cue = parts.of['C'], quote.addressee = parts.of['A'];
    quote.type = marked_quote_type(out_.text, quote.content);
    if (is_turn(quote)) quote.type = QuoteType::direct;
    const auto given = given_names_.find("S" + std::to_string(number));
    if (given != given_names_.end()) {
      quote.speaker_name = given->second;
      if (!is_marked(given->second))
        fault(0, "speaker " + std::to_string(number) + " is named " + shown(given->second) +
                     ", which is no marked name of the text");
    } else if (!quote.speaker.empty()) {
      quote.speaker_name = fullest_name(quote.speaker.front());
    }
    out_.quotes.push_back(std::move(quote));
  }

  bool is_marked(std::string_view name) const {
    return std::any_of(out_.names.begin(), out_.names.end(),
                       [&](const GoldName& n) { return text_of(n.span) == name; });
  }

  // A turn of a transcript: a speaker, a colon, no cue.
  bool is_turn(const MarkedQuote& quote) const {
    if (!quote.cue.empty() || quote.speaker.empty() || quote.speaker[0].end > quote.content[0].begin) return false;
    return stripped(text_of({quote.speaker[0].end, quote.content[0].begin})) == ":";
  }

  // The first person named in the speaker's span, else the name that fills it; a person as named at the longest.
  std::string fullest_name(Span speaker) const {
    std::vector<GoldName> inside;
    for (const GoldName& name : out_.names)
      if (speaker.contains(name.span)) inside.push_back(name);
    std::stable_sort(inside.begin(), inside.end(),
                     [](const GoldName& a, const GoldName& b) { return a.span < b.span; });
    const auto is_person = [](const GoldName& n) { return n.type == NameType::person; };
    auto pick = std::find_if(inside.begin(), inside.end(), is_person);
    const std::size_t size = code_points(text_of(speaker));
    if (pick == inside.end())
      pick = std::find_if(inside.begin(), inside.end(), [&](const GoldName& n) {
        return n.type != NameType::misc && code_points(text_of(n.span)) + 4 >= size;
      });
    if (pick == inside.end()) return {};
    std::string_view name = text_of(pick->span);
    if (pick->type == NameType::person) name = longest_with_last_word(last_word(name));
    return std::string(name);
  }

  std::string_view longest_with_last_word(std::string_view word) const {
    std::string_view longest;
    for (const GoldName& other : out_.names) {
      if (other.type != NameType::person || last_word(text_of(other.span)) != word) continue;
      if (code_points(text_of(other.span)) > code_points(longest)) longest = text_of(other.span);
    }
    return longest;
  }

  std::string_view raw_;
  LineIndex lines_;
  const std::string& file_;
  const NamesWithApostrophe& exceptions_;
  std::vector<Fault>& faults_;
  MarkedText out_;
  std::vector<Open> stack_;
  std::size_t open_names_ = 0;                                        // in the stack
  std::vector<MarkedSpan> spans_;                                     // in the order in which they are closed
  std::map<std::string, std::string_view, std::less<>> given_names_;  // "S3" -> "Ada Okoye"
};

// Line ends as they would be on every machine.
std::string with_plain_line_ends(std::string_view bytes) {
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] != '\r') {
      out += bytes[i];
    } else if (i + 1 == bytes.size() || bytes[i + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

}  // namespace

NamesWithApostrophe read_names_with_apostrophe(std::string_view list) {
  NamesWithApostrophe names;
  for (const std::string plain = with_plain_line_ends(list); const std::string_view line : lines_of(plain))
    if (!line.empty() && line.front() != '#') names.emplace_back(line);
  return names;
}

MarkedText read_marked_text(std::string_view marked, const std::string& file, const NamesWithApostrophe& exceptions,
                            std::vector<Fault>& faults) {
  const std::string plain = with_plain_line_ends(marked);
  if (const std::size_t bad = first_invalid_utf8(plain); bad != plain.size()) {
    faults.push_back({file, LineIndex(plain).of(bad), 0, "is not UTF-8"});
    return {};
  }
  MarkedText text = MarkReader(plain, file, exceptions, faults).read();
  text.id = "own/" + std::filesystem::path(file).stem().string();
  return text;
}

MarkedText read_marked_file(const std::string& path, std::vector<Fault>& faults) {
  const std::filesystem::path list = std::filesystem::path(path).parent_path() / kNamesWithApostropheFile;
  std::error_code error;
  NamesWithApostrophe exceptions;
  if (std::filesystem::exists(list, error)) exceptions = read_names_with_apostrophe(read_file(list));
  return read_marked_text(read_file(path), path, exceptions, faults);
}

}  // namespace quoth::internal
