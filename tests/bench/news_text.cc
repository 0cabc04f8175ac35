#include "news_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string_view>

namespace quoth_bench {
namespace {

constexpr std::size_t kArticleBytes = 4000;

// Surnames in examples/articles that give way to others.
constexpr std::array<std::string_view, 20> kSurnames = {"Ardmore", "Lindqvist", "Falk",     "Brandt",  "Achterberg",
                                                        "Whitlow", "Pryce",     "Femi",     "Jarrett", "Solheim",
                                                        "Amsel",   "Morell",    "Demirkan", "Roan",    "Castellane",
                                                        "Osei",    "Thornbury", "Pugh",     "Adeyemi", "Marchbanks"};

// A linear congruential generator (Knuth's MMIX): the same numbers everywhere.
class Random {
 public:
  std::size_t below(std::size_t limit) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::size_t>(state_ >> 33) % limit;
  }

 private:
  std::uint64_t state_ = 1;
};

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path.string() + ": cannot be read");
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find(separator));
    if (!part.empty()) parts.emplace_back(part);
    text.remove_prefix(std::min(text.size(), part.size() + separator.size()));
  }
  return parts;
}

std::vector<std::string> paragraphs_of(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<std::string> paragraphs;
  for (const auto& file : files)
    for (std::string& paragraph : split(read(file), "\n\n")) paragraphs.push_back(std::move(paragraph));
  if (paragraphs.empty()) throw std::runtime_error(folder.string() + ": has no articles");
  return paragraphs;
}

std::vector<std::string> first_column(const std::filesystem::path& list) {
  std::vector<std::string> rows = split(read(list), "\n");
  for (std::string& row : rows) row.resize(std::min(row.find('\t'), row.size()));
  if (rows.size() < 2) throw std::runtime_error(list.string() + ": has no rows");
  rows.erase(rows.begin());  // the header
  return rows;
}

void replace_all(std::string& text, std::string_view from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

}  // namespace

std::vector<std::string> make_news(const std::filesystem::path& articles, const std::filesystem::path& surnames,
                                   std::size_t bytes) {
  const std::vector<std::string> paragraphs = paragraphs_of(articles);
  const std::vector<std::string> names = first_column(surnames);
  Random random;
  std::vector<std::string> news;
  for (std::size_t made = 0; made < bytes; made += news.back().size()) {
    std::string article;
    while (article.size() < kArticleBytes) article += paragraphs[random.below(paragraphs.size())] + "\n\n";
    for (const std::string_view surname : kSurnames) replace_all(article, surname, names[random.below(names.size())]);
    news.push_back(std::move(article));
  }
  return news;
}

std::vector<std::string> read_news(const std::filesystem::path& file) {
  std::vector<std::string> news;
  for (const std::string& paragraph : split(read(file), "\n\n")) {
    if (news.empty() || news.back().size() >= kArticleBytes) news.emplace_back();
    news.back() += paragraph + "\n\n";
  }
  if (news.empty()) throw std::runtime_error(file.string() + ": is empty");
  return news;
}

}  // namespace quoth_bench
