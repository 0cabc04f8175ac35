// Tested by tests/unit/base_mapped_file_test.cc.

#include "base/mapped_file.h"

#include <dirent.h>
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
  /// Some file systems tell only now that writing failed. False: it did.
  bool close() { return ::close(std::exchange(fd_, -1)) == 0; }

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

void write_new(const std::filesystem::path& path, int flags, std::string_view bytes, const std::string& name) {
  Descriptor fd(::open(path.c_str(), flags | O_CLOEXEC, 0666));
  if (fd.get() < 0) fail(name, "cannot be written: " + reason(errno));
  write_all(fd.get(), bytes, name);
  if (!fd.close()) fail(name, "cannot be written: " + reason(errno));
}

/// What a chain of links names, whether it is there or not.
std::filesystem::path behind_links(std::filesystem::path path) {
  constexpr int kMaxLinks = 40;
  std::error_code error;
  for (int i = 0; i < kMaxLinks && std::filesystem::is_symlink(path, error); ++i) {
    const std::filesystem::path next = std::filesystem::read_symlink(path, error);
    if (error) break;
    path = path.parent_path() / next;  // an absolute one stands for itself
  }
  return path;
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

// By hand, since the iterators of std::filesystem end the process where memory runs out (libstdc++ 12).
std::vector<std::string> names_in_folder(const std::filesystem::path& path, const std::string& name) {
  std::vector<std::string> names;
  const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir(path.c_str()), ::closedir);
  if (!folder && errno != ENOENT) fail(name, "cannot be read: " + reason(errno));
  while (folder) {
    errno = 0;
    const dirent* const entry = ::readdir(folder.get());
    if (entry == nullptr && errno != 0) fail(name, "cannot be read: " + reason(errno));
    if (entry == nullptr) break;
    const std::string_view found = entry->d_name;
    if (found != "." && found != "..") names.emplace_back(found);
  }
  std::sort(names.begin(), names.end());
  return names;
}

void write_file(const std::filesystem::path& path, std::string_view bytes) {
  const std::string name = path.string();
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (std::filesystem::is_directory(status)) fail(name, "cannot be written: " + reason(EISDIR));
  // A pipe or device cannot be replaced.
  if (std::filesystem::is_other(status)) return write_new(path, O_WRONLY, bytes, name);
  const std::filesystem::path target = behind_links(path);
  std::filesystem::path aside = target;
  aside += ".part" + std::to_string(::getpid());
  try {
    write_new(aside, O_WRONLY | O_CREAT | O_TRUNC, bytes, name);
    std::filesystem::rename(aside, target);
  } catch (const std::filesystem::filesystem_error& failure) {
    ::unlink(aside.c_str());
    fail(name, "cannot be written: " + failure.code().message());
  } catch (...) {
    ::unlink(aside.c_str());
    throw;
  }
}

}  // namespace quoth::internal
