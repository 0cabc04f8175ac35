// Any bytes are a valid text. The first byte chooses options.

#include <string>

#include "fuzz.h"
#include "invariants.h"
#include "quoth/quoth.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string text(quoth_fuzz::view(data + 1, size - 1));
  static const auto& plain = quoth::Analyzer::english();
  static const quoth::Analyzer explains = plain.with_options({.explain = true});
  const quoth::Document doc = (data[0] % 2 == 0 ? plain : explains).analyze(text);
  quoth_fuzz::require(doc.text == text, "the text is not rewritten");
  quoth_fuzz::check_document(doc);
  // Each of the writers in its turn: together they take longer than the analysis.
  const auto unit = data[0] / 4 % 4;
  if (unit < 3) quoth_fuzz::check_json(doc, static_cast<quoth::OffsetUnit>(unit));
  if (unit == 3)
    static_cast<void>(quoth::to_text(doc, {.color = data[0] % 4 > 1, .width = 40U + data[0], .explain = true}));
  return 0;
}
