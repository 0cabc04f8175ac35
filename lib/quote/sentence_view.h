#pragma once

// What the quote stages ask of a sentence's tokens: words, tags, marks and names. Tested by
// tests/unit/quote_frames_test.cc.

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "quote/attribution.h"
#include "quote/cues.h"
#include "syntax/tree.h"

namespace quoth::internal {

inline constexpr std::uint32_t kNoToken = kNoHead;

inline bool is_verbal(Tag t) { return t == Tag::verb || t == Tag::aux; }
inline bool is_nominal(Tag t) {
  return t == Tag::noun || t == Tag::propn || t == Tag::adj || t == Tag::det || t == Tag::num || t == Tag::x ||
         t == Tag::sym;
}

/// References; the caller keeps them alive.
struct SentenceView {
  const QuoteInput& in;
  const Tree& tree;

  TokenRange range() const { return tree.sentence(); }
  Tag tag(std::uint32_t i) const { return tree.tag(i); }
  std::string_view written(std::uint32_t i) const { return in.names.tokens.written(i); }
  bool is_punct(std::uint32_t i) const { return in.names.tokens[i].shape == Shape::punct; }

  /// A comma, or a dash that divides as one does.
  bool is_comma(std::uint32_t i) const {
    if (i < range().begin || i >= range().end) return false;
    const std::string_view w = written(i);
    return w == "," || w == "\u2014" || w == "\u2013" || w == "--" ||
           (w == "-" && in.names.tokens[i].has(kSpaceBefore));
  }

  /// A mark that parts a sentence more than a comma does.
  bool divides(std::uint32_t i) const { return written(i) == ";" || written(i) == ":"; }
  /// A word that no phrase begins or ends with.
  bool is_phrase_edge(std::uint32_t i) const {
    const std::string_view w = written(i);
    if (w == "(" || w == ")" || w == "[" || w == "]") return false;
    const Tag t = tag(i);
    return t == Tag::punct || t == Tag::adv || t == Tag::cconj || t == Tag::sconj || t == Tag::adp;
  }

  bool has_class(std::uint32_t i, WordClass c) const { return (in.facts[i].classes & bit(c)) != 0; }
  /// A day or a month that is no part of a name.
  bool says_when(std::uint32_t i) const { return is_time(i) && name_at(i) == nullptr; }
  /// A day or a month.
  bool is_time(std::uint32_t i) const { return has_class(i, WordClass::weekday) || has_class(i, WordClass::month); }

  /// Whether a phrase of a class that begins at a token has an attribute.
  bool has_attribute(std::uint32_t i, WordClass c, std::string_view key) const {
    return has_class(i, c) && internal::has_attribute(in.names, i, key, bit(c));
  }

  /// The first of the adverbs that stand right before a token.
  std::uint32_t before_adverbs(std::uint32_t i) const {
    while (i > range().begin && tag(i - 1) == Tag::adv) --i;
    return i;
  }

  /// The "as" that stands right before a token: "“…,” as Okoye put it".
  std::uint32_t before_as(std::uint32_t i) const {
    return i > range().begin && has_attribute(i - 1, WordClass::conjunction, "relay") ? i - 1 : i;
  }

  /// The marked words that end right before a token, or before the comma, the adverbs and the "as" there; empty: none
  /// do.
  TokenRange mark_before(std::uint32_t i) const {
    i = before_as(before_adverbs(i));
    if (i > range().begin && is_comma(i - 1)) --i;
    return i > range().begin ? in.marked.around(i - 1) : TokenRange{};
  }

  /// Behind marked words with a comma or a sentence's end: not in "it is ‘watching’ the firm".
  bool follows_speech(std::uint32_t i) const {
    const TokenRange mark = mark_before(i);
    return mark.size() > 1 && (is_comma(i - 1) || (is_punct(mark.end - 2) && is_punct(mark.end - 1)));
  }

  /// A headline's capitals: its tags are not to be trusted.
  bool is_headline() const { return in.facts[range().begin].style != LineStyle::plain; }

  bool has_verb(TokenRange r) const {
    if (is_headline()) return r.size() > 1;
    for (std::uint32_t i = r.begin; i < r.end; ++i)
      if (is_verbal(tag(i)) || in.marked.covers(i)) return true;
    return false;
  }
  /// A verb that is no infinitive.
  bool has_finite_verb(TokenRange r) const {
    if (is_headline()) return r.size() > 1;
    for (std::uint32_t i = r.begin; i < r.end; ++i)
      if (is_verbal(tag(i)) && !(i > range().begin && tag(i - 1) == Tag::part)) return true;
    return false;
  }

  bool has_subject(std::uint32_t verb) const {
    return tree.child(verb, Relation::nsubj) != kNoToken || tree.child(verb, Relation::nsubj_pass) != kNoToken ||
           tree.child(verb, Relation::expl) != kNoToken;
  }

  /// "who", "which".
  bool is_relative(std::uint32_t i) const { return has_attribute(i, WordClass::pronoun_other, "relative"); }
  /// "that", "whether".
  bool starts_complement(std::uint32_t i) const {
    const Tag t = tag(i);
    return (t == Tag::sconj || t == Tag::pron || t == Tag::det) &&
           has_attribute(i, WordClass::conjunction, "complement");
  }

  /// "how", "what".
  bool is_question_word(std::uint32_t i) const { return has_attribute(i, WordClass::function_word, "question"); }

  /// The name that covers a token; nullptr: none does.
  const LabelledName* name_at(std::uint32_t i) const {
    const auto after = std::upper_bound(in.mentions.begin(), in.mentions.end(), i,
                                        [](std::uint32_t t, const LabelledName& n) { return t < n.tokens.begin; });
    if (after == in.mentions.begin() || (after - 1)->tokens.end <= i) return nullptr;
    return &*(after - 1);
  }
  bool is_person(std::uint32_t i) const {
    const LabelledName* name = name_at(i);
    return name != nullptr && name->label == kPerson;
  }
};

}  // namespace quoth::internal
