#include "tools/output.h"

#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "tools/errors.h"

namespace quoth::internal {

void Output::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(descriptor_, bytes.data(), bytes.size());
    if (put >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(put));
      continue;
    }
    if (errno == EINTR) continue;
    if (errno == EPIPE) throw OutputClosed();
    throw OutputError(name_ + " cannot be written: " + std::generic_category().message(errno));
  }
}

}  // namespace quoth::internal
