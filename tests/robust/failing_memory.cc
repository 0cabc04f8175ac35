#include "robust/failing_memory.h"

#include <dlfcn.h>
#include <execinfo.h>
#include <unicode/uclean.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdlib>
#include <new>
#include <string_view>

namespace {

std::atomic<std::size_t> calls{0};
std::atomic<std::size_t> fail_at{0};
std::atomic<bool> goes_on{false};
std::atomic<bool> counts{false};
std::atomic<bool> failed{false};
std::atomic<std::ptrdiff_t> live{0};

// RE2 is written for programs without exceptions: it loses memory where one passes through it.
bool is_called_by_re2() {
  std::array<void*, 64> frames;
  const int count = ::backtrace(frames.data(), static_cast<int>(frames.size()));
  for (int i = 0; i < count; ++i) {
    Dl_info info{};
    if (::dladdr(frames[static_cast<std::size_t>(i)], &info) == 0 || info.dli_fname == nullptr) continue;
    if (std::string_view(info.dli_fname).find("/libre2.") != std::string_view::npos) return true;
  }
  return false;
}

bool fails_now() {
  if (!counts) return false;
  const std::size_t call = ++calls;
  const std::size_t at = fail_at;
  const bool fails = at != 0 && (goes_on ? call >= at : call == at) && !is_called_by_re2();
  if (fails) failed = true;
  return fails;
}

void* allocate_or_null(std::size_t size, std::size_t alignment) {
  void* const block = alignment == 0 ? std::malloc(size == 0 ? 1 : size)
                                     : std::aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment);
  if (block != nullptr) ++live;
  return block;
}

void* allocate(std::size_t size, std::size_t alignment) {
  return fails_now() ? nullptr : allocate_or_null(size, alignment);
}

void* allocate_or_throw(std::size_t size, std::size_t alignment = 0) {
  void* const block = allocate(size, alignment);
  if (block == nullptr) throw std::bad_alloc();
  return block;
}

void release(void* block) noexcept {
  if (block != nullptr) --live;
  std::free(block);
}

void* icu_allocate(const void* /*context*/, std::size_t size) { return allocate_or_null(size, 0); }
void icu_release(const void* /*context*/, void* block) { release(block); }

void* icu_reallocate(const void* /*context*/, void* block, std::size_t size) {
  void* const moved = std::realloc(block, size);
  if (block == nullptr && moved != nullptr) ++live;
  return moved;
}

// Before ICU is used for the first time.
const bool icu_counts = [] {
  UErrorCode status = U_ZERO_ERROR;
  u_setMemoryFunctions(nullptr, icu_allocate, icu_reallocate, icu_release, &status);
  return status == U_ZERO_ERROR;
}();

}  // namespace

namespace quoth_robust {

void start_failing(std::size_t n, Failing how) {
  if (!icu_counts) std::abort();
  is_called_by_re2();  // allocates when it is first called
  calls = 0;
  failed = false;
  fail_at = n;
  goes_on = how == Failing::from_then_on;
  counts = true;
}

std::size_t stop_failing() {
  counts = false;
  return calls;
}

bool has_failed() { return failed; }

std::size_t stride(std::size_t usual) {
  const char* const wanted = std::getenv("QUOTH_MEMORY_STRIDE");
  return wanted == nullptr ? usual : std::max<std::size_t>(std::strtoul(wanted, nullptr, 10), 1);
}

std::ptrdiff_t live_blocks() { return live; }

}  // namespace quoth_robust

void* operator new(std::size_t size) { return allocate_or_throw(size); }
void* operator new[](std::size_t size) { return allocate_or_throw(size); }
void* operator new(std::size_t size, std::align_val_t alignment) {
  return allocate_or_throw(size, static_cast<std::size_t>(alignment));
}
void* operator new[](std::size_t size, std::align_val_t alignment) {
  return allocate_or_throw(size, static_cast<std::size_t>(alignment));
}
void* operator new(std::size_t size, const std::nothrow_t& /*tag*/) noexcept { return allocate(size, 0); }
void* operator new[](std::size_t size, const std::nothrow_t& /*tag*/) noexcept { return allocate(size, 0); }
void operator delete(void* block) noexcept { release(block); }
void operator delete[](void* block) noexcept { release(block); }
void operator delete(void* block, std::size_t /*size*/) noexcept { release(block); }
void operator delete[](void* block, std::size_t /*size*/) noexcept { release(block); }
void operator delete(void* block, std::align_val_t /*alignment*/) noexcept { release(block); }
void operator delete[](void* block, std::align_val_t /*alignment*/) noexcept { release(block); }
void operator delete(void* block, std::size_t /*size*/, std::align_val_t /*alignment*/) noexcept { release(block); }
void operator delete[](void* block, std::size_t /*size*/, std::align_val_t /*alignment*/) noexcept { release(block); }
