#include "tools/output.h"

#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "tools/errors.h"
#include "write/utf8.h"

namespace quoth::internal {
namespace {

/// Returns 0, or what went wrong as errno has it.
int write_all(int descriptor, std::string_view bytes) noexcept {
  while (!bytes.empty()) {
    const ssize_t put = ::write(descriptor, bytes.data(), bytes.size());
    if (put >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(put));
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

bool is_harmless(const Utf8Character& character) {
  const char32_t c = character.code;
  return character.valid && (c == '\n' || c == '\t' || !is_control(c));
}

}  // namespace

void Output::write(std::string_view bytes) {
  const int error = write_all(descriptor_, bytes);
  if (error == EPIPE) throw OutputClosed();
  if (error != 0) throw OutputError(name_ + " cannot be written: " + std::generic_category().message(error));
}

// In pieces, for memory may have run out.
void Messages::write(std::string_view text) noexcept {
  std::size_t first = 0;  // of what is not yet written
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character character = utf8_at(text, at);
    if (!is_harmless(character)) {
      write_all(descriptor_, text.substr(first, at - first));
      write_all(descriptor_, kReplacement);
      first = at + character.size;
    }
    at += character.size;
  }
  write_all(descriptor_, text.substr(first));
}

}  // namespace quoth::internal
