#include "model/name_facts.h"

#include <algorithm>

#include "model/name_span.h"

namespace quoth::internal {
namespace {

constexpr std::array<std::string_view, 6> kNameHeads = {"PERSON", "LOCATION", "ORGANIZATION",
                                                        "MISC",   "GIVEN",    "SURNAME"};

bool is_upper_shape(Shape shape) { return shape == Shape::upper; }

bool has_letters(Shape shape) { return shape <= Shape::initial || shape == Shape::other; }

void add_cover(CoverTable& covers, TokenRange range, Cover cover) {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    cover.part = part_at(i, range);
    covers.add(i, cover);
  }
}

// Bit of TokenFacts::multi for a class mask, where the phrase has several words.
std::uint8_t multi_bits(std::uint64_t classes) {
  constexpr std::array<WordClass, kNameTypes> types = {WordClass::person, WordClass::location, WordClass::organization,
                                                       WordClass::misc};
  std::uint8_t bits = 0;
  for (std::size_t t = 0; t < kNameTypes; ++t)
    if ((classes & bit(types[t])) != 0) bits = static_cast<std::uint8_t>(bits | 1U << t);
  return bits;
}

void claim(NameFacts& out, TokenRange range) {
  for (std::uint32_t t = range.begin; t < range.end; ++t) out.tokens[t].claimed = true;
}

// Phrases are sorted by begin, then end, so the longest name phrase of a begin is the last of its group; it is
// contained in an earlier one only if that one reaches at least as far.
void cover_by_phrases(const NameInput& in, NameFacts& out) {
  std::uint32_t reach = 0;
  for (std::uint32_t i = 0; i < in.tokens.size(); ++i) {
    const auto here = in.phrases.at(i);
    std::uint32_t longest = 0;
    for (const PhraseMatch& m : here) {
      const Entry& entry = in.lexicons[m.lexicon].entry(m.entry);
      if (in.kinds.of(m.lexicon, entry).name) longest = std::max(longest, m.end);
    }
    const bool inside = longest <= reach;
    for (std::size_t k = here.size(); k-- > 0;) {
      const PhraseMatch& m = here[k];
      const Entry& entry = in.lexicons[m.lexicon].entry(m.entry);
      const KindTable::Index kind = in.kinds.index_of(m.lexicon, entry);
      const KindTable::Info& info = in.kinds[kind];
      const std::uint64_t classes = in.classes.of(m.lexicon, entry);
      const std::uint8_t multi = m.end - m.begin > 1 ? multi_bits(classes) : std::uint8_t{0};
      for (std::uint32_t t = m.begin; t < m.end; ++t) {
        out.tokens[t].classes |= classes;
        out.tokens[t].multi |= multi;
      }
      if (info.common && m.end - m.begin == 1) {
        out.tokens[i].common_kind = kind;
        out.tokens[i].frequency = entry.prior;
        out.tokens[i].may_be_verb = info.verb;
      }
      if (!info.name) continue;
      Cover cover;
      cover.what = kind;
      cover.prior = entry.prior;
      cover.ambiguous = (entry.flags & kAmbiguous) != 0;
      cover.longest = !inside && m.end == longest;
      cover.match = static_cast<std::uint32_t>(&m - in.phrases.items.data());
      add_cover(out.phrases, {m.begin, m.end}, cover);
      if (m.lexicon > 0 && multi_bits(classes) != 0) claim(out, {m.begin, m.end});
    }
    reach = std::max(reach, longest);
  }
}

// The name that lists have of the small letters from token i on ("san francisco"): where it ends, and its classes.
struct SmallLetterName {
  std::uint32_t end = 0;
  std::uint64_t classes = 0;
};

SmallLetterName small_letter_name_at(const NameInput& in, std::uint32_t i) {
  constexpr std::uint64_t kTelling =
      bit(WordClass::given_name) | bit(WordClass::location) | bit(WordClass::organization) | bit(WordClass::person);
  SmallLetterName name;
  walk_phrases(in.tokens, in.lexicons[0], 0, i, [&](std::uint32_t end, NodeId node) {
    std::uint64_t classes = 0;
    for (const Entry& entry : in.lexicons[0].entries(node))
      if ((entry.flags & kAmbiguous) == 0) classes |= in.classes.of(0, entry);
    if ((classes & kTelling) != 0) name = {end, classes};
    return end < in.tokens.size() && in.tokens[end].shape == Shape::lower;
  });
  return name;
}

// Listed names in small letters, where no list knows the first word as anything else.
void find_small_letter_names(const NameInput& in, NameFacts& out) {
  for (std::uint32_t i = 0; i < in.tokens.size(); ++i) {
    if (in.tokens[i].shape != Shape::lower || in.tokens.words[i] == kUnknownWord || out.tokens[i].classes != 0)
      continue;
    const SmallLetterName name = small_letter_name_at(in, i);
    for (std::uint32_t t = i; t < name.end; ++t) {
      out.tokens[t].classes |= name.classes;
      out.tokens[t].small_letter_name = true;
    }
  }
}

void cover_by_rules(const NameInput& in, NameFacts& out) {
  for (std::uint32_t number = 0; number < in.rule_matches.items.size(); ++number) {
    const RuleMatch& m = in.rule_matches.items[number];
    const RuleInfo& rule = in.rules.rule(m.rule);
    for (const Capture& c : in.rule_matches.captures_of(m)) {
      Cover cover;
      cover.what = m.rule;
      cover.label = c.label;
      cover.prior = static_cast<std::uint8_t>(rule.strength);
      cover.match = number;
      add_cover(out.rules, c.tokens, cover);
      if (rule.strength == Strength::certain && c.label < kNameTypes) claim(out, c.tokens);
    }
  }
}

LineStyle style_of(const Tokens& tokens, TokenRange range) {
  std::uint32_t letters = 0, upper = 0, capital = 0, long_words = 0;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const Token& t = tokens[i];
    if (!has_letters(t.shape) || t.shape == Shape::other || t.has(kGlued)) continue;
    ++letters;
    if (is_upper_shape(t.shape)) ++upper;
    if (t.end - t.begin > 3) {
      ++long_words;
      if (t.shape != Shape::lower) ++capital;
    }
  }
  if (letters >= 3 && upper * 10 >= letters * 8) return LineStyle::all_capitals;
  if (long_words >= 3 && capital * 10 >= long_words * 8) return LineStyle::title_case;
  return LineStyle::plain;
}

