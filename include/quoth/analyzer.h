#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/document.h"
#include "quoth/export.h"
#include "quoth/load_error.h"

namespace quoth {

/// How texts are analyzed. Defaults suit news.
struct Options {
  /// Longer texts are refused with std::length_error. At most 2 GiB - 2.
  std::size_t max_text_bytes = std::size_t{256} << 20;
  /// Names below this confidence are left out (0 to 1).
  float min_confidence = 0;
  /// Reports what is said as an object or an infinitive, too: "announced a plan", "asked them to leave". Finds more in
  /// dense political news, and more that nobody said elsewhere.
  bool broad_reports = false;
  /// Fills `Document::mention_explanations` and `quote_explanations`.
  bool explain = false;
};

/// What `Analyzer::load` reads.
struct Sources {
  /// A data folder (as `data/` of this project) or a compiled file; empty: the data embedded in the library.
  std::filesystem::path data;
  /// Packs beside it: `*.rules`, `*.tsv` (gazetteers), `*.txt` (word lists), or compiled packs.
  std::vector<std::filesystem::path> packs;
};

/// A name that the caller knows already, by span and label.
struct GivenMention {
  Span span;
  std::string label;
};

/// Finds names, entities, quotes and speakers in a text.
///
/// Immutable once made: any number of threads may call its const members at the
/// same time. Copies share the loaded data. Analysis reads no file, prints
/// nothing, keeps no state between texts, and takes any bytes: it throws only
/// std::bad_alloc, std::length_error past `Options::max_text_bytes`, and for
/// given mentions that break their rules std::invalid_argument.
class QUOTH_API Analyzer {
 public:
  /// The analyzer for English with the data embedded in the library. Made on
  /// first use, once for the process. Throws LoadError if the embedded data was
  /// damaged.
  static const Analyzer& english();

  /// Reads data and packs. Throws one LoadError that lists every fault.
  static Analyzer load(const Sources& sources, Options options = {});

  /// The same data with other options.
  Analyzer with_options(Options options) const;
  const Options& options() const noexcept;

  /// Analyzes a text, which the Document takes over.
  Document analyze(std::string text) const;

  /// The same, but the given mentions are used as they are, and no others are
  /// recognized; they must be in order, must not overlap, must begin and end
  /// between characters and hold more than white space, and have at most 65,535
  /// labels, else std::invalid_argument is thrown.
  Document analyze(std::string text, std::span<const GivenMention> mentions) const;

 private:
  struct State;
  explicit Analyzer(std::shared_ptr<const State> state) : state_(std::move(state)) {}
  std::shared_ptr<const State> state_;
};

}  // namespace quoth
