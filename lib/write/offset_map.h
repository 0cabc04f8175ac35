#pragma once

// Byte offsets to other units and back. Tested by tests/unit/write_offset_map_test.cc.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "quoth/writers.h"

namespace quoth::internal {

/// Tells how many units of a text stand before a byte of it:
///
///     text        a é 😀 b        "a\xC3\xA9\xF0\x9F\x98\x80" "b"
///     bytes       0 1 3  7
///     codepoints  0 1 2  3
///     utf16       0 1 2  4
///
/// One pass over the text when made; then each question takes a bounded time, in any order. A byte that is no UTF-8
/// counts as one unit. It keeps a view of the text. Const members may be called from any number of threads.
class OffsetMap {
 public:
  OffsetMap(std::string_view text, OffsetUnit unit);

  /// The offset of a byte; of the text's end past its end. Inside a character: its first byte's, except where the unit
  /// is bytes.
  std::uint32_t from_byte(std::uint32_t byte) const;

  /// The byte where the unit `offset` begins; the text's size for its end; nothing past that and inside a character.
  std::optional<std::uint32_t> to_byte(std::uint64_t offset) const;

 private:
  /// The first character that begins in a block of the text.
  struct Checkpoint {
    std::uint32_t byte = 0;
    std::uint32_t units = 0;  // that stand before it
  };

  bool identity() const { return checkpoints_.empty(); }

  std::string_view text_;
  OffsetUnit unit_;
  std::vector<Checkpoint> checkpoints_;  // one a block and one for the text's end; empty: offsets are bytes
};

}  // namespace quoth::internal
