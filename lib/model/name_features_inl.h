#pragma once

// The body of for_each_feature(), a template so that scoring and training share it without a call per feature.

#include <algorithm>

#include "model/name_features.h"

namespace quoth::internal {

/// Reads values off the facts of tokens; positions outside of the sentence give fixed edge values.
class FeatureReader {
 public:
  FeatureReader(const FeatureInput& input, std::uint32_t i)
      : tokens_(input.names.tokens),
        kinds_(input.names.kinds),
        facts_(input.facts.tokens),
        i_(i),
        sentence_(input.names.sentences[facts_[i].sentence]) {}

  bool inside(std::int64_t at) const { return at >= sentence_.begin && at < sentence_.end; }
  std::int64_t at(int offset) const { return static_cast<std::int64_t>(i_) + offset; }
  const TokenFacts& facts(std::int64_t at) const { return facts_[static_cast<std::size_t>(at)]; }
  const Token& token(std::int64_t at) const { return tokens_.items[static_cast<std::size_t>(at)]; }

  std::uint64_t word(int offset) const { return word_at(at(offset)); }
  std::uint64_t word_at(std::int64_t p) const {
    if (p < sentence_.begin) return kBegin;
    return p < sentence_.end ? token(p).hash : kEnd;
  }
  std::uint64_t shape(int offset) const {
    return inside(at(offset)) ? static_cast<std::uint64_t>(token(at(offset)).shape) : 15;
  }
  std::uint64_t names(int offset) const { return inside(at(offset)) ? facts(at(offset)).name_lists : kEdge; }
  std::uint64_t names_at(std::uint32_t p) const { return facts_[p].name_lists; }
  std::uint64_t cues(int offset) const {
    if (!inside(at(offset))) return kEdge;
    return facts(at(offset)).classes & kCueBits;
  }
  std::uint64_t common(int offset) const { return inside(at(offset)) ? kinds_[facts(at(offset)).common_kind].hash : 0; }

  /// Opening or closing marks right before and after.
  std::uint64_t quoted() const { return (is_mark(at(-1)) ? 1U : 0U) | (is_mark(at(1)) ? 2U : 0U); }

  /// Of names() and cues() outside of the sentence.
  static constexpr std::uint64_t kEdge = std::uint64_t{1} << 63;

 private:
  static constexpr std::uint64_t kBegin = 1, kEnd = 2;
  static constexpr std::uint64_t kCueBits =
      bit(WordClass::function_word) | bit(WordClass::honorific) | bit(WordClass::role) | bit(WordClass::kinship) |
      bit(WordClass::month) | bit(WordClass::weekday) | bit(WordClass::say_verb) | bit(WordClass::preposition) |
      bit(WordClass::determiner) | bit(WordClass::company_suffix) | bit(WordClass::particle) |
      bit(WordClass::organization_head) | bit(WordClass::location_head) | bit(WordClass::misc_head) |
      bit(WordClass::person_cue) | bit(WordClass::demonym) | bit(WordClass::pronoun_female) |
      bit(WordClass::pronoun_male) | bit(WordClass::unit);

  bool is_mark(std::int64_t p) const {
    if (!inside(p) || token(p).shape != Shape::punct) return false;
    const std::string_view w = tokens_.written(static_cast<std::uint32_t>(p));
    return w == "\"" || w == "\u201C" || w == "\u201D" || w == "'" || w == "\u2018" || w == "\u2019";
  }

