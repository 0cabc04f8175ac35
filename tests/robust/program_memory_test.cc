// Each allocation of the program fails in turn, the first uses of ICU and RE2 among them: it says so and ends with 2,
// or prints what it should.
//
//     QUOTH_MEMORY_STRIDE=N: only each N-th allocation (default: 31; tests/nightly.sh does all)

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "base/mapped_file.h"
#include "robust/failing_memory.h"
#include "robust/small_language.h"

#define main quoth_main
#include "tools/main.cc"
#undef main

namespace quoth::internal {
namespace {

using quoth_robust::Failing;

std::size_t stride() { return quoth_robust::stride(31); }

struct Run {
  int code = -1;         // as the shell shows it
  bool reached = false;  // there were so many allocations
  std::string out, err;
};

/// An exception that leaves main() ends the process.
int main_or_abort(int argc, char** argv) noexcept { return quoth_main(argc, argv); }

/// Runs the program in a process of its own, so that all is used for the first time.
Run run(std::vector<std::string> arguments, std::size_t n, Failing how) {
  const TemporaryFile out(".out"), err(".err"), state(".state");
  for (const TemporaryFile* file : {&out, &err, &state}) file->write("");
  arguments.insert(arguments.begin(), "quoth");
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::dup2(::open(out.path().c_str(), O_WRONLY), STDOUT_FILENO);
    ::dup2(::open(err.path().c_str(), O_WRONLY), STDERR_FILENO);
    const int told = ::open(state.path().c_str(), O_WRONLY);
    for (const int signal : {SIGABRT, SIGSEGV, SIGILL, SIGFPE, SIGTERM}) std::signal(signal, SIG_DFL);
    quoth_robust::start_failing(n, how);
    const int code = main_or_abort(static_cast<int>(argv.size()), argv.data());
    const bool reached = quoth_robust::stop_failing() >= n && n != 0;
    if (reached && ::write(told, "x", 1) != 1) ::_exit(99);
    ::_exit(code);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  Run result;
  result.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  result.reached = !read_file(state.path()).empty();
  result.out = read_file(out.path());
  result.err = read_file(err.path());
  return result;
}

/// `by`: only each by-th allocation.
void fail_each(const std::vector<std::string>& arguments, int expected_code, std::size_t by) {
  const Run good = run(arguments, 0, Failing::once);
  INFO(good.err);
  REQUIRE(good.code == expected_code);
  for (const Failing how : {Failing::once, Failing::from_then_on}) {
    for (std::size_t n = 1;; n += by) {
      const Run bad = run(arguments, n, how);
      INFO("allocation " << n << ", " << (how == Failing::once ? "once" : "from then on"));
      const bool as_if_nothing = bad.code == good.code && bad.out == good.out && bad.err == good.err;
      if (!as_if_nothing) {
        CHECK(bad.code == 2);
        CHECK(bad.err == "quoth: out of memory\n");
        CHECK(good.out.starts_with(bad.out));
      }
      if (!bad.reached && bad.code < 128) break;
    }
  }
}

}  // namespace

TEST_CASE("analyzing a text") {
  fail_each({"--data", small_data().string(), "--to", "jsonl", (small_data() / "text.txt").string()}, 0, stride());
}

TEST_CASE("analyzing lines with threads") {
  const TemporaryFile lines(".jsonl");
  lines.write(R"({"id": "1", "text": "Ms. Ada Okoye spoke."})"
              "\n"
              R"({"id": "2", "text": "Mr. Jan Novak did."})"
              "\nno line\n");
  for (const char* threads : {"1", "3"})
    fail_each({"--data", small_data().string(), "--from", "jsonl", "--threads", threads, lines.path().string()}, 0,
              7 * stride());
}

TEST_CASE("what is short") {
  // Help is not among it: CLI11 writes it to streams, which keep to themselves that memory ran out.
  fail_each({"--version"}, 0, stride());
  fail_each({"--no-such-option"}, 2, stride());
  fail_each({"no_such_file.txt"}, 2, 401 * stride());
  fail_each({"pack", "check", "no_such_file.rules", "--data", small_data().string()}, 2, stride());
}

TEST_CASE("compiling a pack leaves a whole file or none") {
  const TemporaryFile rules(".rules"), pack(".pack");
  rules.write("pack boats\nrule boat: the @BOAT({ship}) likely\n");
  const std::vector<std::string> arguments = {
      "pack", "compile", rules.path().string(), "-o", pack.path().string(), "--data", small_data().string()};
  REQUIRE(run(arguments, 0, Failing::once).code == 0);
  const std::string whole = read_file(pack.path());
  for (std::size_t n = 1;; n += 5 * stride()) {
    std::filesystem::remove(pack.path());
    const Run bad = run(arguments, n, Failing::from_then_on);
    INFO("allocation " << n);
    CHECK(bad.code == (bad.reached ? 2 : 0));
    CHECK(std::filesystem::exists(pack.path()) == (bad.code == 0));
    if (bad.code == 0) CHECK(read_file(pack.path()) == whole);
    if (!bad.reached) break;
  }
}

}  // namespace quoth::internal
