#include "quote/frames.h"

// Tested by tests/unit/quote_frames_test.cc.

#include <algorithm>

#include "quote/clauses.h"
#include "quote/cue_sentence.h"
#include "quote/cues.h"
#include "quote/front_question.h"
#include "quote/noun_phrase.h"
#include "quote/speaker_beside.h"

namespace quoth::internal {
namespace {

// A verb's subject, and how it was found.
struct Subject {
  std::uint32_t noun = kNoToken;
  ActFrame frame = ActFrame::subject;
};

// The acts of one sentence.
class SentenceFrames {
 public:
  explicit SentenceFrames(const SentenceView& view) : s_(view), tree_(view.tree) {}

  // Fills in the act of a cue; false: it is none. `before`: the act before it; nullptr: none.
  bool see(const Cue& cue, const Attribution* before, Attribution& a) const {
    a.cue_class = cue.cue_class;
    a.takes = cue.takes;
    a.sentence = s_.in.facts[cue.phrase.begin].sentence;
    return cue.cue_class == CueClass::source ? see_source(cue, a) : see_verb(cue, before, a);
  }

  // "Okoye was blunt: “…”": whatever verb stands before the colon.
  bool see_colon(std::uint32_t colon, Attribution& a) const {
    a.sentence = s_.in.facts[colon].sentence;
    a.frame = ActFrame::colon;
    if (!see_colon_by_tree(colon, a) && !see_colon_by_words(colon, a)) return false;
    a.verb = a.cue.end - 1;
    return true;
  }

  // "“…,” Okoye thundered": whatever verb stands behind marked words that end in a comma, with the speaker between or
  // right behind.
  bool see_beside(TokenRange speech, Attribution& a) const {
    constexpr std::uint32_t kFarthest = 14;
    std::uint32_t v = speech.end;
    while (v < s_.range().end && v < speech.end + kFarthest && s_.tag(v) != Tag::verb && !s_.in.marked.covers(v)) ++v;
    if (v >= s_.range().end || s_.tag(v) != Tag::verb) return false;
    Cue cue;
    cue.phrase = {v, v + 1};
    cue.cue_class = CueClass::manner;
    if (!see(cue, nullptr, a) || a.frame != ActFrame::subject) return false;
    a.frame = ActFrame::beside;
    return s_.mark_before(a.whole().begin) == speech;
  }

 private:
  bool see_colon_by_tree(std::uint32_t colon, Attribution& a) const {
    std::uint32_t v = s_.range().begin;
    while (v < colon && (tree_.head(v) != kNoToken || s_.tag(v) == Tag::punct)) ++v;
    if (v == colon) return false;
    const std::uint32_t subject = own_subject(v), copula = tree_.child(v, Relation::cop);
    if (subject == kNoToken || subject > v || !may_speak(subject)) return false;
    const bool was = copula != kNoToken && copula > subject && copula < v;
    a.cue = s_.tag(v) == Tag::verb ? verb_group(v) : TokenRange{was ? copula : v, v + 1};
    a.speaker = phrase_around(s_, subject, a.cue);
    return true;
  }

  // Where the tree has no subject: the phrase with which the sentence begins, and all verbs and what stands behind
  // them.
  bool see_colon_by_words(std::uint32_t colon, Attribution& a) const {
    const std::uint32_t begin = s_.range().begin;
    std::uint32_t v = begin;
    while (v < colon && !is_verbal(s_.tag(v))) ++v;
    bool speaks = false;
    for (std::uint32_t i = begin; i < v && s_.tag(i) != Tag::adp; ++i) speaks = speaks || may_speak(i);
    if (v == colon || !speaks || !is_plain_phrase(s_, {begin, v})) return false;
    a.cue = {v, colon};
    a.speaker = {begin, v};
    return true;
  }

  bool see_source(const Cue& cue, Attribution& a) const {
    a.cue = cue.phrase;
    a.frame = ActFrame::source;
    a.speaker = phrase_behind(s_, cue.phrase);
    return a.speaker.size() != 0;
  }

