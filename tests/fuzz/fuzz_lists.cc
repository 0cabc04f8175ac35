// A gazetteer (first byte even) or word list of any bytes is read, or its faults are told; what was read makes a
// lexicon.

#include <string>
#include <string_view>
#include <vector>

#include "fuzz.h"
#include "match/list_reader.h"
#include "unit/aligned_bytes.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace quoth::internal;
  if (size == 0) return 0;
  LexiconBuilder builder;
  std::vector<quoth::Fault> faults;
  ListReader reader(quoth_fuzz::language().tokenizer, builder, faults);
  const std::string_view text = quoth_fuzz::view(data + 1, size - 1);
  if (data[0] % 2 == 0)
    reader.read_gazetteer("fuzz.tsv", text);
  else
    reader.read_words("fuzz.txt", text);
  for (const quoth::Fault& fault : faults)
    quoth_fuzz::require(!fault.file.empty() && !fault.message.empty(), "a fault says what and where");
  FrozenWriter writer;
  builder.write(writer);
  const AlignedBytes frozen(writer.finish());
  const Lexicon lexicon(FrozenFile(frozen.view(), "frozen"));
  for (WordId word = 0; word < lexicon.word_count(); ++word)
    quoth_fuzz::require(lexicon.find(lexicon.word(word), hash_bytes(lexicon.word(word))) == word, "each word is found");
  return 0;
}
