#include <catch2/catch.hpp>

#include "tools/errors.h"
#include "tools/options.h"

namespace quoth::internal {
namespace {

using Arguments = std::vector<std::string>;

AnalyzeOptions parsed(const Arguments& arguments) { return parse_options(arguments); }

std::string fault_of(const Arguments& arguments) {
  try {
    parse_options(arguments);
  } catch (const UsageError& error) {
    return error.what();
  }
  return "no fault";
}

TEST_CASE("what is asked for without options") {
  const AnalyzeOptions options = parsed({"a.txt"});
  CHECK(options.files == Arguments{"a.txt"});
  CHECK(options.from == InputFormat::text);
  CHECK(options.to->name == "text");
  CHECK(options.write.offsets == OffsetUnit::bytes);
  CHECK_FALSE(options.write.tokens);
  CHECK(options.threads == 1);
  CHECK_FALSE(options.strict);
  CHECK_FALSE(options.analysis.broad_reports);
  CHECK_FALSE(options.encoding);
  CHECK(options.sources.data.empty());
}

TEST_CASE("explain takes the options of what is analyzed, and writes explanations") {
  const Arguments arguments = {"a", "--from", "jsonl", "--pack", "p.tsv", "--all", "--min-confidence", "0.5"};
  const AnalyzeOptions options = parse_explain_options(arguments);
  CHECK(options.files == Arguments{"a"});
  CHECK(options.from == InputFormat::jsonl);
  CHECK(options.to == &kExplanationsFormat);
  CHECK(options.sources.packs == std::vector<std::filesystem::path>{"p.tsv"});
  CHECK(options.analysis.explain);
  CHECK(options.analysis.min_confidence == 0.5f);
  CHECK(options.all_evidence);
  CHECK_FALSE(parse_explain_options(Arguments{"a"}).all_evidence);
  CHECK_THROWS_AS(parse_explain_options(Arguments{"--to", "json"}), UsageError);
}

TEST_CASE("every option") {
  const AnalyzeOptions options = parsed({"--to",
                                         "jsonl",
                                         "--offsets=utf16",
                                         "--sentences",
                                         "--tokens",
                                         "--explain",
                                         "--broad",
                                         "--color",
                                         "never",
                                         "a",
                                         "--data",
                                         "d",
                                         "--threads",
                                         "8",
                                         "--pack",
                                         "p.rules",
                                         "--pack=q.tsv",
                                         "--strict",
                                         "-",
                                         "b",
                                         "--min-confidence",
                                         "0.25"});
  CHECK(options.files == Arguments{"a", "-", "b"});
  CHECK(options.to->name == "jsonl");
  CHECK(options.write.offsets == OffsetUnit::utf16);
  CHECK(options.write.sentences);
  CHECK(options.write.tokens);
  CHECK(options.write.explain);
  CHECK(options.analysis.explain);
  CHECK(options.analysis.broad_reports);
  CHECK(options.analysis.min_confidence == 0.25f);
  CHECK(options.color == ColorChoice::never);
  CHECK(options.sources.data == "d");
  CHECK(options.sources.packs == std::vector<std::filesystem::path>{"p.rules", "q.tsv"});
  CHECK(options.threads == 8);
  CHECK(options.strict);
  CHECK(parsed({"--from", "jsonl"}).from == InputFormat::jsonl);
  CHECK(parsed({"--encoding", "windows-1252"}).encoding == "windows-1252");
}

TEST_CASE("the last of two options holds") {
  CHECK(parsed({"--to", "json", "--to", "jsonl"}).to->name == "jsonl");
  CHECK(parsed({"--threads", "2", "--threads", "3"}).threads == 3);
}

TEST_CASE("files that look like options") {
  CHECK(parsed({"--", "--to"}).files == Arguments{"--to"});
  CHECK(parsed({"./-x"}).files == Arguments{"./-x"});
}

TEST_CASE("names in square brackets are names as any other") {
  const Arguments names = {"[a.txt]", "[a,b]", "[[a]]", "[]", "[", "]", "\x1f[a]", "\x1f"};
  CHECK(parsed(names).files == names);
  const AnalyzeOptions options = parsed({"--pack", "[p,q].rules", "--pack=[p]", "--data", "[d]", "--", "[x]"});
  CHECK(options.sources.packs == std::vector<std::filesystem::path>{"[p,q].rules", "[p]"});
  CHECK(options.sources.data == "[d]");
  CHECK(options.files == Arguments{"[x]"});
  CHECK(fault_of({"--to", "[json]"}) == "unknown output format '[json]': did you mean 'json'?");
  CHECK(fault_of({"--threads", "[3]"}) == "wrong value: --threads = [3] (quoth --help tells more)");
}

TEST_CASE("a pack is one path; what follows is a file") {
  const AnalyzeOptions options = parsed({"--pack", "p.rules", "a.txt", "--pack", "q.rules", "b.txt"});
  CHECK(options.sources.packs == std::vector<std::filesystem::path>{"p.rules", "q.rules"});
  CHECK(options.files == Arguments{"a.txt", "b.txt"});
}

TEST_CASE("threads from one to many") {
  CHECK(parsed({"--threads", "1"}).threads == 1);
  CHECK(parsed({"--threads", "1024"}).threads == 1024);
}

TEST_CASE("help and version go before everything else") {
  CHECK(parsed({"--help", "--to", "nonsense"}).show_help);
  CHECK(parsed({"-h"}).show_help);
  CHECK(parsed({"--version", "--to", "nonsense"}).show_version);
}

TEST_CASE("what is wrong with a command line") {
  CHECK(fault_of({"--threds", "3"}) == "unknown option '--threds': did you mean '--threads'?");
  CHECK(fault_of({"--sentence=1"}) == "unknown option '--sentence': did you mean '--sentences'?");
  CHECK(fault_of({"--frobnicate"}) == "unknown option '--frobnicate' (quoth --help tells more)");
  CHECK(fault_of({"-x"}).starts_with("unknown option '-x'"));
  CHECK(fault_of({"--to", "jsn"}) == "unknown output format 'jsn': did you mean 'json'?");
  CHECK(fault_of({"--to", "xml"}) == "unknown output format 'xml': it is one of text json jsonl");
  CHECK(fault_of({"--from", "csv"}) == "unknown input format 'csv': it is one of text jsonl");
  CHECK(fault_of({"--offsets", "byte"}) == "unknown unit of offsets 'byte': did you mean 'bytes'?");
  CHECK(fault_of({"--threads", "x"}) == "wrong value: --threads = x (quoth --help tells more)");
  CHECK(fault_of({"--threads"}) == "--threads needs a value (quoth --help tells more)");
  for (const std::string number : {"-1", "0", "1025"})
    CHECK(fault_of({"--threads=" + number}) == "--threads takes a number from 1 to 1024");
  CHECK(fault_of({"--min-confidence", "1.5"}) == "--min-confidence takes a number from 0 to 1");
  CHECK(fault_of({"--min-confidence", "nan"}) == "--min-confidence takes a number from 0 to 1");
  CHECK(fault_of({"--from", "jsonl", "--encoding", "latin1"}) == "--encoding is for text input: JSONL is always UTF-8");
}

TEST_CASE("the help names every format") {
  const std::string help = help_text("COMMANDS HERE\n");
  for (const OutputFormat* format : output_formats()) {
    CHECK(help.find("\n                              " + std::string(format->name) + ": ") != std::string::npos);
  }
  CHECK(help.find("COMMANDS HERE") != std::string::npos);
  CHECK(help.find("Examples:") != std::string::npos);
}

}  // namespace
}  // namespace quoth::internal