  bool see_verb(const Cue& cue, const Attribution* before, Attribution& a) const {
    const std::uint32_t v = cue.phrase.begin;
    if (!may_report(v, cue) || (before != nullptr && accompanies(cue, *before))) return false;
    a.cue = {verb_group(v).begin, cue.phrase.end};
    a.verb = v;
    a.negated = is_negated(a.cue);
    if (is_asked_in_front(v, cue)) return see_asked(v, a);
    const Subject subject = subject_of(v, 0);
    if (!find_speaker_beside(cue, subject, a) && !find_speaker_by_tree(cue, subject, before, a)) return false;
    if (!has_word(a.speaker)) return false;
    mend_speaker(v, subject, before, a);
    a.borrowed = a.frame == ActFrame::conjunct || a.frame == ActFrame::governor ||
                 (a.frame == ActFrame::noun && before != nullptr && before->cue.begin >= a.speaker.end);
    add_relay(v, a);
    if (a.frame == ActFrame::governor && a.speaker.end < a.cue.begin) join_verbs_before(cue, a);
    if (a.speaker.end == a.cue.begin) a.borrowed = false;  // "Okoye was quoted as saying"
    a.addressee = addressee_of(v, cue, a.speaker);
    return true;
  }

  // "Asked by the board why it lost, Okoye shrugged": not Okoye asks, and perhaps nobody who is named.
  bool is_asked_in_front(std::uint32_t v, const Cue& cue) const {
    const bool leans = tree_.relation(v) == Relation::advcl || own_subject(v) == kNoToken;
    return cue.cue_class == CueClass::ask && cue.past && opens_front(s_, v) && leans;
  }
  bool see_asked(std::uint32_t v, Attribution& a) const {
    const std::uint32_t agent = tree_.child(v, Relation::obl_agent);
    a.frame = ActFrame::agent;
    if (agent != kNoToken) a.speaker = before_question(short_phrase_around(s_, agent, a.cue));
    return true;
  }
  TokenRange before_question(TokenRange phrase) const {
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i)
      if (s_.is_question_word(i) || s_.starts_complement(i)) phrase.end = i;
    return phrase;
  }

  // By what stands beside the verb.
  bool find_speaker_beside(const Cue& cue, Subject subject, Attribution& a) const {
    if (cue.gerund) return false;
    const bool says = (cue.takes & kTakesBareClause) != 0 && !cue.hearer && a.cue.begin == cue.phrase.begin;
    if (says) a.speaker = inverted_speaker(s_, a.cue);
    if (a.speaker.size() == 0 && !is_passive(cue.phrase.begin)) a.speaker = phrase_beside(s_, a.cue, subject.noun);
    a.frame = ActFrame::subject;
    return a.speaker.size() != 0;
  }

  bool find_speaker_by_tree(const Cue& cue, Subject subject, const Attribution* before, Attribution& a) const {
    const std::uint32_t v = cue.phrase.begin;
    if (is_passive(v) || is_participle(v, cue.past) || shares_passive(v, cue)) {
      subject = {tree_.child(v, Relation::obl_agent), ActFrame::agent};
      if (subject.noun == kNoToken) return false;
    }
    if (subject.noun != kNoToken) {
      a.speaker = phrase_around(s_, subject.noun, a.cue);
      a.frame = subject.frame;
    } else if (cue.gerund && before != nullptr && a.cue.begin > before->whole().end) {
      a.speaker = before->speaker;
      a.frame = ActFrame::governor;
    }
    return a.speaker.size() != 0;
  }

  void mend_speaker(std::uint32_t v, Subject subject, const Attribution* before, Attribution& a) const {
    if (const std::uint32_t last = a.speaker.end - 1; a.speaker.begin < v && s_.is_relative(last)) {
      a.speaker = {last, last + 1};  // "a guard who said": whom the pronoun means is for the resolver to say
      a.frame = ActFrame::relative;
    }
    if (before != nullptr && is_joined(a.cue.begin) && subject.noun != kNoToken && !may_speak(subject.noun) &&
        subject.noun >= before->whole().end && a.speaker.end <= a.cue.begin) {
      a.speaker = before->speaker;  // "Okoye said it was over but later said"
      a.frame = ActFrame::conjunct;
    }
  }

  // Not the arrow of "▶ READ: what it means".
  bool has_word(TokenRange phrase) const {
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i)
      if (!s_.is_punct(i) && s_.in.names.tokens[i].shape != Shape::symbol) return true;
    return false;
  }

