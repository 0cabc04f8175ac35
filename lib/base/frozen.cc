// Tested by tests/unit/base_frozen_test.cc.

#include "base/frozen.h"

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace quoth::internal {
namespace {

constexpr std::string_view kMagic = "QUOTHDAT";
constexpr std::uint32_t kByteOrder = 0x01020304;
constexpr std::uint32_t kOtherByteOrder = 0x04030201;
constexpr std::size_t kChecked = 32;  // the checksum covers all bytes from here on
constexpr std::size_t kIdSize = 8;
constexpr std::size_t kAddressAlignment = 16;  // what memory from new has
constexpr std::size_t kSectionAlignment = 64;  // a line of the cache

struct Header {
  char magic[8];
  std::uint32_t byte_order;
  std::uint32_t version;
  std::uint64_t length;
  std::uint64_t checksum;
  std::uint32_t section_count;
  std::uint32_t zero;
};
static_assert(sizeof(Header) == 40);

struct SectionHead {
  char id[kIdSize];
  std::uint64_t offset;
  std::uint64_t size;
};
static_assert(sizeof(SectionHead) == 24);

constexpr std::uint64_t aligned(std::uint64_t offset) {
  return (offset + kSectionAlignment - 1) / kSectionAlignment * kSectionAlignment;
}

template <typename T>
T read_at(std::string_view bytes, std::size_t offset) {
  T value;
  std::memcpy(&value, bytes.data() + offset, sizeof value);
  return value;
}

template <typename T>
std::string_view bytes_of(const T& value) {
  return {reinterpret_cast<const char*>(&value), sizeof value};
}

std::string_view id_of(const SectionHead& head) {
  const std::string_view padded(head.id, kIdSize);
  return padded.substr(0, std::min(padded.find('\0'), kIdSize));
}

SectionHead section_head(std::string_view bytes, std::size_t index) {
  return read_at<SectionHead>(bytes, sizeof(Header) + index * sizeof(SectionHead));
}

/// The section's head; its id is empty if there is none.
SectionHead find_section(std::string_view bytes, std::string_view id) {
  std::size_t low = 0;
  std::size_t high = bytes.empty() ? 0 : read_at<Header>(bytes, 0).section_count;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const SectionHead head = section_head(bytes, middle);
    const std::string_view found = id_of(head);
    if (found == id) return head;
    (found < id ? low : high) = found < id ? middle + 1 : middle;
  }
  return {};
}

}  // namespace

void FrozenWriter::add(std::string_view id, std::string_view bytes) {
  if (id.empty() || id.size() > kIdSize || id.find('\0') != std::string_view::npos) {
    throw std::invalid_argument("section ids have 1 to 8 characters: '" + std::string(id) + "'");
  }
  for (const auto& [known, unused] : sections_) {
    if (known == id) throw std::invalid_argument("section '" + std::string(id) + "' is added twice");
  }
  sections_.emplace_back(id, bytes);
}

std::string FrozenWriter::finish() const {
  std::vector<const std::pair<std::string, std::string>*> sorted;
  for (const auto& section : sections_) sorted.push_back(&section);
  std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->first < b->first; });

  std::string table;
  std::string body;
  const std::uint64_t table_end = sizeof(Header) + sorted.size() * sizeof(SectionHead);
  const std::uint64_t body_begin = aligned(table_end);
  for (const auto* section : sorted) {
    SectionHead head{};
    std::copy(section->first.begin(), section->first.end(), head.id);
    head.offset = body_begin + body.size();
    head.size = section->second.size();
    table += bytes_of(head);
    body += section->second;
    body.resize(aligned(body.size()), '\0');
  }

  Header header{};
  std::copy(kMagic.begin(), kMagic.end(), header.magic);
  header.byte_order = kByteOrder;
  header.version = kFrozenVersion;
  header.length = body_begin + body.size();
  header.section_count = static_cast<std::uint32_t>(sorted.size());
  std::string bytes;
  bytes.reserve(header.length);
  bytes += bytes_of(header);
  bytes += table;
  bytes.resize(body_begin, '\0');
  bytes += body;
  header.checksum = hash_bytes(std::string_view(bytes).substr(kChecked));
  std::memcpy(bytes.data(), &header, sizeof header);
  return bytes;
}

