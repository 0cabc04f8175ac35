#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "tools/input.h"
#include "tools/line_reader.h"

namespace quoth::internal {
namespace {

namespace fs = std::filesystem;

/// A folder for one test, removed with what is in it.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("quoth_input_test_" + std::to_string(::getpid()))) {
    fs::create_directory(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string file(const std::string& name, std::string_view bytes) const {
    const fs::path path = path_ / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }
  std::string path(const std::string& name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

std::vector<Input> all_inputs(std::vector<std::string> files, InputFormat format, std::size_t max_bytes) {
  InputReader reader(std::move(files), format, max_bytes);
  std::vector<Input> inputs;
  while (auto input = reader.next()) inputs.push_back(std::move(*input));
  return inputs;
}

std::vector<std::string> lines_of(const std::string& file, std::size_t max_bytes) {
  LineReader reader(file, max_bytes);
  std::vector<std::string> lines;
  while (auto line = reader.next()) lines.push_back(std::move(*line));
  return lines;
}

using Lines = std::vector<std::string>;

TEST_CASE("lines of a file") {
  const Folder folder;
  CHECK(lines_of(folder.file("a", ""), 100).empty());
  CHECK(lines_of(folder.file("a", "\n"), 100) == Lines{""});
  CHECK(lines_of(folder.file("a", "x\n\ny"), 100) == Lines{"x", "", "y"});
  CHECK(lines_of(folder.file("a", "x\ny\n"), 100) == Lines{"x", "y"});
  CHECK(lines_of(folder.file("a", std::string("a\0b\n", 4)), 100) == Lines{std::string("a\0b", 3)});
}

TEST_CASE("lines that are longer than the buffer") {
  const Folder folder;
  for (const std::size_t size : {65535u, 65536u, 65537u, 200000u}) {
    const std::string line(size, 'x');
    CHECK(lines_of(folder.file("a", line + "\n" + line), 1000000) == Lines{line, line});
  }
}

TEST_CASE("of a line that is too long only a little is kept, and the next is whole") {
  const Folder folder;
  CHECK(lines_of(folder.file("a", std::string(300000, 'x') + "\nyy\nzzzz"), 3) == Lines{"xxxx", "yy", "zzzz"});
}

TEST_CASE("a text file is one input, named as the user did") {
  const Folder folder;
  const std::string a = folder.file("a.txt", "one\ntwo\n");
  const std::string b = folder.file("b.txt", "");
  const std::vector<Input> inputs = all_inputs({a, b}, InputFormat::text, 100);
  REQUIRE(inputs.size() == 2);
  CHECK(inputs[0].id == a);
  CHECK(inputs[0].source == a);
  CHECK(inputs[0].bytes == "one\ntwo\n");
  CHECK(inputs[0].line == 0);
  CHECK(inputs[1].bytes.empty());
  CHECK(inputs[1].unreadable.empty());
}

TEST_CASE("what cannot be read is named, and the rest goes on") {
  const Folder folder;
  const std::string good = folder.file("good.txt", "x");
  const std::string big = folder.file("big.txt", "12345");
  const auto inputs = all_inputs({folder.path("missing.txt"), folder.path(""), big, good}, InputFormat::text, 4);
  REQUIRE(inputs.size() == 4);
  CHECK(inputs[0].unreadable == "does not exist");
  CHECK(inputs[0].source == folder.path("missing.txt"));
  CHECK(inputs[1].unreadable == "is a folder: name the files in it");
  CHECK(inputs[2].unreadable == "longer than 4 bytes");
  CHECK(inputs[3].bytes == "x");
}

TEST_CASE("lines of JSONL are counted in each file; blank ones are passed over") {
  const Folder folder;
  const std::string a = folder.file("a", "1\n\n \t\r\n22\n4444");
  const std::string b = folder.file("b", "4\n");
  const auto inputs = all_inputs({a, folder.path("missing"), b}, InputFormat::jsonl, 3);
  REQUIRE(inputs.size() == 5);
  CHECK(inputs[0].line == 1);
  CHECK(inputs[1].bytes == "22");
  CHECK(inputs[1].line == 4);
  CHECK(inputs[2].line == 5);
  CHECK(inputs[2].unreadable == "the line is longer than 3 bytes");
  CHECK(inputs[3].line == 0);
  CHECK(inputs[3].unreadable == "does not exist");
  CHECK(inputs[4].bytes == "4");
  CHECK(inputs[4].line == 1);
  CHECK(inputs[4].source == b);
}

}  // namespace
}  // namespace quoth::internal
