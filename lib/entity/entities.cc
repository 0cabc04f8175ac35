#include "entity/entities.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace quoth::internal {
namespace {

constexpr std::uint32_t kNobody = 0xFFFFFFFFU;

// What is compared of a name.
struct NameKey {
  std::span<const std::uint64_t> words;   // hashes of its folded words, marks left out
  std::span<const std::uint32_t> tokens;  // where they stand
  std::uint64_t whole = 0;                // all words
  std::uint64_t canonical = 0;            // the lists' usual name for it, folded by its bytes; 0: none
  const Entry* entry = nullptr;
  const Lexicon* lexicon = nullptr;
  Sex sex = Sex::unknown;
};

// Invisible characters alone fold to nothing.
bool is_word(const Token& t) { return t.shape != Shape::punct && t.shape != Shape::symbol && t.fold_size > 0; }

bool is_initial(const Tokens& tokens, std::uint32_t i) {
  return tokens[i].shape == Shape::initial || tokens[i].fold_size == 1;
}

Sex sex_of(const Entry& entry) {
  if ((entry.flags & kFemale) != 0 && (entry.flags & kMale) == 0) return Sex::female;
  if ((entry.flags & kMale) != 0 && (entry.flags & kFemale) == 0) return Sex::male;
  return Sex::unknown;
}

// From a hash to one entity: the first that was added.
class EntityIndex {
 public:
  void add(std::uint64_t hash, std::uint32_t entity) {
    if (hashes_.add(hash) == entities_.size()) entities_.push_back(entity);
  }
  std::uint32_t find(std::uint64_t hash) const {
    const std::uint32_t number = hashes_.find(hash);
    return number == HashIndex::kNone ? kNobody : entities_[number];
  }

 private:
  HashIndex hashes_;
  std::vector<std::uint32_t> entities_;
};

// From a hash to the first entities that were added.
class NamesakeIndex {
 public:
  static constexpr std::size_t kMost = 16;

  void add(std::uint64_t hash, std::uint32_t entity) {
    const std::uint32_t number = hashes_.add(hash);
    if (number == lists_.size()) lists_.emplace_back();
    List& list = lists_[number];
    const auto end = list.entities.begin() + list.count;
    if (list.count < kMost && std::find(list.entities.begin(), end, entity) == end)
      list.entities[list.count++] = entity;
  }
  std::span<const std::uint32_t> find(std::uint64_t hash) const {
    const std::uint32_t number = hashes_.find(hash);
    if (number == HashIndex::kNone) return {};
    return {lists_[number].entities.data(), lists_[number].count};
  }

 private:
  struct List {
    std::array<std::uint32_t, kMost> entities;
    std::uint32_t count = 0;
  };
  HashIndex hashes_;
  std::vector<List> lists_;
};

class Linker {
 public:
  Linker(const NameInput& input, const std::vector<LabelledName>& names, std::vector<std::uint32_t>& entity_of,
         std::vector<LinkedEntity>& entities)
      : in_(input), names_(names), entity_of_(entity_of), entities_(entities) {}

  void run() {
    entity_of_.assign(names_.size(), kNobody);
    entities_.clear();
    std::size_t tokens = 0;
    for (const LabelledName& name : names_) tokens += name.tokens.size();
    words_.reserve(tokens);  // keys point into both
    word_tokens_.reserve(tokens);
    keys_.reserve(names_.size());
    for (const LabelledName& name : names_) keys_.push_back(key_of(name));
    for (std::uint32_t n = 0; n < names_.size(); ++n)
      if (keys_[n].words.size() > 1) place(n);
    for (std::uint32_t n = 0; n < names_.size(); ++n)
      if (keys_[n].words.size() <= 1) place(n);
    finish();
  }

 private:
  const Tokens& tokens() const { return in_.tokens; }

