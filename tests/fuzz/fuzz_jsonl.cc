// A line of JSONL of any bytes is a document or an error that can be told.

#include <stdexcept>
#include <string>

#include "fuzz.h"
#include "invariants.h"
#include "tools/jsonl.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace quoth::internal;
  if (size == 0) return 0;
  const auto unit = static_cast<quoth::OffsetUnit>(data[0] % 3);
  try {
    const JsonlDocument input = parse_jsonl(quoth_fuzz::view(data + 1, size - 1), unit);
    if (!input.mentions) return 0;
    const quoth::Document doc = quoth::Analyzer::english().analyze(input.text, *input.mentions);
    quoth_fuzz::check_document(doc);
    quoth_fuzz::require(doc.mentions.size() >= input.mentions->size(), "given mentions are kept");
  } catch (const JsonlError& error) {
    quoth_fuzz::require(*error.what() != '\0', "an error says why");
  } catch (const std::invalid_argument&) {
    // mentions that overlap, or stand where there is no word
  }
  return 0;
}
