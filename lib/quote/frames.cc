#include "quote/frames.h"

// Tested by tests/unit/quote_frames_test.cc.

#include <algorithm>
#include <cstdio>//DBG
#include <cstdlib>//DBG
#include <string_view>

#include "quote/clauses.h"
#include "quote/marked_tokens.h"
#include "quote/noun_phrase.h"
#include "quote/word_attributes.h"

namespace quoth::internal {
namespace {

constexpr std::uint32_t kNone = kNoHead;

// What the lists know of a cue.
struct Cue {
  TokenRange phrase;  // empty: none begins here
  CueClass cue_class = CueClass::none;
  bool past = false;    // may be a participle: "said", "quoted"
  bool gerund = false;  // "saying"
  std::uint8_t takes = 0;  // bits of Takes
  bool hearer = false;  // its object is who hears it: "told reporters"
};

CueClass class_from(std::string_view kind) {
  static constexpr std::pair<std::string_view, CueClass> kClasses[] = {
      {"report", CueClass::report}, {"think", CueClass::think}, {"ask", CueClass::ask},
      {"object", CueClass::object}, {"show", CueClass::show},   {"manner", CueClass::manner}};
  const std::string_view tail = kind.substr(std::min(kind.size(), kind.find('.') + 1));
  for (const auto& [name, value] : kClasses)
    if (name == tail) return value;
  return CueClass::none;
}

std::uint8_t takes_of(const Lexicon& lexicon, const Entry& entry, bool wide) {
  static constexpr std::pair<std::string_view, Takes> kTakes[] = {{"clause", kTakesBareClause},
                                                                  {"infinitive", kTakesInfinitive},
                                                                  {"gerund", kTakesGerund},
                                                                  {"object", kTakesObject}};
  unsigned takes = 0;
  for (const auto& [key, bit] : kTakes)
    if (const std::string_view value = lexicon.attribute(entry, key); value == "yes" || (wide && value == "wide"))
      takes |= bit;
  return static_cast<std::uint8_t>(takes);
}

// The longest cue that begins at a token.
Cue cue_at(const NameInput& in, std::uint32_t i) {
  Cue cue;
  for (const PhraseMatch& m : in.phrases.at(i)) {
    const Lexicon& lexicon = in.lexicons[m.lexicon];
    const Entry& entry = lexicon.entry(m.entry);
    const std::uint64_t classes = in.classes.of(m.lexicon, entry);
    const bool source = (classes & bit(WordClass::source_phrase)) != 0;
    if ((!source && (classes & bit(WordClass::say_verb)) == 0) || m.end < cue.phrase.end) continue;
    const std::string_view form = lexicon.attribute(entry, "form");
    cue.phrase = {i, m.end};
    cue.cue_class = source ? CueClass::source : class_from(lexicon.kind(entry.kind));
    cue.past = form == "past" || form == "participle";
    cue.gerund = form == "gerund";
    cue.takes = takes_of(lexicon, entry, getenv("WIDE") != nullptr);
    cue.hearer = !lexicon.attribute(entry, "hearer").empty();
  }
  return cue;
}

bool is_cue_token(const QuoteInput& in, std::uint32_t i) {
  return (in.facts[i].classes & (bit(WordClass::say_verb) | bit(WordClass::source_phrase))) != 0;
}

// The colon right before marked words; the sentence's end: there is none.
std::uint32_t colon_before_mark(const QuoteInput& in, const MarkedTokens& marked, TokenRange sentence) {
  const TokenRange mark = marked.next(sentence.begin);
  const bool there = mark.size() != 0 && mark.begin > sentence.begin && mark.begin <= sentence.end &&
                     in.names.tokens.written(mark.begin - 1) == ":";
  return there ? mark.begin - 1 : sentence.end;
}

// A verb's subject, and how it was found.
struct Subject {
  std::uint32_t noun = kNone;
  Frame frame = Frame::subject;
};

class SentenceFrames {
 public:
  SentenceFrames(const QuoteInput& in, const Tree& tree, const MarkedTokens& marked)
      : in_(in), tree_(tree), marked_(marked), phrases_(in, tree, marked), sentence_(tree.sentence()) {}

  // Fills in the act of a cue; false: it is none.
  bool see(const Cue& cue, const Attribution* before, Attribution& a) const {
    a.cue_class = cue.cue_class;
    a.sentence = in_.facts[cue.phrase.begin].sentence;
    return cue.cue_class == CueClass::source ? see_source(cue, a) : see_verb(cue, before, a);
  }

  // "Okoye was blunt: “…”": whatever verb stands before the colon.
  bool see_colon(std::uint32_t colon, Attribution& a) const {
    std::uint32_t v = sentence_.begin;
    while (v < colon && (tree_.head(v) != kNone || tree_.tag(v) == Tag::punct)) ++v;
    if (v == colon) return false;
    const std::uint32_t subject = own_subject(v);
    if (subject == kNone || subject > v || !may_speak(subject)) return false;
    a.cue = tree_.tag(v) == Tag::verb ? verb_group(v) : TokenRange{v, v + 1};
    a.speaker = phrases_.around(subject, a.cue);
    a.sentence = in_.facts[v].sentence;
    return true;
  }

