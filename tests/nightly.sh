#!/usr/bin/env bash
# What takes too long for each change, beside tests/run.sh. Ends with 0 if nothing was found.
#
#     bash tests/nightly.sh [PART...]        parts: damage memory valgrind integer fuzz bench own_names long_text
#
#     BUILD=FOLDER      where to build (default: build)         FUZZ_SECONDS=N   for each fuzz target (default: 3600)
#     DAMAGE_ROUNDS=N   random changes (default: 100000)        JOBS=N           how many at once (default: all cores)
set -uo pipefail
cd "$(dirname "$0")/.." || exit 99
build=${BUILD:-build}
jobs=${JOBS:-$(nproc)}
[ $# -gt 0 ] || set -- damage memory valgrind integer fuzz bench own_names long_text
failed=()

# part NAME COMMAND...: what it says is shown as it comes.
part() {
  local name=$1 start=$SECONDS
  shift
  printf '\n== %s\n' "$name"
  if "$@"; then
    echo "ok      $name ($((SECONDS - start)) s)"
  else
    echo "FAILED  $name ($((SECONDS - start)) s)"
    failed+=("$name")
  fi
}

# build PRESET TARGET...
build() {
  local preset=$1 log
  shift
  log=$(mktemp)
  { cmake --preset "$preset" -B "$build/$preset" && cmake --build "$build/$preset" -j "$jobs" --target "$@"; } \
    >"$log" 2>&1 || { tail -n 40 "$log"; rm -f "$log"; return 1; }
  rm -f "$log"
}

# Compiled data, with sanitizers: each change is refused, or what is found is valid.
damage() {
  build dev test_robust_damage && QUOTH_DAMAGE_ROUNDS=${DAMAGE_ROUNDS:-100000} "$build/dev/test_robust_damage"
}

# Each allocation fails in turn, none left out.
memory() {
  build dev test_robust_memory test_robust_program_memory &&
    QUOTH_MEMORY_STRIDE=1 "$build/dev/test_robust_memory" && QUOTH_MEMORY_STRIDE=1 "$build/dev/test_robust_program_memory"
}

# Memory that was never written, which no other test sees. Slow twins and trainers would take hours.
valgrind_tests() {
  command -v valgrind >/dev/null || { echo "skipped: there is no valgrind"; return 0; }
  build valgrind all || return 1
  local test faults=0
  for test in $(ctest --test-dir "$build/valgrind" -N | sed -nE 's/^ *Test +#[0-9]+: ((base|match|text|model|syntax|write|entity|quote|analyzer|tools|c_api|bad)[a-z_]*)$/\1/p'); do
    case $test in *threads* | *trainer* | *training* | *reference*) continue ;; esac
    [ -x "$build/valgrind/test_$test" ] || continue
    valgrind -q --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite "$build/valgrind/test_$test" >"$build/valgrind/$test.log" 2>&1 ||
      { tail -n 40 "$build/valgrind/$test.log"; echo "FAILED under valgrind: $test"; faults=1; }
  done
  return "$faults"
}

# Integers that lose bits where they are converted, and signed ones that overflow (clang).
integer() {
  command -v clang++-14 >/dev/null || { echo "skipped: there is no clang++-14"; return 0; }
  build integer all && ctest --test-dir "$build/integer" -j "$jobs" --output-on-failure --no-tests=error \
    -R '^(base|match|text|model|syntax|write|entity|quote|analyzer|tools|golden|fuzz)'
}

bench() { python3 tests/bench/compare.py "$(BUILD="$build/bench" bash tests/bench/run.sh)"; }
own_names() { build release quoth_program && python3 tests/bench/own_names.py "$build/release/quoth"; }
long_text() { build release quoth_program && python3 tests/bench/long_text.py "$build/release/quoth"; }

for name in "$@"; do
  case $name in
    damage | memory | integer | bench | own_names | long_text) part "$name" "$name" ;;
    valgrind) part valgrind valgrind_tests ;;
    fuzz)
      part fuzz env BUILD="$build/fuzz" bash tests/fuzz/run.sh "${FUZZ_SECONDS:-3600}"
      part "fuzz without sanitizers" env PLAIN=1 BUILD="$build/fuzz-plain" bash tests/fuzz/run.sh "${FUZZ_SECONDS:-3600}"
      ;;
    *) sed -n '2,7s/^# \{0,1\}//p' "$0"; exit 2 ;;
  esac
done
printf '\n'
[ ${#failed[@]} = 0 ] || printf 'FAILED  %s\n' "${failed[@]}"
[ ${#failed[@]} = 0 ]
