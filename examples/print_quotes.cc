// Prints who said what in a text.
//
//     print_quotes article.txt

#include <quoth/quoth.h>

#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: print_quotes FILE\n";
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  if (!file) {
    std::cerr << argv[1] << ": cannot be read\n";
    return 2;
  }
  std::string text(std::istreambuf_iterator<char>(file), {});
  try {
    const auto& analyzer = quoth::Analyzer::english();
    const quoth::Document doc = analyzer.analyze(std::move(text));
    for (const quoth::Quote& quote : doc.quotes)
      if (quote.speaker) std::cout << doc.name(*quote.speaker) << ": " << doc.text_of(quote) << '\n';
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
}
