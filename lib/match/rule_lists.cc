#include "match/rule_lists.h"

#include "match/rule_suggest.h"

namespace quoth::internal {
namespace {

std::string lower(std::string_view name) {
  std::string out(name);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

/// "en/gazetteers/people.tsv" -> "people".
std::string_view stem(std::string_view file) {
  file = file.substr(file.find_last_of('/') + 1);
  return file.substr(0, file.find('.', 1));
}

}  // namespace

ListNames::ListNames(std::span<const Lexicon> lexicons) {
  for (std::uint32_t lexicon = 0; lexicon < lexicons.size(); ++lexicon) {
    for (std::uint32_t id = 0; id < lexicons[lexicon].kind_count(); ++id) {
      const auto kind = static_cast<KindId>(id);
      const std::string name = lower(lexicons[lexicon].kind(kind));
      const std::size_t dot = name.find('.');
      members_[name].kinds.push_back({lexicon, kind});
      if (dot != std::string::npos) members_[name.substr(0, dot)].kinds.push_back({lexicon, kind});
    }
    for (std::uint32_t id = 0; id < lexicons[lexicon].list_count(); ++id) {
      const auto list = static_cast<ListId>(id);
      members_[lower(stem(lexicons[lexicon].list(list)))].lists.push_back({lexicon, list});
    }
  }
}

const ListMembers* ListNames::find(std::string_view name) const {
  const auto found = members_.find(lower(name));
  return found == members_.end() ? nullptr : &found->second;
}

std::string ListNames::suggestion_for(std::string_view name) const {
  std::vector<std::string> known;
  for (const auto& [key, members] : members_) known.push_back(key);
  return suggestion(name, known);
}

}  // namespace quoth::internal
