#include "tools/syntax_treebank.h"

// Tested by tests/unit/syntax_treebank_test.cc.

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "quoth/load_error.h"

namespace quoth::internal {
namespace {

constexpr std::size_t kColumns = 10;
using Columns = std::array<std::string_view, kColumns>;

std::optional<std::uint32_t> number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

class TreebankReader {
 public:
  explicit TreebankReader(const std::string& file) : file_(file) {}

  std::vector<TreeSentence> read(std::string_view text) {
    while (!text.empty()) {
      std::string_view line = text.substr(0, text.find('\n'));
      text.remove_prefix(std::min(text.size(), line.size() + 1));
      if (line.ends_with('\r')) line.remove_suffix(1);
      ++line_;
      read_line(line);
    }
    end_sentence();
    return std::move(sentences_);
  }

 private:
  [[noreturn]] void fail(const std::string& message) const { throw LoadError(Fault{file_, line_, 0, message}); }

  void read_line(std::string_view line) {
    constexpr std::string_view new_document = "# newdoc id = ";
    if (line.empty()) return end_sentence();
    if (line.starts_with(new_document)) document_ = line.substr(new_document.size());
    if (line.front() == '#') return;
    read_row(split(line));
  }

  Columns split(std::string_view line) const {
    Columns columns;
    for (std::size_t c = 0; c < kColumns; ++c) {
      const std::size_t tab = line.find('\t');
      if ((tab == std::string_view::npos) != (c + 1 == kColumns)) fail("expected 10 columns, divided by tabs");
      columns[c] = line.substr(0, tab);
      line.remove_prefix(std::min(line.size(), columns[c].size() + 1));
    }
    return columns;
  }

  void read_row(const Columns& c) {
    if (c[0].find('.') != std::string_view::npos) return;  // a word that is not written
    const bool space = c[9].find("SpaceAfter=No") == std::string_view::npos;
    const std::size_t dash = c[0].find('-');
    if (dash != std::string_view::npos) return begin_group(c, dash, space);
    const auto head = number(c[6]);
    if (number(c[0]) != sentence_.words.size() + 1 || !head) fail("expected a word's number and its head's");
    TreeWord word;
    word.tag = c[3];
    word.fine_tag = c[4];
    word.head = *head == 0 ? kTreeRoot : *head - 1;
    word.relation = c[7];
    if (group_left_ > 0) {
      place_in_group(c[1], word);
    } else {
      word.begin = size();
      sentence_.text += c[1];
      word.end = size();
      if (space) sentence_.text += ' ';
    }
    sentence_.words.push_back(std::move(word));
  }

  void begin_group(const Columns& c, std::size_t dash, bool space) {
    const auto first = number(c[0].substr(0, dash)), last = number(c[0].substr(dash + 1));
    if (!first || !last || *last < *first || c[1].empty()) fail("expected the numbers of a written word's parts");
    group_left_ = *last - *first + 1;
    group_begin_ = size();
    sentence_.text += c[1];
    group_end_ = size();
    if (space) sentence_.text += ' ';
  }

  void place_in_group(std::string_view form, TreeWord& word) {
    const std::string_view whole(sentence_.text);
    word.begin = group_begin_;
    const bool spelled = whole.substr(group_begin_, group_end_ - group_begin_).starts_with(form);
    const std::uint32_t share = (group_end_ - group_begin_) / group_left_;
    word.end =
        --group_left_ == 0 ? group_end_ : group_begin_ + (spelled ? static_cast<std::uint32_t>(form.size()) : share);
    group_begin_ = word.end;
  }

  void end_sentence() {
    if (sentence_.words.empty()) return;
    for (const TreeWord& word : sentence_.words)
      if (word.head != kTreeRoot && word.head >= sentence_.words.size()) fail("a head is no word of the sentence");
    sentence_.document = document_;
    sentences_.push_back(std::move(sentence_));
    sentence_ = {};
    group_left_ = 0;
  }

  std::uint32_t size() const { return static_cast<std::uint32_t>(sentence_.text.size()); }

  const std::string& file_;
  std::uint32_t line_ = 0;
  std::string document_;
  TreeSentence sentence_;
  std::vector<TreeSentence> sentences_;
  std::uint32_t group_left_ = 0, group_begin_ = 0, group_end_ = 0;
};

}  // namespace

std::vector<TreeSentence> read_treebank(std::string_view text, const std::string& file) {
  return TreebankReader(file).read(text);
}

}  // namespace quoth::internal
