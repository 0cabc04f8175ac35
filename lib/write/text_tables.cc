#include "write/text_tables.h"

#include <algorithm>
#include <array>
#include <vector>

#include "write/columns.h"

namespace quoth::internal {
namespace {

constexpr std::size_t kLongestName = 34;
constexpr std::string_view kIndent = "  ";
constexpr std::string_view kGap = "  ";
constexpr std::string_view kGridGap = "    ";

std::string padded(std::string text, std::size_t columns) {
  text.append(columns - std::min(columns, columns_of(text)), ' ');
  return text;
}

std::string padded_left(const std::string& text, std::size_t columns) {
  return std::string(columns - std::min(columns, text.size()), ' ') + text;
}

void append_heading(std::string_view title, const Paint& paint, std::string& out) {
  if (!out.empty()) out += '\n';
  out += painted(paint.heading(), title);
  out += '\n';
}

std::string label_title(const Document& document, LabelId label) {
  constexpr std::array<std::string_view, 3> titles = {"People", "Places", "Organisations"};
  return label < titles.size() ? std::string(titles[label]) : one_line(document.label_name(label));
}

/// The order in which labels are shown: people, organisations, places, then what packs add.
std::vector<LabelId> labels_in_order(const Document& document) {
  std::vector<LabelId> order = {kPerson, kOrganization, kLocation};
  for (std::size_t label = order.size(); label < document.labels.size(); ++label) {
    order.push_back(static_cast<LabelId>(label));
  }
  return order;
}

std::vector<const Entity*> entities_of(const Document& document, LabelId label) {
  std::vector<const Entity*> found;
  for (const Entity& entity : document.entities) {
    if (entity.label == label) found.push_back(&entity);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Entity* a, const Entity* b) { return a->mentions.size() > b->mentions.size(); });
  return found;
}

/// Cells of one width, read down the columns as in a telephone book. Cells may hold colours: `cell` says how wide.
void append_grid(const std::vector<std::string>& cells, std::size_t cell, std::size_t width, std::string& out) {
  const std::size_t across =
      std::max<std::size_t>(1, (width - kIndent.size() + kGridGap.size()) / (cell + kGridGap.size()));
  const std::size_t down = (cells.size() + across - 1) / across;
  for (std::size_t row = 0; row < down; ++row) {
    std::string line(kIndent);
    for (std::size_t i = row; i < cells.size(); i += down) {
      if (i != row) line += kGridGap;
      line += cells[i];
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + '\n';
  }
}

void append_entities_of(const Document& document, LabelId label, const Paint& paint, std::size_t width,
                        std::string& out) {
  const std::vector<const Entity*> entities = entities_of(document, label);
  if (entities.empty()) return;
  append_heading(painted(paint.name(label), label_title(document, label)), paint, out);
  const std::size_t digits = std::to_string(entities.front()->mentions.size()).size();
  std::vector<std::string> names;
  std::size_t widest = 0;
  for (const Entity* entity : entities) {
    names.push_back(cut_to(one_line(entity->name), std::min(kLongestName, width - digits - 8)));
    widest = std::max(widest, columns_of(names.back()));
  }
  std::vector<std::string> cells;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string count = padded_left(std::to_string(entities[i]->mentions.size()), digits);
    cells.push_back(painted(paint.faint(), count) + "  " + padded(names[i], widest));
  }
  append_grid(cells, digits + 2 + widest, width, out);
}

/// What one row of the table of quotes says.
struct QuoteRow {
  std::string speaker;
  PaintMark speaker_mark;
  std::string cue;
  std::string words;
};

std::string joined(const Document& document, const std::vector<Span>& spans) {
  std::string text;
  for (const Span span : spans) {
    if (!text.empty()) text += ' ';
    text += document.text_of(span);
  }
  return one_line(text);
}

std::string words_of(const Document& document, const Quote& quote) {
  std::string words;
  for (const Span part : quote.content) {
    if (!words.empty()) words += " \u2026 ";
    words += one_line(document.text_of(part));
  }
  return quote.type == QuoteType::direct ? "\u201C" + words + "\u201D" : words;
}

QuoteRow row_of(const Document& document, const Paint& paint, const Quote& quote) {
  QuoteRow row{"?", paint.faint(), joined(document, quote.cue), words_of(document, quote)};
  if (const auto entity = document.speaker_entity(quote)) {
    row.speaker = one_line(document.name(*quote.speaker));
    const PaintMark mark = paint.name(document.entities.at(*entity).label);
    row.speaker_mark = mark.columns == 0 ? mark : PaintMark{};
  } else if (!quote.speaker_span.empty()) {
    row.speaker = joined(document, quote.speaker_span);
    row.speaker_mark = {};
  }
  return row;
}

/// The lines of a narrow cell; words wider than it are cut.
std::vector<std::string> cell_lines(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines = wrap(text, columns);
  for (std::string& line : lines) line = cut_to(line, columns);
  return lines;
}

void append_row(const QuoteRow& row, std::size_t speaker_columns, std::size_t cue_columns, std::size_t word_columns,
                std::string& out) {
  const std::vector<std::string> speaker = cell_lines(row.speaker, speaker_columns);
  const std::vector<std::string> cue = cell_lines(row.cue, cue_columns);
  const std::vector<std::string> words = wrap(row.words, word_columns);
  const auto line_of = [](const std::vector<std::string>& lines, std::size_t i) {
    return i < lines.size() ? lines[i] : std::string();
  };
  for (std::size_t i = 0; i < std::max({speaker.size(), cue.size(), words.size()}); ++i) {
    std::string line(kIndent);
    const std::string who = line_of(speaker, i);
    line += who.empty() ? who : painted(row.speaker_mark, who);
    line.append(speaker_columns - columns_of(who), ' ');
    if (cue_columns > 0) line += std::string(kGap) + padded(line_of(cue, i), cue_columns);
    line += std::string(kGap) + line_of(words, i);
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + '\n';
  }
}

std::size_t widest(const std::vector<QuoteRow>& rows, std::string QuoteRow::*cell, std::size_t limit) {
  std::size_t columns = 0;
  for (const QuoteRow& row : rows) columns = std::max(columns, columns_of(row.*cell));
  return std::min(columns, limit);
}

}  // namespace

void append_entities(const Document& document, const Paint& paint, std::size_t width, std::string& out) {
  for (const LabelId label : labels_in_order(document)) append_entities_of(document, label, paint, width, out);
}

void append_quotes(const Document& document, const Paint& paint, std::size_t width, std::string& out) {
  if (document.quotes.empty()) return;
  std::vector<QuoteRow> rows;
  for (const Quote& quote : document.quotes) rows.push_back(row_of(document, paint, quote));
  append_heading("Who said what", paint, out);
  const std::size_t speaker = widest(rows, &QuoteRow::speaker, width / 4);
  const std::size_t cue = widest(rows, &QuoteRow::cue, width / 6);
  const std::size_t before_words = kIndent.size() + speaker + kGap.size() + (cue > 0 ? cue + kGap.size() : 0);
  for (const QuoteRow& row : rows) append_row(row, speaker, cue, width - before_words, out);
}

}  // namespace quoth::internal
