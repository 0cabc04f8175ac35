#pragma once

// What compiled data is made of: a list of functions, each of which adds its sections. Tested by
// tests/unit/analyzer_data_files_test.cc.

#include <span>
#include <vector>

#include "analyzer/data_files.h"
#include "base/frozen.h"
#include "quoth/load_error.h"
#include "text/tokenizer.h"

namespace quoth::internal {

/// What a section writer works with. `faults` takes what is wrong with the files; nothing is thrown for them, so that
/// all faults are told together.
struct FreezeJob {
  const LanguageFiles& files;
  const Tokenizer& tokenizer;
  FrozenWriter& writer;
  std::vector<Fault>& faults;
};

using SectionWriter = void (*)(FreezeJob& job);

/// All of them, in the order in which they run.
std::span<const SectionWriter> section_writers();

}  // namespace quoth::internal
