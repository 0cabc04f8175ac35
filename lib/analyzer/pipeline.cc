#include "analyzer/pipeline.h"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "text/unicode.h"

namespace quoth::internal {
namespace {

Span span_of(const Tokens& tokens, TokenRange range) { return {tokens[range.begin].begin, tokens[range.end - 1].end}; }

// What the model found, MISC left out: it is there to be told apart from the others.
void label_names(const std::vector<NameSpan>& found, std::vector<LabelledName>& out) {
  out.clear();
  for (const NameSpan& name : found)
    if (name.type != NameType::misc) out.push_back({name.tokens, static_cast<LabelId>(name.type), name.confidence});
}

// Numbers the labels of given mentions.
class LabelNumbers {
 public:
  explicit LabelNumbers(std::vector<std::string>& labels) : labels_(labels) {
    for (const std::string& label : labels) numbers_.try_emplace(label, static_cast<LabelId>(numbers_.size()));
  }
  LabelId of(const std::string& label) {
    const auto [found, is_new] = numbers_.try_emplace(label, static_cast<LabelId>(labels_.size()));
    if (!is_new) return found->second;
    if (labels_.size() > 0xFFFE) throw std::invalid_argument("given mentions have too many labels");
    labels_.push_back(label);
    return found->second;
  }