  NameKey key_of(const LabelledName& name) {
    NameKey key;
    const std::size_t first = words_.size();
    for (std::uint32_t i = first_compared(name); i < name.tokens.end; ++i) {
      if (!is_word(tokens()[i])) continue;
      words_.push_back(tokens()[i].hash);
      word_tokens_.push_back(i);
      key.whole = combine_hashes(key.whole, tokens()[i].hash);
    }
    key.words = std::span(words_).subspan(first);
    key.tokens = std::span(word_tokens_).subspan(first);
    if (name.label == kPerson) key.sex = sex_of_title(name.tokens.begin);
    find_entry(name, key);
    if (name.label == kPerson) find_sex(name, key);
    return key;
  }

  // "The Onion" is "Onion".
  std::uint32_t first_compared(const LabelledName& name) const {
    const std::uint32_t begin = name.tokens.begin;
    const bool article = name.label == kOrganization && name.tokens.size() > 1 &&
                         (tokens()[begin].classes & bit(WordClass::determiner)) != 0;
    return article ? begin + 1 : begin;
  }

  bool fits(std::uint32_t lexicon, const Entry& entry, LabelId label) const {
    static constexpr std::array<WordClass, 3> classes = {WordClass::person, WordClass::location,
                                                         WordClass::organization};
    return label < classes.size() && (in_.classes.of(lexicon, entry) & bit(classes[label])) != 0;
  }

  void find_entry(const LabelledName& name, NameKey& key) const {
    for (const PhraseMatch& m : in_.phrases.at(name.tokens.begin)) {
      if (m.end != name.tokens.end) continue;
      const Entry& entry = in_.lexicons[m.lexicon].entry(m.entry);
      if (!fits(m.lexicon, entry, name.label) || !sexes_agree(key.sex, sex_of(entry))) continue;
      if (key.entry != nullptr && key.entry->prior >= entry.prior) continue;
      key.entry = &entry;
      key.lexicon = &in_.lexicons[m.lexicon];
    }
    if (key.entry == nullptr) return;
    const std::string_view canonical = key.lexicon->canonical(*key.entry);
    key.canonical =
        hash_bytes(canonical.empty() ? tokens().text.substr(span_of(name).begin, span_of(name).size()) : canonical);
  }

  // By the title before a name: "Mrs. Okoye" is not the man of that name in the lists.
  Sex sex_of_title(std::uint32_t first) const {
    Sex sex = Sex::unknown;
    for (std::uint32_t back = 1; back <= 2 && sex == Sex::unknown && back <= first; ++back)
      sex = sex_by_class(first - back, WordClass::honorific);
    return sex;
  }

  // Else by the lists' entry, or the given name.
  void find_sex(const LabelledName& name, NameKey& key) const {
    if (key.sex == Sex::unknown && key.entry != nullptr) key.sex = sex_of(*key.entry);
    if (key.sex == Sex::unknown && key.words.size() > 1)
      key.sex = sex_by_class(name.tokens.begin, WordClass::given_name);
  }

  Sex sex_by_class(std::uint32_t token, WordClass c) const {
    Sex sex = Sex::unknown;
    for (const PhraseMatch& m : in_.phrases.at(token)) {
      const Entry& entry = in_.lexicons[m.lexicon].entry(m.entry);
      if ((in_.classes.of(m.lexicon, entry) & bit(c)) != 0 && sex_of(entry) != Sex::unknown) sex = sex_of(entry);
    }
    return sex;
  }

  Span span_of(const LabelledName& name) const {
    return {tokens()[name.tokens.begin].begin, tokens()[name.tokens.end - 1].end};
  }

  void place(std::uint32_t n) {
    std::uint32_t entity = known_whole(n);
    if (entity == kNobody && names_[n].label == kPerson) entity = known_person(n);
    if (entity == kNobody && names_[n].label == kOrganization) entity = known_organization(n);
    if (entity == kNobody) {
      entity = static_cast<std::uint32_t>(entities_.size());
      entities_.emplace_back().label = names_[n].label;
    }
    join(n, entity);
  }

