#include "model/document_facts.h"

#include <algorithm>

namespace quoth::internal {
namespace {

std::uint8_t count_bucket(std::uint32_t n) { return static_cast<std::uint8_t>(n < 2 ? n : n < 5 ? 2 : 3); }

void intern_words(const Tokens& tokens, DocumentMemory& memory) {
  memory.word_of.resize(tokens.size());
  memory.word_index.clear();
  for (std::uint32_t i = 0; i < tokens.size(); ++i) memory.word_of[i] = memory.word_index.add(tokens[i].hash);
  memory.words.assign(memory.word_index.size(), {});
}

void count_cases(const NameInput& input, const NameFacts& facts, DocumentMemory& memory) {
  for (std::uint32_t i = 0; i < input.tokens.size(); ++i) {
    DocumentMemory::Counts& counts = memory.words[memory.word_of[i]];
    if (input.tokens[i].shape == Shape::lower) ++counts.lower;
    if (looks_like_name(input.tokens[i]) && !facts.tokens[i].sentence_start &&
        facts.tokens[i].style == LineStyle::plain)
      ++counts.capital;
  }
}

using Proposals = std::array<std::uint32_t, kNameTypes>;

// How often rules of a strength propose each type for a token.
Proposals proposals_for(const NameFacts& facts, std::uint32_t i, Strength strength) {
  Proposals out{};
  for (const Cover& cover : facts.rules[i])
    if (cover.prior == static_cast<std::uint8_t>(strength) && cover.label < kNameTypes) ++out[cover.label];
  return out;
}

void count_proposals(const NameInput& input, const NameFacts& facts, DocumentMemory& memory) {
  for (std::uint32_t i = 0; i < input.tokens.size(); ++i) {
    if (facts.rules[i].empty()) continue;
    DocumentMemory::Counts& counts = memory.words[memory.word_of[i]];
    const Proposals likely = proposals_for(facts, i, Strength::likely);
    const Proposals possible = proposals_for(facts, i, Strength::possible);
    for (std::size_t t = 0; t < kNameTypes; ++t) counts.likely[t] += likely[t], counts.possible[t] += possible[t];
  }
}

// Two bits for each type: how often rules of a strength propose it elsewhere, `all` counting token i too.
std::uint8_t elsewhere(const NameFacts& facts, std::uint32_t i, Strength strength, const Proposals& all) {
  if (all == Proposals{}) return 0;
  const Proposals here = proposals_for(facts, i, strength);
  unsigned bits = 0;
  for (std::size_t t = 0; t < kNameTypes; ++t) bits |= unsigned{count_bucket(all[t] - here[t])} << (2 * t);
  return static_cast<std::uint8_t>(bits);
}

char initial_of(const Tokens& tokens, std::uint32_t i) {
  const std::string_view word = tokens.word(i);
  return word.empty() ? '\0' : word.front();
}

// Calls `use` with the hash of the initials of a stretch of words: of the capitals alone, and of all.
template <typename Use>
void for_each_acronym(const Tokens& tokens, TokenRange range, Use use) {
  constexpr std::uint32_t kMostWords = 12;
  if (range.size() < 2 || range.size() > kMostWords) return;
  std::string capitals, all;  // short: no allocation
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (tokens[t].shape == Shape::punct) continue;
    if (looks_like_name(tokens[t])) capitals += initial_of(tokens, t);
    all += initial_of(tokens, t);
  }
  if (capitals.size() >= 2) use(hash_bytes(capitals));
  if (all.size() >= 2 && all != capitals) use(hash_bytes(all));
}

// LWB; written as a word, as British papers do, from four letters on: Ecowas.
bool may_be_acronym(const NameInput& input, const NameFacts& facts, std::uint32_t i) {
  constexpr std::uint32_t kFewestLetters = 4;
  const Token& t = input.tokens[i];
  return facts.tokens[i].active &&
         (t.shape == Shape::upper || (t.shape == Shape::cap && t.fold_size >= kFewestLetters));
}

void find_acronyms(const NameInput& input, const NameFacts& facts, DocumentMemory& memory,
                   std::vector<DocumentFacts>& out) {
  memory.phrase_index.clear();
  const TokenRange* last = nullptr;
  for (const Runs& runs : facts.runs) {
    if (last == nullptr || *last != runs.wide)
      for_each_acronym(input.tokens, runs.wide, [&](std::uint64_t h) { memory.phrase_index.add(h); });
    last = &runs.wide;
  }
  for (std::uint32_t i = 0; i < input.tokens.size(); ++i)
    if (may_be_acronym(input, facts, i) && memory.phrase_index.find(input.tokens[i].hash) != HashIndex::kNone)
      out[facts.tokens[i].row].acronym_of = 1;
}

void type_acronyms(const NameInput& input, const NameFacts& facts, std::span<const NameSpan> names,
                   DocumentMemory& memory, std::vector<DocumentFacts>& out) {
  memory.acronym_index.clear();
  memory.acronym_types.clear();
  for (const NameSpan& name : names)
    for_each_acronym(input.tokens, name.tokens, [&](std::uint64_t hash) {
      if (memory.acronym_index.add(hash) == memory.acronym_types.size()) memory.acronym_types.push_back(name.type);
    });
  for (std::uint32_t i = 0; i < input.tokens.size(); ++i) {
    if (!may_be_acronym(input, facts, i)) continue;
    const std::uint32_t known = memory.acronym_index.find(input.tokens[i].hash);
    if (known != HashIndex::kNone)
      out[facts.tokens[i].row].acronym_type =
          static_cast<std::uint8_t>(1 + static_cast<unsigned>(memory.acronym_types[known]));
  }
}

std::uint64_t phrase_hash(const Tokens& tokens, TokenRange range) {
  std::uint64_t h = range.size();
  for (std::uint32_t i = range.begin; i < range.end; ++i) h = combine_hashes(h, tokens[i].hash);
  return h;
}

using TypeCounts = std::array<float, kNameTypes>;

std::uint8_t best_type(const TypeCounts& counts) {
  const auto best = std::max_element(counts.begin(), counts.end());
  return *best > 0.01F ? static_cast<std::uint8_t>(best - counts.begin() + 1) : std::uint8_t{0};
}

// What the names elsewhere say; `own` is what the token's own name added.
void describe_others(TypeCounts counts, NameType type, float own, DocumentFacts& out) {
  counts[static_cast<std::size_t>(type)] -= own;
  float sum = 0;
  for (const float c : counts) sum += std::max(c, 0.0F);
  out.other_type = best_type(counts);
  if (out.other_type == 0) return;
  const float most = counts[out.other_type - 1U];
  out.other_count = static_cast<std::uint8_t>(most < 1.5F ? 1 : most < 4 ? 2 : 3);
  out.other_share = static_cast<std::uint8_t>(most < 0.7F * sum ? 0 : most < 0.98F * sum ? 1 : 2);
}

// A full name tells more of its words than a lone word does of itself.
float voice(const NameSpan& name) { return name.confidence * (name.tokens.size() > 1 ? 2.0F : 1.0F); }

std::uint8_t place_bit(std::uint32_t i, TokenRange name) {
  if (name.size() == 1) return 1;
  return i == name.begin ? 2 : i + 1 == name.end ? 8 : 4;
}

}  // namespace

