// Tested by tests/unit/match_phrases_test.cc and tests/reference/phrases_test.cc.

#include "match/phrases.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "text/words.h"

namespace quoth::internal {
namespace {

/// Says whether a phrase is written as entries ask; looks at most once for each rule.
class Writing {
 public:
  Writing(const Tokens& tokens, std::uint32_t begin, std::uint32_t end) : tokens_(tokens), begin_(begin), end_(end) {}

  bool fits(std::uint8_t rule) {
    if (rule == static_cast<std::uint8_t>(CaseRule::any)) return true;
    std::optional<bool>& known = rule == static_cast<std::uint8_t>(CaseRule::upper) ? upper_ : capital_;
    if (!known) known = written_as(tokens_, begin_, end_, static_cast<CaseRule>(rule));
    return *known;
  }

 private:
  const Tokens& tokens_;
  std::uint32_t begin_;
  std::uint32_t end_;
  std::optional<bool> capital_;
  std::optional<bool> upper_;
};

/// Finds the phrases of one lexicon that begin at `begin`, shortest first.
void find_at(const Tokens& tokens, const Lexicon& lexicon, std::uint32_t lexicon_index, std::uint32_t begin,
             std::vector<PhraseMatch>& out) {
  walk_phrases(tokens, lexicon, lexicon_index, begin, [&](std::uint32_t end, NodeId node) {
    Writing writing(tokens, begin, end);
    for (const Entry& entry : lexicon.entries(node)) {
      if (writing.fits(entry.case_rule)) out.push_back({begin, end, lexicon.entry_index(entry), lexicon_index});
    }
    return true;
  });
}

bool comes_before(const PhraseMatch& a, const PhraseMatch& b) {
  return std::tie(a.end, a.lexicon, a.entry) < std::tie(b.end, b.lexicon, b.entry);
}

}  // namespace

void find_phrases(const Tokens& tokens, std::span<const Lexicon> lexicons, PhraseMatches& out) {
  out.items.clear();
  out.first.resize(std::size_t{tokens.size()} + 1);
  for (std::uint32_t begin = 0; begin < tokens.size(); ++begin) {
    const std::size_t first = out.items.size();
    out.first[begin] = static_cast<std::uint32_t>(first);
    for (std::uint32_t i = 0; i < lexicons.size(); ++i) find_at(tokens, lexicons[i], i, begin, out.items);
    // One lexicon's matches are in order already.
    if (lexicons.size() > 1)
      std::sort(out.items.begin() + static_cast<std::ptrdiff_t>(first), out.items.end(), comes_before);
  }
  out.first[tokens.size()] = static_cast<std::uint32_t>(out.items.size());
}

}  // namespace quoth::internal
