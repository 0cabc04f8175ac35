// Rules that are built as the grammar of rules says: most compile, and all of the matcher is reached. Each byte is a
// choice.

#include <array>
#include <string>
#include <string_view>

#include "choices.h"
#include "fuzz.h"
#include "rule_checks.h"

namespace {

using quoth_fuzz::Choices;

constexpr std::array<std::string_view, 24> kAtoms = {"Cap",         "Upper",      "Lower",          "Number",
                                                     "Punct",       "Any",        "Initial",        "Mixed",
                                                     "said",        "the",        "\",\"",          "\"new york\"",
                                                     "'BBC'",       "\"n't\"",    "{person.given}", "{say_verb}",
                                                     "{honorific}", "{location}", "{organization}", "{role}",
                                                     "/[A-Z].*/",   "/.*a/i",     "/[a-z]{2,}/",    "x"};
constexpr std::array<std::string_view, 8> kRepeats = {"?", "*", "+", "{2}", "{1,3}", "{2,}", "{0,4}", "{3,64}"};
constexpr std::array<std::string_view, 5> kStrengths = {"certain", "likely", "possible", "unlikely", "never"};
constexpr std::array<std::string_view, 4> kLabels = {"PERSON", "LOCATION", "SHIP", "SPEAKER"};
constexpr std::array<std::string_view, 4> kLabelsOfQuotes = {"SPEAKER", "CUE", "ADDRESSEE", "CUE"};

class Builder {
 public:
  Builder(const std::uint8_t* data, std::size_t size) : choices_(data, size) {}

  std::string pack() {
    quotes_ = choices_.below(3) == 0;
    std::string out = quotes_ ? "pack p\nphase quotes\n" : "pack p\n";
    out += "let x = " + choice(2) + "\n";
    for (int rule = 0; rule < 6 && !choices_.empty(); ++rule)
      out += "rule r" + std::to_string(rule) + ": " + around(choices_.below(3)) + capture(3) +
             around(choices_.below(3)) + ' ' + pick(kStrengths) + "\n";
    return out;
  }

 private:
  template <std::size_t N>
  std::string pick(const std::array<std::string_view, N>& from) {
    return std::string(from[choices_.below(N)]);
  }

  std::string around(std::size_t parts) {
    std::string out;
    for (; parts > 0; --parts) out += ' ' + part(2) + ' ';
    return out;
  }

  std::string capture(int depth) {
    return '@' + pick(quotes_ ? kLabelsOfQuotes : kLabels) + '(' + choice(depth - 1) + ')';
  }

  std::string choice(int depth) {
    std::string out = sequence(depth);
    for (std::size_t more = choices_.below(3); more > 0; --more) out += " | " + sequence(depth);
    return out;
  }

  std::string sequence(int depth) {
    std::string out = part(depth);
    for (std::size_t more = choices_.below(3); more > 0; --more) out += ' ' + part(depth);
    return out;
  }

  std::string part(int depth) {
    switch (depth > 0 ? choices_.below(10) : 9) {
      case 0:
        return '(' + choice(depth - 1) + ')';
      case 1:
      case 2:
        return '(' + choice(depth - 1) + ')' + pick(kRepeats);
      case 3:
        return capture(depth);
      case 4:
        return "!(" + atom() + '|' + atom() + ')';
      case 5:
        return atom() + "&!" + atom();
      case 6:
        return atom() + '&' + atom();
      case 7:
        return choices_.below(2) == 0 ? "^" : "$";
      case 8:
        return atom() + pick(kRepeats);
      default:
        return atom();
    }
  }

  std::string atom() {
    if (quotes_ && choices_.below(4) == 0) return "[PERSON]";
    return pick(kAtoms);
  }

  Choices choices_;
  bool quotes_ = false;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  quoth_fuzz::check_pack({"fuzz.rules", Builder(data, size).pack()});
  return 0;
}
