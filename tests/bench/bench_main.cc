// How long the analysis takes, whole and by stage, against a bare pass of ICU's word iterator over the same text in the
// same run. Machines differ and so do their moods: compare ratios, not megabytes.
//
//     bench [--quick] [--benchmark_...]      QUOTH_BENCH_TEXT=FILE: other text than the generated news
//
// Each benchmark checks its answer and fails if that is wrong. Prints one JSON object (docs/evaluation.md explains it).

#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "allocations.h"
#include "news_text.h"
#include "quoth/quoth.h"
#include "stages.h"
#include "tools/jsonl.h"
#include "write/json_output.h"

namespace quoth_bench {
namespace {

struct Answer {
  std::size_t boundaries = 0;  // of ICU's words
  std::size_t tokens = 0;
  std::size_t names = 0;
  std::size_t quotes = 0;
};

struct Bench {
  std::vector<std::string> news;
  std::vector<std::string> lines;  // the same as JSONL
  std::size_t bytes = 0;
  std::size_t json_bytes = 0;  // of the answers
  std::unique_ptr<const quoth::internal::Language> language;
  Answer answer;  // of a first pass, which also warms caches
  StageTimes stages{};
  std::size_t stage_passes = 0;
  double allocations_per_token = 0;
};

std::size_t count_boundaries(icu::BreakIterator& words, const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  UText view = UTEXT_INITIALIZER;
  utext_openUTF8(&view, text.data(), static_cast<std::int64_t>(text.size()), &status);
  words.setText(&view, status);
  std::size_t count = 0;
  while (words.next() != icu::BreakIterator::DONE) ++count;
  utext_close(&view);
  return count;
}

std::unique_ptr<icu::BreakIterator> word_iterator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> words(icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(), status));
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
  return words;
}

void icu_words(benchmark::State& state, Bench& bench) {
  const auto words = word_iterator();
  for (auto _ : state) {
    std::size_t count = 0;
    for (const std::string& text : bench.news) count += count_boundaries(*words, text);
    if (count != bench.answer.boundaries) state.SkipWithError("ICU finds other words than before");
  }
}

Answer analyze_all(const Bench& bench) {
  Answer answer;
  for (const std::string& text : bench.news) {
    const quoth::Document doc = quoth::Analyzer::english().analyze(text);
    for (const quoth::Mention& mention : doc.mentions) answer.names += mention.form == quoth::Form::name ? 1 : 0;
    answer.quotes += doc.quotes.size();
    answer.tokens += doc.tokens.size();
  }
  return answer;
}

void whole_analysis(benchmark::State& state, Bench& bench) {
  for (auto _ : state) {
    const Answer answer = analyze_all(bench);
    if (answer.names != bench.answer.names || answer.quotes != bench.answer.quotes)
      state.SkipWithError("the analysis finds something else than before");
  }
}

// From a line of JSONL to a line of JSONL, as the program does it.
std::size_t analyze_lines(const Bench& bench) {
  std::size_t bytes = 0;
  for (const std::string& line : bench.lines) {
    quoth::internal::JsonlDocument read = quoth::internal::parse_jsonl(line, quoth::OffsetUnit::bytes);
    bytes += quoth::to_json(quoth::Analyzer::english().analyze(std::move(read.text)), read.id).size();
  }
  return bytes;
}

void jsonl(benchmark::State& state, Bench& bench) {
  for (auto _ : state)
    if (analyze_lines(bench) != bench.json_bytes) state.SkipWithError("other JSON is written than before");
}

void stages_before_quotes(benchmark::State& state, Bench& bench) {
  quoth::internal::Scratch scratch(*bench.language);
  for (auto _ : state) {
    std::size_t names = 0;
    for (const std::string& text : bench.news) names += run_stages(*bench.language, text, scratch, bench.stages);
    if (names != bench.answer.names) state.SkipWithError("the stages find other names than the analysis");
    ++bench.stage_passes;
  }
}

// Keeps the fastest repetition of each benchmark: what disturbs a run makes it slower, never faster.
class Fastest : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context&) override { return true; }
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.run_type != Run::RT_Iteration) continue;
      const std::string name = run.run_name.function_name;
      if (run.error_occurred) failures_.push_back(name + ": " + run.error_message);
      const double seconds = run.cpu_accumulated_time / static_cast<double>(run.iterations);
      const auto [at, added] = seconds_.emplace(name, seconds);
      if (!added) at->second = std::min(at->second, seconds);
    }
  }
  double seconds(const std::string& name) const { return seconds_.at(name); }
  const std::vector<std::string>& failures() const { return failures_; }

 private:
  std::map<std::string, double> seconds_;
  std::vector<std::string> failures_;
};

