#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/export.h"

namespace quoth {

/// A half-open stretch of `Document::text`, in bytes:
///
///     "Ada said hi."
///      ^  ^
///      0  3           Span{0, 3} is "Ada"
///
/// Both ends stand on UTF-8 character boundaries (a byte that is no UTF-8 is a
/// character of its own).
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const noexcept { return end - begin; }
  bool empty() const noexcept { return begin == end; }
  bool contains(Span other) const noexcept { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const noexcept { return begin < other.end && other.begin < end; }

  friend bool operator==(const Span&, const Span&) = default;
  friend auto operator<=>(const Span&, const Span&) = default;
};

/// Index into `Document::labels`. The first three are always the same; labels
/// that a pack adds follow.
using LabelId = std::uint16_t;
inline constexpr LabelId kPerson = 0;
inline constexpr LabelId kLocation = 1;
inline constexpr LabelId kOrganization = 2;

/// Index into `Document::mentions`.
using MentionId = std::uint32_t;
/// Index into `Document::entities`.
using EntityId = std::uint32_t;
/// Index into `Document::quotes`.
using QuoteId = std::uint32_t;

/// How a mention refers: by name ("Yuri Ushakov"), by a noun phrase ("the
/// advisor") or by a pronoun ("he").
enum class Form : std::uint8_t { name, nominal, pronoun };

/// What the text tells of a person's sex, by title, pronoun or given name.
enum class Sex : std::uint8_t { unknown, female, male };

/// A stretch of text that names or means an entity.
struct Mention {
  Span span;
  LabelId label = kPerson;
  Form form = Form::name;
  std::optional<EntityId> entity;  ///< unset: nothing in the text tells whom it means
  float confidence = 0;            ///< 0 to 1

  friend bool operator==(const Mention&, const Mention&) = default;
};

/// Where an entity is known elsewhere: {"wikidata", "Q7747"}.
struct ExternalId {
  std::string source;
  std::string value;

  friend bool operator==(const ExternalId&, const ExternalId&) = default;
};

/// Everybody and everything that the document's mentions mean, once each.
struct Entity {
  LabelId label = kPerson;
  Sex sex = Sex::unknown;
  std::string name;                 ///< the fullest name, or the usual one from the lists
  std::vector<MentionId> mentions;  ///< in text order, at least one
  std::vector<ExternalId> ids;

  friend bool operator==(const Entity&, const Entity&) = default;
};

/// direct: all between marks, or a turn of a transcript. mixed: a reported clause with marked words in it.
/// indirect: no marks.
enum class QuoteType : std::uint8_t { direct, mixed, indirect };

/// What somebody said, wrote or thought, as the text reports it.
///
///     "It is over," Putin's advisor Yuri Ushakov told reporters. "Go home."
///     ^            ^                             ^    ^                    ^
///     span.begin   speaker                       cue  addressee            span.end
struct Quote {
  Span span;  ///< the whole quotation with its marks
  QuoteType type = QuoteType::direct;
  std::vector<Span> content;         ///< direct: between the marks, a span a part; else the reported clause
  std::vector<Span> quoted;          ///< its stretches between marks, marks left out; not those of a quote inside
  std::vector<Span> cue;             ///< "told"; empty: none
  std::vector<Span> speaker_span;    ///< the whole noun phrase that says who; empty: unknown
  std::optional<MentionId> speaker;  ///< the mention that heads it
  std::vector<Span> addressee;       ///< "reporters"; empty: none
  std::vector<Span> relay;           ///< who told it: Interfax in "Interfax quoted him as saying"; empty: none
  bool negated = false;              ///< "did not say that"
  bool asked = false;                ///< "asked whether"
  std::optional<QuoteId> inside;     ///< the innermost quote in whose content it stands
  float confidence = 0;              ///< 0 to 1

  friend bool operator==(const Quote&, const Quote&) = default;
};

/// One piece of evidence for or against a mention, quote or speaker.
struct Evidence {
  std::string source;  ///< "en/rules/person.rules:8 title_name", "staff.tsv:2", "weights: w-1=in"
  std::string text;    ///< what it says: the label, list entry or alternative
  float weight = 0;    ///< above 0 speaks for it

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// Why a mention or quote was made; filled only with `Options::explain`.
struct Explanation {
  std::vector<Evidence> evidence;    ///< strongest first
  std::vector<Evidence> runners_up;  ///< the next best readings

  friend bool operator==(const Explanation&, const Explanation&) = default;
};

/// The analysis of one text. Plain values: it can be copied, moved, compared
/// and kept after the analyzer is gone. Different threads may read one Document
/// at the same time. The text is never rewritten.
struct QUOTH_API Document {
  std::string text;
  std::vector<std::string> labels;                ///< "PERSON", "LOCATION", "ORGANIZATION", then those of packs
  std::vector<Span> tokens;                       ///< in order; between them: white space, U+200B, U+FEFF
  std::vector<Span> sentences;                    ///< in order, without white space at their edges
  std::vector<Mention> mentions;                  ///< in order of their begin
  std::vector<Entity> entities;                   ///< in order of their first mention
  std::vector<Quote> quotes;                      ///< in order of their begin
  std::vector<Explanation> mention_explanations;  ///< empty, or one for each mention
  std::vector<Explanation> quote_explanations;    ///< empty, or one for each quote

  /// The text of a span; a view into `text`.
  std::string_view text_of(Span span) const { return std::string_view(text).substr(span.begin, span.size()); }
  std::string_view text_of(const Mention& mention) const { return text_of(mention.span); }
  /// A quote's content, its parts joined by " ... ".
  std::string text_of(const Quote& quote) const;

  /// The name of the entity that a mention means, or the mention's own text.
  std::string_view name(MentionId mention) const;
  /// The name of a label.
  std::string_view label_name(LabelId label) const { return labels.at(label); }
  /// The entity of a quote's speaker, where both are known.
  std::optional<EntityId> speaker_entity(const Quote& quote) const;

  friend bool operator==(const Document&, const Document&) = default;
};

}  // namespace quoth
