#include "tools/formats.h"

#include <array>

namespace quoth::internal {

std::span<const OutputFormat* const> output_formats() {
  static constexpr std::array formats = {&kTextFormat, &kJsonFormat, &kJsonlFormat};
  return formats;
}

}  // namespace quoth::internal
