#include "model/weight_file.h"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <vector>

namespace quoth::internal {
namespace {

constexpr std::array<char, 4> kPartLetters = {'B', 'I', 'L', 'U'};

std::optional<ChainLabel> label_from(std::string_view text) {
  for (ChainLabel l = 0; l < kChainLabels; ++l)
    if (label_text(l) == text) return l;
  return std::nullopt;
}

bool must_escape(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= 0x20 || byte == 0x7F || c == '%' || c == '|' || c == '<';
}

std::string escaped(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (char c : text) {
    if (!must_escape(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
  }
  return out;
}

template <typename Number>
bool parse(std::string_view text, Number& out, int base = 10) {
  const auto result = [&] {
    if constexpr (std::is_floating_point_v<Number>)
      return std::from_chars(text.data(), text.data() + text.size(), out);
    else
      return std::from_chars(text.data(), text.data() + text.size(), out, base);
  }();
  return result.ec == std::errc{} && result.ptr == text.data() + text.size();
}

std::optional<std::string> unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    unsigned byte = 0;
    if (i + 2 >= text.size() || !parse(text.substr(i + 1, 2), byte, 16)) return std::nullopt;
    out += static_cast<char>(byte);
    i += 2;
  }
  return out;
}

std::optional<std::uint64_t> value_from(std::string_view text, ValueKind kind) {
  std::uint64_t number = 0;
  if (kind == ValueKind::number) return parse(text, number) ? std::optional(number) : std::nullopt;
  if (text.size() > 2 && text.front() == '<' && text.back() == '>')
    return parse(text.substr(1, text.size() - 2), number) ? std::optional(number) : std::nullopt;
  const auto word = unescaped(text);
  return word ? std::optional(hash_bytes(*word)) : std::nullopt;
}

std::size_t value_count(const TemplateInfo& info) {
  std::size_t n = 0;
  while (n < info.values.size() && info.values[n] != ValueKind::none) ++n;
  return n;
}

// Reads one line after the other and collects faults.
class Reader {
 public:
  Reader(std::string_view text, const std::string& file) : text_(text), file_(file) {}

  WeightTable read() {
    while (!text_.empty()) {
      ++line_;
      const std::size_t end = text_.find('\n');
      std::string_view line = text_.substr(0, end);
      text_ = end == std::string_view::npos ? std::string_view{} : text_.substr(end + 1);
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      if (!line.empty() && line.front() != '#') read_line(line);
    }
    if (!faults_.empty()) throw LoadError(std::move(faults_));
    return std::move(table_);
  }

 private:
  static constexpr std::size_t kMostFaults = 100;

  void fault(std::string_view line, std::string_view at, std::string message) {
    if (faults_.size() < kMostFaults)
      faults_.push_back({file_, line_, static_cast<std::uint32_t>(at.data() - line.data()) + 1, std::move(message)});
  }

  void read_line(std::string_view line) {
    const std::size_t tab = line.find('\t');
    const std::string_view feature = line.substr(0, tab);
    std::string_view rest = tab == std::string_view::npos ? std::string_view{} : line.substr(tab + 1);
    if (rest.empty()) return fault(line, line, "expected a feature, a tab and LABEL=WEIGHT");
    if (feature == "step") return read_step(line, rest);
    const auto hash = feature_from(feature);
    if (!hash) return fault(line, feature, "unknown feature '" + std::string(feature) + "'");
    WeightTable::Row& row = table_.rows.emplace_back();
    row.feature = *hash;
    for_each_weight(line, rest, [&](ChainLabel label, float weight) {
      if (label == kOutside) return false;
      row.weights[static_cast<std::size_t>(label - 1)] = weight;
      return true;
    });
  }

  void read_step(std::string_view line, std::string_view rest) {
    const std::size_t tab = rest.find('\t');
    const auto from = label_from(rest.substr(0, tab));
    if (!from || tab == std::string_view::npos) return fault(line, rest, "expected a label and a tab after 'step'");
    for_each_weight(line, rest.substr(tab + 1), [&](ChainLabel label, float weight) {
      table_.steps[*from][label] = weight;
      return true;
    });
  }

  template <typename Store>
  void for_each_weight(std::string_view line, std::string_view rest, Store store) {
    while (true) {
      const std::string_view field = rest.substr(0, rest.find('\t'));
      const std::size_t equal = field.find('=');
      float weight = 0;
      const auto label = equal == std::string_view::npos ? std::nullopt : label_from(field.substr(0, equal));
      if (!label || !parse(field.substr(equal + 1), weight) || !std::isfinite(weight) || !store(*label, weight))
        return fault(line, field, "expected LABEL=WEIGHT, not '" + std::string(field) + "'");
      if (field.size() == rest.size()) return;
      rest.remove_prefix(field.size() + 1);
    }
  }

