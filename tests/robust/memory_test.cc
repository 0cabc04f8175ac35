// Each allocation fails in turn: what was asked for fails with std::bad_alloc or is done as if nothing had happened,
// and nothing is lost.
//
//     QUOTH_MEMORY_STRIDE=N: only each N-th allocation of the long ones (default: 7; tests/nightly.sh does all)

#include <catch2/catch.hpp>
#include <functional>
#include <new>
#include <thread>

#include "quoth/c.h"
#include "quoth/quoth.h"
#include "robust/failing_memory.h"
#include "robust/small_language.h"
#include "tools/parallel.h"

namespace quoth::internal {
namespace {

using quoth_robust::Failing;

std::size_t stride() { return quoth_robust::stride(7); }

/// What a step gave, with the `n`-th allocation failing.
struct Outcome {
  std::string result;  // "bad_alloc", or what the step returned or threw
  bool failed = false;
  std::size_t allocations = 0;
  std::ptrdiff_t lost = 0;
};

Outcome run(const std::function<std::string()>& step, std::size_t n, Failing how) {
  // Made beforehand: nothing of ours is allocated while allocations fail.
  Outcome outcome;
  std::string result;
  const std::ptrdiff_t before = quoth_robust::live_blocks();
  std::exception_ptr failure;
  quoth_robust::start_failing(n, how);
  try {
    result = step();
  } catch (...) {
    failure = std::current_exception();
  }
  outcome.allocations = quoth_robust::stop_failing();
  outcome.failed = quoth_robust::has_failed();
  try {
    if (failure) std::rethrow_exception(failure);
    outcome.result = result;
  } catch (const std::bad_alloc&) {
    outcome.result = "bad_alloc";
  } catch (const std::exception& error) {
    outcome.result = std::string("exception: ") + error.what();
  }
  failure = nullptr;
  std::string().swap(result);  // its block too
  const std::size_t own_blocks = outcome.result.capacity() > std::string().capacity() ? 1 : 0;
  outcome.lost = quoth_robust::live_blocks() - before - static_cast<std::ptrdiff_t>(own_blocks);
  return outcome;
}

/// So that a failing check shows what there is to see.
std::string shortened(const std::string& result) {
  return result.substr(0, 200) + " #" + std::to_string(std::hash<std::string>()(result));
}

/// Fails each allocation of `step` in turn, from the first on, until one run goes through without a failure. What is
/// made once for the process (by ICU, RE2 and us) is made before.
void fail_each(const std::function<std::string()>& step, std::size_t by) {
  const std::string expected = step();
  REQUIRE(step() == expected);
  REQUIRE(expected.size() > 20);  // else a result could be taken for a failure
  for (const Failing how : {Failing::once, Failing::from_then_on}) {
    std::size_t out_of_memory = 0;
    for (std::size_t n = 1;; n += by) {
      const Outcome outcome = run(step, n, how);
      INFO("allocation " << n << ", " << (how == Failing::once ? "once" : "from then on"));
      CHECK(outcome.lost == 0);
      if (outcome.result != "bad_alloc") CHECK(shortened(outcome.result) == shortened(expected));
      if (outcome.allocations < n) break;
      out_of_memory += outcome.result == "bad_alloc" ? 1 : 0;
    }
    CHECK(out_of_memory > 3);
  }
}

std::string json_of(const Analyzer& analyzer) {
  return to_json(analyzer.analyze(small_text()), "id", {.tokens = true, .sentences = true, .explain = true});
}

}  // namespace

TEST_CASE("loading a folder") {
  fail_each([] { return json_of(Analyzer::load({small_data(), {}})); }, stride());
}

TEST_CASE("loading a compiled file and packs") {
  const LanguageFiles files = small_files();
  const TemporaryFile data(".data"), rules(".rules"), pack(".pack"), names(".tsv");
  data.write(freeze_language(files));
  rules.write("pack boats\nrule boat: the @BOAT({ship}) /s[a-z]nk/ likely\n");
  names.write(files.gazetteers[0].text);
  pack.write(freeze_pack(read_pack_files(std::vector{names.path()}),
                         Tokenizer(files.token_rules.text, files.token_rules.name)));
  fail_each(
      [&] {
        return json_of(Analyzer::load({data.path(), {rules.path(), pack.path(), names.path()}}));
      },
      stride());
}

TEST_CASE("compiling a language") {
  const LanguageFiles files = small_files();
  fail_each([&] { return freeze_language(files); }, stride());
}

TEST_CASE("telling faults") {
  const TemporaryFile rules(".rules");
  rules.write("pack boats\nrule boat: the @BOAT({shipp}) likely\nrule boat: |\n");
  fail_each(
      [&]() -> std::string {
        try {
          Analyzer::load({small_data(), {rules.path()}});
        } catch (const LoadError& error) {
          return error.what();
        }
        return "no fault";
      },
      stride());
}

TEST_CASE("analyzing with a small language") {
  const Analyzer analyzer = Analyzer::load({small_data(), {}}, {.explain = true});
  fail_each([&] { return json_of(analyzer); }, 1);
  fail_each([&] { return to_text(analyzer.analyze(small_text()), {.color = true, .width = 60, .explain = true}); }, 1);
}

TEST_CASE("analyzing English") {
  const Analyzer& analyzer = Analyzer::english();
  fail_each([&] { return json_of(analyzer); }, 1);
}

TEST_CASE("loading what is embedded") {
  fail_each([] { return json_of(Analyzer::load({})); }, 11 * stride());
}

TEST_CASE("texts in other encodings and with given mentions") {
  const Analyzer analyzer = Analyzer::load({small_data(), {}});
  const std::vector<GivenMention> given = {{{4, 13}, "PERSON"}};
  fail_each([&] { return to_json(analyzer.analyze(small_text(), given)); }, 1);
}

TEST_CASE("the C interface") {
  const std::string data = small_data().string();
  const std::string text = small_text();
  fail_each(
      [&]() -> std::string {
        char* error = nullptr;
        quoth_analyzer* const analyzer = quoth_analyzer_load(data.c_str(), nullptr, 0, &error);
        char* const json =
            analyzer == nullptr ? nullptr : quoth_analyze(analyzer, text.data(), text.size(), QUOTH_BYTES, 0, &error);
        quoth_analyzer_free(analyzer);
        std::unique_ptr<char, decltype(&quoth_string_free)> owned(json, quoth_string_free);
        std::unique_ptr<char, decltype(&quoth_string_free)> owned_error(error, quoth_string_free);
        if (error != nullptr) return error;
        if (json == nullptr) throw std::bad_alloc();
        return json;
      },
      stride());
}

TEST_CASE("results in order from several threads") {
  const Analyzer analyzer = Analyzer::load({small_data(), {}});
  fail_each(
      [&] {
        std::string all;
        int left = 6;
        run_ordered(
            3, [&]() -> std::optional<int> { return left-- > 0 ? std::optional(left) : std::nullopt; },
            [&](int number) { return std::to_string(number) + json_of(analyzer); },
            [&](const std::string& result) { all += result; });
        return all;
      },
      41);
}

}  // namespace quoth::internal
