#pragma once

// A line of JSONL as a document to analyze. Tested by tests/unit/tools_jsonl_test.cc.

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/analyzer.h"
#include "quoth/writers.h"

namespace quoth::internal {

/// {"id", "text"}, and where the caller knows the names: "mentions", a list of {"start", "end", "type"}.
struct JsonlDocument {
  std::string id;
  std::string text;
  std::optional<std::vector<GivenMention>> mentions;  // in order
};

/// A line that is no such document.
class JsonlError : public std::runtime_error {
 public:
  JsonlError(const std::string& message, std::optional<std::string> id)
      : std::runtime_error(message), id_(std::move(id)) {}
  /// Where the line has one.
  const std::optional<std::string>& id() const noexcept { return id_; }

 private:
  std::optional<std::string> id_;
};

/// Reads a line. An id may be a string or a whole number. Mentions may come in any order and may have other keys, as
/// what `quoth --to jsonl` writes has; those with a "form" that is not "name" are left out. `unit` is that of their
/// offsets. Throws JsonlError.
JsonlDocument parse_jsonl(std::string_view line, OffsetUnit unit);

}  // namespace quoth::internal
