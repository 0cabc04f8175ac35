// The C interface. Tested by tests/unit/analyzer_c_api_test.c.

#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "quoth/analyzer.h"
#include "quoth/c.h"
#include "quoth/writers.h"

struct quoth_analyzer {
  quoth::Analyzer analyzer;
};

namespace {

/// NULL where memory runs out.
char* copy_of(std::string_view text) noexcept {
  char* copy = static_cast<char*>(std::malloc(text.size() + 1));
  if (copy == nullptr) return nullptr;
  if (!text.empty()) std::memcpy(copy, text.data(), text.size());
  copy[text.size()] = '\0';
  return copy;
}

/// Calls `make`; no exception gets out.
template <typename Make>
auto guarded(char** error, const Make& make) noexcept -> decltype(make()) {
  if (error != nullptr) *error = nullptr;
  try {
    return make();
  } catch (const std::bad_alloc&) {
    return nullptr;
  } catch (const std::exception& exception) {
    if (error != nullptr) *error = copy_of(exception.what());
    return nullptr;
  }
}

quoth::WriteOptions write_options(quoth_offset_unit unit, unsigned flags) {
  quoth::WriteOptions options;
  if (unit < QUOTH_BYTES || unit > QUOTH_UTF16) throw std::invalid_argument("unknown unit of offsets");
  options.offsets = static_cast<quoth::OffsetUnit>(unit);
  options.sentences = (flags & QUOTH_SENTENCES) != 0;
  options.tokens = (flags & QUOTH_TOKENS) != 0;
  options.explain = (flags & QUOTH_EXPLAIN) != 0;
  return options;
}

quoth::Document analyze(const quoth::Analyzer& analyzer, std::string text, bool explain) {
  if (!explain || analyzer.options().explain) return analyzer.analyze(std::move(text));
  quoth::Options options = analyzer.options();
  options.explain = true;
  return analyzer.with_options(options).analyze(std::move(text));
}

std::string text_of(const char* text, std::size_t size) {
  if (size == 0) return {};
  if (text == nullptr) throw std::invalid_argument("text is NULL");
  return std::string(text, size);
}

}  // namespace

extern "C" {

quoth_analyzer* quoth_analyzer_english(char** error) {
  return guarded(error, [] { return new quoth_analyzer{quoth::Analyzer::english()}; });
}

quoth_analyzer* quoth_analyzer_load(const char* data, const char* const* packs, size_t pack_count, char** error) {
  return guarded(error, [&] {
    quoth::Sources sources;
    if (data != nullptr) sources.data = data;
    for (size_t i = 0; i < pack_count; ++i) sources.packs.emplace_back(packs[i]);
    return new quoth_analyzer{quoth::Analyzer::load(sources)};
  });
}

void quoth_analyzer_free(quoth_analyzer* analyzer) { delete analyzer; }

char* quoth_analyze(const quoth_analyzer* analyzer, const char* text, size_t size, quoth_offset_unit unit,
                    unsigned flags, char** error) {
  return guarded(error, [&] {
    if (analyzer == nullptr) throw std::invalid_argument("analyzer is NULL");
    const quoth::WriteOptions options = write_options(unit, flags);
    char* json =
        copy_of(quoth::to_json(analyze(analyzer->analyzer, text_of(text, size), options.explain), {}, options));
    if (json == nullptr) throw std::bad_alloc();
    return json;
  });
}

void quoth_string_free(char* string) { std::free(string); }

}  // extern "C"
