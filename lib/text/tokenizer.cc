#include "text/tokenizer.h"

// Tested by tests/unit/text_tokenizer_test.cc.

#include <unicode/rbbi.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <limits>
#include <new>
#include <stdexcept>
#include <utility>

#include "base/frozen.h"
#include "text/unicode.h"

namespace quoth::internal {
namespace {

// What a rule's status says: see the head of token.rbbi.
enum class Kind : std::int32_t { space = 1, word = 2, number = 3, punct = 4, symbol = 5, web = 6, other = 7 };
enum class Cut : std::int32_t { none = 0, before_capitals = 1, behind_stop = 2, around_stop = 3 };

struct Status {
  Kind kind;
  Cut cut;
  std::int32_t suffix;  // code points
};

Status read_status(std::int32_t value) {
  const std::int32_t kind = value % 10;
  const std::int32_t cut = value / 100;
  return {kind >= 1 && kind <= 7 ? Kind{kind} : Kind::other, cut >= 1 && cut <= 3 ? Cut{cut} : Cut::none,
          value / 10 % 10};
}

// Bits of a byte.
enum ByteClass : unsigned char { kUpper = 1, kLower = 2, kDigit = 4, kMark = 8, kWide = 16 };

struct ByteTable {
  std::array<unsigned char, 256> classes{};
  std::array<char, 256> folded{};

  constexpr ByteTable() {
    for (unsigned c = 0; c < 256; ++c) {
      const bool upper = c >= 'A' && c <= 'Z';
      folded[c] = static_cast<char>(upper ? c + ('a' - 'A') : c);
      classes[c] = upper                  ? kUpper
                   : c >= 'a' && c <= 'z' ? kLower
                   : c >= '0' && c <= '9' ? kDigit
                   : c >= 0x80            ? kWide
                                          : kMark;
    }
  }
};
constexpr ByteTable kBytes;

// The shape of a word of ASCII bytes, from the bits of all bytes and of the first, and the number of capitals; where
// these do not decide, letter by letter.
Shape ascii_shape(std::string_view word, unsigned all, unsigned capitals) {
  const unsigned first = kBytes.classes[static_cast<unsigned char>(word.front())];
  if (capitals == 0) return (all & kLower) != 0 ? Shape::lower : Shape::other;
  if (capitals == 1 && first == kUpper && (all & kLower) != 0) return Shape::cap;
  return shape_of_word(word);
}

// Flags of the token behind a gap.
std::uint8_t gap_flags(std::string_view gap) {
  if (gap.empty()) return 0;
  if (gap == " ") return kSpaceBefore;
  int lines = 0;
  bool paragraph = false;
  for (std::size_t at = 0; at < gap.size();) {
    const char32_t c = decode(gap, at);
    if (c == '\r' && at < gap.size() && gap[at] == '\n') ++at;
    if (c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == '\v' || c == '\f') ++lines;
    paragraph |= c == 0x2029;
  }
  int flags = kSpaceBefore;
  if (lines > 0 || paragraph) flags |= kLineBefore;
  if (lines > 1 || paragraph) flags |= kParagraphBefore;
  return static_cast<std::uint8_t>(flags);
}

// Where the last `count` code points of a word begin.
std::uint32_t suffix_begin(std::string_view text, std::uint32_t begin, std::uint32_t end, std::int32_t count) {
  while (end > begin && count > 0) {
    --end;
    count -= (static_cast<unsigned char>(text[end]) & 0xC0) != 0x80;
  }
  return end;
}

// Where the run of capitals begins that a word ends in.
std::uint32_t capitals_begin(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t capitals = end;
  for (std::uint32_t at = end; at > begin;) {
    at = suffix_begin(text, begin, at, 1);
    std::size_t next = at;
    const LetterCase letter = letter_case(decode(text, next));
    if (letter == LetterCase::lower) break;
    if (letter == LetterCase::upper) capitals = at;
  }
  return capitals;
}

// Appends tokens and their folded forms.
class Appender {
 public:
  Appender(std::string_view text, Tokens& out, std::string& scratch) : text_(text), out_(out), scratch_(scratch) {
    out_.text = text;
    out_.items.clear();
    out_.words.clear();
    out_.items.reserve(text.size() / 4);  // few texts have more; what is left over is never touched
    // Most folded forms are as long as the word: what is left over is cut off at the end.
    out_.folded.resize(text.size());
  }

  void add(std::uint32_t begin, std::uint32_t end, Status status) {
    if (is_stop_and_dots(begin, end, status)) {
      push(begin, begin + 1, status.kind);
      space(begin + 1, begin + 2);
      return push(begin + 2, end, status.kind);
    }
    if (status.suffix == 0 && status.cut == Cut::none) return push(begin, end, status.kind);
    const std::uint32_t suffix = suffix_begin(text_, begin, end, status.suffix);
    add_cut(begin, suffix, status);
    push_glued(suffix, end, is_dots(suffix) ? Kind::punct : Kind::word);
  }

