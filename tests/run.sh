#!/usr/bin/env bash
# Everything that a change must pass, the cheap things first. Ends with 0 if all passed. What is built already is reused.
#
#     bash tests/run.sh [--quick] [--tidy]
#
#     --quick    style, house rules, and the dev build with its tests; nothing else
#     --tidy     also clang-tidy over all sources (long)
#
#     BUILD=FOLDER    where to build (default: build)         JOBS=N    how many at once (default: all cores)
#     FUZZ_SECONDS=N  how long each fuzz target runs (default: 10)
set -uo pipefail
cd "$(dirname "$0")/.." || exit 99
build=${BUILD:-build}
jobs=${JOBS:-$(nproc)}
quick="" tidy=""
for argument in "$@"; do
  case $argument in
    --quick) quick=1 ;;
    --tidy) tidy=1 ;;
    *) sed -n '2,10s/^# \{0,1\}//p' "$0"; exit 2 ;;
  esac
done

passed=0 failed=0 skipped=0
failures=()
log=$(mktemp)
trap 'rm -f "$log"' EXIT

section() {
  printf '\n== %s\n' "$1"
}

# check NAME COMMAND...: shows what a command says only if it fails.
check() {
  local name=$1 start=$SECONDS
  shift
  if "$@" >"$log" 2>&1; then
    echo "ok      $name ($((SECONDS - start)) s)"
    passed=$((passed + 1))
  else
    grep -E 'error|warning|FAILED|Sanitizer' "$log" | head -n 40 | cut -c 1-300
    tail -n 25 "$log" | cut -c 1-300
    echo "FAILED  $name ($((SECONDS - start)) s)"
    failed=$((failed + 1))
    failures+=("$name")
    return 1
  fi
}

skip() {
  echo "skipped $1: $2"
  skipped=$((skipped + 1))
}

# build PRESET TARGET...: configures (always: settings may have changed) and builds.
build() {
  local preset=$1
  shift
  check "configure $preset" cmake --preset "$preset" -B "$build/$preset" &&
    check "build $preset" cmake --build "$build/$preset" -j "$jobs" --target "$@"
}

# run_tests PRESET CTEST_ARGUMENT...: adds the numbers of ctest to ours.
run_tests() {
  local preset=$1 start=$SECONDS summary bad all
  shift
  "${without_aslr[@]}" ctest --test-dir "$build/$preset" -j "$jobs" --output-on-failure --no-tests=error "$@" >"$log" 2>&1
  summary=$(grep -E 'tests failed out of' "$log")
  if [ -z "$summary" ]; then
    tail -n 25 "$log"
    failed=$((failed + 1))
    failures+=("tests of $preset")
    return
  fi
  bad=$(sed -E 's/.* ([0-9]+) tests failed.*/\1/' <<<"$summary")
  all=$(sed -E 's/.*out of ([0-9]+).*/\1/' <<<"$summary")
  # ctest counts what skipped itself as passed.
  local not_run
  not_run=$(grep -cE '\*\*\*Skipped' "$log")
  if [ "$bad" != 0 ]; then
    cat "$log"
    while read -r test; do failures+=("$preset: $test"); done < <(sed -nE 's/^[[:space:]]*[0-9]+ - ([^ ]+) \(.*/\1/p' "$log")
  fi
  sed -nE 's/.*- ([^ ]+) \(Skipped\)/skipped \1/p' "$log"
  passed=$((passed + all - bad - not_run)) failed=$((failed + bad)) skipped=$((skipped + not_run))
  echo "$([ "$bad" = 0 ] && echo 'ok    ' || echo FAILED)  $((all - bad - not_run)) of $all tests of $preset ($((SECONDS - start)) s)"
}

sources() {
  find include lib tests examples \( -name '*.cc' -o -name '*.h' -o -name '*.c' \) -print0
}

finish() {
  section "Result ($((SECONDS / 60)) min $((SECONDS % 60)) s)"
  [ ${#failures[@]} = 0 ] || printf 'FAILED  %s\n' "${failures[@]}"
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" = 0 ]
  exit
}

section "Packages"
# shellcheck source=examples/install_packages.sh
. examples/install_packages.sh
# shellcheck disable=SC2086
if command -v dpkg-query >/dev/null; then
  check "what the build needs" install_packages $quoth_build_packages catch2 ccache make binutils || finish
  check "clang" install_packages clang-14 clang-format-14 libclang-rt-14-dev || echo "Going on without clang."
  [ -n "$quick" ] || check "google-benchmark" install_packages libbenchmark-dev python3
  [ -z "$tidy" ] || check "clang-tidy" install_packages clang-tidy-14
fi
# The thread sanitizer of g++ 12 does not know how far apart newer kernels put things in memory.
without_aslr=()
if setarch "$(uname -m)" -R true 2>/dev/null; then without_aslr=(setarch "$(uname -m)" -R); fi

section "Style and house rules"
if command -v clang-format-14 >/dev/null; then
  check "clang-format" bash -c "$(declare -f sources); sources | xargs -0 clang-format-14 --dry-run --Werror 2>&1 |
    sed -nE 's/^([^ :]+):[0-9:]+ error: .*/\1: run clang-format-14 -i/p' | sort -u | { ! grep .; }"
else
  skip clang-format "there is no clang-format-14"
fi
for test in layering one_definition quiet_library sources data house_test; do check "house $test" bash tests/house/$test.sh .; done

section "Debug build with address and undefined behaviour sanitizers, warnings as errors"
build dev all && run_tests dev
[ -z "$quick" ] || finish

section "Release build: program, measurements, installation, examples"
build release quoth quoth_program quoth_shared quoth_examples test_golden &&
  run_tests release -R '^(program|golden|cases|install|example|house_symbols)'

section "Measurements on corpora that lie beside the project; elsewhere they are skipped"
if [ -d ../shared ]; then
  for part in sentences names quotes seed; do check "score $part" bash tests/score_$part.sh "$build/release/quoth"; done
else
  skip measurements "there are no corpora in ../shared"
fi

section "Thread sanitizer: threads that share one analyzer"
build tsan test_analyzer_threads test_tools_parallel && run_tests tsan -R '^(analyzer_threads|tools_parallel)$'

section "Clang: warnings as errors, fuzz targets"
if command -v clang++-14 >/dev/null; then
  build fuzz all && check "fuzz targets" env BUILD="$build/fuzz" SEED=1 bash tests/fuzz/run.sh "${FUZZ_SECONDS:-10}"
else
  skip "clang build" "there is no clang++-14"
fi

section "Benchmarks: that they run and find what they should"
build bench quoth_bench quoth_program && check "benchmarks" env BUILD="$build/bench" bash tests/bench/run.sh --quick

if [ -n "$tidy" ]; then
  section "clang-tidy"
  check "clang-tidy" bash tests/tidy.sh "$build/fuzz"
fi
finish
