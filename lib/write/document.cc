// Document's members. Tested by tests/unit/write_document_test.cc.

#include "quoth/document.h"

namespace quoth {

std::string Document::text_of(const Quote& quote) const {
  std::string joined;
  for (const Span part : quote.content) {
    if (!joined.empty()) joined += " ... ";
    joined += text_of(part);
  }
  return joined;
}

std::string_view Document::name(MentionId mention) const {
  const Mention& found = mentions.at(mention);
  if (!found.entity) return text_of(found);
  const std::string& name = entities.at(*found.entity).name;
  return name.empty() ? text_of(found) : std::string_view(name);
}

std::optional<EntityId> Document::speaker_entity(const Quote& quote) const {
  if (!quote.speaker) return std::nullopt;
  return mentions.at(*quote.speaker).entity;
}

}  // namespace quoth
