// Adds names and rules of your own to those of the library: a list of people that only you know, and rules that find
// ships, a label that the library does not have.
//
//     own_names own_names.tsv own.rules < article.txt
//
// `quoth pack check own.rules` and `quoth pack test own.rules` tell whether the rules do what own.cases says.

#include <quoth/quoth.h>

#include <exception>
#include <iostream>
#include <iterator>
#include <string>

int main(int argc, char** argv) {
  quoth::Sources sources;  // its `data` stays empty: the data of the library
  sources.packs.assign(argv + 1, argv + argc);
  try {
    const quoth::Analyzer analyzer = quoth::Analyzer::load(sources);
    const quoth::Document doc = analyzer.analyze(std::string(std::istreambuf_iterator<char>(std::cin), {}));
    for (const quoth::Entity& entity : doc.entities) {
      std::cout << doc.label_name(entity.label) << '\t' << entity.name;
      for (const quoth::ExternalId& id : entity.ids) std::cout << '\t' << id.source << ':' << id.value;
      std::cout << '\n';
    }
  } catch (const quoth::LoadError& error) {
    // All that is wrong with the packs, at once.
    for (const quoth::Fault& fault : error.faults()) std::cerr << fault.to_string() << '\n';
    return 2;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
}