void find_places(const NameInput& in, NameFacts& out) {
  for (const Block& block : in.blocks)
    for (std::uint32_t i = block.tokens.begin; i < block.tokens.end; ++i) out.tokens[i].block = block.kind;
  for (std::uint32_t s = 0; s < in.sentences.size(); ++s) {
    const TokenRange range = in.sentences[s];
    const LineStyle style = style_of(in.tokens, range);
    bool start = true;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      TokenFacts& facts = out.tokens[i];
      facts.sentence = s;
      facts.style = style;
      facts.sentence_start = start;
      if (has_letters(in.tokens[i].shape) || in.tokens[i].shape == Shape::number) start = false;
    }
  }
}

bool may_join(const NameInput& in, const TokenFacts& facts, std::uint32_t i) {
  constexpr std::uint64_t joiners = bit(WordClass::connector) | bit(WordClass::particle);
  if ((facts.classes & joiners) != 0) return true;
  const Token& t = in.tokens[i];
  if (t.shape == Shape::number) return true;
  if (t.shape != Shape::punct && t.shape != Shape::symbol && !t.has(kGlued)) return false;
  const std::string_view w = in.tokens.written(i);
  return w == "-" || w == "&" || w == "." || w == "'s" || w == "\u2019s" || w == "/" || w == "'" || w == "+" ||
         w == "\u2013";
}

// The small second part of a name such as Ji-hyun.
bool ends_hyphenated_name(const Tokens& tokens, std::uint32_t begin, std::uint32_t i) {
  return i >= begin + 2 && !tokens[i].has(kSpaceBefore) && !tokens[i - 1].has(kSpaceBefore) &&
         tokens.written(i - 1) == "-" && looks_like_name(tokens[i - 2]);
}

// Finds runs of capitals, runs joined over connectors, and which tokens are active.
class RunFinder {
 public:
  RunFinder(const NameInput& in, NameFacts& out) : in_(in), out_(out) {}

  void run() {
    for (const TokenRange sentence : in_.sentences) {
      sentence_ = sentence;
      for (std::uint32_t i = sentence.begin; i < sentence.end;) i = strong(i) ? add_wide_run(i) : i + 1;
    }
  }

 private:
  static constexpr std::uint32_t kMostJoined = 3;

  bool strong(std::uint32_t t) const {
    const TokenFacts& facts = out_.tokens[t];
    return looks_like_name(in_.tokens[t]) || (facts.multi & 7U) != 0 || facts.claimed || facts.small_letter_name ||
           ends_hyphenated_name(in_.tokens, sentence_.begin, t);
  }
  bool is_number(std::uint32_t t) const { return in_.tokens[t].shape == Shape::number; }