 private:
  bool see_source(const Cue& cue, Attribution& a) const {
    a.cue = cue.phrase;
    a.frame = Frame::source;
    a.speaker = phrases_.behind(cue.phrase);
    return a.speaker.size() != 0;
  }

  bool see_verb(const Cue& cue, const Attribution* before, Attribution& a) const {
    const std::uint32_t v = cue.phrase.begin;
    if (tree_.tag(v) != Tag::verb && !((cue.takes & kTakesBareClause) != 0 && is_headline(in_, sentence_))) return false;
    const bool says = cue.cue_class == CueClass::report || cue.cue_class == CueClass::manner || cue.cue_class == CueClass::object;
    if (is_infinitive(v) && (!says || tree_.relation(v) == Relation::acl)) return false;
    if (cue.cue_class == CueClass::think && has_modal(v)) return false;
    a.cue = verb_group(v);
    const std::uint32_t own = own_subject(v);
    const TokenRange beside = cue.gerund || is_passive(v) ? TokenRange{} : phrases_.beside(a.cue, own != kNone ? own : subject_of(v, 0).noun);
    const bool passive = is_passive(v) || (beside.size() == 0 && is_participle(v, cue.past));
    Subject subject = passive ? Subject{tree_.child(v, Relation::obl_agent), Frame::agent} : subject_of(v, 0);
    if (subject.noun != kNone && marked_.covers(subject.noun)) subject = {};
    a.takes = cue.takes;
    a.frame = subject.frame;
    a.speaker = beside;
    if (a.speaker.size() != 0) {
      a.frame = Frame::subject;
    } else if (subject.noun != kNone) {
      a.speaker = phrases_.around(subject.noun, a.cue);
      a.borrowed = a.frame == Frame::conjunct || a.frame == Frame::governor;
    } else if (cue.gerund && before != nullptr && a.cue.begin > before->whole().end) {
      a.speaker = before->speaker;
      a.frame = Frame::governor;
      a.borrowed = true;
    } else {
      return false;
    }
    a.addressee = addressee_of(v, cue, subject.noun);
    return true;
  }

  bool is_infinitive(std::uint32_t v) const {
    for (std::uint32_t c = tree_.first_child(v); c != kNone && c < v; c = tree_.next_sibling(c))
      if (tree_.relation(c) == Relation::mark && tree_.tag(c) == Tag::part) return true;
    return false;
  }
  bool has_modal(std::uint32_t v) const {
    for (std::uint32_t c = tree_.first_child(v); c != kNone && c < v; c = tree_.next_sibling(c)) {
      if (tree_.relation(c) == Relation::aux && has_attribute(in_.names, c, WordClass::auxiliary, "modal")) return true;
    }
    return false;
  }

  bool may_speak(std::uint32_t noun) const {
    constexpr std::uint64_t kPeople = bit(WordClass::role) | bit(WordClass::kinship) | bit(WordClass::pronoun_female) |
                                      bit(WordClass::pronoun_male) | bit(WordClass::pronoun_plural);
    return tree_.tag(noun) == Tag::propn || (in_.facts[noun].classes & kPeople) != 0;
  }

  TokenRange verb_group(std::uint32_t v) const {
    TokenRange group{v, v + 1};
    while (group.begin > sentence_.begin && belongs_to_group(group.begin - 1, v)) --group.begin;
    return group;
  }
  bool belongs_to_group(std::uint32_t i, std::uint32_t v) const {
    const Relation r = tree_.relation(i);
    const bool helper = r == Relation::aux || r == Relation::aux_pass;
    const bool negation = (in_.facts[i].classes & bit(WordClass::negation)) != 0;
    return tree_.head(i) == v && (helper || negation) && tree_.tag(i) != Tag::punct;
  }

  bool is_passive(std::uint32_t v) const {
    return tree_.child(v, Relation::aux_pass) != kNone;
  }
  // "the words quoted by Okoye". Not the verb behind a comma: "Okoye, a nurse, warned".
  bool is_participle(std::uint32_t v, bool past) const {
    const Relation r = tree_.relation(v);
    const bool behind_comma = v > sentence_.begin && in_.names.tokens.written(v - 1) == ",";
    return past && !behind_comma && (r == Relation::acl || r == Relation::amod) && own_subject(v) == kNone;
  }

  std::uint32_t own_subject(std::uint32_t v) const {
    for (std::uint32_t c = tree_.first_child(v); c != kNone; c = tree_.next_sibling(c))
      if ((tree_.relation(c) == Relation::nsubj || tree_.relation(c) == Relation::nsubj_pass) && !marked_.covers(c)) return c;
    return kNone;
  }

