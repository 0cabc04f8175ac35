#include "model/document_facts.h"

#include <algorithm>

namespace quoth::internal {
namespace {

std::uint8_t count_bucket(std::uint32_t n) { return static_cast<std::uint8_t>(n < 2 ? n : n < 5 ? 2 : 3); }

void intern_words(const Tokens& tokens, DocumentMemory& memory) {
  memory.word_of.resize(tokens.size());
  memory.word_index.clear(tokens.size());
  for (std::uint32_t i = 0; i < tokens.size(); ++i) memory.word_of[i] = memory.word_index.add(tokens[i].hash);
  memory.words.assign(memory.word_index.size(), {});
}

void count_cases(const NameInput& input, const NameFacts& facts, DocumentMemory& memory) {
  for (std::uint32_t i = 0; i < input.tokens.size(); ++i) {
    DocumentMemory::Counts& counts = memory.words[memory.word_of[i]];
    if (input.tokens[i].shape == Shape::lower) ++counts.lower;
    if (looks_like_name(input.tokens[i]) && !facts.tokens[i].sentence_start && facts.tokens[i].style == LineStyle::plain)
      ++counts.capital;
  }
}

char initial_of(const Tokens& tokens, std::uint32_t i) {
  const std::string_view word = tokens.word(i);
  return word.empty() ? '\0' : word.front();
}

// Acronyms: the initials of a run of capitals of two to seven words, connectors taken or left.
void find_acronyms(const NameInput& input, const NameFacts& facts, DocumentMemory& memory,
                   std::vector<DocumentFacts>& out) {
  constexpr std::uint32_t kMostWords = 9;
  memory.phrase_index.clear(input.tokens.size() + 2);
  const auto remember = [&](const std::string& initials) {
    if (initials.size() >= 2) memory.phrase_index.add(hash_bytes(initials));
  };
  for (std::uint32_t i = 0; i < input.tokens.size(); ++i) {
    const TokenRange run = facts.tokens[i].wide_run;
    if (run.begin != i || run.size() < 2 || run.size() > kMostWords) continue;
    std::string capitals, all;  // short: no allocation
    for (std::uint32_t t = run.begin; t < run.end; ++t) {
      if (input.tokens[t].shape == Shape::punct) continue;
      if (looks_like_name(input.tokens[t])) capitals += initial_of(input.tokens, t);
      all += initial_of(input.tokens, t);
    }
    remember(capitals);
    if (all != capitals) remember(all);
  }
  for (std::uint32_t i = 0; i < input.tokens.size(); ++i)
    if (input.tokens[i].shape == Shape::upper && memory.phrase_index.find(input.tokens[i].hash) != HashIndex::kNone)
      out[i].acronym_of = 1;
}

std::uint64_t phrase_hash(const Tokens& tokens, TokenRange range) {
  std::uint64_t h = range.size();
  for (std::uint32_t i = range.begin; i < range.end; ++i) h = combine_hashes(h, tokens[i].hash);
  return h;
}

template <typename Types>
std::uint8_t best_type(const Types& types) {
  const auto best = std::max_element(types.begin(), types.end());
  return *best > 0 ? static_cast<std::uint8_t>(best - types.begin() + 1) : std::uint8_t{0};
}

std::uint8_t place_bit(std::uint32_t i, TokenRange name) {
  if (name.size() == 1) return 1;
  return i == name.begin ? 2 : i + 1 == name.end ? 8 : 4;
}

}  // namespace

void find_word_facts(const NameInput& input, const NameFacts& facts, DocumentMemory& memory,
                     std::vector<DocumentFacts>& out) {
  out.assign(input.tokens.size(), {});
  intern_words(input.tokens, memory);
  count_cases(input, facts, memory);
  for (std::uint32_t i = 0; i < input.tokens.size(); ++i) {
    if (!facts.tokens[i].active) continue;
    const DocumentMemory::Counts& counts = memory.words[memory.word_of[i]];
    const bool counted = looks_like_name(input.tokens[i]) && !facts.tokens[i].sentence_start &&
                         facts.tokens[i].style == LineStyle::plain;
    out[i].lower_elsewhere = count_bucket(counts.lower - (input.tokens[i].shape == Shape::lower ? 1 : 0));
    out[i].capital_elsewhere = count_bucket(counts.capital - (counted ? 1 : 0));
  }
  find_acronyms(input, facts, memory, out);
}

void add_first_pass(const NameInput& input, std::span<const NameSpan> names, std::span<const ChainLabel> labels,
                    DocumentMemory& memory, std::vector<DocumentFacts>& out) {
  memory.phrases.assign(names.size(), {});
  memory.phrase_index.clear(names.size());
  const auto phrase_of = [&](const NameSpan& name) {
    return memory.phrase_index.add(phrase_hash(input.tokens, name.tokens));
  };
  for (const NameSpan& name : names) {
    const auto type = static_cast<std::size_t>(name.type);
    memory.phrases[phrase_of(name)][type] += name.confidence;
    for (std::uint32_t i = name.tokens.begin; i < name.tokens.end; ++i) {
      DocumentMemory::Counts& counts = memory.words[memory.word_of[i]];
      // A full name tells more of its words than a lone word does of itself.
      counts.types[type] += name.confidence * (name.tokens.size() > 1 ? 2.0F : 1.0F);
      counts.places = static_cast<std::uint8_t>(counts.places | place_bit(i, name.tokens));
    }
  }
  for (std::uint32_t i = 0; i < labels.size(); ++i) {
    out[i].first_label = labels[i];
    const DocumentMemory::Counts& counts = memory.words[memory.word_of[i]];
    out[i].other_type = best_type(counts.types);
    out[i].other_place = counts.places;
  }
  for (const NameSpan& name : names)
    for (std::uint32_t i = name.tokens.begin; i < name.tokens.end; ++i)
      out[i].other_whole = best_type(memory.phrases[phrase_of(name)]);
}

}  // namespace quoth::internal