  // Returns where to go on.
  std::uint32_t add_wide_run(std::uint32_t wide_begin) {
    const std::uint32_t wide_end = end_of_wide_run(wide_begin);
    // A number beside the run belongs to names such as Channel 4.
    const std::uint32_t end = wide_end < sentence_.end && is_number(wide_end) ? wide_end + 1 : wide_end;
    const bool number_before =
        wide_begin > sentence_.begin && is_number(wide_begin - 1) && !out_.tokens[wide_begin - 1].active;
    const std::uint32_t begin = number_before ? wide_begin - 1 : wide_begin;
    for (std::uint32_t t = begin; t < end; ++t) {
      out_.tokens[t].active = true;
      out_.tokens[t].row = static_cast<std::uint32_t>(out_.runs.size());
      out_.runs.push_back({{t, t + 1}, {wide_begin, wide_end}});
    }
    for (const TokenRange run : joined_)
      for (std::uint32_t t = run.begin; t < run.end; ++t) out_.runs[out_.tokens[t].row].run = run;
    add_to_chains({begin, end});
    return end;
  }

  // Fills joined_ with the runs of which it consists.
  std::uint32_t end_of_wide_run(std::uint32_t begin) {
    joined_.clear();
    for (;;) {
      std::uint32_t end = begin;
      while (end < sentence_.end && strong(end)) ++end;
      joined_.push_back({begin, end});
      std::uint32_t gap = end;
      while (gap < sentence_.end && gap - end < kMostJoined && !strong(gap) && may_join(in_, out_.tokens[gap], gap))
        ++gap;
      if (gap >= sentence_.end || gap == end || !strong(gap)) return end;
      begin = gap;
    }
  }

  void add_to_chains(TokenRange tokens) {
    std::vector<TokenRange>& chains = out_.chains;
    if (!chains.empty() && chains.back().end == tokens.begin && tokens.begin > sentence_.begin)
      chains.back().end = tokens.end;
    else
      chains.push_back(tokens);
  }

  const NameInput& in_;
  NameFacts& out_;
  TokenRange sentence_;
  std::vector<TokenRange>& joined_ = out_.joined;
};

}  // namespace

bool looks_like_name(const Token& token) {
  switch (token.shape) {
    case Shape::cap:
    case Shape::upper:
    case Shape::mixed:
    case Shape::initial:
      return true;
    case Shape::other:
      return token.fold_size > 0;
    default:
      return false;
  }
}

KindTable::KindTable(std::span<const Lexicon> lexicons) : kinds_(1) {
  for (const Lexicon& lexicon : lexicons) {
    first_.push_back(static_cast<Index>(kinds_.size()));
    for (std::size_t k = 0; k < lexicon.kind_count(); ++k) {
      const std::string_view kind = lexicon.kind(static_cast<KindId>(k));
      const std::string_view head = kind.substr(0, kind.find('.'));
      Info& info = kinds_.emplace_back();
      info.hash = hash_bytes(kind);
      info.head_hash = hash_bytes(head);
      info.name = std::find(kNameHeads.begin(), kNameHeads.end(), head) != kNameHeads.end();
      info.common = head == "common";
      info.verb = info.common && kind.find('v', head.size()) != std::string_view::npos;
    }
  }
}

namespace {

void find_name_lists(NameFacts& out) {
  for (TokenFacts& f : out.tokens) {
    unsigned lists = 0;
    for (std::size_t k = 0; k < kNameBits.size(); ++k)
      if ((f.classes & bit(kNameBits[k])) != 0) lists |= 1U << k;
    lists |= (f.multi & 15U) << kNameBits.size();
    lists |= unsigned{f.small_letter_name} << (kNameBits.size() + kNameTypes);
    f.name_lists = static_cast<std::uint16_t>(lists);
  }
}

}  // namespace

void find_name_facts(const NameInput& input, NameFacts& out) {
  const std::size_t n = input.tokens.size();
  out.tokens.assign(n, {});
  out.phrases.reset(n);
  out.rules.reset(n);
  out.runs.clear();
  out.chains.clear();
  cover_by_phrases(input, out);
  find_small_letter_names(input, out);
  cover_by_rules(input, out);
  out.phrases.group();
  out.rules.group();
  find_name_lists(out);
  find_places(input, out);
  RunFinder(input, out).run();
}

}  // namespace quoth::internal