FrozenFile::FrozenFile(std::string_view bytes, std::string name, bool trusted)
    : name_(std::move(name)), trusted_(trusted) {
  if (!is_frozen(bytes)) fail("is no compiled quoth data; 'quoth pack compile' makes such files");
  if (bytes.size() < sizeof(Header)) fail("is cut: its header is not complete");
  const auto header = read_at<Header>(bytes, 0);
  if (header.byte_order == kOtherByteOrder) {
    fail("was compiled on a machine of the other byte order; compile it again on this one with 'quoth pack compile'");
  }
  if (header.byte_order != kByteOrder) fail("is damaged: its byte order mark is broken");
  if (header.version != kFrozenVersion) {
    fail("has format version " + std::to_string(header.version) + ", but this library reads version " +
         std::to_string(kFrozenVersion) + "; compile it again with this library's 'quoth pack compile'");
  }
  if (header.length != bytes.size()) {
    fail(std::string(header.length > bytes.size() ? "is cut" : "is too long") + ": it has " +
         std::to_string(bytes.size()) + " bytes of " + std::to_string(header.length));
  }
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % kAddressAlignment != 0) {
    fail("stands at an address that is no multiple of 16; copy it to one that is");
  }
  if (!trusted && header.checksum != hash_bytes(bytes.substr(kChecked))) {
    fail("is damaged: its checksum does not fit; copy it again, or compile it again with 'quoth pack compile'");
  }
  check_sections(bytes);
  bytes_ = bytes;
}

// The layout is the writer's, without freedom: so no two sections overlap and no offset can be wrong unnoticed.
void FrozenFile::check_sections(std::string_view bytes) const {
  const auto header = read_at<Header>(bytes, 0);
  if (header.section_count > (bytes.size() - sizeof(Header)) / sizeof(SectionHead)) {
    fail("is damaged: it claims " + std::to_string(header.section_count) + " sections");
  }
  std::uint64_t expected = aligned(sizeof(Header) + header.section_count * sizeof(SectionHead));
  std::string last_id;
  for (std::size_t i = 0; i < header.section_count; ++i) {
    const SectionHead head = section_head(bytes, i);
    const std::string_view id = id_of(head);
    const bool padded = std::all_of(head.id + id.size(), head.id + kIdSize, [](char c) { return c == '\0'; });
    if (id <= last_id || !padded) fail("is damaged: the names of its sections are out of order");
    if (head.offset != expected || head.offset > bytes.size() || head.size > bytes.size() - head.offset) {
      fail("is damaged: section " + std::to_string(i + 1) + " does not lie where it must");
    }
    expected = aligned(head.offset + head.size);
    last_id = id;
  }
  if (expected != bytes.size()) fail("is damaged: its sections do not fill it");
}

bool FrozenFile::is_frozen(std::string_view bytes) { return bytes.substr(0, kMagic.size()) == kMagic; }

bool FrozenFile::has(std::string_view id) const { return !id.empty() && id_of(find_section(bytes_, id)) == id; }

std::string_view FrozenFile::section(std::string_view id) const {
  const SectionHead head = find_section(bytes_, id);
  if (id.empty() || id_of(head) != id) fail("lacks the section '" + std::string(id) + "'");
  return bytes_.substr(head.offset, head.size);
}

std::vector<std::pair<std::string, std::size_t>> FrozenFile::sections() const {
  std::vector<std::pair<std::string, std::size_t>> all;
  const std::size_t count = bytes_.empty() ? 0 : read_at<Header>(bytes_, 0).section_count;
  for (std::size_t i = 0; i < count; ++i) {
    const SectionHead head = section_head(bytes_, i);
    all.emplace_back(id_of(head), head.size);
  }
  return all;
}

void FrozenFile::fail(const std::string& message) const { throw LoadError(Fault{name_, 0, 0, message}); }

}  // namespace quoth::internal