  bool is_joined(std::uint32_t cue) const {
    const std::uint32_t first = s_.before_adverbs(cue);
    return first > s_.range().begin && s_.tag(first - 1) == Tag::cconj;
  }

  // In a headline a verb of speech is one whatever its tag; "to determine" tells of no thought.
  bool may_report(std::uint32_t v, const Cue& cue) const {
    const bool headline = (cue.takes & kTakesBareClause) != 0 && s_.is_headline();
    const bool added = cue.gerund && s_.is_comma(v - 1);  // ", adding:", whatever the tagger took it for
    if (s_.tag(v) != Tag::verb && !headline && !added) return false;
    const bool says =
        cue.cue_class != CueClass::think && cue.cue_class != CueClass::show && cue.cue_class != CueClass::ask;
    if (is_infinitive(v) && (!says || tree_.relation(v) == Relation::acl)) return false;
    if (cue.cue_class == CueClass::ask && asks_for_himself(cue.phrase.end)) return false;
    return cue.cue_class != CueClass::think || !has_modal(v);
  }
  // "asked not to be named"
  bool asks_for_himself(std::uint32_t i) const {
    return i + 2 < s_.range().end && s_.has_class(i, WordClass::negation) && s_.tag(i + 1) == Tag::part &&
           s_.tag(i + 2) == Tag::aux;
  }
  // "“…,” Okoye said, laughing, “…”": how it was said.
  bool accompanies(const Cue& cue, const Attribution& before) const {
    return cue.gerund && cue.cue_class == CueClass::manner && s_.mark_before(before.whole().begin).size() != 0;
  }
  bool is_infinitive(std::uint32_t v) const {
    for (std::uint32_t c = tree_.first_child(v); c != kNoToken && c < v; c = tree_.next_sibling(c))
      if (tree_.relation(c) == Relation::mark && s_.tag(c) == Tag::part) return true;
    return false;
  }
  bool has_modal(std::uint32_t v) const {
    for (std::uint32_t c = tree_.first_child(v); c != kNoToken && c < v; c = tree_.next_sibling(c))
      if (tree_.relation(c) == Relation::aux && s_.has_attribute(c, WordClass::auxiliary, "modal")) return true;
    return false;
  }

  bool may_speak(std::uint32_t noun) const {
    constexpr std::uint64_t kPeople = bit(WordClass::role) | bit(WordClass::kinship) | bit(WordClass::pronoun_female) |
                                      bit(WordClass::pronoun_male) | bit(WordClass::pronoun_plural);
    return s_.tag(noun) == Tag::propn || (s_.in.facts[noun].classes & kPeople) != 0;
  }

  // The verb with the auxiliaries and negations right before it.
  TokenRange verb_group(std::uint32_t v) const {
    TokenRange group{v, v + 1};
    while (group.begin > s_.range().begin && belongs_to_group(group.begin - 1, v)) --group.begin;
    return group;
  }
  bool belongs_to_group(std::uint32_t i, std::uint32_t v) const {
    const Relation r = tree_.relation(i);
    const bool helper = r == Relation::aux || r == Relation::aux_pass;
    return tree_.head(i) == v && (helper || s_.has_class(i, WordClass::negation)) && s_.tag(i) != Tag::punct;
  }
  bool is_negated(TokenRange group) const {
    for (std::uint32_t i = group.begin; i < group.end; ++i)
      if (s_.has_class(i, WordClass::negation)) return true;
    return false;
  }

