// The program of each of the little projects around it: does the library that was found work?

#include <quoth/c.h>
#include <quoth/quoth.h>

#include <cstring>
#include <iostream>

int main() {
  const quoth::Document doc = quoth::Analyzer::english().analyze("“It is over,” said President Maria Lopez in Paris.");
  for (const quoth::Mention& mention : doc.mentions)
    std::cout << doc.label_name(mention.label) << ' ' << doc.text_of(mention) << '\n';

  const char* text = "Maria Lopez left.";
  quoth_analyzer* analyzer = quoth_analyzer_english(nullptr);
  char* json = quoth_analyze(analyzer, text, std::strlen(text), QUOTH_BYTES, 0, nullptr);
  std::cout << (json == nullptr ? "no JSON" : json) << '\n';
  quoth_string_free(json);
  quoth_analyzer_free(analyzer);

  quoth::Sources sources;
  sources.data = "/nowhere";
  try {
    quoth::Analyzer::load(sources);
  } catch (const quoth::LoadError& error) {  // exceptions cross the border of a shared library
    std::cout << "LoadError " << error.faults().size() << '\n';
  }
}