  // The verb's own subject, or that of a verb that it leans on.
  Subject subject_of(std::uint32_t v, int depth) const {
    constexpr int kDeepest = 8;
    const std::uint32_t own = own_subject(v), head = tree_.head(v);
    const Relation r = tree_.relation(v);
    if (own != kNone && r == Relation::acl_relcl && head != kNone && is_relative(own)) return {head, Frame::relative};
    if (own != kNone) return {own, Frame::subject};
    if (head == kNone || depth == kDeepest) return {};
    if (r == Relation::acl_relcl || r == Relation::acl) return {head, Frame::noun};
    if (r == Relation::xcomp) {
      const std::uint32_t object = tree_.child(head, Relation::obj);
      if (object != kNone && object < v && object > head) return {object, Frame::governor};
    }
    const bool leans = r == Relation::xcomp || r == Relation::conj || r == Relation::advcl || r == Relation::parataxis ||
                       r == Relation::aux || r == Relation::dep;
    if (!leans || (tree_.tag(head) != Tag::verb && own_subject(head) == kNone)) return {};
    return {subject_of(head, depth + 1).noun, r == Relation::conj ? Frame::conjunct : Frame::governor};
  }

  bool is_relative(std::uint32_t i) const {
    return tree_.tag(i) == Tag::pron && (in_.facts[i].classes & bit(WordClass::pronoun_other)) != 0;
  }

  TokenRange addressee_of(std::uint32_t v, const Cue& cue, std::uint32_t subject) const {
    if (!cue.hearer) return {};
    for (std::uint32_t c = tree_.first_child(v); c != kNone; c = tree_.next_sibling(c)) {
      const Relation r = tree_.relation(c);
      if (has_attribute(in_.names, c, WordClass::conjunction, "complement")) continue;
      if (c > v && c != subject && (r == Relation::obj || r == Relation::iobj || r == Relation::nsubj))
        return before_complement(phrases_.short_around(c, {v, v + 1}));
    }
    return {};
  }

  // "told the judges that": what is told is no part of who hears it.
  TokenRange before_complement(TokenRange phrase) const {
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i)
      if (has_attribute(in_.names, i, WordClass::conjunction, "complement")) return {phrase.begin, i};
    return phrase;
  }

  const QuoteInput& in_;
  const Tree& tree_;
  const MarkedTokens& marked_;
  NounPhrases phrases_;
  TokenRange sentence_;
};

// Reads the acts of one sentence.
void see_sentence(const QuoteInput& input, const Tree& tree, const MarkedTokens& marked, TokenRange sentence,
                  std::vector<Attribution>& acts) {
  const SentenceFrames frames(input, tree, marked);
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    if (!is_cue_token(input, i) || marked.covers(i)) continue;
    const Cue cue = cue_at(input.names, i);
    if (cue.phrase.size() == 0) continue;
    Attribution a;
    if (frames.see(cue, acts.empty() ? nullptr : &acts.back(), a)) acts.push_back(a);
  }
  const std::uint32_t colon = colon_before_mark(input, marked, sentence);
  Attribution a;
  if (acts.empty() && colon < sentence.end && frames.see_colon(colon, a)) acts.push_back(a);
}

bool has_cue(const QuoteInput& in, const MarkedTokens& marked, TokenRange sentence) {
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i)
    if (is_cue_token(in, i) && !marked.covers(i)) return true;
  return colon_before_mark(in, marked, sentence) < sentence.end;
}

}  // namespace

void find_frames(const QuoteInput& input, const SyntaxModel& model, std::span<const TokenRange> names,
                 FrameScratch& s, std::vector<Attribution>& acts) {
  const NameInput& in = input.names;
  clear_syntax(in.tokens.size(), s.syntax);
  const MarkedTokens marked(input.stretches);
  std::vector<Attribution> of_rules, of_sentence;
  of_rules.swap(acts);
  std::stable_sort(of_rules.begin(), of_rules.end(),
                   [](const Attribution& a, const Attribution& b) { return a.sentence < b.sentence; });
  auto rule_act = of_rules.begin();
  for (std::uint32_t number = 0; number < in.sentences.size(); ++number) {
    const TokenRange sentence = in.sentences[number];
    of_sentence.clear();
    for (; rule_act != of_rules.end() && rule_act->sentence == number; ++rule_act) of_sentence.push_back(*rule_act);
    if (of_sentence.empty() && !has_cue(input, marked, sentence)) continue;
    if (!model.empty()) parse_sentence(model, {in.tokens, in.lexicons, in.kinds}, sentence, names, s.parser, s.syntax);
    s.tree.look_at(s.syntax, sentence);
    see_sentence(input, s.tree, marked, sentence, of_sentence);
    if (getenv("DBG")) for (auto i = sentence.begin; i < sentence.end; ++i) fprintf(stderr, "%u\t%.*s\ttag%d\t%d\trel%d\n", i, (int)in.tokens.written(i).size(), in.tokens.written(i).data(), (int)s.syntax.tags[i], (int)s.syntax.heads[i], (int)s.syntax.relations[i]);//DBG
    keep_best_acts(of_sentence);
    find_clauses(input, s.tree, marked, of_sentence);
    acts.insert(acts.end(), of_sentence.begin(), of_sentence.end());
  }
}

}  // namespace quoth::internal
