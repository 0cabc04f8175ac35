#include "tools/options.h"

#include <array>

#include "tools/cli.h"
#include "tools/errors.h"

namespace quoth::internal {
namespace {

constexpr std::array<std::string_view, 2> kInputFormats = {"text", "jsonl"};          // by InputFormat
constexpr std::array<std::string_view, 3> kUnits = {"bytes", "codepoints", "utf16"};  // by OffsetUnit
constexpr std::array<std::string_view, 3> kColors = {"auto", "always", "never"};      // by ColorChoice
constexpr unsigned kMostThreads = 1024;

constexpr std::string_view kExamples = R"(
Examples:
  quoth article.txt                              read it on the terminal
  quoth --to json article.txt                    all of it for a program
  quoth --to jsonl --threads 4 news/*.txt        many articles, an object a line
  quoth --from jsonl --to jsonl < in > out       {"id", "text"} a line
  quoth --encoding windows-1252 archive.txt      an old archive
  quoth --pack mine.rules --pack staff.tsv a.txt with rules and names of your own
)";

/// What CLI11 fills: words of the command line that are checked afterwards.
struct Words {
  std::string from{kInputFormats[0]};
  std::string to{kTextFormat.name};
  std::string unit{kUnits[0]};
  std::string color{kColors[0]};
  std::string encoding;
  std::string data;
  std::vector<std::string> packs;
  int threads = 1;
};

std::string format_summaries() {
  std::string text = "Output format (default: " + std::string(kTextFormat.name) + "):";
  for (const OutputFormat* format : output_formats()) {
    text += "\n" + std::string(format->name) + ": " + std::string(format->summary);
  }
  return text;
}

void add_input_options(CommandLine& line, AnalyzeOptions& options, Words& words) {
  line.add("FILE", options.files, "Files to read; - or none: standard input").shown_as("");
  line.add("--from", words.from, "Input: text (a file is an article; the default) or jsonl ({\"id\", \"text\"} a line)")
      .shown_as("FORMAT");
  line.add("--encoding", words.encoding,
           "Encoding of text input, such as windows-1252; offsets count the converted text")
      .shown_as("NAME");
}

void add_output_options(CommandLine& line, AnalyzeOptions& options, Words& words) {
  line.add("--to", words.to, format_summaries()).shown_as("FORMAT");
  line.add("--offsets", words.unit, "Offsets count bytes (the default), codepoints or utf16 units").shown_as("UNIT");
  line.add_flag("--sentences", options.write.sentences, "Write the sentences too");
  line.add_flag("--tokens", options.write.tokens, "Write the tokens too");
  line.add_flag("--explain", options.analysis.explain, "Tell for each name and quote what spoke for and against it");
}

void add_color_option(CommandLine& line, Words& words) {
  line.add("--color", words.color, "auto (the default), always or never; NO_COLOR is honoured").shown_as("WHEN");
}

void add_analysis_options(CommandLine& line, AnalyzeOptions& options, Words& words) {
  line.add_flag("--broad", options.analysis.broad_reports,
                "Report also what is said as an object or infinitive: \"announced a plan\"");
  line.add("--data", words.data, "Data folder or compiled data instead of the built-in data").shown_as("PATH");
  line.add("--pack", words.packs, "Rules (.rules), names (.tsv), words (.txt) or a compiled pack beside the data")
      .shown_as("PATH")
      .one_each();  // what follows is a FILE
  line.add("--min-confidence", options.analysis.min_confidence, "Leave out names below this, 0 to 1").shown_as("X");
  line.add("--threads", words.threads, "Threads, 1 to 1024 (default: 1); the output is the same for every number")
      .shown_as("N");
  line.add_flag("--strict", options.strict, "Exit with 1 if a line was no document");
}

/// Keeps the order of options as they were added.
void declare(CommandLine& line, AnalyzeOptions& options, Words& words) {
  line.let_last_count();
  add_input_options(line, options, words);
  add_output_options(line, options, words);
  add_color_option(line, words);
  add_analysis_options(line, options, words);
  line.add_flag("--version", options.show_version, "Print the version");
}

void declare_explain(CommandLine& line, AnalyzeOptions& options, Words& words) {
  line.let_last_count();
  add_input_options(line, options, words);
  line.add_flag("--all", options.all_evidence, "Show weak features of the weights too");
  add_color_option(line, words);
  add_analysis_options(line, options, words);
}

const OutputFormat& chosen_format(std::string_view name) {
  std::vector<std::string_view> names;
  for (const OutputFormat* format : output_formats()) names.push_back(format->name);
  return *output_formats()[choose("output format", name, names)];
}

void check(const AnalyzeOptions& options, const Words& words) {
  if (words.threads < 1 || words.threads > static_cast<int>(kMostThreads)) {
    throw UsageError("--threads takes a number from 1 to " + std::to_string(kMostThreads));
  }
  const float confidence = options.analysis.min_confidence;
  if (!(confidence >= 0 && confidence <= 1)) throw UsageError("--min-confidence takes a number from 0 to 1");
  if (options.encoding && options.from == InputFormat::jsonl) {
    throw UsageError("--encoding is for text input: JSONL is always UTF-8");
  }
}

void take_words(const Words& words, AnalyzeOptions& options) {
  options.from = static_cast<InputFormat>(choose("input format", words.from, kInputFormats));
  options.to = &chosen_format(words.to);
  options.write.offsets = static_cast<OffsetUnit>(choose("unit of offsets", words.unit, kUnits));
  options.color = static_cast<ColorChoice>(choose("use of colour", words.color, kColors));
  if (!words.encoding.empty()) options.encoding = words.encoding;
  options.write.explain = options.analysis.explain;
  options.sources.data = words.data;
  options.sources.packs.assign(words.packs.begin(), words.packs.end());
  options.threads = static_cast<unsigned>(words.threads);
}

}  // namespace

AnalyzeOptions parse_options(std::span<const std::string> arguments) {
  CommandLine line("", "quoth");
  AnalyzeOptions options;
  Words words;
  declare(line, options, words);
  options.show_help = !line.parse(arguments);
  if (options.show_help || options.show_version) return options;
  take_words(words, options);
  check(options, words);
  return options;
}

AnalyzeOptions parse_explain_options(std::span<const std::string> arguments) {
  CommandLine line("", "quoth explain");
  AnalyzeOptions options;
  Words words;
  declare_explain(line, options, words);
  options.show_help = !line.parse(arguments);
  if (options.show_help) return options;
  options.analysis.explain = true;
  take_words(words, options);
  options.to = &kExplanationsFormat;
  check(options, words);
  return options;
}

std::string explain_help_text() {
  CommandLine line(
      "Tells for each name, and each quote, what spoke for and against it: rules and rows of lists by file and line, "
      "features of the trained weights, and the next best readings.\n"
      "A weight is what the evidence adds to the logarithm of the odds that the words are this name and not none.",
      "quoth explain");
  AnalyzeOptions options;
  Words words;
  declare_explain(line, options, words);
  return line.help();
}

std::string help_text(const std::string& commands) {
  CommandLine line("Reads news text and says who is in it and who said what.", "quoth");
  AnalyzeOptions options;
  Words words;
  declare(line, options, words);
  return line.help(commands + std::string(kExamples));
}

}  // namespace quoth::internal