  // Not by an auxiliary between marks: "“I was for it,” he said".
  bool is_passive(std::uint32_t v) const {
    for (std::uint32_t c = tree_.first_child(v); c != kNoToken; c = tree_.next_sibling(c))
      if (tree_.relation(c) == Relation::aux_pass && !s_.in.marked.covers(c)) return true;
    return false;
  }
  // "was hauled in and told that": the passive goes on where nobody is told.
  bool shares_passive(std::uint32_t v, const Cue& cue) const {
    const std::uint32_t head = tree_.head(v);
    return cue.past && cue.hearer && tree_.relation(v) == Relation::conj && head != kNoToken && is_passive(head) &&
           own_subject(v) == kNoToken && tree_.child(v, Relation::obj) == kNoToken &&
           tree_.child(v, Relation::iobj) == kNoToken && v + 1 < s_.range().end && s_.starts_complement(v + 1);
  }
  // "The firm blamed the rain" where the parser saw a firm that was blamed: no other verb stands in the sentence.
  bool is_main(std::uint32_t v) const {
    const std::uint32_t noun = tree_.head(v);
    if (tree_.head(noun) != kNoToken || tree_.child(v, Relation::obl_agent) != kNoToken) return false;
    for (std::uint32_t c = tree_.first_child(noun); c != kNoToken; c = tree_.next_sibling(c))
      if (c > noun && c != v && is_verbal(s_.tag(c))) return false;
    for (std::uint32_t i = s_.range().begin; i < v; ++i)
      if (s_.tag(i) == Tag::aux) return false;
    return s_.tag(noun) == Tag::noun || s_.tag(noun) == Tag::propn;
  }
  // "the words quoted by Okoye". Not the verb behind a comma: "Okoye, a nurse, warned".
  bool is_participle(std::uint32_t v, bool past) const {
    const Relation r = tree_.relation(v);
    if (!past || s_.is_comma(v - 1) || own_subject(v) != kNoToken) return false;
    return r == Relation::amod || (r == Relation::acl && !is_main(v));
  }

  // The nearest one outside of marks; a day is none: "said Tuesday". Nor what stands before a colon: "Lagos: The mayor
  // on Monday said".
  std::uint32_t own_subject(std::uint32_t v) const {
    std::uint32_t found = kNoToken;
    for (std::uint32_t c = tree_.first_child(v); c != kNoToken; c = tree_.next_sibling(c)) {
      const Relation r = tree_.relation(c);
      if ((r != Relation::nsubj && r != Relation::nsubj_pass) || s_.in.marked.covers(c)) continue;
      if (c > v ? s_.says_when(c) : is_divided(c, v)) continue;
      if (found == kNoToken || distance(c, v) < distance(found, v)) found = c;
    }
    return found;
  }
  bool is_divided(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i)
      if (s_.divides(i) && !s_.in.marked.covers(i)) return true;
    return false;
  }
  static std::uint32_t distance(std::uint32_t a, std::uint32_t b) { return a < b ? b - a : a - b; }

  // The verb's own subject, or that of a verb that it leans on; none that stands between marks.
  Subject subject_of(std::uint32_t v, int depth) const {
    constexpr int kDeepest = 8;
    const std::uint32_t own = own_subject(v), head = tree_.head(v);
    const Relation r = tree_.relation(v);
    if (own != kNoToken && r == Relation::acl_relcl && head != kNoToken && s_.is_relative(own))
      return outside_marks({head, ActFrame::relative});
    if (own != kNoToken) return {own, ActFrame::subject};
    if (head == kNoToken || depth == kDeepest) return {};
    if (r == Relation::acl_relcl || r == Relation::acl) return outside_marks({head, ActFrame::noun});
    if (r == Relation::xcomp || is_quoted_as(v)) {
      const std::uint32_t object = tree_.child(head, Relation::obj);
      if (object != kNoToken && object < v && object > head) return {object, ActFrame::governor};
    }
    if (!leans(r) || (s_.tag(head) != Tag::verb && own_subject(head) == kNoToken)) return {};
    return {subject_of(head, depth + 1).noun, r == Relation::conj ? ActFrame::conjunct : ActFrame::governor};
  }
  static bool leans(Relation r) {
    return r == Relation::xcomp || r == Relation::conj || r == Relation::advcl || r == Relation::parataxis ||
           r == Relation::aux || r == Relation::dep;
  }
  Subject outside_marks(Subject subject) const { return s_.in.marked.covers(subject.noun) ? Subject{} : subject; }

  // "quoted him as saying": a gerund behind a conjunction, under another verb of speech.
  bool is_quoted_as(std::uint32_t v) const {
    const std::uint32_t head = tree_.head(v);
    if (head == kNoToken || head > v || !s_.has_class(head, WordClass::say_verb) || v == s_.range().begin) return false;
    return s_.has_attribute(v - 1, WordClass::conjunction, "relay");
  }

  // Who told what somebody else says: Interfax in "Interfax quoted him as saying".
  void add_relay(std::uint32_t v, Attribution& a) const {
    if (!is_quoted_as(v)) return;
    const std::uint32_t head = tree_.head(v);
    const std::uint32_t relay = is_passive(head) ? tree_.child(head, Relation::obl_agent) : own_subject(head);
    if (relay != kNoToken) a.relay = phrase_around(s_, relay, verb_group(head));
    if (head + 2 == v) a.cue.begin = verb_group(head).begin;
  }

  // "is reported to have said", "went on to say", "is heard asking": all verbs behind the speaker are the cue. Not in
  // "denied saying", where the first verb reports the second.
  void join_verbs_before(const Cue& cue, Attribution& a) const {
    bool joined = cue.gerund;
    for (std::uint32_t i = a.speaker.end; i < a.cue.begin; ++i) {
      if (!is_verbal(s_.tag(i)) && s_.tag(i) != Tag::part && s_.tag(i) != Tag::adv) return;
      if (s_.tag(i) == Tag::verb && s_.has_class(i, WordClass::say_verb) && !is_passive(i)) return;
      joined = joined || s_.tag(i) == Tag::part;
    }
    if (!joined) return;
    a.cue.begin = a.speaker.end;
    while (s_.tag(a.cue.begin) == Tag::adv) ++a.cue.begin;
    a.borrowed = false;
  }

  TokenRange addressee_of(std::uint32_t v, const Cue& cue, TokenRange speaker) const {
    if (!cue.hearer || (cue.phrase.end < s_.range().end && s_.in.marked.covers(cue.phrase.end))) return {};
    for (std::uint32_t c = tree_.first_child(v); c != kNoToken; c = tree_.next_sibling(c)) {
      const Relation r = tree_.relation(c);
      const bool object = r == Relation::obj || r == Relation::iobj || r == Relation::nsubj;
      const bool speaks = c >= speaker.begin && c < speaker.end;
      if (c > v && !speaks && object && !s_.starts_complement(c))
        return before_complement(short_phrase_around(s_, c, {v, v + 1}));
    }
    return name_that_hears(cue.phrase.end);
  }
  // "told Radio One the road was shut": a name right behind the verb, before another phrase.
  TokenRange name_that_hears(std::uint32_t i) const {
    const LabelledName* name = i < s_.range().end ? s_.name_at(i) : nullptr;
    if (name == nullptr || name->tokens.begin != i || name->tokens.end >= s_.range().end) return {};
    const Tag next = s_.tag(name->tokens.end);
    return next == Tag::det || next == Tag::pron || next == Tag::noun ? name->tokens : TokenRange{};
  }
  // "told the judges that": what is told is no part of who hears it.
  TokenRange before_complement(TokenRange phrase) const {
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i)
      if (s_.has_attribute(i, WordClass::conjunction, "complement")) return {phrase.begin, i};
    return phrase;
  }

  const SentenceView& s_;
  const Tree& tree_;
};

