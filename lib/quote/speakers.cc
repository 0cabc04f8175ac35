#include "quote/speakers.h"

#include <algorithm>
#include <unordered_map>

namespace quoth::internal {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFFU;

bool may_refer(Sex a, Sex b) { return a == Sex::unknown || b == Sex::unknown || a == b; }

class Resolver {
 public:
  Resolver(const SpeakerInput& input, std::vector<FoundQuote>& quotes, std::vector<SpeakerMention>& out)
      : in_(input), names_(input.quotes.mentions), tokens_(input.quotes.names.tokens), quotes_(quotes), out_(out) {}

  void run() {
    out_.clear();
    note_roles();
    for (FoundQuote& q : quotes_) {
      if (q.speaker.size() == 0) continue;
      resolve(q);
      if (q.speaker_mention) remember(q);
    }
  }

 private:
  // A person's role and the place or body it is held in, as said beside the name: "U.S. President Jane Roe".
  struct Role {
    std::uint32_t entity;
    std::uint64_t place;  // hash of the word before the role; 0: none

    friend bool operator==(const Role&, const Role&) = default;
  };

  static constexpr std::size_t kMostHolders = 16;  // of a role

  std::uint64_t classes(std::uint32_t i) const { return in_.quotes.facts[i].classes; }
  std::uint32_t sentence(std::uint32_t i) const { return in_.quotes.facts[i].sentence; }
  std::uint32_t block_number(std::uint32_t token) const {
    const auto& blocks = in_.quotes.names.blocks;
    const auto at = std::upper_bound(blocks.begin(), blocks.end(), token,
                                     [](std::uint32_t t, const Block& b) { return t < b.tokens.begin; });
    return static_cast<std::uint32_t>(at - blocks.begin());
  }

  std::uint32_t first_name_from(std::uint32_t token) const {
    return static_cast<std::uint32_t>(
        std::lower_bound(names_.begin(), names_.end(), token,
                         [](const LabelledName& n, std::uint32_t t) { return n.tokens.begin < t; }) -
        names_.begin());
  }

  void note_roles() {
    for (std::uint32_t n = 0; n < names_.size(); ++n) {
      const std::uint32_t begin = names_[n].tokens.begin;
      if (names_[n].label != kPerson || begin == 0 || (classes(begin - 1) & bit(WordClass::role)) == 0) continue;
      if (sentence(begin - 1) != sentence(begin)) continue;
      const std::uint64_t place = begin > 1 && looks_like_name(tokens_[begin - 2]) ? tokens_[begin - 2].hash : 0;
      auto& holders = roles_[tokens_[begin - 1].hash];
      const Role role{in_.entity_of[n], place};
      if (holders.size() < kMostHolders && std::find(holders.begin(), holders.end(), role) == holders.end())
        holders.push_back(role);
    }
  }

  void resolve(FoundQuote& q) {
    const TokenRange head = head_segment(q.speaker);
    if (is_pronoun(head)) return add(q, head, Form::pronoun, resolve_pronoun(head.begin), 0.7F);
    const std::uint32_t name = head_name(head);
    if (name != kNone && names_[name].tokens.end == head.end) return use_name(q, name);
    const std::uint32_t apposed = apposed_name(q.speaker, head);
    if (apposed != kNone) return use_name(q, apposed);
    resolve_nominal(q, head, name);
  }

  void use_name(FoundQuote& q, std::uint32_t name) { q.speaker_mention = name; }

  // The phrase up to its first comma or preposition.
  TokenRange head_segment(TokenRange speaker) const {
    for (std::uint32_t i = speaker.begin + 1; i < speaker.end; ++i) {
      if (name_covers(i)) continue;
      if ((tokens_[i].shape == Shape::punct && tokens_.written(i) == ",") ||
          (classes(i) & bit(WordClass::preposition)) != 0)
        return {speaker.begin, i};
    }
    return speaker;
  }

