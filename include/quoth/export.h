#pragma once

/// Marks what a shared library of quoth exports; everything else in it is hidden. tests/house/symbols.sh checks the
/// result.
#if defined(__GNUC__)
#define QUOTH_API __attribute__((visibility("default")))
#else
#define QUOTH_API
#endif