void find_word_facts(const NameInput& input, const NameFacts& facts, DocumentMemory& memory,
                     std::vector<DocumentFacts>& out) {
  out.assign(facts.runs.size(), {});
  intern_words(input.tokens, memory);
  count_cases(input, facts, memory);
  count_proposals(input, facts, memory);
  for (std::uint32_t i = 0; i < input.tokens.size(); ++i) {
    if (!facts.tokens[i].active) continue;
    const DocumentMemory::Counts& counts = memory.words[memory.word_of[i]];
    const bool counted = looks_like_name(input.tokens[i]) && !facts.tokens[i].sentence_start &&
                         facts.tokens[i].style == LineStyle::plain;
    DocumentFacts& of_token = out[facts.tokens[i].row];
    of_token.lower_elsewhere = count_bucket(counts.lower - (input.tokens[i].shape == Shape::lower ? 1 : 0));
    of_token.capital_elsewhere = count_bucket(counts.capital - (counted ? 1 : 0));
    of_token.likely_elsewhere = elsewhere(facts, i, Strength::likely, counts.likely);
    of_token.possible_elsewhere = elsewhere(facts, i, Strength::possible, counts.possible);
  }
  find_acronyms(input, facts, memory, out);
}

void add_first_pass(const NameInput& input, const NameFacts& facts, std::span<const NameSpan> names,
                    std::span<const ChainLabel> labels, DocumentMemory& memory, std::vector<DocumentFacts>& out) {
  memory.phrases.assign(names.size(), {});
  memory.phrase_index.clear();
  const auto phrase_of = [&](const NameSpan& name) {
    return memory.phrase_index.add(phrase_hash(input.tokens, name.tokens));
  };
  for (const NameSpan& name : names) {
    const auto type = static_cast<std::size_t>(name.type);
    memory.phrases[phrase_of(name)][type] += name.confidence;
    for (std::uint32_t i = name.tokens.begin; i < name.tokens.end; ++i) {
      DocumentMemory::Counts& counts = memory.words[memory.word_of[i]];
      counts.types[type] += voice(name);
      counts.places = static_cast<std::uint8_t>(counts.places | place_bit(i, name.tokens));
    }
  }
  for (std::uint32_t i = 0; i < labels.size(); ++i) {
    if (!facts.tokens[i].active) continue;
    DocumentFacts& of_token = out[facts.tokens[i].row];
    of_token.first_label = labels[i];
    const DocumentMemory::Counts& counts = memory.words[memory.word_of[i]];
    of_token.other_place = counts.places;
    if (labels[i] == kOutside) describe_others(counts.types, NameType::person, 0, of_token);
  }
  for (const NameSpan& name : names) {
    TypeCounts whole = memory.phrases[phrase_of(name)];
    whole[static_cast<std::size_t>(name.type)] -= name.confidence;
    for (std::uint32_t i = name.tokens.begin; i < name.tokens.end; ++i) {
      DocumentFacts& of_token = out[facts.tokens[i].row];
      describe_others(memory.words[memory.word_of[i]].types, name.type, voice(name), of_token);
      of_token.other_whole = best_type(whole);
    }
  }
  type_acronyms(input, facts, names, memory, out);
}

void agree_on_types(const Tokens& tokens, DocumentMemory& memory, std::vector<NameSpan>& names) {
  constexpr float kSure = 0.7F;  // F1 on worldwide: +0.3 and +0.2 with 0.7, the same with any from 0.6 to 1
  memory.phrases.assign(names.size(), {});
  memory.phrase_index.clear();
  const auto types_of = [&](const NameSpan& name) -> TypeCounts& {
    return memory.phrases[memory.phrase_index.add(phrase_hash(tokens, name.tokens))];
  };
  for (const NameSpan& name : names) types_of(name)[static_cast<std::size_t>(name.type)] += name.confidence;
  for (NameSpan& name : names) {
    if (name.confidence >= kSure) continue;
    const TypeCounts& types = types_of(name);
    const auto best = std::max_element(types.begin(), types.end()) - types.begin();
    if (types[static_cast<std::size_t>(best)] > types[static_cast<std::size_t>(name.type)])
      name.type = static_cast<NameType>(best);
  }
}

}  // namespace quoth::internal
