#pragma once

// What is known of each token before names are weighed: what lists say of it, how it stands in its run of capitals, in
// its line and in the document. Tested by tests/unit/model_name_facts_test.cc.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "base/lexicon.h"
#include "match/phrases.h"
#include "match/rules.h"
#include "model/labels.h"
#include "text/sentences.h"
#include "text/token.h"
#include "text/words.h"

namespace quoth::internal {

/// What the model needs to know of the kinds and lists of all lexicons; made once, when data is loaded.
class KindTable {
 public:
  struct Info {
    std::uint64_t hash = 0;       // of the kind: "LOCATION.city"
    std::uint64_t head_hash = 0;  // of its part before the dot
    bool name = false;            // a gazetteer's kind: evidence for or against a name
    bool common = false;          // the list of ordinary words
    bool verb = false;            // of these, one that may be a verb ("common.nv")
  };
  /// Of the kinds of all lexicons, one after the other; kNone is none of them.
  using Index = std::uint32_t;
  static constexpr Index kNone = 0;

  KindTable() : kinds_(1) {}
  explicit KindTable(std::span<const Lexicon> lexicons);
  Index index_of(std::uint32_t lexicon, const Entry& entry) const { return first_[lexicon] + entry.kind; }
  const Info& operator[](Index index) const { return kinds_[index]; }
  const Info& of(std::uint32_t lexicon, const Entry& entry) const { return kinds_[index_of(lexicon, entry)]; }

 private:
  std::vector<Index> first_;  // [lexicon]
  std::vector<Info> kinds_;
};

/// What all stages before the model found. References; the caller keeps them alive.
struct NameInput {
  const Tokens& tokens;
  std::span<const Lexicon> lexicons;
  const WordClasses& classes;
  const KindTable& kinds;
  const PhraseMatches& phrases;
  const std::vector<Block>& blocks;
  const std::vector<TokenRange>& sentences;
  const RuleSet& rules;
  const RuleMatches& rule_matches;
};

/// A list's phrase, or a rule's proposal, over a token. Small, because there are as many as tokens of names.
struct Cover {
  std::uint32_t what = 0;   // KindTable::Index of the phrase's kind, or index of the rule
  std::uint32_t match = 0;  // the phrase match or rule match that it comes from
  std::uint16_t label = 0;  // of the rule's capture
  std::uint8_t prior = 0;   // the entry's prior, or the rule's Strength
  Part part : 2 = Part::unit;
  bool ambiguous : 1 = false;
  bool longest : 1 = false;  // no other name phrase of any list contains it
};
static_assert(sizeof(Cover) == 12);

/// The classes that tell names, in the order of their bits in TokenFacts::name_lists. Stored in weights.
inline constexpr std::array<WordClass, 9> kNameBits = {
    WordClass::common, WordClass::given_name, WordClass::surname, WordClass::location, WordClass::organization,
    WordClass::person, WordClass::misc,       WordClass::country, WordClass::demonym};

/// The covers of a document's tokens, most of which have none.
class CoverTable {
 public:
  static constexpr std::uint32_t kMost = 6;

  void reset(std::size_t tokens) {
    first_.assign(tokens + 2, 0);
    placed_.clear();
  }
  /// Those of a token keep their order; more than kMost are dropped.
  void add(std::uint32_t token, const Cover& cover) {
    if (first_[token + 2] == kMost) return;
    ++first_[token + 2];
    placed_.push_back({token, cover});
  }
  /// To be called behind all add(): then the table can be read.
  void group() {
    for (std::size_t t = 2; t < first_.size(); ++t) first_[t] += first_[t - 1];
    items_.resize(placed_.size());
    for (const Placed& p : placed_) items_[first_[p.token + 1]++] = p.cover;
    std::vector<Placed>().swap(placed_);  // as much as the table itself
  }

  std::span<const Cover> operator[](std::size_t token) const {
    return {items_.data() + first_[token], items_.data() + first_[token + 1]};
  }

 private:
  struct Placed {
    std::uint32_t token;
    Cover cover;
  };

  std::vector<std::uint32_t> first_;  // by token, in items_; until group() what is counted is two places farther
  std::vector<Cover> items_;
  std::vector<Placed> placed_;
};

/// How a line or sentence is written.
enum class LineStyle : std::uint8_t { plain, title_case, all_capitals };

struct TokenFacts {
  std::uint64_t classes = 0;                        // WordClass bits of all phrases over the token
  KindTable::Index common_kind = KindTable::kNone;  // its kind in the list of ordinary words, if it is there
  std::uint32_t sentence = 0;
  std::uint32_t row = 0;         // its place among the active tokens
  std::uint16_t name_lists = 0;  // bits of kNameBits that its lists give, then `multi`, then `small_letter_name`
  std::uint8_t frequency = 0;    // its prior in the list of ordinary words
  std::uint8_t multi = 0;        // bit t: inside a phrase of several words of NameType t
  LineStyle style = LineStyle::plain;
  BlockKind block = BlockKind::paragraph;
  bool active = false;             // may be part of a name: the model looks at it, and it has a row
  bool claimed = false;            // a certain rule or a pack's list says that it is one, however it is written
  bool small_letter_name = false;  // in a listed name that is written without capitals
  bool sentence_start = false;
  bool may_be_verb = false;  // by the list of ordinary words
};
static_assert(sizeof(TokenFacts) == 32);

/// Where an active token stands among capitals.
struct Runs {
  TokenRange run;   // its run of neighbouring capitals
  TokenRange wide;  // the same, runs joined over "of the" and the like
};

/// Facts of all tokens of a document; memory is reused from document to document.
struct NameFacts {
  std::vector<TokenFacts> tokens;
  CoverTable phrases;
  CoverTable rules;
  std::vector<Runs> runs;          // by TokenFacts::row
  std::vector<TokenRange> chains;  // stretches of active tokens, within sentences
  std::vector<TokenRange> joined;  // working memory: the runs of a wide run

  const Runs& runs_of(std::uint32_t active_token) const { return runs[tokens[active_token].row]; }
};

/// Fills `out`. Linear in the text.
void find_name_facts(const NameInput& input, NameFacts& out);

/// Whether a token is written like a name: with a capital, or in a script without case.
bool looks_like_name(const Token& token);

}  // namespace quoth::internal