// Adds the acts of one sentence, in order.
void see_sentence(const CueSentence& sentence, const SentenceView& view, bool broad, std::vector<Attribution>& acts) {
  const SentenceFrames frames(view);
  for (std::uint32_t i = view.range().begin; i < view.range().end; ++i) {
    if (!is_cue_token(view.in, i) || view.in.marked.covers(i)) continue;
    const Cue cue = cue_at(view.in.names, i, broad);
    Attribution a;
    if (cue.phrase.size() == 0 || !frames.see(cue, acts.empty() ? nullptr : &acts.back(), a)) continue;
    // Interfax, who "quoted him as saying", says nothing of its own.
    if (a.relay.size() != 0 && !acts.empty() && acts.back().speaker == a.relay) acts.pop_back();
    acts.push_back(a);
  }
  const std::uint32_t colon = sentence.colon();
  Attribution of_colon, of_speech;
  if (acts.empty() && colon < view.range().end && frames.see_colon(colon, of_colon)) acts.push_back(of_colon);
  const TokenRange speech = sentence.speech_in_front();
  const bool taken = std::any_of(acts.begin(), acts.end(),
                                 [&](const Attribution& a) { return view.mark_before(a.whole().begin) == speech; });
  if (speech.size() != 0 && !taken && frames.see_beside(speech, of_speech)) acts.push_back(of_speech);
}

