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
      const KindTable::Info& info = in.kinds.of(m.lexicon, entry);
      const std::uint64_t classes = in.classes.of(m.lexicon, entry);
      const std::uint8_t multi = m.end - m.begin > 1 ? multi_bits(classes) : std::uint8_t{0};
      for (std::uint32_t t = m.begin; t < m.end; ++t) {
        out.tokens[t].classes |= classes;
        out.tokens[t].multi |= multi;
      }
      if (info.common && m.end - m.begin == 1) {
        out.tokens[i].common_kind = info.hash;
        out.tokens[i].frequency = entry.prior;
        out.tokens[i].may_be_verb = info.verb;
      }
      if (!info.name) continue;
      Cover cover;
      cover.what = info.hash;
      cover.head = info.head_hash;
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
      cover.head = c.label;
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

// Runs of capitals, runs joined over connectors, and which tokens are active.
void find_runs(const NameInput& in, NameFacts& out) {
  constexpr std::uint32_t kMostJoined = 3;
  for (const TokenRange sentence : in.sentences) {
    std::uint32_t i = sentence.begin;
    while (i < sentence.end) {
      const auto strong = [&](std::uint32_t t) {
        return looks_like_name(in.tokens[t]) || (out.tokens[t].multi & 7U) != 0 || out.tokens[t].claimed ||
               out.tokens[t].small_letter_name || ends_hyphenated_name(in.tokens, sentence.begin, t);
      };
      if (!strong(i)) {
        ++i;
        continue;
      }
      const std::uint32_t wide_begin = i;
      std::uint32_t wide_end = i;
      while (i < sentence.end) {
        const std::uint32_t begin = i;
        while (i < sentence.end && strong(i)) ++i;
        for (std::uint32_t t = begin; t < i; ++t) out.tokens[t].run = {begin, i};
        wide_end = i;
        std::uint32_t gap = i;
        while (gap < sentence.end && gap - i < kMostJoined && !strong(gap) && may_join(in, out.tokens[gap], gap)) ++gap;
        if (gap >= sentence.end || gap == i || !strong(gap)) break;
        for (std::uint32_t t = i; t < gap; ++t) out.tokens[t].run = {t, t + 1};
        i = gap;
      }
      // A number beside the run belongs to names such as Channel 4.
      std::uint32_t end = wide_end;
      if (end < sentence.end && in.tokens[end].shape == Shape::number) ++end;
      std::uint32_t begin = wide_begin;
      if (begin > sentence.begin && in.tokens[begin - 1].shape == Shape::number && !out.tokens[begin - 1].active)
        --begin;
      for (std::uint32_t t = begin; t < end; ++t) {
        out.tokens[t].active = true;
        out.tokens[t].wide_run = {wide_begin, wide_end};
        if (out.tokens[t].run.end == 0) out.tokens[t].run = {t, t + 1};
      }
      if (!out.chains.empty() && out.chains.back().end == begin && begin > sentence.begin)
        out.chains.back().end = end;
      else
        out.chains.push_back({begin, end});
      i = std::max(i, end);
    }
  }
}

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

KindTable::KindTable(std::span<const Lexicon> lexicons) {
  for (const Lexicon& lexicon : lexicons) {
    std::vector<Info>& infos = kinds_.emplace_back(lexicon.kind_count());
    for (std::size_t k = 0; k < infos.size(); ++k) {
      const std::string_view kind = lexicon.kind(static_cast<KindId>(k));
      const std::string_view head = kind.substr(0, kind.find('.'));
      infos[k].hash = hash_bytes(kind);
      infos[k].head_hash = hash_bytes(head);
      infos[k].name = std::find(kNameHeads.begin(), kNameHeads.end(), head) != kNameHeads.end();
      infos[k].common = head == "common";
      infos[k].verb = infos[k].common && kind.find('v', head.size()) != std::string_view::npos;
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

void number_active_tokens(NameFacts& out) {
  out.rows = 0;
  for (const TokenRange chain : out.chains)
    for (std::uint32_t i = chain.begin; i < chain.end; ++i) out.tokens[i].row = out.rows++;
}

}  // namespace

void find_name_facts(const NameInput& input, NameFacts& out) {
  const std::size_t n = input.tokens.size();
  out.tokens.assign(n, {});
  out.phrases.reset(n);
  out.rules.reset(n);
  out.chains.clear();
  cover_by_phrases(input, out);
  find_small_letter_names(input, out);
  cover_by_rules(input, out);
  find_name_lists(out);
  find_places(input, out);
  find_runs(input, out);
  number_active_tokens(out);
}

}  // namespace quoth::internal
