#pragma once

// English token rules and word lists for the tests of lib/text.

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

#include "text/tokenizer.h"

namespace quoth::internal {

inline std::string read_source(const std::string& path) {
  std::ifstream file(std::string(QUOTH_SOURCE_DIR) + "/" + path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

inline const Tokenizer& english_tokenizer() {
  static const Tokenizer tokenizer(read_source("data/en/text/token.rbbi"), "token.rbbi");
  return tokenizer;
}

}  // namespace quoth::internal
