#pragma once

// Files from and to disk. Tested by tests/unit/base_mapped_file_test.cc.

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/load_error.h"

namespace quoth::internal {

/// Files beyond this size are refused: offsets in texts have 32 bits.
inline constexpr std::size_t kMaxFileBytes = 0xFFFFFFFFu;

/// The bytes of a whole file, read-only, at an address that is a multiple of 16. The file is mapped where that is
/// possible, so that processes share its pages; else (pipes, some file systems) it is read. The file must not get
/// shorter while it is mapped. Const members are safe to share between threads.
class MappedFile {
 public:
  MappedFile() = default;
  /// Throws LoadError if the file is missing, a folder, unreadable or larger than `max_bytes`. `name` is what the fault
  /// calls the file; empty: the path.
  explicit MappedFile(const std::filesystem::path& path, std::string name = {}, std::size_t max_bytes = kMaxFileBytes);

  std::string_view bytes() const { return data_ ? std::string_view(data_.get(), size_) : std::string_view(); }

 private:
  // Frees what data_ points to: a mapping of that size, or (0) an array.
  struct Release {
    std::size_t mapped_size;
    void operator()(const char* data) const;
  };
  std::unique_ptr<const char[], Release> data_{nullptr, Release{0}};
  std::size_t size_ = 0;
};

/// Reads a whole file into memory of its own. Throws as MappedFile does.
std::string read_file(const std::filesystem::path& path, std::string name = {}, std::size_t max_bytes = kMaxFileBytes);

/// The names of what is in a folder, sorted; a folder that does not exist has none. Throws LoadError that calls it
/// `name` if it cannot be read.
std::vector<std::string> names_in_folder(const std::filesystem::path& path, const std::string& name);

/// Writes a file aside and renames it, so that nobody ever sees half of it and a failure leaves the old one as it was.
/// Throws LoadError if that is not possible.
void write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace quoth::internal
