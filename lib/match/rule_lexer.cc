#include "match/rule_lexer.h"

#include <algorithm>

#include "match/source_text.h"

namespace quoth::internal {
namespace {

constexpr std::string_view kMarks = "=:|()?*+!&^$@";
constexpr std::uint32_t kHugeCount = 1000000;  // larger numbers are cut to it: the parser refuses both

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || byte >= 0x80;
}
class Lexer {
 public:
  Lexer(const RuleFile& file, std::vector<Fault>& faults)
      : file_(file), text_(without_byte_order_mark(file.text)), faults_(faults) {}

  std::vector<RuleToken> run() {
    for (skip_space(); at_ < text_.size(); skip_space()) read_token();
    begin(RuleTokenKind::end);
    return std::move(tokens_);
  }

 private:
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\n'; }

  void skip_space() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '#') {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if (c == '\n') {
        line_begin_ = ++at_;
        ++line_;
      } else if (is_blank(c)) {
        ++at_;
      } else {
        return;
      }
    }
  }

  RuleToken& begin(RuleTokenKind kind) {
    RuleToken token;
    token.kind = kind;
    token.place = {line_, static_cast<std::uint32_t>(at_ - line_begin_ + 1)};
    token.starts_line = at_ == line_begin_;
    return tokens_.emplace_back(std::move(token));
  }

  void fault(RuleToken& token, std::string message) {
    faults_.push_back({file_.name, token.place.line, token.place.column, std::move(message)});
    token.kind = RuleTokenKind::broken;
  }

  void read_token() {
    const char c = peek();
    if (is_letter(c)) return read_name();
    if (c == '"') return read_quoted(RuleTokenKind::folded, '"');
    if (c == '\'') return read_quoted(RuleTokenKind::exact, '\'');
    if (c == '/') return read_regex();
    if (c == '{') return begins_count() ? read_count() : read_enclosed(RuleTokenKind::list, '}');
    if (c == '[') return read_enclosed(RuleTokenKind::label, ']');
    RuleToken& token = begin(RuleTokenKind::mark);
    token.text = c;
    ++at_;
    if (kMarks.find(c) == std::string_view::npos) fault(token, stray(c));
  }

  /// Whether a '{' begins a repeat count, or what was meant as one.
  bool begins_count() const {
    std::size_t ahead = 1;
    while (is_blank(peek(ahead))) ++ahead;
    return is_digit(peek(ahead)) || peek(ahead) == ',';
  }

  static std::string stray(char c) {
    if (is_digit(c) || c == ',' || c == '.' || c == '-' || c == ';') {
      return std::string("unexpected '") + c + "': put numbers and punctuation of the text in quotes";
    }
    if (c > ' ' && c <= '~') return std::string("unexpected '") + c + "'";
    return "unexpected control character";
  }

  void read_name() {
    RuleToken& token = begin(RuleTokenKind::name);
    while (is_letter(peek()) || is_digit(peek())) token.text += text_[at_++];
    if (has_punctuation(token.text)) {
      fault(token, "curly quotes, dashes and other punctuation of the text must stand in straight quotes");
    }
  }

  /// Whether there is a character of U+2000 to U+203F (or a no-break space), as word processors put them in.
  static bool has_punctuation(std::string_view name) {
    return name.find("\xE2\x80") != std::string_view::npos || name.find("\xC2\xA0") != std::string_view::npos;
  }

  /// Reads behind an opening mark up to `close`, which must stand on the same line. A backslash goes before `close` or
  /// itself to mean the character.
  bool read_until(char close, bool keep_escapes, std::string& out) {
    ++at_;
    while (peek() != close) {
      if (peek() == '\n') return false;
      if (peek() == '\\' && (peek(1) == close || peek(1) == '\\')) {
        if (keep_escapes && peek(1) == '\\') out += '\\';
        ++at_;
      }
      out += text_[at_++];
    }
    ++at_;
    return true;
  }

  void read_quoted(RuleTokenKind kind, char mark) {
    RuleToken& token = begin(kind);
    if (!read_until(mark, false, token.text)) return fault(token, std::string("no closing ") + mark + " in this line");
    if (trimmed(token.text).empty()) fault(token, "nothing between the quotes");
  }

  void read_regex() {
    RuleToken& token = begin(RuleTokenKind::regex);
    if (!read_until('/', true, token.text)) return fault(token, "no closing / in this line");
    if (token.text.empty()) return fault(token, "nothing between the slashes");
    if (peek() == 'i' && !is_letter(peek(1)) && !is_digit(peek(1))) {
      token.min = 1;
      ++at_;
    } else if (is_letter(peek())) {
      fault(token, "unknown flag behind /.../: only i (any case) may stand there");
    }
  }

  void read_enclosed(RuleTokenKind kind, char close) {
    RuleToken& token = begin(kind);
    const std::size_t from = at_ + 1;
    std::size_t end = from;
    while (end < text_.size() && text_[end] != close && text_[end] != '\n' && text_[end] != '(') ++end;
    const bool closed = end < text_.size() && text_[end] == close;
    token.text = trimmed(text_.substr(from, end - from));
    at_ = closed ? end + 1 : end;
    if (!closed) return fault(token, std::string("no closing ") + close);
    if (token.text.empty()) fault(token, close == '}' ? "expected the name of a list in {}" : "expected a label in []");
  }

  std::uint32_t read_number() {
    std::uint32_t value = 0;
    while (is_digit(peek())) value = std::min(kHugeCount, value * 10 + static_cast<std::uint32_t>(text_[at_++] - '0'));
    return value;
  }

  void skip_blanks() {
    while (is_blank(peek())) ++at_;
  }

  void read_count() {
    RuleToken& token = begin(RuleTokenKind::count);
    ++at_;
    const bool no_number = !is_digit(peek());
    token.min = token.max = read_number();
    skip_blanks();
    if (peek() == ',') {
      ++at_;
      skip_blanks();
      token.max = is_digit(peek()) ? read_number() : kNoLimit;
      skip_blanks();
    }
    if (no_number || peek() != '}') fault(token, "expected {m}, {m,} or {m,n}");
    while (peek() != '}' && peek() != '\n') ++at_;
    if (peek() == '}') ++at_;
  }

  const RuleFile& file_;
  std::string_view text_;
  std::vector<Fault>& faults_;
  std::vector<RuleToken> tokens_;
  std::size_t at_ = 0;
  std::size_t line_begin_ = 0;
  std::uint32_t line_ = 1;
};

}  // namespace

std::vector<RuleToken> read_rule_tokens(const RuleFile& file, std::vector<Fault>& faults) {
  return Lexer(file, faults).run();
}

}  // namespace quoth::internal
