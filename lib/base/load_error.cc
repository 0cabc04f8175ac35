// Tested by tests/unit/base_load_error_test.cc.

#include "quoth/load_error.h"

#include <cstdint>
#include <utility>

namespace quoth {
namespace {

std::string join_lines(const std::vector<Fault>& faults) {
  std::string lines;
  for (const Fault& fault : faults) {
    if (!lines.empty()) lines += '\n';
    lines += fault.to_string();
  }
  return lines;
}

}  // namespace

std::string Fault::to_string() const {
  std::string out = file;
  for (const std::uint32_t number : {line, line == 0 ? 0 : column}) {
    if (number == 0) continue;
    if (!out.empty()) out += ':';
    out += std::to_string(number);
  }
  if (!out.empty()) out += ": ";
  return out + message;
}

LoadError::LoadError(std::vector<Fault> faults) : std::runtime_error(join_lines(faults)), faults_(std::move(faults)) {}

}  // namespace quoth
