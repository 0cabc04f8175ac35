#include "tools/line_reader.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace quoth::internal {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 16;

[[noreturn]] void fail(int error) { throw std::system_error(error, std::generic_category()); }

int open_file(const std::string& file) {
  if (file == "-") return STDIN_FILENO;
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) fail(errno);
  return descriptor;
}

}  // namespace

LineReader::LineReader(const std::string& file, std::size_t max_bytes)
    : descriptor_(open_file(file)), max_bytes_(max_bytes), buffer_(kBufferBytes, '\0') {}

LineReader::~LineReader() {
  if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
}

std::optional<std::string> LineReader::next() {
  std::string line;
  bool any = false;
  while (at_ < end_ || fill()) {
    any = true;
    const void* found = std::memchr(buffer_.data() + at_, '\n', end_ - at_);
    const std::size_t stop =
        found == nullptr ? end_ : static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.data());
    keep(line, at_, stop);
    at_ = stop;
    if (found != nullptr) {
      ++at_;
      break;
    }
  }
  return any ? std::optional(std::move(line)) : std::nullopt;
}

std::string LineReader::rest() {
  std::string text;
  while (text.size() <= max_bytes_ && (at_ < end_ || fill())) {
    keep(text, at_, end_);
    at_ = end_;
  }
  return text;
}

bool LineReader::fill() {
  while (true) {
    const ssize_t got = ::read(descriptor_, buffer_.data(), buffer_.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(errno);
    at_ = 0;
    end_ = static_cast<std::size_t>(got);
    return got > 0;
  }
}

void LineReader::keep(std::string& line, std::size_t begin, std::size_t end) const {
  const std::size_t room = max_bytes_ + 1 - std::min(line.size(), max_bytes_ + 1);
  line.append(buffer_, begin, std::min(end - begin, room));
}

}  // namespace quoth::internal
