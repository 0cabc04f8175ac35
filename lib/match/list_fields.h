#pragma once

// The fields of lists: what may stand in them, and what is said where something else does. Every check returns what is
// wrong, or nothing. Tested by tests/unit/match_list_reader_test.cc.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/lexicon.h"

namespace quoth::internal {

/// The header of every gazetteer.
inline constexpr std::string_view kGazetteerHeader = "surface\tcanonical\ttype\tsubtype\tprior\tids\tlang\tflags";
inline constexpr std::size_t kGazetteerColumns = 8;

/// The columns' names with spaces between them, for messages.
std::string gazetteer_columns();

/// A field for a message, in quotes, cut where it is long.
std::string quoted(std::string_view text);

/// The part before the first separator; it and the separator are taken away from `rest`.
std::string_view take(std::string_view& rest, char separator);

/// What is wrong with the header, and at which column, from 1.
std::pair<std::size_t, std::string> check_header(std::string_view header);

std::string check_type(std::string_view type);
/// Small letters, digits and '_', at least one. `what` names the field in the message.
std::string check_name(std::string_view what, std::string_view name);
std::string check_ids(std::string_view ids);
std::string check_language(std::string_view language);
/// A digit; `name` names the field in the message.
std::string read_prior(std::string_view name, std::string_view text, std::uint8_t& prior);
/// "m" or "f", into EntryFlag bits.
std::string read_sex(std::string_view sex, std::uint8_t& flags);
/// One flag of a gazetteer's row.
std::string read_flag(std::string_view flag, LexiconBuilder::Row& row);

}  // namespace quoth::internal
