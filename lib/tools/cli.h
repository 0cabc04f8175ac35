#pragma once

// What all commands need of CLI11: one-line errors with a hint. Tested by tests/unit/tools_options_test.cc.

#include <CLI/CLI.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::internal {

/// Parses a command's arguments (its own name left out). Throws UsageError. Returns false if only help was asked for;
/// `--help` is the program's to print: app.help().
bool parse_arguments(CLI::App& app, std::span<const std::string> arguments);

/// The index of `value` in `names`. Throws UsageError: "unknown format 'jsn': did you mean 'json'?"
std::size_t choose(std::string_view what, std::string_view value, std::span<const std::string_view> names);

}  // namespace quoth::internal
