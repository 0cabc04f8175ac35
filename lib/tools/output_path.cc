#include "tools/output_path.h"

#include <filesystem>

#include "tools/errors.h"

namespace quoth::internal {

void check_output_path(const std::string& out, std::span<const std::string> read) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(out, error)) return;  // nothing is lost
  for (const std::string& file : read) {
    if (std::filesystem::equivalent(out, file, error))
      throw UsageError("--output " + out + " would overwrite " + file + ", which is a source: name another file");
  }
}

}  // namespace quoth::internal
