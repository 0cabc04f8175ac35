#pragma once

// Labelled documents: what the trainer learns from and what evaluation compares with. Tested by
// tests/unit/tools_gold_test.cc.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/labels.h"
#include "quoth/document.h"

namespace quoth::internal {

struct GoldName {
  Span span;  // bytes
  NameType type = NameType::person;
  float confidence = 1;  // 0 to 1; 1 where nothing is said of it

  friend bool operator==(const GoldName&, const GoldName&) = default;
};

struct GoldDocument {
  std::string id;
  std::string text;
  std::vector<GoldName> names;  // in order of their begin
  bool misc_known = true;       // whether MISC names are labelled too
  float weight = 1;             // how much the document counts in training, 0 to 1000
  std::string file;             // where it was read, and in which line; 0: it is the whole file
  std::uint32_t line = 0;
};

/// Reads labelled JSONL: a line `{"id", "text", "entities": [[start, end, type], ...]}` with offsets in code points (or
/// "mentions" as quoth writes them), and if need be "weight" and "misc": false. Throws one LoadError with every fault.
std::vector<GoldDocument> read_gold(std::string_view jsonl, const std::string& file);

/// Reads what somebody found in the documents of `gold`, in the same form. A line may leave out its "text", as quoth's
/// own output does: it is that of the gold document with the same id. Throws one LoadError with every fault: among them
/// ids that come twice, here or in `gold`, and ids that `gold` does not have.
std::vector<GoldDocument> read_predictions(std::string_view jsonl, const std::string& file,
                                           const std::vector<GoldDocument>& gold);

/// Reads a file: a marked article if its name ends with ".txt" (see marked_text.h), else labelled JSONL. Throws
/// LoadError.
std::vector<GoldDocument> read_gold_file(const std::string& path);

/// PERSON for PER, LOCATION for LOC, GPE and FAC, ORGANIZATION for ORG ...; false: no such type.
bool name_type_from(std::string_view text, NameType& out);

}  // namespace quoth::internal
