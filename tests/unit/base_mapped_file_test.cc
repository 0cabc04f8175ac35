#include <pthread.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <fstream>
#include <thread>

#include "base/mapped_file.h"

namespace quoth::internal {
namespace {

namespace fs = std::filesystem;

/// A folder of its own, removed at the end.
struct Folder {
  Folder() : path(fs::temp_directory_path() / ("quoth_mapped_file_" + std::to_string(::getpid()))) {
    fs::create_directories(path);
  }
  ~Folder() { fs::remove_all(path); }
  fs::path path;
};

fs::path make_file(const Folder& folder, const std::string& name, const std::string& bytes) {
  std::ofstream(folder.path / name, std::ios::binary) << bytes;
  return folder.path / name;
}

template <typename F>
std::string error_of(F&& call) {
  try {
    call();
  } catch (const LoadError& error) {
    return error.what();
  }
  return "no error";
}

TEST_CASE("both readers give a file's bytes") {
  const Folder folder;
  const std::string samples[] = {"", "a", std::string("nul \0 byte", 10), std::string(200'000, 'x')};
  for (const std::string& bytes : samples) {
    const fs::path path = make_file(folder, "sample", bytes);
    CHECK(read_file(path) == bytes);
    const MappedFile file(path);
    CHECK(file.bytes() == bytes);
    CHECK(reinterpret_cast<std::uintptr_t>(file.bytes().data()) % 16 == 0);
  }
}

TEST_CASE("a mapped file can be moved") {
  const Folder folder;
  MappedFile first(make_file(folder, "sample", "hello"));
  const MappedFile second = std::move(first);
  CHECK(second.bytes() == "hello");
  CHECK(first.bytes().empty());  // NOLINT(bugprone-use-after-move): this is what is tested
}

TEST_CASE("a pipe is read instead of mapped") {
  const Folder folder;
  const fs::path path = folder.path / "pipe";
  REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  const std::string bytes(100'000, 'y');
  std::thread writer([&] { std::ofstream(path) << bytes; });
  const MappedFile file(path);
  writer.join();
  CHECK(file.bytes() == bytes);
  CHECK(reinterpret_cast<std::uintptr_t>(file.bytes().data()) % 16 == 0);
}

TEST_CASE("what cannot be read is a fault") {
  const Folder folder;
  const fs::path file = make_file(folder, "sample", "12345");
  struct Row {
    fs::path path;
    std::string name;
    std::size_t max_bytes;
    std::string error;
  };
  const Row rows[] = {
      {folder.path / "none", "en/none.tsv", 100, "en/none.tsv: does not exist"},
      {folder.path / "none", "", 100, (folder.path / "none").string() + ": does not exist"},
      {folder.path, "en", 100, "en: is a folder, not a file"},
      {file, "sample", 4, "sample: is too large: more than 4 bytes"},
      {file / "below", "below", 4, "below: cannot be opened: Not a directory"},
      {file, "sample", 5, "no error"},
  };
  for (const Row& row : rows) {
    CHECK(error_of([&] { MappedFile(row.path, row.name, row.max_bytes); }) == row.error);
    CHECK(error_of([&] { read_file(row.path, row.name, row.max_bytes); }) == row.error);
  }
}

TEST_CASE("a written file replaces the old one, whole or not at all") {
  const Folder folder;
  const fs::path path = make_file(folder, "out", "old");
  write_file(path, "new bytes");
  CHECK(read_file(path) == "new bytes");
  fs::create_directory(folder.path / "taken");
  CHECK(error_of([&] { write_file(folder.path / "taken", "x"); }).find("taken: cannot be written: ") !=
        std::string::npos);
  CHECK(error_of([&] { write_file(folder.path / "no" / "out", "x"); }).find("out: cannot be written: ") !=
        std::string::npos);
  CHECK(std::distance(fs::directory_iterator(folder.path), {}) == 2);  // nothing is left aside
}

TEST_CASE("what is no file on disk is written to as it is") {
  const Folder folder;
  const fs::path pipe = folder.path / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  std::string got;
  std::thread reader([&] { got = read_file(pipe); });
  write_file(pipe, "bytes");
  reader.join();
  CHECK(got == "bytes");
  CHECK(fs::is_fifo(pipe));  // no file has taken its place
  if (fs::is_character_file("/dev/full")) {
    CHECK(error_of([&] { write_file("/dev/full", "bytes"); }) ==
          "/dev/full: cannot be written: No space left on device");
    CHECK(fs::is_character_file("/dev/full"));
  }
}

TEST_CASE("names in a folder are sorted; one that does not exist has none") {
  const Folder folder;
  for (const char* name : {"b", "a", ".hidden"}) make_file(folder, name, "");
  fs::create_directory(folder.path / "c");
  CHECK(names_in_folder(folder.path, "x") == std::vector<std::string>{".hidden", "a", "b", "c"});
  CHECK(names_in_folder(folder.path / "none", "x").empty());
  CHECK(error_of([&] { names_in_folder(folder.path / "a", "x"); }) == "x: cannot be read: Not a directory");
}

TEST_CASE("a link is followed, and what it names is replaced") {
  const Folder folder;
  const fs::path file = make_file(folder, "file", "old");
  fs::create_symlink("file", folder.path / "link");
  write_file(folder.path / "link", "new");
  CHECK(fs::is_symlink(folder.path / "link"));
  CHECK(read_file(file) == "new");
  fs::create_symlink("nowhere", folder.path / "loose");
  write_file(folder.path / "loose", "bytes");
  CHECK(read_file(folder.path / "nowhere") == "bytes");
}

TEST_CASE("a read that signals interrupt goes on") {
  const Folder folder;
  const fs::path path = folder.path / "pipe";
  REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  struct sigaction action {
  }, before{};
  static std::atomic<int> signals{0};
  action.sa_handler = [](int) { ++signals; };  // and without SA_RESTART
  REQUIRE(::sigaction(SIGUSR1, &action, &before) == 0);
  std::string text;
  std::atomic<bool> done{false};
  std::thread reader([&] {
    text = read_file(path);
    done = true;
  });
  {
    std::ofstream pipe(path);
    for (int i = 0; i < 20; ++i) {
      pipe << "part " << i << '\n' << std::flush;
      ::pthread_kill(reader.native_handle(), SIGUSR1);
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
      ::pthread_kill(reader.native_handle(), SIGUSR1);
    }
  }
  reader.join();
  REQUIRE(::sigaction(SIGUSR1, &before, nullptr) == 0);
  CHECK(done);
  CHECK(signals > 0);
  CHECK(text.starts_with("part 0\npart 1\n"));
  CHECK(text.ends_with("part 19\n"));
}

TEST_CASE("a read that fails midway is a fault") {
  if (!fs::exists("/proc/self/mem")) return;
  CHECK(error_of([] { read_file("/proc/self/mem"); }) == "/proc/self/mem: cannot be read: Input/output error");
}

}  // namespace
}  // namespace quoth::internal
