// A rule pack of any bytes is compiled or refused, and what was compiled runs.

#include <string>

#include "fuzz.h"
#include "rule_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  quoth_fuzz::check_pack({"fuzz.rules", std::string(quoth_fuzz::view(data, size))});
  return 0;
}