  // "the National Institute of Meteorology (INMET)": the acronym of the name in another language, with which it shares
  // half of its letters.
  std::uint32_t glossed(std::uint32_t n) const {
    const std::uint32_t i = names_[n].tokens.begin;
    if (n == 0 || names_[n].tokens.size() != 1 || tokens()[i].shape != Shape::upper) return kNobody;
    const LabelledName& before = names_[n - 1];
    const bool inside = before.tokens.end + 1 == i && tokens().written(i - 1) == "(" && i + 1 < tokens().size() &&
                        tokens().written(i + 1) == ")";
    if (!inside || before.label != kOrganization || keys_[n - 1].words.size() < 2) return kNobody;
    const std::string initials = initials_of(n - 1, false);
    const std::string_view acronym = tokens().word(i);
    const auto shared =
        std::count_if(acronym.begin(), acronym.end(), [&](char c) { return initials.find(c) != std::string::npos; });
    return 2 * static_cast<std::size_t>(shared) >= acronym.size() ? entity_of_[n - 1] : kNobody;
  }

  std::uint64_t labelled(std::uint64_t hash, std::uint32_t n) const {
    return combine_hashes(hash, names_[n].label + 1U);
  }

  void join(std::uint32_t n, std::uint32_t entity) {
    const NameKey& key = keys_[n];
    entity_of_[n] = entity;
    entities_[entity].names.push_back(n);
    full_names_.resize(entities_.size(), 0);
    if (key.words.size() > 1) ++full_names_[entity];
    if (entities_[entity].sex == Sex::unknown) entities_[entity].sex = key.sex;
    whole_.add(labelled(key.whole, n), entity);
    if (key.canonical != 0) canonical_.add(labelled(key.canonical, n), entity);
    if (key.words.empty()) return;
    by_first_.add(labelled(key.words.front(), n), entity);
    by_last_.add(labelled(key.words.back(), n), entity);
    by_last_.add(labelled(spelling(key.tokens.back()), n), entity);
    for (std::size_t w = 1; w + 1 < key.words.size(); ++w) by_middle_.add(labelled(key.words[w], n), entity);
    if (names_[n].label == kOrganization && key.words.size() > 1) add_initials(n, entity);
  }

  void add_initials(std::uint32_t n, std::uint32_t entity) {
    for (const bool capitals_only : {true, false})
      if (const std::string initials = initials_of(n, capitals_only); initials.size() > 1)
        whole_.add(labelled(combine_hashes(0, hash_bytes(initials)), n), entity);
  }
  std::string initials_of(std::uint32_t n, bool capitals_only) const {
    std::string initials;
    for (const std::uint32_t i : keys_[n].tokens)
      if (!capitals_only || looks_like_name(tokens()[i])) initials += tokens().word(i).front();
    return initials;
  }

  std::uint32_t known_whole(std::uint32_t n) const {
    if (keys_[n].canonical != 0)
      if (const std::uint32_t entity = canonical_.find(labelled(keys_[n].canonical, n)); entity != kNobody)
        return entity;
    // A surname alone may be that of several people: known_person() chooses.
    if (names_[n].label == kPerson && keys_[n].words.size() == 1) return kNobody;
    return whole_.find(labelled(keys_[n].whole, n));
  }

  // The folded word with doubled letters made one and y, j taken for i: Zelenskyy, Zelensky, Zelenski.
  std::uint64_t spelling(std::uint32_t token) const {
    std::string key;  // mostly short: no allocation
    for (char c : tokens().word(token)) {
      const char plain = c == 'y' || c == 'j' ? 'i' : c;
      if (key.empty() || key.back() != plain) key += plain;
    }
    return hash_bytes(key) ^ 1;  // apart from words themselves
  }

  std::uint32_t known_person(std::uint32_t n) const {
    const NameKey& key = keys_[n];
    if (key.words.empty()) return kNobody;
    const bool single = key.words.size() == 1;
    for (const std::uint64_t last : {key.words.back(), spelling(key.tokens.back())}) {
      const std::uint32_t entity = nearest(by_last_.find(labelled(last, n)), n, single);
      if (entity != kNobody) return entity;
    }
    if (!single) return kNobody;
    // "Tse" for Tse Lai-ping, "Amaya" for Oseas Amaya Batres
    const std::uint64_t word = labelled(key.words.front(), n);
    const std::uint32_t entity = nearest(by_first_.find(word), n, true);
    return entity != kNobody ? entity : nearest(by_middle_.find(word), n, true);
  }

