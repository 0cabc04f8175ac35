// Tested by tests/unit/base_mapped_file_test.cc.

#include "base/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace quoth::internal {
namespace {

[[noreturn]] void fail(const std::string& name, const std::string& message) {
  throw LoadError(Fault{name, 0, 0, message});
}

std::string reason(int error) { return std::generic_category().message(error); }

/// An open file descriptor.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

/// What every reader asks first: is it there, is it a file, is it small enough?
struct OpenFile {
  OpenFile(const std::filesystem::path& path, std::string shown, std::size_t max_bytes)
      : name(shown.empty() ? path.string() : std::move(shown)), fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (fd.get() < 0) fail(name, errno == ENOENT ? "does not exist" : "cannot be opened: " + reason(errno));
    struct stat status {};
    if (::fstat(fd.get(), &status) != 0) fail(name, "cannot be read: " + reason(errno));
    if (S_ISDIR(status.st_mode)) fail(name, "is a folder, not a file");
    regular = S_ISREG(status.st_mode);
    size = regular ? static_cast<std::size_t>(status.st_size) : 0;
    check_size(size, max_bytes);
  }

  void check_size(std::size_t bytes, std::size_t max_bytes) const {
    if (bytes > max_bytes) fail(name, "is too large: more than " + std::to_string(max_bytes) + " bytes");
  }

  std::string name;
  Descriptor fd;
  bool regular = false;
  std::size_t size = 0;  // 0 if it is no regular file
};

std::string read_all(const OpenFile& file, std::size_t max_bytes) {
  std::string text;
  std::size_t used = 0;
  text.resize(file.size + 1);  // one byte more, so that the end of a file is seen without another round
  while (true) {
    if (used == text.size()) text.resize(std::max<std::size_t>(2 * used, 1 << 16));
    const ssize_t got = ::read(file.fd.get(), text.data() + used, text.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(file.name, "cannot be read: " + reason(errno));
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
    file.check_size(used, max_bytes);
  }
  text.resize(used);
  return text;
}

void write_all(int fd, std::string_view bytes, const std::string& name) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(fd, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) fail(name, "cannot be written: " + reason(errno));
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
}

}  // namespace

void MappedFile::Release::operator()(const char* data) const {
  if (mapped_size == 0) {
    delete[] data;
  } else {
    ::munmap(const_cast<char*>(data), mapped_size);
  }
}

MappedFile::MappedFile(const std::filesystem::path& path, std::string name, std::size_t max_bytes) {
  const OpenFile file(path, std::move(name), max_bytes);
  if (file.regular && file.size > 0) {
    void* mapping = ::mmap(nullptr, file.size, PROT_READ, MAP_PRIVATE, file.fd.get(), 0);
    if (mapping != MAP_FAILED) {
      data_ = {static_cast<const char*>(mapping), Release{file.size}};
      size_ = file.size;
      return;
    }
  }
  const std::string text = read_all(file, max_bytes);
  static_assert(__STDCPP_DEFAULT_NEW_ALIGNMENT__ >= 16);
  std::unique_ptr<char[]> copy(new char[text.size() + 1]);
  std::copy(text.begin(), text.end(), copy.get());
  data_ = {copy.release(), Release{0}};
  size_ = text.size();
}

std::string read_file(const std::filesystem::path& path, std::string name, std::size_t max_bytes) {
  return read_all(OpenFile(path, std::move(name), max_bytes), max_bytes);
}

void write_file(const std::filesystem::path& path, std::string_view bytes) {
  const std::string name = path.string();
  std::filesystem::path aside = path;
  aside += ".part" + std::to_string(::getpid());
  const Descriptor fd(::open(aside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (fd.get() < 0) fail(name, "cannot be written: " + reason(errno));
  try {
    write_all(fd.get(), bytes, name);
    std::filesystem::rename(aside, path);
  } catch (const std::filesystem::filesystem_error& error) {
    ::unlink(aside.c_str());
    fail(name, "cannot be written: " + error.code().message());
  } catch (...) {
    ::unlink(aside.c_str());
    throw;
  }
}

}  // namespace quoth::internal