std::string line_of(const std::string& text) {
  std::string line;
  quoth::internal::JsonOutput json(line, false);
  json.open('{');
  json.key("id").string("news");
  json.key("text").string(text);
  json.close();
  return line;
}

Bench prepare(bool quick) {
  const std::string source = QUOTH_SOURCE_DIR;
  const char* file = std::getenv("QUOTH_BENCH_TEXT");
  Bench bench;
  bench.news = file != nullptr ? read_news(file)
                               : make_news(source + "/examples/articles", source + "/data/en/gazetteers/surnames.tsv",
                                           quick ? 50'000 : 500'000);
  for (const std::string& text : bench.news) bench.bytes += text.size();
  for (const std::string& text : bench.news) bench.lines.push_back(line_of(text));
  bench.language = quoth::internal::load_language({});
  bench.answer = analyze_all(bench);
  bench.json_bytes = analyze_lines(bench);
  const std::uint64_t before = allocations();
  analyze_all(bench);
  bench.allocations_per_token = static_cast<double>(allocations() - before) / static_cast<double>(bench.answer.tokens);
  const auto words = word_iterator();
  for (const std::string& text : bench.news) bench.answer.boundaries += count_boundaries(*words, text);
  if (bench.answer.boundaries < bench.bytes / 20) throw std::runtime_error("ICU finds hardly any words");
  if (file == nullptr && (bench.answer.names < bench.bytes / 500 || bench.answer.quotes < bench.bytes / 1000))
    throw std::runtime_error("the analysis finds hardly any names or quotes in the news");
  return bench;
}

// Stage times as parts of the whole analysis; what they leave of it is that of quotes.
void print(const Bench& bench, const Fastest& fastest) {
  const double icu = fastest.seconds("icu_words");
  const double whole = fastest.seconds("analysis");
  const double before_quotes = fastest.seconds("stages");
  double clocked = 0;
  for (const double seconds : bench.stages) clocked += seconds;
  const double megabytes = static_cast<double>(bench.bytes) / 1e6;
  std::cout << std::fixed << std::setprecision(2) << "{\"bytes\": " << bench.bytes
            << ", \"names\": " << bench.answer.names << ", \"quotes\": " << bench.answer.quotes
            << ",\n \"ratios\": {\"names\": " << before_quotes / icu << ", \"analysis\": " << whole / icu
            << ", \"jsonl_to_analysis\": " << fastest.seconds("jsonl") / whole
            << "},\n \"allocations_per_token\": " << bench.allocations_per_token
            << ",\n \"mb_per_second\": {\"icu_words\": " << megabytes / icu
            << ", \"names\": " << megabytes / before_quotes << ", \"analysis\": " << megabytes / whole
            << "},\n \"shares\": {";
  std::cout << std::setprecision(3);
  for (std::size_t stage = 0; stage + 1 < kStageNames.size(); ++stage)
    std::cout << '"' << kStageNames[stage] << "\": " << bench.stages[stage] / clocked * before_quotes / whole << ", ";
  std::cout << '"' << kStageNames.back() << "\": " << std::max(0.0, 1 - before_quotes / whole) << "}}\n";
}

int run(std::vector<char*> arguments) {
  const auto quick = std::find(arguments.begin(), arguments.end(), std::string("--quick"));
  const bool is_quick = quick != arguments.end();
  if (is_quick) arguments.erase(quick);
  int count = static_cast<int>(arguments.size());
  benchmark::Initialize(&count, arguments.data());
  if (benchmark::ReportUnrecognizedArguments(count, arguments.data())) return 2;
  Bench bench = prepare(is_quick);
  const std::map<std::string, void (*)(benchmark::State&, Bench&)> benchmarks = {
      {"icu_words", icu_words}, {"analysis", whole_analysis}, {"jsonl", jsonl}, {"stages", stages_before_quotes}};
  for (const auto& [name, function] : benchmarks)
    benchmark::RegisterBenchmark(name.c_str(),
                                 [&bench, function = function](benchmark::State& s) { function(s, bench); })
        ->Repetitions(is_quick ? 2 : 9)
        ->MinTime(is_quick ? 0.02 : 0.3);
  Fastest fastest;
  benchmark::RunSpecifiedBenchmarks(&fastest);
  for (const std::string& failure : fastest.failures()) std::cerr << failure << '\n';
  if (!fastest.failures().empty()) return 1;
  print(bench, fastest);
  return 0;
}

}  // namespace
}  // namespace quoth_bench

int main(int argc, char** argv) {
  try {
    return quoth_bench::run({argv, argv + argc});
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
}
