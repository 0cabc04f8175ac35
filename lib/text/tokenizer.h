#pragma once

// Text to tokens, by ICU's rule-based break iterator with rules kept as data (data/en/text/token.rbbi). Tested by
// tests/unit/text_tokenizer_test.cc.

#include <memory>
#include <string>
#include <string_view>

#include "text/token.h"

namespace quoth::internal {

/// Immutable once made and safe to share between threads; each thread that tokenizes has a Cursor of its own.
class Tokenizer {
 public:
  Tokenizer();
  /// Compiles rules. Throws LoadError naming `file` and the line and column in it.
  Tokenizer(std::string_view rules, std::string_view file);
  ~Tokenizer();
  Tokenizer(Tokenizer&&) noexcept;
  Tokenizer& operator=(Tokenizer&&) noexcept;

  /// A thread's own break iterator; may be kept and used again for any number of texts.
  class Cursor {
   public:
    explicit Cursor(const Tokenizer& tokenizer);
    ~Cursor();
    Cursor(Cursor&&) noexcept;
    Cursor& operator=(Cursor&&) noexcept;

    /// Replaces what `out` holds (its memory is used again). Any bytes are valid. `text` must outlive `out`.
    void tokenize(std::string_view text, Tokens& out);

   private:
    struct State;
    std::unique_ptr<State> state_;
  };

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace quoth::internal
