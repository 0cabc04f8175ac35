// `quoth [FILE...]`. Tested by tests/program/.

#include <unistd.h>

#include <utility>

#include "text/unicode.h"
#include "tools/analyze_files.h"
#include "tools/command.h"
#include "tools/errors.h"
#include "tools/jsonl.h"
#include "tools/options.h"
#include "tools/parallel.h"

namespace quoth::internal {
namespace {

/// An input after analysis, ready to be printed.
struct Rendered {
  std::string output;
  std::string error;         // for standard error, if the input cannot be read at all
  bool failed_line = false;  // `output` stands in the place of a line that is no document
};

/// Turns inputs into output; used by several threads at once.
class Renderer {
 public:
  Renderer(const Analyzer& analyzer, const AnalyzeOptions& options, const FormatOptions& format)
      : analyzer_(analyzer), options_(options), format_(format) {}

  Rendered operator()(Input input) const {
    const bool whole_file = input.line == 0;
    if (!input.unreadable.empty()) {
      return whole_file ? unreadable(input, input.unreadable) : failed(input, std::nullopt, input.unreadable);
    }
    return whole_file ? text_file(std::move(input)) : jsonl_line(input);
  }

 private:
  Rendered text_file(Input input) const {
    try {
      std::string text = options_.encoding ? to_utf8(input.bytes, *options_.encoding) : std::move(input.bytes);
      return document(analyzer_.analyze(std::move(text)), input.id);
    } catch (const EncodingError& error) {
      return unreadable(input, error.what());
    } catch (const std::length_error&) {
      return unreadable(input, too_long());
    }
  }

  Rendered jsonl_line(const Input& input) const {
    std::optional<std::string> id;
    try {
      JsonlDocument read = parse_jsonl(input.bytes, options_.write.offsets);
      id = read.id;
      return document(read.mentions ? analyzer_.analyze(std::move(read.text), *read.mentions)
                                    : analyzer_.analyze(std::move(read.text)),
                      *id);
    } catch (const JsonlError& error) {
      return failed(input, error.id(), error.what());
    } catch (const std::length_error&) {
      return failed(input, id, "the text is " + too_long());
    } catch (const std::invalid_argument& error) {
      return failed(input, id, error.what());
    }
  }

  Rendered document(const Document& document, std::string_view id) const {
    Rendered rendered;
    options_.to->write(document, id, format_, rendered.output);
    return rendered;
  }

  Rendered failed(const Input& input, std::optional<std::string> id, const std::string& error) const {
    Rendered rendered;
    const std::string where = options_.files.size() > 1 ? input.source + ": " : "";
    options_.to->write_failure({std::move(id), input.line, where + error}, format_, rendered.output);
    rendered.failed_line = true;
    return rendered;
  }

  Rendered unreadable(const Input& input, const std::string& why) const {
    return {{}, "quoth: " + input.source + ": " + why + "\n", false};
  }

  std::string too_long() const {
    return "longer than " + std::to_string(analyzer_.options().max_text_bytes) + " bytes";
  }

  const Analyzer& analyzer_;
  const AnalyzeOptions& options_;
  const FormatOptions& format_;
};

/// Throws UsageError for an encoding that nobody knows, before anything is read.
void check_encoding(const AnalyzeOptions& options) {
  if (!options.encoding) return;
  try {
    to_utf8({}, *options.encoding);
  } catch (const EncodingError& error) {
    throw UsageError(error.what());
  }
}

/// Prints what comes, framed as the format asks.
class Printer {
 public:
  Printer(const Frame& frame, Streams streams) : frame_(frame), streams_(streams) {}

  void operator()(const Rendered& rendered) {
    any_failed_line_ |= rendered.failed_line;
    if (!rendered.error.empty()) {
      any_unreadable_ = true;
      streams_.err.write(rendered.error);
      return;
    }
    streams_.out.write(std::string(any_document_ ? frame_.between : frame_.before) + rendered.output);
    any_document_ = true;
  }

  /// Call once at the end.
  void finish(bool several) {
    if (any_document_) return streams_.out.write(frame_.after);
    if (several) streams_.out.write(std::string(frame_.before) + std::string(frame_.after));
  }

  int exit_code(bool strict) const {
    if (any_unreadable_) return kExitWrong;
    return strict && any_failed_line_ ? kExitFailures : kExitOk;
  }

 private:
  Frame frame_;
  Streams streams_;
  bool any_document_ = false;
  bool any_failed_line_ = false;
  bool any_unreadable_ = false;
};

Analyzer analyzer_for(const AnalyzeOptions& options) {
  if (options.sources.data.empty() && options.sources.packs.empty()) {
    return Analyzer::english().with_options(options.analysis);
  }
  return Analyzer::load(options.sources, options.analysis);
}

FormatOptions format_options(const AnalyzeOptions& options, const Output& out) {
  const TerminalFacts facts = terminal_facts(out.descriptor());
  const TextStyle style{use_color(facts, options.color), text_width(facts), options.analysis.explain,
                        options.all_evidence};
  const bool several = options.from == InputFormat::jsonl || options.files.size() > 1;
  return {options.write, style, several};
}

std::size_t max_input_bytes(const AnalyzeOptions& options) {
  constexpr std::size_t kEscapedByte = 6;  // as \u0001
  constexpr std::size_t kRoomForKeys = std::size_t{16} << 20;
  const std::size_t text = options.analysis.max_text_bytes;
  return options.from == InputFormat::jsonl ? text * kEscapedByte + kRoomForKeys : text;
}

}  // namespace

int analyze_files(AnalyzeOptions options, Streams streams) {
  if (options.files.empty()) {
    if (::isatty(STDIN_FILENO) == 1)
      throw UsageError("no FILE: name one, or - to type a text (quoth --help tells more)");
    options.files.emplace_back("-");
  }
  check_encoding(options);
  const Analyzer analyzer = analyzer_for(options);
  const FormatOptions format = format_options(options, streams.out);
  InputReader reader(options.files, options.from, max_input_bytes(options));
  Printer printer(format.several ? options.to->several : options.to->one, streams);
  run_ordered(
      options.threads, [&reader] { return reader.next(); }, Renderer(analyzer, options, format),
      [&printer](const Rendered& rendered) { printer(rendered); });
  printer.finish(format.several);
  return printer.exit_code(options.strict);
}

int run_analyze(std::span<const std::string> arguments, Streams streams, const std::string& commands_help) {
  AnalyzeOptions options = parse_options(arguments);
  if (options.show_help) {
    streams.out.write(help_text(commands_help));
    return kExitOk;
  }
  if (options.show_version) {
    streams.out.write("quoth " QUOTH_VERSION "\n");
    return kExitOk;
  }
  return analyze_files(std::move(options), streams);
}

}  // namespace quoth::internal
