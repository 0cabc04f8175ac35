// `quoth corpus COMMAND`. Tested by tests/program/corpus.sh.

#include <array>
#include <vector>

#include "base/mapped_file.h"
#include "tools/cli.h"
#include "tools/errors.h"
#include "tools/marked_checks.h"
#include "tools/marked_text.h"
#include "tools/output_path.h"
#include "tools/subcommands.h"

namespace quoth::internal {
namespace {

int corpus_check(std::span<const std::string> arguments, Streams streams);
int corpus_convert(std::span<const std::string> arguments, Streams streams);

constexpr std::array kCorpusCommands = {
    Command{"check", "find the faults of marked articles, and count what is marked", corpus_check},
    Command{"convert", "write labelled JSONL", corpus_convert},
};

std::string count_of(std::size_t count, std::string_view what) {
  return std::to_string(count) + ' ' + std::string(what) + (count == 1 ? "" : "s");
}

// What is marked in all articles together.
struct Tally {
  std::size_t articles = 0, words = 0, faults = 0;
  std::array<std::size_t, kNameTypes> names{};
  std::array<std::size_t, 3> quotes{};

  void add(const MarkedText& text) {
    ++articles;
    words += word_count(text.text);
    for (const GoldName& name : text.names) ++names[static_cast<std::size_t>(name.type)];
    for (const MarkedQuote& quote : text.quotes) ++quotes[static_cast<std::size_t>(quote.type)];
  }
  std::string line() const {
    std::string out =
        count_of(articles, "article") + ", " + count_of(words, "word") + ", " + count_of(faults, "fault") + ":";
    for (std::size_t t = 0; t < names.size(); ++t)
      out.append(" ").append(std::to_string(names[t])).append(" ").append(kNameTypeNames[t]).append(",");
    return out + ' ' + std::to_string(quotes[0]) + " direct, " + std::to_string(quotes[1]) + " mixed, " +
           std::to_string(quotes[2]) + " indirect\n";
  }
};

int corpus_check(std::span<const std::string> arguments, Streams streams) {
  CommandLine line("Finds the faults of marked articles: FILE:LINE: what. Ends with 1 if there are any.",
                   "quoth corpus check");
  std::vector<std::string> files;
  line.add("FILE", files, "Articles with names and quotes marked").required().shown_as("");
  if (!line.parse(arguments)) {
    streams.out.write(line.help());
    return kExitOk;
  }
  Tally tally;
  for (const std::string& file : files) {
    std::vector<Fault> faults;
    tally.add(read_marked_file(file, faults));
    tally.faults += faults.size();
    for (const Fault& fault : faults) streams.err.write(fault.to_string() + '\n');
  }
  streams.out.write(tally.line());
  return tally.faults == 0 ? kExitOk : kExitFailures;
}

int corpus_convert(std::span<const std::string> arguments, Streams streams) {
  CommandLine line(
      "Writes marked articles as labelled JSONL with offsets in code points, an article a line. If one has faults "
      "nothing is written.",
      "quoth corpus convert");
  std::vector<std::string> files;
  std::string out;
  line.add("FILE", files, "Articles with names and quotes marked").required().shown_as("");
  line.add("-o,--output", out, "The file to write (default: standard output)").shown_as("OUT");
  if (!line.parse(arguments)) {
    streams.out.write(line.help());
    return kExitOk;
  }
  check_output_path(out, files);
  std::string lines;
  std::vector<Fault> faults;
  for (const std::string& file : files) lines += labelled_json(read_marked_file(file, faults)) + '\n';
  if (!faults.empty()) throw LoadError(std::move(faults));
  if (out.empty()) {
    streams.out.write(lines);
  } else {
    write_file(out, lines);
  }
  return kExitOk;
}

}  // namespace

int run_corpus(std::span<const std::string> arguments, Streams streams) {
  return run_subcommand("corpus", kCorpusCommands, arguments, streams);
}

}  // namespace quoth::internal