  std::optional<FeatureHash> feature_from(std::string_view feature) const {
    const std::string_view name = feature.substr(0, feature.find('='));
    for (std::size_t t = 0; t < kTemplates.size(); ++t) {
      if (kTemplates[t].name != name) continue;
      FeatureValues values{};
      const std::size_t count = value_count(kTemplates[t]);
      if (count == 0)
        return feature == name ? std::optional(feature_hash(static_cast<Template>(t), values)) : std::nullopt;
      if (feature.size() == name.size()) return std::nullopt;
      std::string_view rest = feature.substr(name.size() + 1);
      for (std::size_t v = 0; v < count; ++v) {
        const std::size_t end = v + 1 == count ? rest.size() : rest.find('|');
        if (end == std::string_view::npos) return std::nullopt;
        const auto value = value_from(rest.substr(0, end), kTemplates[t].values[v]);
        if (!value) return std::nullopt;
        values[v] = *value;
        rest.remove_prefix(std::min(rest.size(), end + 1));
      }
      return feature_hash(static_cast<Template>(t), values);
    }
    return std::nullopt;
  }

  std::string_view text_;
  const std::string& file_;
  std::uint32_t line_ = 0;
  WeightTable table_;
  std::vector<Fault> faults_;
};

std::string weight_field(ChainLabel label, float weight) {
  std::array<char, 64> digits{};  // whatever the locale of the process is
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), weight, std::chars_format::fixed, 2);
  const std::string number(digits.data(), written.ptr);
  return number == "0.00" || number == "-0.00" ? std::string() : "\t" + label_text(label) + "=" + number;
}

void note_text(std::string_view text, ValueTexts& texts) { texts.try_emplace(hash_bytes(text), text); }

}  // namespace

std::string label_text(ChainLabel label) {
  if (label == kOutside) return "O";
  std::string text(1, kPartLetters[static_cast<std::size_t>(part_of(label))]);
  return text.append("-").append(kNameTypeNames[static_cast<std::size_t>(type_of(label))]);
}

WeightTable read_weights(std::string_view text, const std::string& file) { return Reader(text, file).read(); }

void note_data_texts(std::span<const Lexicon> lexicons, const RuleSet& rules, ValueTexts& texts) {
  for (const Lexicon& lexicon : lexicons)
    for (std::uint32_t k = 0; k < lexicon.kind_count(); ++k) {
      const std::string_view kind = lexicon.kind(static_cast<KindId>(k));
      note_text(kind, texts);
      note_text(kind.substr(0, kind.find('.')), texts);
    }
  for (std::uint32_t r = 0; r < rules.rule_count(); ++r)
    note_text(rules.rule(r).pack + "/" + rules.rule(r).name, texts);
  for (const std::string& label : rules.labels()) note_text(label, texts);
}

void note_word_texts(const Tokens& tokens, ValueTexts& texts) {
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const std::string_view word = tokens.word(i);
    note_text(word, texts);
    note_text(word.substr(0, 3), texts);
    if (word.size() > 3) note_text(word.substr(word.size() - 3), texts);
    if (word.size() > 4) note_text(word.substr(word.size() - 4), texts);
  }
}

std::string feature_text(Template t, const FeatureValues& values, const ValueTexts& texts) {
  const TemplateInfo& info = kTemplates[static_cast<std::size_t>(t)];
  std::string out(info.name);
  for (std::size_t v = 0; v < value_count(info); ++v) {
    out += v == 0 ? '=' : '|';
    if (info.values[v] == ValueKind::number) {
      out += std::to_string(values[v]);
      continue;
    }
    const auto text = texts.find(values[v]);
    out += text == texts.end() ? "<" + std::to_string(values[v]) + ">" : escaped(text->second);
  }
  return out;
}

std::string weight_line(const std::string& feature, const std::array<float, kNameLabels>& weights) {
  std::string fields;
  for (std::size_t l = 0; l < kNameLabels; ++l) fields += weight_field(static_cast<ChainLabel>(l + 1), weights[l]);
  return fields.empty() ? fields : feature + fields + "\n";
}

std::string step_lines(const StepScores& steps) {
  std::string out;
  for (ChainLabel a = 0; a < kChainLabels; ++a) {
    std::string fields;
    for (ChainLabel b = 0; b < kChainLabels; ++b)
      if (may_follow(a, b)) fields += weight_field(b, steps[a][b]);
    if (!fields.empty()) out += "step\t" + label_text(a) + fields + "\n";
  }
  return out;
}

}  // namespace quoth::internal
