#pragma once

// What the fuzz targets share. Each target is one file with LLVMFuzzerTestOneInput(); with clang and
// QUOTH_BUILD_FUZZERS libFuzzer drives it, else replay_main.cc, by which ctest runs the seeds.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string_view>

#include "analyzer/language.h"
#include "quoth/analyzer.h"
#include "robust/small_language.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace quoth_fuzz {

inline std::string_view view(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Ends the process as a crash would, so that the fuzzer keeps the input.
inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  __builtin_trap();
}

/// The embedded data, loaded once.
inline const quoth::internal::Language& language() {
  static const auto loaded = quoth::internal::load_language({});
  return *loaded;
}

/// A small one, which makes rules compile a hundred times faster.
inline const quoth::internal::Language& small_language() {
  static const auto loaded = quoth::internal::load_language({quoth::internal::small_data(), {}});
  return *loaded;
}

}  // namespace quoth_fuzz