  // The candidate named last before n, or else first after it.
  std::uint32_t nearest(std::span<const std::uint32_t> list, std::uint32_t n, bool single) const {
    std::uint32_t before = kNobody, before_name = 0, after = kNobody;
    for (const std::uint32_t entity : list) {
      if (!sexes_agree(entities_[entity].sex, keys_[n].sex)) continue;
      if (!single && !compatible(n, entity)) continue;
      const std::uint32_t last = last_before(entity, n);
      if (last != kNobody) {
        if (before == kNobody || last >= before_name) before = entity, before_name = last;
      } else if (after == kNobody || entities_[entity].names.front() < entities_[after].names.front()) {
        after = entity;
      }
    }
    return before != kNobody ? before : after;
  }

  // The entity's last name before n. Its full names come first, in order; short ones follow, all of them before n.
  std::uint32_t last_before(std::uint32_t entity, std::uint32_t n) const {
    const auto& names = entities_[entity].names;
    const auto full_end = names.begin() + full_names_[entity];
    const auto later = std::upper_bound(names.begin(), full_end, n);
    std::uint32_t last = later == names.begin() ? kNobody : *(later - 1);
    if (full_end != names.end() && names.back() < n && (last == kNobody || names.back() > last)) last = names.back();
    return last;
  }

  // Whether two full names with the same last word may be one: equal first words, an initial, or all words of the
  // shorter one in the longer.
  bool compatible(std::uint32_t n, std::uint32_t entity) const {
    for (const std::uint32_t other : entities_[entity].names) {
      const NameKey &a = keys_[n], &b = keys_[other];
      if (b.words.size() < 2) continue;
      if (a.words.front() == b.words.front() || initials_agree(a, b)) return true;
      const NameKey& shorter = a.words.size() <= b.words.size() ? a : b;
      const NameKey& longer = &shorter == &a ? b : a;
      return std::all_of(shorter.words.begin(), shorter.words.end(), [&](std::uint64_t w) {
        return std::find(longer.words.begin(), longer.words.end(), w) != longer.words.end();
      });
    }
    return entities_[entity].names.size() == 1 && keys_[entities_[entity].names.front()].words.size() == 1;
  }

  bool initials_agree(const NameKey& a, const NameKey& b) const {
    const std::uint32_t i = a.tokens.front(), j = b.tokens.front();
    return (is_initial(tokens(), i) || is_initial(tokens(), j)) && tokens().word(i).front() == tokens().word(j).front();
  }

  // A short form, or the longer form of one.
  std::uint32_t known_organization(std::uint32_t n) const {
    const NameKey& key = keys_[n];
    if (key.words.empty()) return kNobody;
    for (const std::uint32_t entity : by_first_.find(labelled(key.words.front(), n)))
      if (is_form_of(n, entity)) return entity;
    for (const std::uint32_t entity : by_last_.find(labelled(key.words.back(), n)))
      if (is_form_of(n, entity)) return entity;
    return glossed(n);
  }

  // Whether n is a short or longer form of a name of the entity, and no name of it is that of another body.
  bool is_form_of(std::uint32_t n, std::uint32_t entity) const {
    const auto& names = entities_[entity].names;
    bool found = false;
    for (std::size_t k = 0; k < std::min(names.size(), NamesakeIndex::kMost); ++k) {
      const NameKey &a = keys_[n], &b = keys_[names[k]];
      const bool shorter = a.words.size() < b.words.size();
      const bool form = shorter ? is_short_form(a, b) : is_place_apart(b, a);
      if (form && a.words.size() != b.words.size())
        found = true;
      else if (a.words.size() > 1 && b.words.size() > 1 && !std::ranges::equal(a.words, b.words))
        return false;
    }
    return found;
  }

