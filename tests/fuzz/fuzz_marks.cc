// Texts that are built of marks, names, verbs and breaks: quotes inside of quotes, speakers everywhere. Each byte is a
// piece of the text.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "choices.h"
#include "fuzz.h"
#include "invariants.h"
#include "quoth/quoth.h"

namespace {

using quoth_fuzz::Choices;

struct MarkPair {
  std::string_view open, close;
};

constexpr std::array<MarkPair, 9> kMarks = {
    {{"“", "”"}, {"‘", "’"}, {"\"", "\""}, {"'", "'"}, {"«", "»"}, {"„", "“"}, {"``", "''"}, {"(", ")"}, {"[", "]"}}};

constexpr std::array<std::string_view, 64> kPieces = {", ",         ". ",
                                                      "? ",         "! ",
                                                      ": ",         "; ",
                                                      "… ",         " - ",
                                                      " — ",        "\n",
                                                      "\n\n",       "\n    ",
                                                      "\n- ",       "\n* ",
                                                      "\nQ: ",      "\nOKOYE: ",
                                                      "Ada ",       "Okoye ",
                                                      "Jan ",       "Novak ",
                                                      "Ms. ",       "Dr ",
                                                      "J. ",        "Mr Justice ",
                                                      "Paris ",     "New York ",
                                                      "U.S. ",      "UN ",
                                                      "Reuters ",   "the ",
                                                      "a ",         "her ",
                                                      "he ",        "she ",
                                                      "they ",      "who ",
                                                      "mayor ",     "nurse ",
                                                      "spokesman ", "ministers ",
                                                      "said ",      "says ",
                                                      "told ",      "asked ",
                                                      "added ",     "and ",
                                                      "that ",      "to ",
                                                      "of ",        "according to ",
                                                      "in ",        "by ",
                                                      "’s ",        "n't ",
                                                      "we agree ",  "it rained ",
                                                      "Monday ",    "44 ",
                                                      "$1.2bn ",    "well-known ",
                                                      "@ada ",      "\xC3\xA9",
                                                      "\xE2\x80",   std::string_view("\0", 1)};

std::string text_of(Choices choices) {
  std::string text;
  std::vector<std::size_t> open;
  while (!choices.empty()) {
    const std::size_t choice = choices.below(kPieces.size() + 2 * kMarks.size() + 10);
    if (choice < kPieces.size()) {
      text += kPieces[choice];
    } else if (choice < kPieces.size() + kMarks.size()) {
      open.push_back(choice - kPieces.size());
      text += kMarks[open.back()].open;
    } else if (choice < kPieces.size() + 2 * kMarks.size()) {
      text += kMarks[choice - kPieces.size() - kMarks.size()].close;  // whether it is open or not
    } else if (!open.empty()) {
      text += kMarks[open.back()].close;
      open.pop_back();
    }
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = text_of(Choices(data, size));
  const quoth::Document doc = quoth::Analyzer::english().analyze(text);
  quoth_fuzz::require(doc.text == text, "the text is not rewritten");
  quoth_fuzz::check_document(doc);
  return 0;
}