// Sees the acts of a document, a batch of sentences at a time.
class FrameFinder {
 public:
  FrameFinder(const QuoteInput& input, const FrameOptions& options, FrameScratch& scratch,
              std::vector<Attribution>& acts)
      : in_(input), options_(options), s_(scratch), acts_(acts) {
    clear_syntax(in_.names.tokens.size(), s_.syntax);
    s_.of_rules.clear();
    s_.of_rules.swap(acts_);
    std::ranges::stable_sort(s_.of_rules, {}, &Attribution::sentence);
  }

  void find_all() {
    s_.sentences.clear();
    for (std::uint32_t number = 0; number < in_.names.sentences.size(); ++number) {
      if (!has_rule_act(number) && !cue_sentence(number).has_cue()) continue;
      add(number);
      if (s_.sentences.full()) finish_batch();
    }
    finish_batch();
  }

 private:
  CueSentence cue_sentence(std::uint32_t number) const { return {in_, in_.names.sentences[number]}; }
  std::span<const Attribution> rule_acts(std::uint32_t number) const {
    return {std::ranges::lower_bound(s_.of_rules, number, {}, &Attribution::sentence),
            std::ranges::upper_bound(s_.of_rules, number, {}, &Attribution::sentence)};
  }
  bool has_rule_act(std::uint32_t number) const { return !rule_acts(number).empty(); }

  void add(std::uint32_t number) {
    cue_sentence(number).find_left_out(options_.names, s_.left_out);
    s_.numbers[s_.sentences.size()] = number;
    s_.sentences.add({in_.names.tokens, in_.names.lexicons, in_.names.kinds},
                     {in_.names.sentences[number], options_.names, s_.left_out});
  }

  void finish_batch() {
    s_.sentences.tag(options_.model, s_.syntax);
    for (std::size_t i = 0; i < s_.sentences.size(); ++i) {
      const CueSentence sentence = cue_sentence(s_.numbers[i]);
      sentence.find_known_tags(s_.syntax, s_.known_tags);
      if (!s_.known_tags.empty()) s_.sentences.retag(options_.model, i, s_.known_tags, s_.syntax);
      if (!has_rule_act(s_.numbers[i]) && !sentence.has_tagged_cue(s_.syntax)) s_.sentences.drop_tree(i);
    }
    s_.sentences.parse(options_.model, s_.syntax);
    for (std::size_t i = 0; i < s_.sentences.size(); ++i)
      if (s_.sentences.has_tree(i)) see(s_.numbers[i]);
    s_.sentences.clear();
  }

  void see(std::uint32_t number) {
    const std::span<const Attribution> of_rules = rule_acts(number);
    s_.of_sentence.assign(of_rules.begin(), of_rules.end());
    s_.tree.look_at(s_.syntax, in_.names.sentences[number]);
    const SentenceView view{in_, s_.tree};
    see_sentence(cue_sentence(number), view, options_.broad, s_.of_sentence);
    keep_best_acts(s_.of_sentence);
    find_clauses_inside(view);
    acts_.insert(acts_.end(), s_.of_sentence.begin(), s_.of_sentence.end());
  }

  // An act of a rule may reach into other sentences, of which the tree knows nothing.
  void find_clauses_inside(const SentenceView& view) {
    const auto inside = [&](const Attribution& a) {
      const TokenRange whole = a.whole();
      return whole.begin >= view.range().begin && whole.end <= view.range().end;
    };
    std::vector<Attribution>& acts = s_.of_sentence;
    const auto first_outside = std::stable_partition(acts.begin(), acts.end(), inside);
    const std::vector<Attribution> outside(first_outside, acts.end());
    acts.erase(first_outside, acts.end());
    find_clauses(view, acts);
    if (outside.empty()) return;
    acts.insert(acts.end(), outside.begin(), outside.end());
    std::ranges::stable_sort(acts, {}, [](const Attribution& a) { return a.whole().begin; });
  }

  const QuoteInput& in_;
  const FrameOptions& options_;
  FrameScratch& s_;
  std::vector<Attribution>& acts_;
};

}  // namespace

void find_frames(const QuoteInput& input, const FrameOptions& options, FrameScratch& scratch,
                 std::vector<Attribution>& acts) {
  FrameFinder(input, options, scratch, acts).find_all();
}

}  // namespace quoth::internal
