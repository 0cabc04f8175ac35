// A newsroom's audit: who is quoted in a folder of articles, how often and at what length, and how many of them are
// women and men.
//
//     audit FOLDER            reads every *.txt in it

#include <quoth/quoth.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace {

struct Share {
  std::size_t quotes = 0;
  std::size_t letters = 0;  // bytes quoted
};

struct Person {
  quoth::Sex sex = quoth::Sex::unknown;
  Share share;
};

struct Audit {
  std::map<std::string, Person> people;
  std::array<Share, 3> by_sex;  // index: quoth::Sex
  Share without_person;         // nobody known, or an organisation
};

void add(Share& share, const quoth::Quote& quote) {
  ++share.quotes;
  for (const quoth::Span part : quote.content) share.letters += part.size();
}

void add(Audit& audit, const quoth::Document& doc) {
  for (const quoth::Quote& quote : doc.quotes) {
    const auto id = doc.speaker_entity(quote);
    if (!id || doc.entities[*id].label != quoth::kPerson) {
      add(audit.without_person, quote);
      continue;
    }
    const quoth::Entity& entity = doc.entities[*id];
    Person& person = audit.people[entity.name];
    // One article may tell the sex where another does not.
    if (person.sex == quoth::Sex::unknown) person.sex = entity.sex;
    add(person.share, quote);
  }
}

// Once all articles are read, so that a person counts in one row only.
void add_up_by_sex(Audit& audit) {
  for (const auto& [name, person] : audit.people) {
    Share& share = audit.by_sex[static_cast<std::size_t>(person.sex)];
    share.quotes += person.share.quotes;
    share.letters += person.share.letters;
  }
}

const char* name_of(quoth::Sex sex) {
  constexpr std::array names = {"unknown", "women", "men"};
  return names[static_cast<std::size_t>(sex)];
}

void print_row(const std::string& name, const char* sex, Share share) {
  std::cout << std::left << std::setw(28) << name << std::setw(10) << sex << std::right << std::setw(7) << share.quotes
            << std::setw(9) << share.letters << '\n';
}

void print(const Audit& audit) {
  std::vector<std::pair<std::string, Person>> people(audit.people.begin(), audit.people.end());
  std::stable_sort(people.begin(), people.end(),
                   [](const auto& a, const auto& b) { return a.second.share.quotes > b.second.share.quotes; });
  std::cout << std::left << std::setw(38) << "who"
            << "  quotes  letters\n";
  for (const auto& [name, person] : people) print_row(name, name_of(person.sex), person.share);
  std::cout << '\n';
  for (const quoth::Sex sex : {quoth::Sex::female, quoth::Sex::male, quoth::Sex::unknown})
    print_row("all", name_of(sex), audit.by_sex[static_cast<std::size_t>(sex)]);
  print_row("no person known", "", audit.without_person);
}

std::vector<std::filesystem::path> articles_of(const char* folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path.string() + ": cannot be read");
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: audit FOLDER\n";
    return 2;
  }
  try {
    const auto& analyzer = quoth::Analyzer::english();
    Audit audit;
    for (const auto& path : articles_of(argv[1])) add(audit, analyzer.analyze(read(path)));
    add_up_by_sex(audit);
    print(audit);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
}
