// Tested by tests/unit/base_frozen_test.cc.

#include "base/frozen_texts.h"

#include <cstring>

namespace quoth::internal {
namespace {

struct Sizes {
  std::uint32_t name = 0;
  std::uint32_t text = 0;
};

}  // namespace

void write_texts(FrozenWriter& writer, std::string_view id, const std::vector<NamedText>& texts) {
  std::string bytes;
  for (const NamedText& file : texts) {
    const Sizes sizes{static_cast<std::uint32_t>(file.name.size()), static_cast<std::uint32_t>(file.text.size())};
    bytes.append(reinterpret_cast<const char*>(&sizes), sizeof sizes);
    bytes += file.name;
    bytes += file.text;
  }
  writer.add(id, bytes);
}

std::vector<NamedText> read_texts(const FrozenFile& file, std::string_view id) {
  std::vector<NamedText> texts;
  if (!file.has(id)) return texts;
  std::string_view rest = file.section(id);
  while (!rest.empty()) {
    Sizes sizes;
    if (rest.size() < sizeof sizes) file.fail("is damaged: section '" + std::string(id) + "' is cut");
    std::memcpy(&sizes, rest.data(), sizeof sizes);
    rest.remove_prefix(sizeof sizes);
    if (sizes.name > rest.size() || sizes.text > rest.size() - sizes.name) {
      file.fail("is damaged: section '" + std::string(id) + "' is cut");
    }
    texts.push_back({std::string(rest.substr(0, sizes.name)), std::string(rest.substr(sizes.name, sizes.text))});
    rest.remove_prefix(std::size_t{sizes.name} + sizes.text);
  }
  return texts;
}

}  // namespace quoth::internal
