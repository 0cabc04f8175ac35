#pragma once

// The text that the benchmarks read.

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace quoth_bench {

/// Articles of a few kilobytes each, `bytes` in all or a little more: the paragraphs of the *.txt of a folder in ever
/// new company and with ever new surnames, so that lists and caches see something like a day's news. The same on every
/// machine. Throws std::runtime_error if there are no articles.
std::vector<std::string> make_news(const std::filesystem::path& articles, const std::filesystem::path& surnames,
                                   std::size_t bytes);

/// A file cut into such articles at blank lines. Throws std::runtime_error if it cannot be read or is empty.
std::vector<std::string> read_news(const std::filesystem::path& file);

}  // namespace quoth_bench
