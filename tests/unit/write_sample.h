#pragma once

// A small Document made by hand, as the analyzer would make it.

#include <stdexcept>
#include <string>
#include <string_view>

#include "quoth/document.h"

namespace quoth::test {

/// The span of the nth (from 0) occurrence of some words.
inline Span span_of(std::string_view text, std::string_view words, int nth = 0) {
  std::size_t at = text.find(words);
  for (; nth > 0 && at != std::string_view::npos; --nth) at = text.find(words, at + 1);
  if (at == std::string_view::npos) throw std::invalid_argument("the sample lacks: " + std::string(words));
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

/// Two people, a place and an organisation; a direct, a mixed and an indirect quote; a pronoun that nobody can resolve.
inline Document sample_document() {
  Document doc;
  doc.labels = {"PERSON", "LOCATION", "ORGANIZATION"};
  doc.text =
      "ÅLESUND — “We mend nets,” said Zoë Brandt of the Harbour Board. “We don't cut them.”\n\n\n"
      "Brandt told him that the “old” pier would stay.  It was cold. He warned: snow.\n";
  const std::string_view text = doc.text;
  const auto add = [&](std::string_view words, LabelId label, Form form, std::optional<EntityId> entity, int nth = 0) {
    doc.mentions.push_back({span_of(text, words, nth), label, form, entity, 0.984f});
  };
  add("ÅLESUND", kLocation, Form::name, 0);
  add("Zoë Brandt", kPerson, Form::name, 1);
  add("Harbour Board", kOrganization, Form::name, 2);
  add("Brandt", kPerson, Form::name, 1, 1);
  add("him", kPerson, Form::pronoun, std::nullopt);
  add("He", kPerson, Form::pronoun, std::nullopt);
  doc.entities = {{kLocation, Sex::unknown, "Ålesund", {0}, {{"wikidata", "Q1"}, {"geonames", "2"}}},
                  {kPerson, Sex::female, "Zoë Brandt", {1, 3}, {}},
                  {kOrganization, Sex::unknown, "Harbour Board", {2}, {}}};

  Quote direct;
  direct.span = {span_of(text, "“We mend").begin, span_of(text, "them.”").end};
  direct.type = QuoteType::direct;
  direct.content = direct.quoted = {span_of(text, "We mend nets,"), span_of(text, "We don't cut them.")};
  direct.cue = {span_of(text, "said")};
  direct.speaker_span = {span_of(text, "Zoë Brandt of the Harbour Board")};
  direct.speaker = 1;
  direct.confidence = 0.97f;

  Quote mixed;
  mixed.span = span_of(text, "that the “old” pier would stay");
  mixed.type = QuoteType::mixed;
  mixed.content = {mixed.span};
  mixed.quoted = {span_of(text, "old", 1)};  // the first is in "told"
  mixed.cue = {span_of(text, "told")};
  mixed.speaker_span = {span_of(text, "Brandt", 1)};
  mixed.speaker = 3;
  mixed.addressee = {span_of(text, "him")};
  mixed.confidence = 0.5f;

  Quote indirect;
  indirect.span = span_of(text, "snow");
  indirect.type = QuoteType::indirect;
  indirect.content = {indirect.span};
  indirect.cue = {span_of(text, "warned")};
  indirect.speaker_span = {span_of(text, "He")};
  indirect.speaker = 5;
  indirect.confidence = 1;

  doc.quotes = {direct, mixed, indirect};
  doc.tokens = {span_of(text, "ÅLESUND"), span_of(text, "—")};
  doc.sentences = {span_of(text, "It was cold."), span_of(text, "He warned: snow.")};
  return doc;
}

}  // namespace quoth::test
