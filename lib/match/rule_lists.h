#pragma once

// What {list} in a rule may name. Tested by tests/unit/match_rules_faults_test.cc and match_rules_operators_test.cc.

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/lexicon.h"

namespace quoth::internal {

/// The entries that a name stands for: all of these kinds, and all of these lists.
struct ListMembers {
  struct Kind {
    std::uint32_t lexicon = 0;
    KindId kind = 0;
  };
  struct List {
    std::uint32_t lexicon = 0;
    ListId list = 0;
  };
  std::vector<Kind> kinds;
  std::vector<List> lists;
};

/// Names, whatever their case: kinds ("location.city"), their part before the first dot ("location"), and files without
/// folders and ending ("places").
class ListNames {
 public:
  explicit ListNames(std::span<const Lexicon> lexicons);

  /// Null if no list has this name.
  const ListMembers* find(std::string_view name) const;
  /// ": did you mean 'honorific'?", or empty.
  std::string suggestion_for(std::string_view name) const;

 private:
  std::map<std::string, ListMembers, std::less<>> members_;
};

}  // namespace quoth::internal
