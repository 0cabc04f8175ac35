#include "quote/attribution.h"

// Tested by tests/unit/quote_attribution_test.cc.

#include <algorithm>
#include <string_view>
#include <utility>

namespace quoth::internal {
namespace {

constexpr std::uint16_t kNoLabel = 0xFFFF;

std::uint16_t label_number(const RuleSet& rules, std::string_view label) {
  const auto& labels = rules.labels();
  const auto at = std::find(labels.begin(), labels.end(), label);
  return at == labels.end() ? kNoLabel : static_cast<std::uint16_t>(at - labels.begin());
}

Attribution from_match(const QuoteInput& in, const QuoteLabels& labels, const RuleMatch& match) {
  Attribution a;
  a.rule = match.rule;
  a.strength = in.names.rules.rule(match.rule).strength;
  for (const Capture& c : in.matches.captures_of(match)) {
    if (c.label == labels.cue) a.cue = c.tokens;
    if (c.label == labels.speaker) a.speaker = c.tokens;
    if (c.label == labels.addressee) a.addressee = c.tokens;
  }
  if (a.cue.size() != 0) a.verb = a.cue.end - 1;
  const TokenRange whole = a.whole();
  if (whole.size() != 0) a.sentence = in.facts[whole.begin].sentence;
  return a;
}

// The better one of two that share a cue: with a speaker, from a certain rule, the stronger rule, the longer cue.
bool better(const Attribution& a, const Attribution& b) {
  const bool has_a = a.speaker.size() != 0, has_b = b.speaker.size() != 0;
  if (has_a != has_b) return has_a;
  if (a.strength != b.strength) return a.strength < b.strength;
  if (a.cue.size() != b.cue.size()) return a.cue.size() > b.cue.size();
  if (a.frame != b.frame) return a.frame > b.frame;
  return a.rule < b.rule;
}

bool same_cue(const Attribution& a, const Attribution& b) {
  return a.cue.size() != 0 && b.cue.size() != 0 && a.cue.begin < b.cue.end && b.cue.begin < a.cue.end;
}

}  // namespace

std::string_view frame_name(ActFrame frame) {
  switch (frame) {
    case ActFrame::rule:
      return "rule";
    case ActFrame::subject:
      return "subject of the verb";
    case ActFrame::relative:
      return "noun before a relative clause";
    case ActFrame::conjunct:
      return "subject of the verb before";
    case ActFrame::governor:
      return "subject of the verb above";
    case ActFrame::noun:
      return "noun that the verb belongs to";
    case ActFrame::agent:
      return "agent of a passive";
    case ActFrame::source:
      return "source phrase";
    case ActFrame::beside:
      return "a verb behind marked words";
    case ActFrame::colon:
      return "subject before a colon";
  }
  return "";
}

TokenRange Attribution::whole() const {
  TokenRange out{0xFFFFFFFFU, 0};
  for (const TokenRange r : {cue, borrowed ? TokenRange{} : speaker, addressee, relay}) {
    if (r.size() == 0) continue;
    out.begin = std::min(out.begin, r.begin);
    out.end = std::max(out.end, r.end);
  }
  return out.end == 0 ? TokenRange{} : out;
}

QuoteLabels::QuoteLabels(const RuleSet& rules, const std::vector<std::string>& public_labels)
    : speaker(label_number(rules, "SPEAKER")),
      cue(label_number(rules, "CUE")),
      addressee(label_number(rules, "ADDRESSEE")),
      quote(label_number(rules, "QUOTE")) {
  for (const std::string& label : public_labels) of_label.push_back(label_number(rules, label));
}

void find_rule_acts(const QuoteInput& input, const QuoteLabels& labels, std::vector<Attribution>& out) {
  out.clear();
  for (const RuleMatch& match : input.matches.items) {
    const Attribution a = from_match(input, labels, match);
    if (a.speaker.size() == 0 || a.strength == Strength::never) continue;
    if (!input.marked.covers(a.cue.size() != 0 ? a.cue.begin : a.speaker.begin)) out.push_back(a);
  }
}

void keep_best_acts(std::vector<Attribution>& acts) {
  std::stable_sort(acts.begin(), acts.end(), [](const Attribution& a, const Attribution& b) {
    return a.cue.begin != b.cue.begin ? a.cue.begin < b.cue.begin : better(a, b);
  });
  std::vector<Attribution> kept;
  for (const Attribution& a : acts) {
    if (kept.empty() || !same_cue(kept.back(), a))
      kept.push_back(a);
    else if (better(a, kept.back()))
      kept.back() = a;
  }
  acts = std::move(kept);
  std::stable_sort(acts.begin(), acts.end(), [](const Attribution& a, const Attribution& b) {
    return a.sentence != b.sentence ? a.sentence < b.sentence : a.whole().begin < b.whole().begin;
  });
}

}  // namespace quoth::internal