  // The first words of the longer name, if the first is no ordinary word; or all of it but for a place. Not Microsoft
  // in "Microsoft's Internet Explorer".
  bool is_short_form(const NameKey& part, const NameKey& whole) const {
    const bool ordinary = (tokens()[part.tokens.front()].classes & bit(WordClass::common)) != 0;
    if (std::equal(part.words.begin(), part.words.end(), whole.words.begin())) {
      if (tokens()[whole.tokens[part.words.size()]].has(kGlued)) return false;
      if (!ordinary) return true;
    }
    return is_place_apart(part, whole);
  }

  // "State Department" and "US State Department", "Comic Corps" and "Comic Corps of Canada".
  bool is_place_apart(const NameKey& part, const NameKey& whole) const {
    if (part.words.size() < 2 || part.words.size() >= whole.words.size()) return false;
    const std::size_t more = whole.words.size() - part.words.size();
    if (std::equal(part.words.begin(), part.words.end(), whole.words.begin()))
      return tokens()[whole.tokens[part.words.size()]].shape == Shape::lower;
    constexpr std::uint64_t kPlace = bit(WordClass::location) | bit(WordClass::country) | bit(WordClass::demonym);
    return more == 1 && (tokens()[whole.tokens.front()].classes & kPlace) != 0 &&
           std::equal(part.words.begin(), part.words.end(), whole.words.begin() + 1);
  }

  void finish() {
    for (LinkedEntity& entity : entities_) std::sort(entity.names.begin(), entity.names.end());
    std::vector<std::uint32_t> order(entities_.size()), place(entities_.size());
    for (std::uint32_t e = 0; e < order.size(); ++e) order[e] = e;
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return entities_[a].names.front() < entities_[b].names.front();
    });
    std::vector<LinkedEntity> sorted;
    for (const std::uint32_t e : order) {
      place[e] = static_cast<std::uint32_t>(sorted.size());
      sorted.push_back(std::move(entities_[e]));
      describe(sorted.back());
    }
    entities_ = std::move(sorted);
    for (std::uint32_t& e : entity_of_) e = place[e];
  }

  // The usual name from the lists, but a person's fullest name as the text writes it, unless a pack's list knows
  // better.
  void describe(LinkedEntity& entity) const {
    std::uint32_t fullest = entity.names.front();
    const NameKey* listed = nullptr;
    for (const std::uint32_t n : entity.names) {
      if (keys_[n].words.size() > keys_[fullest].words.size()) fullest = n;
      if (keys_[n].entry != nullptr && (listed == nullptr || keys_[n].words.size() > listed->words.size()))
        listed = &keys_[n];
    }
    const Span span = span_of(names_[fullest]);
    entity.name = std::string(tokens().text.substr(span.begin, span.size()));
    if (listed == nullptr) return;
    entity.ids = std::string(listed->lexicon->ids(*listed->entry));
    const std::string_view canonical = listed->lexicon->canonical(*listed->entry);
    const bool of_pack = listed->lexicon != &in_.lexicons.front();
    const bool person_in_full = entity.label == kPerson && keys_[fullest].words.size() > 1 && !of_pack;
    if (!canonical.empty() && !person_in_full) entity.name = std::string(canonical);
  }

  const NameInput& in_;
  const std::vector<LabelledName>& names_;
  std::vector<std::uint32_t>& entity_of_;
  std::vector<LinkedEntity>& entities_;
  std::vector<std::uint64_t> words_;  // of all keys
  std::vector<std::uint32_t> word_tokens_;
  std::vector<NameKey> keys_;
  std::vector<std::uint32_t> full_names_;  // per entity: how many of its names have several words
  EntityIndex whole_, canonical_;
  NamesakeIndex by_first_, by_middle_, by_last_;
};

}  // namespace

void link_entities(const NameInput& input, const std::vector<LabelledName>& names,
                   std::vector<std::uint32_t>& entity_of, std::vector<LinkedEntity>& entities) {
  Linker(input, names, entity_of, entities).run();
}

}  // namespace quoth::internal
