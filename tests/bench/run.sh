#!/usr/bin/env bash
# Builds the benchmarks and prints one JSON object: ratios to ICU's word iterator, shares of the stages, megabytes a
# second, allocations for each token, and how long the program takes to start, how much memory, what two threads bring.
#
#     bash tests/bench/run.sh [--quick]
#
#     BUILD=FOLDER: where to build (default: build/bench)     QUOTH_BENCH_TEXT=FILE: other text than the generated news
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
build=${BUILD:-$root/build/bench}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
{ cmake -S "$root" --preset bench -B "$build" && cmake --build "$build" --target quoth_bench quoth_program; } >"$log" 2>&1 ||
  { cat "$log" >&2; exit 1; }
"$build/quoth_bench" "$@" | python3 "$root/tests/bench/program.py" "$build/quoth"