  void space(std::uint32_t begin, std::uint32_t end) { next_flags_ |= gap_flags(text_.substr(begin, end - begin)); }

  void finish() { out_.folded.resize(folded_size_); }

 private:
  bool is_dots(std::uint32_t at) const { return at < text_.size() && text_[at] == '.'; }

  // "end. . . ." is a full stop and an ellipsis of three: "end." and ". . .".
  bool is_stop_and_dots(std::uint32_t begin, std::uint32_t end, Status status) const {
    return status.kind == Kind::punct && end - begin == 7 && next_flags_ == 0 && text_.substr(begin, 7) == ". . . .";
  }

  void add_cut(std::uint32_t begin, std::uint32_t end, Status status) {
    if (status.cut == Cut::before_capitals) {
      const std::uint32_t cut = capitals_begin(text_, begin, end);
      push(begin, cut, status.kind);
      return push_glued(cut, end, status.kind);
    }
    const std::size_t stop = status.cut == Cut::none ? std::string_view::npos : text_.substr(0, end).rfind('.');
    if (stop == std::string_view::npos || stop < begin) return push(begin, end, status.kind);
    const auto cut = static_cast<std::uint32_t>(stop);
    if (status.cut == Cut::behind_stop) {
      push(begin, cut + 1, status.kind);
    } else {
      add_cut(begin, cut, status);
      push_glued(cut, cut + 1, Kind::punct);
    }
    push_glued(cut + 1, end, status.kind);
  }

  void push_glued(std::uint32_t begin, std::uint32_t end, Kind kind) {
    if (begin == end) return;
    next_flags_ |= kGlued;
    push(begin, end, kind);
  }

  void push(std::uint32_t begin, std::uint32_t end, Kind kind) {
    if (begin == end) return;
    Token token;
    token.begin = begin;
    token.end = end;
    token.flags = std::exchange(next_flags_, std::uint8_t{0});
    fill_word(token, kind);
    out_.items.push_back(token);
  }

  void fill_word(Token& token, Kind kind) {
    const std::string_view written = text_.substr(token.begin, token.end - token.begin);
    if (out_.folded.size() - folded_size_ < written.size()) out_.folded.resize(2 * out_.folded.size() + written.size());
    char* const folded = out_.folded.data() + folded_size_;
    unsigned all = 0;
    unsigned capitals = 0;
    for (std::size_t i = 0; i < written.size(); ++i) {
      const auto byte = static_cast<unsigned char>(written[i]);
      all |= kBytes.classes[byte];
      capitals += kBytes.classes[byte] & kUpper;
      folded[i] = kBytes.folded[byte];
    }
    token.fold_begin = static_cast<std::uint32_t>(folded_size_);
    token.fold_size = (all & kWide) != 0 ? fold_wide(written) : token.end - token.begin;
    folded_size_ += token.fold_size;
    token.hash = hash_bytes(std::string_view(out_.folded).substr(token.fold_begin, token.fold_size));
    token.shape = shape_of(written, kind, all, capitals);
  }

  std::uint32_t fold_wide(std::string_view written) {
    scratch_.clear();
    fold(written, scratch_);
    if (out_.folded.size() - folded_size_ < scratch_.size())
      out_.folded.resize(2 * out_.folded.size() + scratch_.size());
    scratch_.copy(out_.folded.data() + folded_size_, scratch_.size());
    return static_cast<std::uint32_t>(scratch_.size());
  }

  static Shape shape_of(std::string_view written, Kind kind, unsigned all, unsigned capitals) {
    switch (kind) {
      case Kind::word:
        return (all & kWide) != 0 ? shape_of_word(written) : ascii_shape(written, all, capitals);
      case Kind::number:
        return Shape::number;
      case Kind::punct:
        return Shape::punct;
      case Kind::symbol:
        return Shape::symbol;
      case Kind::web:
        return Shape::web;
      default:
        return is_letter_like(written) ? Shape::other : Shape::symbol;
    }
  }
  // Not a byte that is no UTF-8, nor a control character: no name has one.
  static bool is_letter_like(std::string_view written) {
    std::size_t at = 0;
    const char32_t c = decode(written, at);
    return c != kInvalidByte && c >= 0x20 && (c < 0x7F || c > 0x9F);
  }