  bool name_covers(std::uint32_t token) const {
    const std::uint32_t n = first_name_from(token + 1);
    return n > 0 && names_[n - 1].tokens.begin < token && names_[n - 1].tokens.end > token;
  }

  bool is_pronoun(TokenRange head) const { return head.size() == 1 && (pronoun_classes(head.begin) != 0); }
  std::uint64_t pronoun_classes(std::uint32_t i) const {
    return classes(i) & (bit(WordClass::pronoun_female) | bit(WordClass::pronoun_male) |
                         bit(WordClass::pronoun_plural) | bit(WordClass::pronoun_other));
  }

  // The last name of the segment that owns nothing: not "Putin" in "Putin's advisor".
  std::uint32_t head_name(TokenRange head) const {
    std::uint32_t found = kNone;
    for (std::uint32_t n = first_name_from(head.begin); n < names_.size() && names_[n].tokens.end <= head.end; ++n) {
      const std::uint32_t after = names_[n].tokens.end;
      const bool owns = after < head.end && tokens_[after].has(kGlued);
      if (!owns) found = n;
    }
    return found;
  }

  // "Its general secretary, Lincoln Sakala", "the mayor of Lusaka, Ada Okoye": a person's name right behind the first
  // comma.
  std::uint32_t apposed_name(TokenRange speaker, TokenRange head) const {
    std::uint32_t comma = head.end;
    while (comma < speaker.end && (tokens_.written(comma) != "," || name_covers(comma))) ++comma;
    if (comma + 1 >= speaker.end) return kNone;
    const std::uint32_t n = first_name_from(comma + 1);
    const bool there = n < names_.size() && names_[n].tokens.begin == comma + 1 && names_[n].label == kPerson;
    return there ? n : kNone;
  }

  void add(FoundQuote& q, TokenRange tokens, Form form, std::uint32_t entity, float confidence) {
    SpeakerMention mention;
    mention.tokens = tokens;
    mention.form = form;
    mention.confidence = confidence;
    if (entity != kNone) {
      mention.entity = entity;
      mention.label = in_.entities[entity].label;
    }
    q.speaker_mention = static_cast<std::uint32_t>(names_.size() + out_.size());
    out_.push_back(mention);
  }

  // A pronoun: the first person of the same sentence, the last speaker, the first person of the sentence before.
  std::uint32_t resolve_pronoun(std::uint32_t token) const {
    const std::uint64_t c = pronoun_classes(token);
    Sex sex = Sex::unknown;
    if ((c & bit(WordClass::pronoun_female)) != 0) sex = Sex::female;
    if ((c & bit(WordClass::pronoun_male)) != 0) sex = Sex::male;
    if (sex == Sex::unknown) return kNone;
    const TokenRange own = in_.quotes.names.sentences[sentence(token)];
    std::uint32_t found = first_person({own.begin, token}, sex);
    if (found == kNone && last_speaker_ != kNone && block_number(token) <= last_block_ + 1 &&
        may_refer(in_.entities[last_speaker_].sex, sex))
      found = last_speaker_;
    for (std::uint32_t back = 1; back <= 3 && found == kNone && back <= sentence(token); ++back)
      found = first_person(in_.quotes.names.sentences[sentence(token) - back], sex);
    return found;
  }

  std::uint32_t first_person(TokenRange range, Sex sex) const {
    constexpr std::uint32_t kMostNames = 32;
    const std::uint32_t begin = first_name_from(range.begin);
    for (std::uint32_t n = begin; n < names_.size() && names_[n].tokens.end <= range.end && n - begin < kMostNames; ++n)
      if (names_[n].label == kPerson && may_refer(in_.entities[in_.entity_of[n]].sex, sex) &&
          !inside_stretch(names_[n].tokens.begin))
        return in_.entity_of[n];
    return kNone;
  }

