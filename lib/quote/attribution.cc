#include "quote/attribution.h"

#include <algorithm>
#include <array>
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

CueClass class_from(std::string_view kind) {
  static constexpr std::pair<std::string_view, CueClass> kClasses[] = {
      {"report", CueClass::report}, {"think", CueClass::think}, {"ask", CueClass::ask},
      {"object", CueClass::object}, {"show", CueClass::show},   {"manner", CueClass::manner}};
  const std::string_view tail = kind.substr(std::min(kind.size(), kind.find('.') + 1));
  for (const auto& [name, value] : kClasses)
    if (name == tail) return value;
  return CueClass::none;
}

// The class of a cue's last verb.
CueClass class_of(const NameInput& in, TokenRange cue) {
  CueClass found = CueClass::none;
  for (std::uint32_t i = cue.begin; i < cue.end; ++i)
    for (const PhraseMatch& m : in.phrases.at(i)) {
      const Entry& entry = in.lexicons[m.lexicon].entry(m.entry);
      if ((in.classes.of(m.lexicon, entry) & bit(WordClass::say_verb)) == 0 || m.end > cue.end) continue;
      const CueClass c = class_from(in.lexicons[m.lexicon].kind(entry.kind));
      if (c != CueClass::none) found = c;
    }
  return found;
}

// Stretches that stand in no other one, in order.
std::vector<TokenRange> outer_stretches(const std::vector<QuotedStretch>& stretches) {
  std::vector<TokenRange> outer;
  for (const QuotedStretch& s : stretches)
    if (s.depth == 0) outer.push_back(s.tokens);
  return outer;
}

bool inside_marks(const std::vector<TokenRange>& outer, std::uint32_t token) {
  const auto after = std::upper_bound(outer.begin(), outer.end(), token,
                                      [](std::uint32_t t, TokenRange range) { return t < range.begin; });
  return after != outer.begin() && (after - 1)->end > token;
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
  const TokenRange whole = a.whole();
  a.sentence = in.facts[whole.begin].sentence;
  a.cue_class = class_of(in.names, a.cue);
  a.inverted = a.cue.size() != 0 && a.speaker.size() != 0 && a.cue.begin < a.speaker.begin;
  return a;
}

// The better one of two that share a cue: with a speaker, stronger, with the longer cue, with an addressee, of the
// earlier rule.
bool better(const Attribution& a, const Attribution& b) {
  const bool has_a = a.speaker.size() != 0, has_b = b.speaker.size() != 0;
  if (has_a != has_b) return has_a;
  if (a.strength != b.strength) return a.strength < b.strength;
  if (a.cue.size() != b.cue.size()) return a.cue.size() > b.cue.size();
  const bool hears_a = a.addressee.size() != 0, hears_b = b.addressee.size() != 0;
  if (hears_a != hears_b) return hears_a;
  if (a.rule != b.rule) return a.rule < b.rule;
  return a.speaker.size() > b.speaker.size();
}

bool same_cue(const Attribution& a, const Attribution& b) {
  return a.cue.size() != 0 && b.cue.size() != 0 && a.cue.begin < b.cue.end && b.cue.begin < a.cue.end;
}

void keep_one_for_each_cue(std::vector<Attribution>& all) {
  std::stable_sort(all.begin(), all.end(), [](const Attribution& a, const Attribution& b) {
    if (a.cue.begin != b.cue.begin) return a.cue.begin < b.cue.begin;
    return better(a, b);
  });
  std::vector<Attribution> kept;
  for (const Attribution& a : all) {
    if (!kept.empty() && same_cue(kept.back(), a)) {
      if (better(a, kept.back())) kept.back() = a;
    } else {
      kept.push_back(a);
    }
  }
  all = std::move(kept);
}

// Speakers of acts that have none: see Attribution.
void fill_speakers(const std::vector<std::pair<std::uint32_t, TokenRange>>& subjects, std::vector<Attribution>& all) {
  for (std::size_t k = 0; k < all.size(); ++k) {
    Attribution& a = all[k];
    if (a.speaker.size() != 0) continue;
    a.borrowed = true;
    if (k > 0 && all[k - 1].sentence == a.sentence && all[k - 1].speaker.size() != 0 && !all[k - 1].inverted) {
      a.speaker = all[k - 1].speaker;
      continue;
    }
    const auto subject = std::lower_bound(subjects.begin(), subjects.end(), a.sentence,
                                          [](const auto& s, std::uint32_t n) { return s.first < n; });
    if (subject != subjects.end() && subject->first == a.sentence && subject->second.end <= a.cue.begin)
      a.speaker = subject->second;
  }
  std::erase_if(all, [](const Attribution& a) { return a.speaker.size() == 0; });
  std::stable_sort(all.begin(), all.end(), [](const Attribution& a, const Attribution& b) {
    return a.sentence != b.sentence ? a.sentence < b.sentence : a.whole().begin < b.whole().begin;
  });
}

}  // namespace

TokenRange Attribution::whole() const {
  TokenRange out{0xFFFFFFFFU, 0};
  for (const TokenRange r : {cue, borrowed ? TokenRange{} : speaker, addressee}) {
    if (r.size() == 0) continue;
    out.begin = std::min(out.begin, r.begin);
    out.end = std::max(out.end, r.end);
  }
  return out;
}

QuoteLabels::QuoteLabels(const RuleSet& rules, const std::vector<std::string>& public_labels)
    : speaker(label_number(rules, "SPEAKER")),
      cue(label_number(rules, "CUE")),
      addressee(label_number(rules, "ADDRESSEE")),
      subject(label_number(rules, "SUBJECT")),
      quote(label_number(rules, "QUOTE")) {
  for (const std::string& label : public_labels) of_label.push_back(label_number(rules, label));
}

void find_attributions(const QuoteInput& input, const QuoteLabels& labels, std::vector<Attribution>& out) {
  out.clear();
  const std::vector<TokenRange> outer = outer_stretches(input.stretches);
  std::vector<std::pair<std::uint32_t, TokenRange>> subjects;
  for (const RuleMatch& match : input.matches.items) {
    const auto captures = input.matches.captures_of(match);
    if (captures.size() == 1 && captures[0].label == labels.subject) {
      const std::uint32_t sentence = input.facts[captures[0].tokens.begin].sentence;
      if (subjects.empty() || subjects.back().first != sentence) subjects.emplace_back(sentence, captures[0].tokens);
      continue;
    }
    const Attribution a = from_match(input, labels, match);
    const TokenRange whole = a.whole();
    if (whole.size() == 0 || a.strength == Strength::never) continue;
    const std::uint32_t anchor = a.cue.size() != 0 ? a.cue.begin : a.speaker.begin;
    if (!inside_marks(outer, anchor)) out.push_back(a);
  }
  keep_one_for_each_cue(out);
  fill_speakers(subjects, out);
}

}  // namespace quoth::internal
