// Analyzes many files with many threads, which share one Analyzer. The output is in the order of the files.
//
//     many_files THREADS FILE...

#include <quoth/quoth.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <cstddef>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

std::string summary(const quoth::Analyzer& analyzer, const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return path + ": cannot be read";
  try {
    const quoth::Document doc = analyzer.analyze({std::istreambuf_iterator<char>(file), {}});
    return path + ": " + std::to_string(doc.mentions.size()) + " mentions of " + std::to_string(doc.entities.size()) +
           " entities, " + std::to_string(doc.quotes.size()) + " quotes";
  } catch (const std::exception& error) {
    return path + ": " + error.what();
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t thread_count = 0;
  if (argc > 2) {
    const std::string_view text = argv[1];
    std::from_chars(text.data(), text.data() + text.size(), thread_count);
  }
  if (thread_count < 1 || thread_count > 256) {
    std::cerr << "usage: many_files THREADS FILE...\n";
    return 2;
  }
  try {
    const auto& analyzer = quoth::Analyzer::english();  // its const members may be called by all threads at once
    const std::vector<std::string> files(argv + 2, argv + argc);
    std::vector<std::string> summaries(files.size());
    std::atomic<std::size_t> next = 0;
    {
      std::vector<std::jthread> threads;
      for (std::size_t t = 0; t < std::min(thread_count, files.size()); ++t)
        threads.emplace_back([&] {
          for (std::size_t i = next++; i < files.size(); i = next++) summaries[i] = summary(analyzer, files[i]);
        });
    }
    for (const std::string& line : summaries) std::cout << line << '\n';
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
}