 private:
  std::vector<std::string>& labels_;
  std::unordered_map<std::string, LabelId> numbers_;
};

// The tokens that a span touches.
TokenRange tokens_touching(const Tokens& tokens, Span span) {
  const auto first = std::partition_point(tokens.items.begin(), tokens.items.end(),
                                          [&](const Token& t) { return t.end <= span.begin; });
  const auto last = std::partition_point(first, tokens.items.end(), [&](const Token& t) { return t.begin < span.end; });
  return {static_cast<std::uint32_t>(first - tokens.items.begin()),
          static_cast<std::uint32_t>(last - tokens.items.begin())};
}

// Whether an offset stands between characters, of which a byte that is no UTF-8 is one.
bool is_boundary(std::string_view text, std::size_t at) {
  for (std::size_t back = 1; back <= 3 && back <= at; ++back)
    if (next_boundary(text, at - back) > at) return false;
  return true;
}

// The caller's mentions. Several may touch one token; then the entity linker sees that token for each.
void use_given(std::span<const GivenMention> given, const Tokens& tokens, Document& document,
               std::vector<LabelledName>& out) {
  out.clear();
  LabelNumbers labels(document.labels);
  std::uint32_t end = 0;
  for (const GivenMention& mention : given) {
    if (mention.span.begin < end || mention.span.begin >= mention.span.end || mention.span.end > document.text.size())
      throw std::invalid_argument("given mentions must be in order, not empty, within the text, and must not overlap");
    if (!is_boundary(document.text, mention.span.begin) || !is_boundary(document.text, mention.span.end))
      throw std::invalid_argument("a given mention begins or ends inside a character");
    end = mention.span.end;
    const TokenRange range = tokens_touching(tokens, mention.span);
    if (range.size() == 0) throw std::invalid_argument("a given mention covers white space only");
    out.push_back({range, labels.of(mention.label), 1.0F});
  }
}

std::vector<ExternalId> parse_ids(std::string_view ids) {
  std::vector<ExternalId> out;
  while (!ids.empty()) {
    const std::string_view id = ids.substr(0, ids.find('|'));
    const std::size_t colon = id.find(':');
    if (colon != std::string_view::npos)
      out.push_back({std::string(id.substr(0, colon)), std::string(id.substr(colon + 1))});
    ids.remove_prefix(std::min(ids.size(), id.size() + 1));
  }
  return out;
}

void add_text_facts(const Scratch& s, Document& document) {
  document.tokens.reserve(s.tokens.size());
  for (const Token& t : s.tokens.items) document.tokens.push_back({t.begin, t.end});
  document.sentences.reserve(s.sentences.size());
  for (const TokenRange range : s.sentences) document.sentences.push_back(span_of(s.tokens, range));
}

// Names and quoted stretches as [LABEL] of a rule asks for them, in order of their begin; names first.
void label_ranges(const QuoteLabels& labels, Scratch& s) {
  s.ranges.clear();
  for (const LabelledName& name : s.labelled)
    if (labels.of_label[name.label] != 0xFFFF) s.ranges.push_back({name.tokens, labels.of_label[name.label]});
  if (labels.quote != 0xFFFF)
    for (const QuotedStretch& stretch : s.stretches)
      if (stretch.depth == 0) s.ranges.push_back({stretch.tokens, labels.quote});
  std::stable_sort(s.ranges.begin(), s.ranges.end(),
                   [](const LabelledRange& a, const LabelledRange& b) { return a.tokens.begin < b.tokens.begin; });
}

// Those of the document and, where they overlap none of these, those that the model found and that are not shown: MISC.
void all_name_spans(Scratch& s) {
  s.name_spans.clear();
  auto found = s.found.begin();
  for (const LabelledName& name : s.labelled) {
    for (; found != s.found.end() && found->tokens.begin < name.tokens.end; ++found)
      if (found->tokens.end <= name.tokens.begin) s.name_spans.push_back(found->tokens);
    if (s.name_spans.empty() || s.name_spans.back().end <= name.tokens.begin) s.name_spans.push_back(name.tokens);
  }
  for (; found != s.found.end(); ++found)
    if (s.name_spans.empty() || s.name_spans.back().end <= found->tokens.begin) s.name_spans.push_back(found->tokens);
}

void find_all_quotes(const Language& language, const Options& options, const NameInput& input,
                     const std::vector<std::string>& public_labels, Scratch& s) {
  pair_marks(s.tokens, s.blocks, s.stretches);
  const QuoteLabels labels(language.rules, public_labels);
  label_ranges(labels, s);
  language.rules.match(Phase::quotes, {s.tokens, s.phrases, s.sentences, s.ranges}, *s.rules, s.quote_matches);
  const MarkedTokens marked(s.stretches);
  const QuoteInput quotes{input, s.names.facts.tokens, s.labelled, s.stretches, marked, s.quote_matches};
  find_rule_acts(quotes, labels, s.attributions);
  all_name_spans(s);
  find_frames(quotes, {language.syntax, s.name_spans, options.broad_reports}, s.frames, s.attributions);
  find_quotes(quotes, s.attributions, s.quotes);
  resolve_speakers({quotes, s.entity_of, s.entities, options.explain}, s.quotes, s.speakers);
}

// Who else a role or pronoun might have meant: each has an equal share of what is left of its probability.
void add_passed_over(const Scratch& s, const SpeakerMention& mention, const Document& document, Explanation& out) {
  if (mention.passed_over.empty()) return;
  const float share = (1 - mention.confidence) / static_cast<float>(mention.passed_over.size());
  for (const std::uint32_t other : mention.passed_over) {
    const LinkedEntity& entity = s.entities[other];
    out.runners_up.push_back({"speaker", document.labels[entity.label] + " '" + entity.name + "'", share});
  }
}

// What no document has under this number.
constexpr MentionId kNoMention = 0xFFFFFFFF;

// Takes the names below the limit out.
void leave_out_unsure(float limit, Scratch& s) {
  s.left_out.clear();
  for (const LabelledName& name : s.labelled)
    if (name.confidence < limit) s.left_out.push_back(name.tokens);
  std::erase_if(s.labelled, [&](const LabelledName& name) { return name.confidence < limit; });
}

// `ranges`: in order, none overlapping.
bool holds_any(TokenRange range, const std::vector<TokenRange>& ranges) {
  const auto first =
      std::partition_point(ranges.begin(), ranges.end(), [&](TokenRange r) { return r.begin < range.begin; });
  return first != ranges.end() && first->end <= range.end;
}

// Names and speakers that are no names, in order of their begin; a speaker is left out if all that tells who it is, a
// name, was; given mentions keep their spans. `place` tells where each went.
void add_mentions(const Scratch& s, const std::span<const GivenMention>* given, Document& document,
                  std::vector<MentionId>& place) {
  std::vector<Mention> all;
  for (std::uint32_t n = 0; n < s.labelled.size(); ++n) {
    const LabelledName& name = s.labelled[n];
    const Span span = given != nullptr ? (*given)[n].span : span_of(s.tokens, name.tokens);
    all.push_back({span, name.label, Form::name, s.entity_of[n], name.confidence});
  }
  std::vector<MentionId> order(all.size());
  for (MentionId m = 0; m < order.size(); ++m) order[m] = m;
  for (const SpeakerMention& m : s.speakers) {
    if (m.entity || !holds_any(m.tokens, s.left_out)) order.push_back(static_cast<MentionId>(all.size()));
    all.push_back({span_of(s.tokens, m.tokens), m.label, m.form, m.entity, m.confidence});
  }
  std::stable_sort(order.begin(), order.end(), [&](MentionId a, MentionId b) { return all[a].span < all[b].span; });
  place.assign(all.size(), kNoMention);
  for (MentionId m = 0; m < order.size(); ++m) {
    place[order[m]] = m;
    document.mentions.push_back(all[order[m]]);
  }
  if (s.explanations.empty()) return;
  document.mention_explanations.resize(order.size());
  for (std::uint32_t n = 0; n < s.explanations.size(); ++n) document.mention_explanations[place[n]] = s.explanations[n];
  for (std::size_t m = 0; m < s.speakers.size(); ++m)
    if (const MentionId at = place[s.labelled.size() + m]; at != kNoMention)
      add_passed_over(s, s.speakers[m], document, document.mention_explanations[at]);
}

// The rule that saw who speaks.
void explain_quotes(const RuleSet& rules, const Scratch& s, Document& document) {
  for (const FoundQuote& found : s.quotes) {
    Explanation& out = document.quote_explanations.emplace_back();
    if (!found.frame) continue;
    std::string name(frame_name(*found.frame));
    if (*found.frame == ActFrame::rule) {
      const RuleInfo& rule = rules.rule(found.rule);
      name = rule.file + ':' + std::to_string(rule.line) + ' ' + rule.name;
    }
    out.evidence.push_back({std::move(name), "speaker and cue", found.confidence});
  }
}

// In order of their first mention, which may be no name.
void add_entities(const Scratch& s, Document& document) {
  std::vector<std::optional<EntityId>> numbers(s.entities.size());
  for (MentionId m = 0; m < document.mentions.size(); ++m) {
    std::optional<EntityId>& entity = document.mentions[m].entity;
    if (!entity) continue;
    std::optional<EntityId>& number = numbers[*entity];
    if (!number) {
      const LinkedEntity& linked = s.entities[*entity];
      number = static_cast<EntityId>(document.entities.size());
      document.entities.push_back({linked.label, linked.sex, linked.name, {}, parse_ids(linked.ids)});
    }
    entity = number;
    document.entities[*number].mentions.push_back(m);
  }
}

std::vector<Span> spans_of(const Tokens& tokens, const std::vector<TokenRange>& ranges) {
  std::vector<Span> spans;
  for (const TokenRange range : ranges)
    if (range.size() != 0) spans.push_back(span_of(tokens, range));
  return spans;
}

void add_quotes(const Scratch& s, const std::vector<MentionId>& place, Document& document) {
  for (const FoundQuote& found : s.quotes) {
    Quote quote;
    quote.span = span_of(s.tokens, found.whole);
    quote.type = found.type;
    quote.content = spans_of(s.tokens, found.content);
    quote.quoted = spans_of(s.tokens, found.quoted);
    quote.cue = spans_of(s.tokens, {found.cue});
    quote.speaker_span = spans_of(s.tokens, {found.speaker});
    if (found.speaker_mention && place[*found.speaker_mention] != kNoMention)
      quote.speaker = place[*found.speaker_mention];
    quote.addressee = spans_of(s.tokens, {found.addressee});
    quote.relay = spans_of(s.tokens, {found.relay});
    quote.negated = found.negated;
    quote.asked = found.asked;
    quote.inside = found.inside;
    quote.confidence = found.confidence;
    document.quotes.push_back(std::move(quote));
  }
}

}  // namespace

NameInput find_evidence(const Language& language, std::string_view text, Scratch& s) {
  s.cursor.tokenize(text, s.tokens);
  look_up_words(language.lexicons, language.classes, s.tokens);
  find_blocks(s.tokens, s.blocks);
  split_sentences(s.tokens, s.blocks, s.sentences);
  find_phrases(s.tokens, language.lexicons, s.phrases);
  language.rules.match(Phase::names, {s.tokens, s.phrases, s.sentences, {}}, *s.rules, s.rule_matches);
  return {s.tokens, language.lexicons, language.classes, language.kinds, s.phrases,
          s.blocks, s.sentences,       language.rules,   s.rule_matches};
}

Document analyze(const Language& language, const Options& options, std::string text,
                 const std::span<const GivenMention>* given) {
  if (text.size() > options.max_text_bytes) throw std::length_error("the text is longer than max_text_bytes");
  Document document;
  document.text = std::move(text);
  document.labels = language.custom.labels();
  Scratch s(language);
  const NameInput input = find_evidence(language, document.text, s);
  if (given != nullptr) {
    use_given(*given, s.tokens, document, s.labelled);
    find_name_facts(input, s.names.facts);
  } else {
    find_names(input, language.names, s.names, s.found);
    label_names(s.found, s.labelled);
    add_custom_names(input, language.custom, s.labelled);
    leave_out_unsure(options.min_confidence, s);
  }
  if (options.explain) explain_names(input, language.names, language.custom, s.names, s.labelled, s.explanations);
  free_evidence(s.names);  // what comes takes as much again
  link_entities(input, s.labelled, s.entity_of, s.entities);
  find_all_quotes(language, options, input, document.labels, s);
  add_text_facts(s, document);
  std::vector<MentionId> place;
  add_mentions(s, given, document, place);
  add_entities(s, document);
  add_quotes(s, place, document);
  if (options.explain) explain_quotes(language.rules, s, document);
  return document;
}

}  // namespace quoth::internal
