#include "quote/cues.h"

// Tested by tests/unit/quote_frames_test.cc.

#include <algorithm>
#include <string_view>
#include <utility>

namespace quoth::internal {
namespace {

// A verb's class stands behind the dot of its kind: "say_verb.report".
CueClass class_from(std::string_view kind) {
  static constexpr std::pair<std::string_view, CueClass> kClasses[] = {
      {"report", CueClass::report}, {"think", CueClass::think}, {"ask", CueClass::ask},
      {"object", CueClass::object}, {"show", CueClass::show},   {"manner", CueClass::manner}};
  const std::string_view tail = kind.substr(std::min(kind.size(), kind.find('.') + 1));
  for (const auto& [name, value] : kClasses)
    if (name == tail) return value;
  return CueClass::none;
}

std::uint8_t takes_of(const Lexicon& lexicon, const Entry& entry, bool broad) {
  static constexpr std::pair<std::string_view, Takes> kTakes[] = {{"clause", kTakesBareClause},
                                                                  {"infinitive", kTakesInfinitive},
                                                                  {"gerund", kTakesGerund},
                                                                  {"object", kTakesObject}};
  unsigned takes = 0;
  for (const auto& [key, bit] : kTakes) {
    const std::string_view value = lexicon.attribute(entry, key);
    if (value == "yes" || (broad && value == "broad")) takes |= bit;
  }
  return static_cast<std::uint8_t>(takes);
}

}  // namespace

bool has_attribute(const NameInput& in, std::uint32_t token, std::string_view key, std::uint64_t of) {
  for (const PhraseMatch& m : in.phrases.at(token)) {
    const Lexicon& lexicon = in.lexicons[m.lexicon];
    const Entry& entry = lexicon.entry(m.entry);
    const bool counts = of == 0 || (in.classes.of(m.lexicon, entry) & of) != 0;
    if (counts && !lexicon.attribute(entry, key).empty()) return true;
  }
  return false;
}

bool is_cue_token(const QuoteInput& in, std::uint32_t token) {
  return (in.facts[token].classes & (bit(WordClass::say_verb) | bit(WordClass::source_phrase))) != 0;
}

Cue cue_at(const NameInput& in, std::uint32_t token, bool broad) {
  Cue cue;
  for (const PhraseMatch& m : in.phrases.at(token)) {
    const Lexicon& lexicon = in.lexicons[m.lexicon];
    const Entry& entry = lexicon.entry(m.entry);
    const std::uint64_t classes = in.classes.of(m.lexicon, entry);
    const bool source = (classes & bit(WordClass::source_phrase)) != 0;
    if ((!source && (classes & bit(WordClass::say_verb)) == 0) || m.end < cue.phrase.end) continue;
    const std::string_view form = lexicon.attribute(entry, "form");
    cue.phrase = {token, m.end};
    cue.cue_class = source ? CueClass::source : class_from(lexicon.kind(entry.kind));
    cue.takes = takes_of(lexicon, entry, broad);
    cue.past = form == "past" || form == "participle";
    cue.gerund = form == "gerund";
    cue.base = form == "base";
    cue.hearer = !lexicon.attribute(entry, "hearer").empty();
  }
  return cue;
}

}  // namespace quoth::internal
