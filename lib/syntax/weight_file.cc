#include "syntax/weight_file.h"

// Tested by tests/unit/syntax_weight_file_test.cc.

#include <algorithm>

#include "quoth/load_error.h"
#include "syntax/model.h"
#include "syntax/tag_names.h"

namespace quoth::internal {
namespace {

constexpr std::string_view kMagic = "quoth grammar weights 1\n";

void put_number(std::uint64_t number, std::string& out) {
  for (; number >= 0x80; number >>= 7) out += static_cast<char>(number | 0x80);
  out += static_cast<char>(number);
}

void put_weight(std::int8_t weight, std::string& out) { out += static_cast<char>(weight); }

void put_rows(const std::vector<LabelRow>& rows, std::string& out) {
  put_number(rows.size(), out);
  SyntaxFeature before = 0;
  for (const LabelRow& row : rows) {
    put_number(row.feature - before, out);
    before = row.feature;
    put_number(row.weights.size(), out);
    for (const LabelWeight& w : row.weights) {
      put_number(w.label, out);
      put_weight(w.weight, out);
    }
  }
}

void put_rows(const std::vector<StepRow>& rows, std::string& out) {
  put_number(rows.size(), out);
  SyntaxFeature before = 0;
  for (const StepRow& row : rows) {
    put_number(row.feature - before, out);
    before = row.feature;
    put_weight(row.left, out);
    put_weight(row.right, out);
  }
}

// Reads what the functions above wrote; everything is checked.
class Reader {
 public:
  Reader(std::string_view bytes, const std::string& file) : rest_(bytes), file_(file) {}

  [[noreturn]] void fail(const std::string& message) const { throw LoadError(Fault{file_, 0, 0, message}); }

  void skip_header() {
    if (!rest_.starts_with(kMagic)) fail("is no file of grammar weights");
    const std::size_t end = rest_.find("\n\n");
    if (end == std::string_view::npos) fail("is cut short");
    rest_.remove_prefix(end + 2);
  }

  std::uint64_t number(std::uint64_t most) {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 63; shift += 7) {
      const auto b = static_cast<std::uint8_t>(byte());
      value |= std::uint64_t{b & 0x7FU} << shift;
      if (value > most) break;
      if (b < 0x80) return value;
    }
    fail("has a number out of range");
  }

  std::string text() {
    const std::size_t size = number(rest_.size());
    if (size > rest_.size()) fail("is cut short");
    std::string value(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return value;
  }

  std::vector<LabelRow> label_rows(std::size_t labels) {
    std::vector<LabelRow> rows(count());
    SyntaxFeature feature = 0;
    for (LabelRow& row : rows) {
      row.feature = feature = next_feature(feature);
      row.weights.resize(number(kMostLabels));
      if (row.weights.empty()) fail("has a feature without weights");
      for (LabelWeight& w : row.weights) {
        w.label = static_cast<std::uint8_t>(number(labels - 1));
        w.weight = static_cast<std::int8_t>(byte());
      }
    }
    return rows;
  }

  std::vector<StepRow> step_rows() {
    std::vector<StepRow> rows(count());
    SyntaxFeature feature = 0;
    for (StepRow& row : rows) {
      row.feature = feature = next_feature(feature);
      row.left = static_cast<std::int8_t>(byte());
      row.right = static_cast<std::int8_t>(byte());
    }
    return rows;
  }

  void expect_end() const {
    if (!rest_.empty()) fail("has bytes behind its end");
  }

 private:
  char byte() {
    if (rest_.empty()) fail("is cut short");
    const char value = rest_.front();
    rest_.remove_prefix(1);
    return value;
  }
  // A row has more than one byte, so that memory for a wrong count is never asked for.
  std::size_t count() { return number(rest_.size()); }
  SyntaxFeature next_feature(SyntaxFeature before) {
    const SyntaxFeature difference = number((SyntaxFeature{1} << kFeatureBits) - 1 - before);
    if (difference == 0 && before != 0) fail("has a feature twice");
    return before + difference;
  }

  std::string_view rest_;
  const std::string& file_;
};

Tag coarse_tag(const std::string& name) { return tag_named(name.substr(0, name.find('-'))); }

}  // namespace

std::string write_syntax_weights(const SyntaxWeights& weights, std::string_view comments) {
  std::string out(kMagic);
  out += comments;
  out += '\n';
  put_number(weights.tags.size(), out);
  for (const std::string& name : weights.tags) {
    put_number(name.size(), out);
    out += name;
  }
  put_number(weights.name_tag, out);
  put_rows(weights.sure, out);
  put_rows(weights.tag_rows, out);
  put_rows(weights.relation_rows, out);
  put_rows(weights.step_rows, out);
  return out;
}

SyntaxWeights read_syntax_weights(std::string_view bytes, const std::string& file) {
  Reader reader(bytes, file);
  reader.skip_header();
  SyntaxWeights weights;
  weights.tags.resize(reader.number(kMostLabels - 2));
  if (weights.tags.empty()) reader.fail("has no tags");
  for (std::string& name : weights.tags) {
    name = reader.text();
    if (coarse_tag(name) == Tag::none) reader.fail("has an unknown tag");
  }
  weights.name_tag = static_cast<std::uint8_t>(reader.number(weights.tags.size() - 1));
  weights.sure = reader.label_rows(weights.tags.size());
  weights.tag_rows = reader.label_rows(weights.tags.size());
  weights.relation_rows = reader.label_rows(kRelations);
  weights.step_rows = reader.step_rows();
  reader.expect_end();
  return weights;
}

void freeze_syntax(const SyntaxWeights& weights, FrozenWriter& writer) {
  std::string set(1, static_cast<char>(weights.name_tag));
  for (const std::string& name : weights.tags) set += static_cast<char>(coarse_tag(name));
  writer.add(kTagSetSection, set);
  freeze_sure_labels(weights.sure, kSureSections, writer);
  freeze_labels(weights.tag_rows, kTagSections, writer);
  freeze_labels(weights.relation_rows, kRelationSections, writer);
  freeze_steps(weights.step_rows, kStepSections, writer);
}

}  // namespace quoth::internal