  bool inside_stretch(std::uint32_t token) const {
    const auto& stretches = in_.quotes.stretches;
    auto at = std::upper_bound(stretches.begin(), stretches.end(), token,
                               [](std::uint32_t t, const QuotedStretch& s) { return t < s.tokens.begin; });
    return at != stretches.begin() && (at - 1)->tokens.end > token;
  }

  // A role: who holds it by what the text said before; for "the ..." the last person named whose known role does not
  // differ. Several people, or something that is no role, stand for the body whose name is in the phrase.
  void resolve_nominal(FoundQuote& q, TokenRange head, std::uint32_t name) {
    const std::uint32_t last = head.end - 1;
    const bool role = (classes(last) & bit(WordClass::role)) != 0;
    std::uint32_t entity = kNone;
    if (role && !is_plural(last)) entity = role_holder(head);
    if (entity == kNone && name != kNone && (is_plural(last) || !role)) entity = in_.entity_of[name];
    add(q, q.speaker, Form::nominal, entity, entity == kNone ? 0.5F : 0.6F);
  }

  bool has_attribute(std::uint32_t token, std::string_view key) const {
    for (const PhraseMatch& m : in_.quotes.names.phrases.at(token)) {
      const Lexicon& lexicon = in_.quotes.names.lexicons[m.lexicon];
      if (!lexicon.attribute(lexicon.entry(m.entry), key).empty()) return true;
    }
    return false;
  }
  bool is_plural(std::uint32_t token) const { return has_attribute(token, "number"); }

  std::uint32_t role_holder(TokenRange head) const {
    const std::uint64_t word = tokens_[head.end - 1].hash;
    const std::uint64_t place =
        head.size() > 1 && looks_like_name(tokens_[head.end - 2]) ? tokens_[head.end - 2].hash : 0;
    if (const auto holders = roles_.find(word); holders != roles_.end())
      for (auto it = holders->second.rbegin(); it != holders->second.rend(); ++it)
        if (place == 0 || it->place == place) return it->entity;
    if (!has_attribute(head.begin, "definite")) return kNone;
    return last_person_without_role(head.begin, word);
  }

  bool holds_role(std::uint32_t entity, std::uint64_t word) const {
    const auto holders = roles_.find(word);
    return holders != roles_.end() && std::any_of(holders->second.begin(), holders->second.end(),
                                                  [&](const Role& r) { return r.entity == entity; });
  }

  std::uint32_t last_person_without_role(std::uint32_t token, std::uint64_t word) const {
    constexpr std::uint32_t kMostNames = 64;
    const std::uint32_t block = block_number(token), end = first_name_from(token);
    for (std::uint32_t n = end; n-- > 0 && end - n <= kMostNames;) {
      if (block_number(names_[n].tokens.begin) + 2 < block) break;
      if (names_[n].label != kPerson || inside_stretch(names_[n].tokens.begin)) continue;
      if (!holds_role(in_.entity_of[n], word)) return in_.entity_of[n];
    }
    return kNone;
  }

  void remember(const FoundQuote& q) {
    const std::uint32_t m = *q.speaker_mention;
    const std::uint32_t entity = m < names_.size() ? in_.entity_of[m] : out_[m - names_.size()].entity.value_or(kNone);
    if (entity == kNone || in_.entities[entity].label != kPerson) return;
    last_speaker_ = entity;
    last_block_ = block_number(q.whole.begin);
  }

  const SpeakerInput& in_;
  const std::vector<LabelledName>& names_;
  const Tokens& tokens_;
  std::vector<FoundQuote>& quotes_;
  std::vector<SpeakerMention>& out_;
  std::unordered_map<std::uint64_t, std::vector<Role>> roles_;  // by the role's hash
  std::uint32_t last_speaker_ = kNone, last_block_ = 0;
};

}  // namespace

void resolve_speakers(const SpeakerInput& input, std::vector<FoundQuote>& quotes, std::vector<SpeakerMention>& out) {
  Resolver(input, quotes, out).run();
}

}  // namespace quoth::internal
