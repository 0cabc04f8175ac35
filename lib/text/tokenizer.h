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
  /// From compiled(), in a thousandth of the time that rules take to compile. `bytes` are read in place: they must
  /// outlive the tokenizer and its cursors, and stand at a multiple of 16. ICU does not check them closely, so only
  /// data that is embedded or has a checksum may come here. Throws LoadError naming `file` if another ICU's format
  /// wrote them: compile the rules then.
  static Tokenizer from_compiled(std::string_view bytes, std::string_view file);
  ~Tokenizer();
  Tokenizer(Tokenizer&&) noexcept;
  Tokenizer& operator=(Tokenizer&&) noexcept;

  /// The rules in the form of this ICU, for from_compiled().
  std::string compiled() const;

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
