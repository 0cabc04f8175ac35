#pragma once

// The word classes that code asks for by name. A class is the set of single words in the word lists (or gazetteer
// types) of that name: data decides which words these are.

#include <array>
#include <cstdint>
#include <string_view>

namespace quoth::internal {

/// Index of a bit of Token::classes.
enum class WordClass : std::uint8_t {
  common,         // an ordinary word in lower case
  function_word,  // determiner, pronoun, preposition, conjunction, auxiliary
  given_name,
  surname,
  location,  // single-word place
  organization,
  person,
  misc,
  honorific,  // Mr, Dr, Sir
  role,       // president, spokesman
  kinship,    // wife, brother
  month,
  weekday,
  say_verb,
  pronoun_female,  // she her hers herself
  pronoun_male,
  pronoun_plural,  // they we
  pronoun_other,   // I you it who
  preposition,
  conjunction,
  determiner,
  auxiliary,
  negation,
  abbreviation_before_name,    // Mr. Gen. Sen.: a sentence never ends behind it
  abbreviation_before_number,  // No. pp. Fig.
  abbreviation_inside,         // vs. etc. e.g.: ends a sentence only before a sentence starter
  abbreviation_final,          // Inc. Corp. a.m. U.S.: may end a sentence
  sentence_starter,            // The He But: words that, with a capital, start a sentence behind a final abbreviation
  company_suffix,              // Inc Ltd plc
  unit,                        // mln, kg, percent
  particle,                    // van de bin al: inside names of people
  connector,                   // of for and the: inside names of organisations
  organization_head,           // ministry, university, committee
  location_head,               // river, street, province
  misc_head,                   // act, treaty, cup, prize
  person_cue,                  // born, aged, who, widow: words beside people
  country,                     // single-word country (gazetteer kind "LOCATION.country")
  demonym,                     // "MISC.demonym"
  byline,                      // by: begins the line with the names of the authors
  credit,                      // photo, picture: begins the credit of a picture
  source_phrase,               // according to: names whose words they are
  time_unit,                   // week, morning, yesterday
};
inline constexpr std::size_t kWordClassCount = static_cast<std::size_t>(WordClass::time_unit) + 1;
static_assert(kWordClassCount <= 64);

constexpr std::uint64_t bit(WordClass c) { return std::uint64_t{1} << static_cast<unsigned>(c); }

/// What the class is called in data: a word list's name, a gazetteer type in lower case, or what
/// stands behind the dot of a gazetteer's kind.
inline constexpr std::array<std::string_view, kWordClassCount> kWordClassNames = {"common",
                                                                                  "function_word",
                                                                                  "given",
                                                                                  "surname",
                                                                                  "location",
                                                                                  "organization",
                                                                                  "person",
                                                                                  "misc",
                                                                                  "honorific",
                                                                                  "role",
                                                                                  "kinship",
                                                                                  "month",
                                                                                  "weekday",
                                                                                  "say_verb",
                                                                                  "pronoun_female",
                                                                                  "pronoun_male",
                                                                                  "pronoun_plural",
                                                                                  "pronoun_other",
                                                                                  "preposition",
                                                                                  "conjunction",
                                                                                  "determiner",
                                                                                  "auxiliary",
                                                                                  "negation",
                                                                                  "abbreviation_before_name",
                                                                                  "abbreviation_before_number",
                                                                                  "abbreviation_inside",
                                                                                  "abbreviation_final",
                                                                                  "sentence_starter",
                                                                                  "company_suffix",
                                                                                  "unit",
                                                                                  "particle",
                                                                                  "connector",
                                                                                  "organization_head",
                                                                                  "location_head",
                                                                                  "misc_head",
                                                                                  "person_cue",
                                                                                  "country",
                                                                                  "demonym",
                                                                                  "byline",
                                                                                  "credit",
                                                                                  "source_phrase",
                                                                                  "time_unit"};

}  // namespace quoth::internal
