#!/usr/bin/env bash
# run.sh [SECONDS [TARGET...]]: builds the fuzz targets with clang and runs each for that long (default: 60). What they
# learn is kept in BUILD/corpus for the next run; what breaks them in BUILD/findings. Ends with 0 if nothing was found.
#
#     BUILD=FOLDER: where to build (default: build/fuzz)      MERGE=1: replace the seeds by a minimised corpus at the end
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$(realpath -m "${BUILD:-$root/build/fuzz}")
seconds=${1:-60}
shift || true
[ $# -gt 0 ] || set -- analyze rules lists frozen jsonl

log=$(mktemp)
trap 'rm -f "$log"' EXIT
targets=("${@/#/fuzz_}")
{ cmake -S "$root" --preset fuzz -B "$build" && cmake --build "$build" --target "${targets[@]}"; } >"$log" 2>&1 ||
  { cat "$log" >&2; exit 1; }

mkdir -p "$build/findings"
found=0
for target in "$@"; do
  corpus=$build/corpus/$target
  mkdir -p "$corpus"
  dictionary=()
  [ ! -e "$here/$target.dict" ] || dictionary=("-dict=$here/$target.dict")
  if "$build/fuzz_$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -max_len=4096 -print_final_stats=1 \
    -artifact_prefix="$build/findings/$target-" "${dictionary[@]}" "$corpus" "$here/seeds/$target" >"$log" 2>&1; then
    echo "$target: $(sed -nE 's/^stat::number_of_executed_units: *//p' "$log") executions, nothing found"
  else
    tail -n 40 "$log"
    echo "$target: FOUND something, see $build/findings"
    found=1
    continue
  fi
  if [ -n "${MERGE:-}" ]; then
    mkdir -p "$build/merged/$target"
    "$build/fuzz_$target" -merge=1 "$build/merged/$target" "$here/seeds/$target" "$corpus" >"$log" 2>&1
    rm -f "$here/seeds/$target"/*
    cp "$build/merged/$target"/* "$here/seeds/$target/"
  fi
done
exit "$found"
