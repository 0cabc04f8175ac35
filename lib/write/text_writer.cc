// A Document as a person wants to see it. Tested by tests/unit/write_text_test.cc.

#include <algorithm>

#include "quoth/writers.h"
#include "write/paint.h"
#include "write/text_body.h"
#include "write/text_explanations.h"
#include "write/text_tables.h"

namespace quoth {

std::string to_text(const Document& document, const TextStyle& style) {
  constexpr std::uint32_t kNarrowest = 40;
  const std::size_t width = std::max(style.width, kNarrowest);
  const internal::Paint paint(style.color);
  std::string out;
  internal::append_marked_text(document, paint, width, out);
  internal::append_entities(document, paint, width, out);
  internal::append_quotes(document, paint, width, out);
  if (!style.explain) return out;
  const std::string why = to_explanations(document, style);
  if (!why.empty()) out += (out.empty() ? "" : "\n") + internal::painted(paint.heading(), "Why") + '\n' + why;
  return out;
}

std::string to_explanations(const Document& document, const TextStyle& style) {
  std::string out;
  internal::append_explanations(document, internal::Paint(style.color), style.all_evidence, out);
  return out;
}

}  // namespace quoth
