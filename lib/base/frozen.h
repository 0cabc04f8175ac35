#pragma once

// The container of all compiled data: named sections of fixed-width values, read in place.
//
//   offset  size
//   0       8      magic "QUOTHDAT"
//   8       4      byte order: 0x01020304 as the writer's machine stores it
//   12      4      format version
//   16      8      length of the whole file
//   24      8      checksum of all bytes from 32 on
//   32      4      number of sections, then 4 zero bytes
//   40      24 n   sections, sorted by id: id (8 bytes, text padded with NUL), offset (8), size (8)
//   ...            the sections, each at a multiple of 64
//
// Tested by tests/unit/base_frozen_test.cc.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "quoth/load_error.h"

namespace quoth::internal {

inline constexpr std::uint32_t kFrozenVersion = 2;

/// A 64-bit hash of bytes, the same on every machine. Stored in compiled data: do not change.
std::uint64_t hash_bytes(std::string_view bytes) noexcept;

/// Writes sections. The same calls give the same bytes.
class FrozenWriter {
 public:
  /// `id`: 1 to 8 characters, each once.
  void add(std::string_view id, std::string_view bytes);
  template <typename T>
  void add(std::string_view id, const std::vector<T>& values) {
    static_assert(std::is_trivially_copyable_v<T>);
    add(id, std::string_view(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)));
  }
  std::string finish() const;

 private:
  std::vector<std::pair<std::string, std::string>> sections_;
};

/// A checked view of such bytes, which must outlive it, aligned to 16 bytes (embedded data and mapped files are aligned
/// to 64, so that no row of weights lies in two lines of the cache). Safe to share between threads.
class FrozenFile {
 public:
  FrozenFile() = default;
  /// Checks header, checksum and section table. Throws LoadError; `name` is the file that its faults name.
  /// Data that this library made may skip the checksum (`trusted`), which costs a pass over all bytes, as do the checks
  /// of what sections hold: see trusted().
  FrozenFile(std::string_view bytes, std::string name, bool trusted = false);

  /// Whether bytes start as compiled data does; nothing else is checked.
  static bool is_frozen(std::string_view bytes);

  bool has(std::string_view id) const;
  /// The bytes of a section. Throws LoadError if it is missing.
  std::string_view section(std::string_view id) const;
  /// The same as values. Throws LoadError if its size is no multiple of the value's.
  template <typename T>
  std::span<const T> table(std::string_view id) const {
    static_assert(std::is_trivially_copyable_v<T>);
    const std::string_view bytes = section(id);
    if (bytes.size() % sizeof(T) != 0) fail("section '" + std::string(id) + "' has a broken size");
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }
  /// Ids and sizes in bytes, in the order of ids.
  std::vector<std::pair<std::string, std::size_t>> sections() const;
  const std::string& name() const { return name_; }
  bool trusted() const { return trusted_; }
  [[noreturn]] void fail(const std::string& message) const;

 private:
  void check_sections(std::string_view bytes) const;

  std::string_view bytes_;
  std::string name_;
  bool trusted_ = false;
};

}  // namespace quoth::internal
