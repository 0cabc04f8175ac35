#include "write/text_explanations.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "write/columns.h"

namespace quoth::internal {
namespace {

constexpr std::string_view kMarginBefore = "      ";
constexpr std::size_t kFigureColumns = 8;
constexpr std::size_t kMostFeatures = 10;
constexpr std::size_t kLongestQuote = 60;

// Rows of lists and rules are few; the features of weights are many.
bool is_feature(const Evidence& item) { return item.source.starts_with("weights: "); }

std::string padded_left(const std::string& text, std::size_t columns) {
  return std::string(columns - std::min(columns, text.size()), ' ') + text;
}

// By hand, since printf() asks the locale for the decimal point.
std::string weight_text(float weight) {
  const long hundredths = std::lround(std::clamp(weight, -9999.0F, 9999.0F) * 100);
  const std::string digits = std::to_string(std::labs(hundredths) % 100);
  return padded_left((hundredths < 0 ? "-" : "+") + std::to_string(std::labs(hundredths) / 100) + '.' +
                         std::string(2 - digits.size(), '0') + digits,
                     kFigureColumns);
}

std::string percent_text(float share) {
  const long tenths = std::lround(1000 * std::clamp(share, 0.0F, 1.0F));
  return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10) + " %";
}

void append_line(const std::string& figure, const Evidence& item, std::string& out) {
  out.append(kMarginBefore).append(figure).append("  ").append(one_line(item.source));
  if (!item.text.empty()) out.append("  ").append(one_line(item.text));
  out += '\n';
}

void append_evidence(const std::vector<Evidence>& items, bool all, std::string& out) {
  if (items.empty()) return;
  out += "    for (+) and against (-)\n";
  std::size_t features = 0, left_out = 0;
  float rest = 0;
  for (const Evidence& item : items) {
    if (is_feature(item) && ++features > kMostFeatures && !all) {
      ++left_out;
      rest += item.weight;
    } else {
      append_line(weight_text(item.weight), item, out);
    }
  }
  if (left_out > 0)
    out.append(kMarginBefore).append(weight_text(rest)) +=
        "  " + std::to_string(left_out) + " weaker weights together\n";
}

void append_readings(const std::vector<Evidence>& items, std::string& out) {
  if (items.empty()) return;
  out += "    next best\n";
  for (const Evidence& item : items)
    append_line(padded_left(percent_text(item.weight), kFigureColumns), {item.text, "", 0}, out);
}

void append_explanation(const std::string& title, const Explanation& explanation, bool all, std::string& out) {
  if (!out.empty()) out += '\n';
  out += title + '\n';
  append_evidence(explanation.evidence, all, out);
  append_readings(explanation.runners_up, out);
}

/// "Ada Okoye  PERSON  98.2 %  line 3", and whom it means if the words don't tell.
std::string title_of(const Document& document, MentionId id, std::size_t line, const Paint& paint) {
  const Mention& mention = document.mentions[id];
  const std::string words = one_line(document.text_of(mention));
  std::string title = painted(paint.name(mention.label), words) + "  " + one_line(document.label_name(mention.label)) +
                      "  " + percent_text(mention.confidence) + "  line " + std::to_string(line);
  const std::string name = mention.entity ? one_line(document.name(id)) : words;
  if (mention.form != Form::name) title += mention.form == Form::pronoun ? "  pronoun" : "  noun phrase";
  return name == words ? title : title + "  means " + name;
}

std::string title_of(const Document& document, const Quote& quote) {
  return "quote: " + cut_to(one_line(document.text_of(quote)), kLongestQuote);
}

}  // namespace

void append_explanations(const Document& document, const Paint& paint, bool all, std::string& out) {
  const std::size_t mentions = std::min(document.mentions.size(), document.mention_explanations.size());
  const std::size_t quotes = std::min(document.quotes.size(), document.quote_explanations.size());
  std::size_t line = 1, counted = 0;
  for (std::size_t i = 0; i < mentions; ++i) {
    for (; counted < document.mentions[i].span.begin; ++counted) line += document.text[counted] == '\n';
    append_explanation(title_of(document, static_cast<MentionId>(i), line, paint), document.mention_explanations[i],
                       all, out);
  }
  for (std::size_t i = 0; i < quotes; ++i)
    append_explanation(title_of(document, document.quotes[i]), document.quote_explanations[i], all, out);
}

}  // namespace quoth::internal
