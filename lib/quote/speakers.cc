#include "quote/speakers.h"

#include <algorithm>
#include <unordered_map>

#include "quote/cues.h"

namespace quoth::internal {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFFU;

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
  static constexpr std::uint32_t kFarthest = 4;    // sentences back in which a pronoun's person is looked for

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
    const TokenRange segment = up_to_comma(q.speaker);
    if (is_pronoun(segment) && has_attribute(segment.begin, "relative"))
      return add(q, segment, Form::pronoun, antecedent(segment.begin), 0.8F);
    if (is_pronoun(segment)) return add(q, segment, Form::pronoun, resolve_pronoun(segment.begin), 0.7F);
    const std::uint32_t person = person_in(segment);
    if (person != kNone) return use_name(q, person);
    const TokenRange head = up_to_preposition(segment);
    const std::uint32_t name = head_name(head);
    if (name != kNone && ends_phrase(names_[name].tokens.end, head.end)) return use_name(q, name);
    const std::uint32_t apposed = apposed_name(q.speaker, segment);
    if (apposed != kNone) return use_name(q, apposed);
    resolve_nominal(q, head, name);
  }

  void use_name(FoundQuote& q, std::uint32_t name) { q.speaker_mention = name; }

  TokenRange up_to_comma(TokenRange speaker) const {
    for (std::uint32_t i = speaker.begin + 1; i < speaker.end; ++i)
      if (tokens_[i].shape == Shape::punct && tokens_.written(i) == "," && !name_covers(i)) return {speaker.begin, i};
    return speaker;
  }
  TokenRange up_to_preposition(TokenRange segment) const {
    for (std::uint32_t i = segment.begin + 1; i < segment.end; ++i)
      if ((classes(i) & bit(WordClass::preposition)) != 0 && !name_covers(i)) return {segment.begin, i};
    return segment;
  }

  // The person that a phrase names: "minister of education Ada Okoye", of several the first: "Okoye and Novak". Not
  // Putin in "Putin's advisor" or "an advisor of Putin".
  std::uint32_t person_in(TokenRange segment) const {
    std::uint32_t found = kNone;
    for (std::uint32_t n = first_name_from(segment.begin); n < names_.size() && names_[n].tokens.end <= segment.end;
         ++n) {
      const TokenRange name = names_[n].tokens;
      const bool governed = name.begin > segment.begin && (classes(name.begin - 1) & bit(WordClass::preposition)) != 0;
      if (names_[n].label != kPerson || owns(name, segment.end) || governed) continue;
      found = n;
      if (name.end < segment.end && (classes(name.end) & bit(WordClass::conjunction)) != 0) break;
    }
    return found;
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

  Sex sex_of_pronoun(std::uint32_t token) const {
    const std::uint64_t c = pronoun_classes(token);
    if ((c & bit(WordClass::pronoun_female)) != 0) return Sex::female;
    return (c & bit(WordClass::pronoun_male)) != 0 ? Sex::male : Sex::unknown;
  }

  // The last name of the segment that owns nothing: not "Putin" in "Putin's advisor".
  std::uint32_t head_name(TokenRange head) const {
    std::uint32_t found = kNone;
    for (std::uint32_t n = first_name_from(head.begin); n < names_.size() && names_[n].tokens.end <= head.end; ++n) {
      const bool acronym = found != kNone && tokens_.written(names_[n].tokens.begin - 1) == "(";
      if (!owns(names_[n].tokens, head.end) && !acronym) found = n;
    }
    return found;
  }

  // At the end, or before an acronym: "the Ministry of Education (MoE)".
  bool ends_phrase(std::uint32_t token, std::uint32_t end) const {
    return token == end || tokens_.written(token) == "(";
  }

  // "Commissioner of Police Ada Okoye": the person whose name ends a phrase of titles.
  std::uint32_t titled_person(std::uint32_t begin, std::uint32_t end) const {
    constexpr std::uint64_t kInTitles = bit(WordClass::honorific) | bit(WordClass::role) | bit(WordClass::preposition);
    std::uint32_t n = first_name_from(begin);
    while (n < names_.size() && names_[n].tokens.end <= end && names_[n].label != kPerson) ++n;
    if (n >= names_.size() || names_[n].tokens.end > end) return kNone;
    const TokenRange name = names_[n].tokens;
    if (name.begin == begin || (classes(name.begin - 1) & bit(WordClass::preposition)) != 0) return kNone;
    for (std::uint32_t i = begin; i < name.begin; ++i)
      if ((classes(i) & kInTitles) == 0 && !looks_like_name(tokens_[i])) return kNone;
    return ends_phrase(name.end, end) || tokens_[name.end].shape == Shape::punct ? n : kNone;
  }

  // "Its general secretary, Mr Lincoln Sakala", "the mayor of Lusaka, Ada Okoye": a person's name right behind the
  // first comma. "The central bank, Eesti Pank": a body's, if what stands before it is no role.
  std::uint32_t apposed_name(TokenRange speaker, TokenRange segment) const {
    std::uint32_t at = segment.end + 1;
    if (const std::uint32_t titled = titled_person(at, speaker.end); titled != kNone) return titled;
    constexpr std::uint64_t kSkipped = bit(WordClass::honorific) | bit(WordClass::determiner);
    while (at < speaker.end && ((classes(at) & kSkipped) != 0 || tokens_.written(at) == ".")) ++at;
    if (at >= speaker.end) return kNone;
    const std::uint32_t n = first_name_from(at);
    if (n >= names_.size() || names_[n].tokens.begin != at) return kNone;
    if (names_[n].label == kPerson) return n;
    const std::uint32_t end = names_[n].tokens.end;
    const bool whole = end >= speaker.end || tokens_[end].shape == Shape::punct;  // not in "Juror 4, a Meijer cashier"
    const bool role = (classes(up_to_preposition(segment).end - 1) & bit(WordClass::role)) != 0;
    return names_[n].label == kOrganization && whole && !role ? n : kNone;
  }

  // One pronoun or phrase may speak in several quotes.
  void add(FoundQuote& q, TokenRange tokens, Form form, std::uint32_t entity, float confidence) {
    const auto [known, is_new] = added_.try_emplace(std::uint64_t{tokens.begin} << 32 | tokens.end,
                                                    static_cast<std::uint32_t>(names_.size() + out_.size()));
    q.speaker_mention = known->second;
    if (!is_new) return;
    SpeakerMention mention;
    mention.tokens = tokens;
    mention.form = form;
    mention.confidence = confidence;
    if (entity != kNone) {
      mention.entity = entity;
      mention.label = in_.entities[entity].label;
    }
    if (in_.explain) note_passed_over(entity, mention);
    out_.push_back(mention);
  }

  // Other people named in the same sentence before it or in the last ones, of a sex that fits.
  void note_passed_over(std::uint32_t entity, SpeakerMention& mention) const {
    constexpr std::size_t kMost = 3;
    const std::uint32_t token = mention.tokens.begin;
    const Sex sex = mention.form == Form::pronoun ? sex_of_pronoun(token) : Sex::unknown;
    for (std::uint32_t n = first_name_from(token); n-- > 0 && mention.passed_over.size() < kMost;) {
      if (sentence(names_[n].tokens.begin) + kFarthest < sentence(token)) break;
      const std::uint32_t other = in_.entity_of[n];
      const bool noted =
          std::find(mention.passed_over.begin(), mention.passed_over.end(), other) != mention.passed_over.end();
      if (other == entity || noted || !may_be_meant(n) || !sexes_agree(in_.entities[other].sex, sex)) continue;
      mention.passed_over.push_back(other);
    }
  }

  // "Okoye, who said": the name that ends right before the pronoun.
  std::uint32_t antecedent(std::uint32_t pronoun) const {
    std::uint32_t end = pronoun;
    if (end > 0 && tokens_.written(end - 1) == ",") --end;
    const std::uint32_t after = first_name_from(end);
    return after > 0 && names_[after - 1].tokens.end == end ? in_.entity_of[after - 1] : kNone;
  }

  // A pronoun: the first person of the same sentence; else, going back, the last speaker or the first person of a
  // sentence, whoever comes first.
  std::uint32_t resolve_pronoun(std::uint32_t token) const {
    const Sex sex = sex_of_pronoun(token);
    if (sex == Sex::unknown) return kNone;
    const std::uint32_t own = sentence(token);
    std::uint32_t found = first_person({in_.quotes.names.sentences[own].begin, token}, sex);
    const bool speaker_fits = last_speaker_ != kNone && block_number(token) <= last_block_ + 2 &&
                              sexes_agree(in_.entities[last_speaker_].sex, sex);
    for (std::uint32_t back = 1; back <= kFarthest && found == kNone && back <= own; ++back) {
      if (speaker_fits && last_sentence_ + back >= own) return last_speaker_;
      found = first_person(in_.quotes.names.sentences[own - back], sex);
    }
    return found;
  }

  // The first person that a stretch of running text names outside of marks; one of whom only something is named
  // ("Okoye's remarks"), if there is no other.
  std::uint32_t first_person(TokenRange range, Sex sex) const {
    constexpr std::uint32_t kMostNames = 32;
    std::uint32_t owner = kNone;
    const std::uint32_t begin = first_name_from(range.begin);
    for (std::uint32_t n = begin; n < names_.size() && names_[n].tokens.end <= range.end && n - begin < kMostNames;
         ++n) {
      if (!may_be_meant(n) || !sexes_agree(in_.entities[in_.entity_of[n]].sex, sex)) continue;
      if (!owns(names_[n].tokens, range.end)) return in_.entity_of[n];
      if (owner == kNone) owner = in_.entity_of[n];
    }
    return owner;
  }
  bool owns(TokenRange name, std::uint32_t end) const { return name.end < end && tokens_[name.end].has(kGlued); }

  // Not who wrote the article or took a picture.
  bool may_be_meant(std::uint32_t name) const {
    const std::uint32_t token = names_[name].tokens.begin;
    const BlockKind kind = in_.quotes.facts[token].block;
    return names_[name].label == kPerson && kind != BlockKind::byline && kind != BlockKind::caption &&
           !in_.quotes.marked.covers(token);
  }

  // A role: who holds it by what the text said before; for "the ..." the last person named whose known role does not
  // differ. Several people, or something that is no role, stand for the body whose name is in the phrase.
  void resolve_nominal(FoundQuote& q, TokenRange head, std::uint32_t name) {
    const std::uint32_t last = head.end - 1;
    const bool role = (classes(last) & bit(WordClass::role)) != 0;
    std::uint32_t entity = kNone;
    if (role && !is_plural(last)) entity = role_holder(head);
    if (entity == kNone && name == kNone && has_attribute(head.begin, "definite")) entity = named_with(last);
    if (entity == kNone && name != kNone && (is_plural(last) || !role)) entity = in_.entity_of[name];
    add(q, q.speaker, Form::nominal, entity, entity == kNone ? 0.5F : 0.6F);
  }

  // "the church" behind "the Church of Tuvalu": the last body or place whose name has the word.
  std::uint32_t named_with(std::uint32_t token) const {
    constexpr std::uint32_t kMostNames = 64;
    const std::uint32_t end = first_name_from(token);
    for (std::uint32_t n = end; n-- > 0 && end - n <= kMostNames;) {
      const TokenRange name = names_[n].tokens;
      if (names_[n].label == kPerson || name.size() < 2) continue;
      for (std::uint32_t i = name.begin; i < name.end; ++i)
        if (tokens_[i].hash == tokens_[token].hash) return in_.entity_of[n];
    }
    return kNone;
  }

  bool has_attribute(std::uint32_t token, std::string_view key) const {
    return internal::has_attribute(in_.quotes.names, token, key);
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
      if (!may_be_meant(n)) continue;
      if (!holds_role(in_.entity_of[n], word)) return in_.entity_of[n];
    }
    return kNone;
  }

  void remember(const FoundQuote& q) {
    const std::uint32_t m = *q.speaker_mention;
    const std::uint32_t entity = m < names_.size() ? in_.entity_of[m] : out_[m - names_.size()].entity.value_or(kNone);
    if (entity == kNone || in_.entities[entity].label != kPerson) return;
    last_speaker_ = entity;
    last_block_ = block_number(q.speaker.begin);
    last_sentence_ = sentence(q.speaker.begin);
  }

  const SpeakerInput& in_;
  const std::vector<LabelledName>& names_;
  const Tokens& tokens_;
  std::vector<FoundQuote>& quotes_;
  std::vector<SpeakerMention>& out_;
  std::unordered_map<std::uint64_t, std::vector<Role>> roles_;  // by the role's hash
  std::unordered_map<std::uint64_t, std::uint32_t> added_;      // by first token and end: the number of its mention
  std::uint32_t last_speaker_ = kNone, last_block_ = 0, last_sentence_ = 0;
};

}  // namespace

void resolve_speakers(const SpeakerInput& input, std::vector<FoundQuote>& quotes, std::vector<SpeakerMention>& out) {
  Resolver(input, quotes, out).run();
}

}  // namespace quoth::internal
