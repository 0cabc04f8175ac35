#pragma once

// The arguments of a command, read by CLI11, with one-line errors and a hint. Tested by
// tests/unit/tools_options_test.cc.

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace quoth::internal {

/// An option that was declared: what else holds for it.
class DeclaredOption {
 public:
  explicit DeclaredOption(CLI::Option* option) : option_(option) {}

  DeclaredOption required();
  /// What stands for the value in the help: "--to FORMAT". "": nothing.
  DeclaredOption shown_as(const std::string& value);
  /// The help tells the value that it has now.
  DeclaredOption with_default();
  /// For numbers; both ends included.
  DeclaredOption in_range(double least, double most);
  /// A list of which each use adds one value: what follows the value is another argument.
  DeclaredOption one_each();

 private:
  CLI::Option* option_;
};

/// What a command takes. CLI11 stays behind it: it is slow to compile. Not for several threads at once.
class CommandLine {
 public:
  CommandLine(const std::string& description, const std::string& command);
  ~CommandLine();
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  /// Where an option is given twice the last one counts; else that is a UsageError. For those declared from here on.
  void let_last_count();

  /// Names as "-o,--output", or as "FILE" for arguments without one. `value` is set by parse(), and must outlive it.
  /// `T` is a string, a list of strings, or int, std::uint32_t, std::uint64_t or float.
  template <class T>
  DeclaredOption add(const std::string& names, T& value, const std::string& help);
  void add_flag(const std::string& names, bool& value, const std::string& help);

  /// Reads a command's arguments (its own name left out). Throws UsageError. Returns false if only help was asked for,
  /// which is the caller's to print.
  bool parse(std::span<const std::string> arguments);
  /// The options, and behind them `footer`.
  std::string help(const std::string& footer = "") const;

 private:
  std::unique_ptr<CLI::App> app_;
};

/// The index of `value` in `names`. Throws UsageError: "unknown format 'jsn': did you mean 'json'?"
std::size_t choose(std::string_view what, std::string_view value, std::span<const std::string_view> names);

}  // namespace quoth::internal