  const Tokens& tokens_;
  const KindTable& kinds_;
  const std::vector<TokenFacts>& facts_;
  std::uint32_t i_;
  TokenRange sentence_;
};

inline std::uint64_t length_bucket(std::uint32_t length) { return std::min<std::uint32_t>(length, 7); }

/// Hashes the first or last `bytes` bytes of a folded word; whole words where it is shorter.
inline std::uint64_t affix(std::string_view word, std::size_t bytes, bool last) {
  if (word.size() <= bytes) return hash_bytes(word);
  return hash_bytes(last ? word.substr(word.size() - bytes) : word.substr(0, bytes));
}

template <typename Sink>
void context_features(const FeatureReader& r, Sink&& sink) {
  using T = Template;
  sink(T::previous_word, {r.word(-1)});
  sink(T::next_word, {r.word(1)});
  sink(T::previous_word_2, {r.word(-2)});
  sink(T::next_word_2, {r.word(2)});
  sink(T::names_before, {r.names(-1)});
  sink(T::names_after, {r.names(1)});
  sink(T::names_pair_before, {r.names(-1), r.names(0)});
  sink(T::names_pair_after, {r.names(0), r.names(1)});
  sink(T::names_triple, {r.names(-1), r.names(0), r.names(1)});
  sink(T::cues_before, {r.cues(-1)});
  sink(T::cues_after, {r.cues(1)});
  sink(T::cues_before_2, {r.cues(-2)});
  sink(T::cues_after_2, {r.cues(2)});
  sink(T::cues_before_names, {r.cues(-1), r.names(0)});
  sink(T::cues_after_names, {r.cues(1), r.names(0)});
  sink(T::common_kind_before, {r.common(-1)});
  sink(T::common_kind_after, {r.common(1)});
  sink(T::shapes3, {r.shape(-1) | r.shape(0) << 4 | r.shape(1) << 8});
  sink(T::shapes5, {r.shape(-2) | r.shape(-1) << 4 | r.shape(0) << 8 | r.shape(1) << 12 | r.shape(2) << 16});
}

template <typename Sink>
void word_features(const FeatureReader& r, const FeatureInput& in, std::uint32_t i, Sink&& sink) {
  using T = Template;
  const TokenFacts& f = in.facts.tokens[i];
  const std::string_view word = in.names.tokens.word(i);
  const std::string_view written = in.names.tokens.written(i);
  sink(T::bias, {});
  sink(T::word, {r.word(0)});
  sink(T::previous_and_word, {r.word(-1), r.word(0)});
  sink(T::word_and_next, {r.word(0), r.word(1)});
  sink(T::prefix, {affix(word, 3, false)});
  sink(T::suffix3, {affix(word, 3, true)});
  sink(T::suffix4, {affix(word, 4, true)});
  sink(T::shape, {r.shape(0), length_bucket(static_cast<std::uint32_t>(written.size()))});
  sink(T::start_shape_frequency, {f.sentence_start ? 1U : 0U, r.shape(0), f.frequency});
  sink(T::names, {r.names(0), f.sentence_start ? 1U : 0U});
  sink(T::cues, {r.cues(0)});
  sink(T::common_kind, {r.common(0)});
  sink(T::style_shape, {static_cast<std::uint64_t>(f.style), r.shape(0)});
  sink(T::block_shape, {static_cast<std::uint64_t>(f.block), r.shape(0)});
  sink(T::quoted_shape, {r.quoted(), r.shape(0)});
}

template <typename Sink>
void run_features(const FeatureReader& r, const FeatureInput& in, std::uint32_t i, Sink&& sink) {
  using T = Template;
  const Runs& runs = in.facts.runs_of(i);
  const TokenRange run = runs.run;
  const auto begin = static_cast<std::int64_t>(run.begin), end = static_cast<std::int64_t>(run.end);
  const std::uint64_t from_end = std::min<std::uint32_t>(run.end - 1 - i, 3);
  const std::uint64_t from_begin = std::min<std::uint32_t>(i - run.begin, 3);
  sink(T::run_last_word, {r.word_at(end - 1), from_end});
  sink(T::run_first_word, {r.word_at(begin), from_begin});
  sink(T::run_place, {from_begin | from_end << 2 | std::uint64_t{runs.wide.size() > run.size()} << 4});
  sink(T::run_last_names, {r.names_at(run.end - 1)});
  sink(T::run_first_names, {r.names_at(run.begin)});
  sink(T::run_before, {r.word_at(begin - 1)});
  sink(T::run_after, {r.word_at(end)});
  sink(T::run_before_names, {r.word_at(begin - 1), r.names(0)});
  sink(T::run_after_names, {r.word_at(end), r.names(0)});
}

/// The features of a list's phrase over the token itself, and of a rule's proposal.
template <typename Sink>
void phrase_features(const KindTable& kinds, const Cover& c, Sink&& sink) {
  const KindTable::Info& kind = kinds[c.what];
  const std::uint64_t place = static_cast<std::uint64_t>(c.part) | std::uint64_t{c.longest} << 2;
  sink(Template::phrase, {kind.hash, place});
  sink(Template::phrase_head, {kind.head_hash, place, std::uint64_t{c.prior} << 1 | std::uint64_t{c.ambiguous}});
}

template <typename Sink>
void rule_features(const RuleSet& rules, const Cover& c, Sink&& sink) {
  const auto part = static_cast<std::uint64_t>(c.part);
  sink(Template::rule, {rules.rule_hash(c.what), part});
  sink(Template::rule_label, {rules.label_hash(c.label), part, std::uint64_t{c.prior}});
}

template <typename Sink>
void list_features(const FeatureReader& r, const FeatureInput& in, std::uint32_t i, Sink&& sink) {
  using T = Template;
  const KindTable& kinds = in.names.kinds;
  for (const Cover& c : in.facts.phrases[i]) phrase_features(kinds, c, sink);
  if (r.inside(r.at(-1)))
    for (const Cover& c : in.facts.phrases[i - 1])
      if (c.part == Part::last || c.part == Part::unit)
        sink(T::phrase_before, {kinds[c.what].hash, std::uint64_t{c.longest}});
  if (r.inside(r.at(1)))
    for (const Cover& c : in.facts.phrases[i + 1])
      if (c.part == Part::begin || c.part == Part::unit)
        sink(T::phrase_after, {kinds[c.what].hash, std::uint64_t{c.longest}});
  for (const Cover& c : in.facts.rules[i]) rule_features(in.names.rules, c, sink);
}

template <typename Sink>
void document_features(const FeatureInput& in, std::uint32_t i, Sink&& sink) {
  const DocumentFacts& d = in.document_facts(i);
  const std::uint64_t start = in.facts.tokens[i].sentence_start ? 1U : 0U;
  sink(Template::lower_elsewhere, {d.lower_elsewhere, start});
  sink(Template::capital_elsewhere, {d.capital_elsewhere, start});
  if (d.acronym_of != 0) sink(Template::acronym_of, {d.acronym_of});
  if (d.likely_elsewhere != 0) sink(Template::likely_elsewhere, {d.likely_elsewhere});
  if (d.possible_elsewhere != 0) sink(Template::possible_elsewhere, {d.possible_elsewhere});
}

template <typename Sink>
void for_each_second_pass_feature(const FeatureInput& in, std::uint32_t i, Sink&& sink) {
  using T = Template;
  const FeatureReader r(in, i);
  const DocumentFacts& d = in.document_facts(i);
  const auto label = [&](int offset) -> std::uint64_t {
    if (!r.inside(r.at(offset))) return 31U;
    const auto beside = static_cast<std::uint32_t>(r.at(offset));
    return in.facts.tokens[beside].active ? in.document_facts(beside).first_label : kOutside;
  };
  if (d.acronym_type != 0) sink(T::acronym_type, {d.acronym_type});
  sink(T::other_type, {d.other_type, d.other_place});
  sink(T::other_evidence, {d.other_type, d.other_count, d.other_share});
  if (d.other_type != 0) {
    const auto evidence = static_cast<std::uint64_t>(d.other_count | d.other_share << 2);
    sink(T::other_place_label, {d.other_type, d.other_place, d.first_label});
    sink(T::other_evidence_label, {d.other_type, evidence, d.first_label});
  }
  sink(T::other_whole, {d.other_whole, d.first_label});
  sink(T::first_label, {d.first_label});
  sink(T::first_label_before, {label(-1), d.first_label});
  sink(T::first_label_after, {label(1), d.first_label});
}

template <typename Sink>
void for_each_feature(const FeatureInput& input, std::uint32_t i, Sink&& sink) {
  const FeatureReader reader(input, i);
  word_features(reader, input, i, sink);
  context_features(reader, sink);
  run_features(reader, input, i, sink);
  list_features(reader, input, i, sink);
  document_features(input, i, sink);
}

}  // namespace quoth::internal