  std::string_view text_;
  Tokens& out_;
  std::string& scratch_;
  std::size_t folded_size_ = 0;
  std::uint8_t next_flags_ = kSpaceBefore | kLineBefore | kParagraphBefore;
};

void throw_if_out_of_memory(UErrorCode status) {
  if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
}

[[noreturn]] void throw_rule_error(std::string_view file, const UParseError& where, UErrorCode status) {
  throw_if_out_of_memory(status);
  Fault fault;
  fault.file = file;
  fault.line = where.line > 0 ? static_cast<std::uint32_t>(where.line) : 0;
  fault.column = where.line > 0 && where.offset >= 0 ? static_cast<std::uint32_t>(where.offset) + 1 : 0;
  fault.message = std::string("broken token rule (") + u_errorName(status) + ")";
  throw LoadError(std::move(fault));
}

// Whether bytes begin as this ICU's compiled rules do: magic and format version. ICU itself leaks memory where they
// don't.
bool has_compiled_head(std::string_view bytes) {
  constexpr std::size_t kMinBytes = 64;
  constexpr std::size_t kHeadBytes = 8;
  UParseError where{};
  UErrorCode status = U_ZERO_ERROR;
  icu::RuleBasedBreakIterator smallest(icu::UnicodeString(".;", -1, US_INV), where, status);
  throw_if_out_of_memory(status);
  if (U_FAILURE(status) || bytes.size() < kMinBytes) return false;
  std::uint32_t size = 0;
  const std::uint8_t* own = smallest.getBinaryRules(size);
  return std::equal(own, own + kHeadBytes, reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

}  // namespace

struct Tokenizer::State {
  std::unique_ptr<icu::RuleBasedBreakIterator> iterator;
};

Tokenizer::Tokenizer() = default;

Tokenizer::Tokenizer(std::string_view rules, std::string_view file) : state_(std::make_unique<State>()) {
  UParseError where{};
  UErrorCode status = U_ZERO_ERROR;
  const auto source = icu::UnicodeString::fromUTF8(icu::StringPiece(rules.data(), static_cast<int32_t>(rules.size())));
  state_->iterator = std::make_unique<icu::RuleBasedBreakIterator>(source, where, status);
  if (U_FAILURE(status)) throw_rule_error(file, where, status);
}

Tokenizer Tokenizer::from_compiled(std::string_view bytes, std::string_view file) {
  UErrorCode status = has_compiled_head(bytes) ? U_ZERO_ERROR : U_INVALID_FORMAT_ERROR;
  Tokenizer tokenizer;
  tokenizer.state_ = std::make_unique<State>();
  if (U_SUCCESS(status)) {
    tokenizer.state_->iterator = std::make_unique<icu::RuleBasedBreakIterator>(
        reinterpret_cast<const uint8_t*>(bytes.data()), static_cast<std::uint32_t>(bytes.size()), status);
  }
  throw_if_out_of_memory(status);
  if (U_FAILURE(status)) {
    Fault fault;
    fault.file = file;
    fault.message = std::string("compiled token rules do not fit this ICU (") + u_errorName(status) + ")";
    throw LoadError(std::move(fault));
  }
  return tokenizer;
}

std::string Tokenizer::compiled() const {
  if (!state_) return {};
  std::uint32_t size = 0;
  const std::uint8_t* bytes = state_->iterator->getBinaryRules(size);
  return {reinterpret_cast<const char*>(bytes), size};
}

Tokenizer::~Tokenizer() = default;
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;

struct Tokenizer::Cursor::State {
  std::unique_ptr<icu::RuleBasedBreakIterator> iterator;
  UText text = UTEXT_INITIALIZER;
  std::string scratch;

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { utext_close(&text); }
};

Tokenizer::Cursor::Cursor(const Tokenizer& tokenizer) : state_(std::make_unique<State>()) {
  if (!tokenizer.state_) throw std::logic_error("a tokenizer without rules");
  state_->iterator.reset(tokenizer.state_->iterator->clone());
  if (!state_->iterator) throw std::bad_alloc();
}

Tokenizer::Cursor::~Cursor() = default;
Tokenizer::Cursor::Cursor(Cursor&&) noexcept = default;
Tokenizer::Cursor& Tokenizer::Cursor::operator=(Cursor&&) noexcept = default;

void Tokenizer::Cursor::tokenize(std::string_view text, Tokens& out) {
  if (text.size() >= static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) {
    throw std::length_error("a text must be shorter than 2 GiB");
  }
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&state_->text, text.empty() ? "" : text.data(), static_cast<std::int64_t>(text.size()), &status);
  icu::RuleBasedBreakIterator& iterator = *state_->iterator;
  iterator.setText(&state_->text, status);
  if (U_FAILURE(status)) throw std::bad_alloc();
  Appender appender(text, out, state_->scratch);
  std::int32_t begin = iterator.first();
  for (std::int32_t end = iterator.next(); end != icu::BreakIterator::DONE; begin = end, end = iterator.next()) {
    const Status token = read_status(iterator.getRuleStatus());
    if (token.kind == Kind::space) {
      appender.space(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end));
    } else {
      appender.add(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), token);
    }
  }
  appender.finish();
}

}  // namespace quoth::internal
