#include "tools/input.h"

#include <string_view>
#include <system_error>
#include <utility>

#include "tools/line_reader.h"

namespace quoth::internal {
namespace {

std::string shown_name(const std::string& file) { return file == "-" ? "standard input" : file; }

std::string too_long(std::size_t max_bytes) { return "longer than " + std::to_string(max_bytes) + " bytes"; }

std::string reason(const std::system_error& error) {
  const std::error_code& code = error.code();
  if (code == std::errc::no_such_file_or_directory) return "does not exist";
  if (code == std::errc::is_a_directory) return "is a folder: name the files in it";
  return "cannot be read: " + code.message();
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace

struct InputReader::State {
  std::vector<std::string> files;
  InputFormat format = InputFormat::text;
  std::size_t max_bytes = 0;
  std::size_t next_file = 0;
  std::string source;                 // of `lines`
  std::unique_ptr<LineReader> lines;  // the JSONL file that is being read
  std::uint64_t line = 0;

  Input unreadable(std::string why) {
    lines.reset();
    return {source, {}, {}, 0, std::move(why)};
  }

  /// Opens the next file.
  void open() {
    const std::string& file = files[next_file++];
    source = shown_name(file);
    line = 0;
    lines = std::make_unique<LineReader>(file, max_bytes);
  }

  Input next_text() {
    const std::string& file = files[next_file];
    open();
    std::string bytes = lines->rest();
    if (bytes.size() > max_bytes) return unreadable(too_long(max_bytes));
    lines.reset();
    return {source, file, std::move(bytes), 0, {}};
  }

  /// The next line that is not blank; nothing at the end of all files.
  std::optional<Input> next_line() {
    while (true) {
      if (!lines) {
        if (next_file == files.size()) return std::nullopt;
        open();
      }
      std::optional<std::string> bytes = lines->next();
      if (!bytes) {
        lines.reset();
        continue;
      }
      ++line;
      if (bytes->size() > max_bytes) return Input{source, {}, {}, line, "the line is " + too_long(max_bytes)};
      if (!is_blank(*bytes)) return Input{source, {}, std::move(*bytes), line, {}};
    }
  }
};

InputReader::InputReader(std::vector<std::string> files, InputFormat format, std::size_t max_bytes)
    : state_(std::make_unique<State>()) {
  state_->files = std::move(files);
  state_->format = format;
  state_->max_bytes = max_bytes;
}

InputReader::~InputReader() = default;
InputReader::InputReader(InputReader&&) noexcept = default;

std::optional<Input> InputReader::next() {
  try {
    if (state_->format == InputFormat::jsonl) return state_->next_line();
    if (state_->next_file == state_->files.size()) return std::nullopt;
    return state_->next_text();
  } catch (const std::system_error& error) {
    return state_->unreadable(reason(error));
  }
}

}  // namespace quoth::internal
