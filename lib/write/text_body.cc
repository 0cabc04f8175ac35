#include "write/text_body.h"

#include <algorithm>

#include "write/columns.h"
#include "write/utf8.h"

namespace quoth::internal {
namespace {

/// Puts words on lines. A mark that is open at a line's end is closed there and opened again on the next line, so that
/// a pager that shows single lines keeps the colour.
class LineFiller {
 public:
  LineFiller(std::size_t width, std::string& out) : out_(out), width_(width) {}

  void add(std::string_view bytes, int columns) {
    if (word_.empty()) mark_at_word_ = mark_;
    word_ += bytes;
    word_columns_ += static_cast<std::size_t>(columns);
  }

  void open(const PaintMark& mark) {
    add(mark.open, mark.columns);
    mark_ = mark;
  }

  void close() {
    // A close that stands alone belongs to the word before it.
    if (word_.empty() && space_) {
      out_ += mark_.close;
      line_columns_ += static_cast<std::size_t>(mark_.columns);
    } else {
      add(mark_.close, mark_.columns);
    }
    mark_ = {};
  }

  void space() {
    finish_word();
    space_ = true;
  }

  void line_break() {
    finish_word();
    space_ = false;
    if (!empty_) breaks_ = std::min(breaks_ + 1, 2);
  }

  void finish() {
    finish_word();
    if (!empty_) out_ += '\n';
  }

 private:
  void finish_word() {
    if (word_.empty()) return;
    if (breaks_ > 0) {
      start_line(breaks_);
    } else if (space_ && line_columns_ > 0) {
      const bool fits = line_columns_ + 1 + word_columns_ <= width_;
      if (fits) {
        out_ += ' ';
        ++line_columns_;
      } else {
        start_line(1);
      }
    }
    out_ += word_;
    line_columns_ += word_columns_;
    word_.clear();
    word_columns_ = 0;
    breaks_ = 0;
    space_ = false;
    empty_ = false;
  }

  void start_line(int breaks) {
    const bool inside_color = !mark_at_word_.open.empty() && mark_at_word_.columns == 0;
    if (inside_color) out_ += mark_at_word_.close;
    out_.append(static_cast<std::size_t>(breaks), '\n');
    if (inside_color) out_ += mark_at_word_.open;
    line_columns_ = 0;
  }

  std::string& out_;
  std::size_t width_;
  std::string word_;
  std::size_t word_columns_ = 0;
  std::size_t line_columns_ = 0;
  PaintMark mark_;          // open now
  PaintMark mark_at_word_;  // open where the word began
  int breaks_ = 0;
  bool space_ = false;
  bool empty_ = true;
};

void add_character(std::string_view bytes, const Utf8Character& character, LineFiller& lines) {
  const std::string shown = one_line(bytes);  // empty for white space
  if (character.code == '\n') return lines.line_break();
  if (shown.empty()) return lines.space();
  lines.add(shown, column_width(character.code));
}

void add_stretch(std::string_view text, LineFiller& lines) {
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character character = utf8_at(text, at);
    add_character(text.substr(at, character.size), character, lines);
    at += character.size;
  }
}

}  // namespace

void append_marked_text(const Document& document, const Paint& paint, std::size_t width, std::string& out) {
  const std::string_view text = document.text;
  LineFiller lines(width, out);
  std::uint32_t at = 0;
  for (const Mention& mention : document.mentions) {
    if (mention.form != Form::name || mention.span.begin < at) continue;
    add_stretch(text.substr(at, mention.span.begin - at), lines);
    lines.open(paint.name(mention.label));
    add_stretch(document.text_of(mention), lines);
    lines.close();
    at = mention.span.end;
  }
  add_stretch(text.substr(at), lines);
  lines.finish();
}

}  // namespace quoth::internal
