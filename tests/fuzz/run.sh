#!/usr/bin/env bash
# run.sh [SECONDS [TARGET...]]: builds the fuzz targets with clang and runs each for that long (default: 60). What they
# learn is kept in BUILD/corpus for the next run; what breaks them in BUILD/findings. Ends with 0 if nothing was found.
#
#     BUILD=FOLDER: where to build (default: build/fuzz)      MERGE=1: replace the seeds by a minimised corpus at the end
#     PLAIN=1: without sanitizers, ten times as fast: finds broken promises, no broken memory (in build/fuzz-plain)
#     SEED=N: the same inputs in the same order each time that BUILD is new, as far as the time goes
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
preset=fuzz${PLAIN:+-plain}
build=$(realpath -m "${BUILD:-$root/build/$preset}")
seconds=${1:-60}
shift || true
[ $# -gt 0 ] || set -- analyze marks rules patterns lists frozen jsonl

log=$(mktemp)
times=$(mktemp)
TIMEFORMAT=%0U
trap 'rm -f "$log" "$times"' EXIT
targets=("${@/#/fuzz_}")
{ cmake -S "$root" --preset "$preset" -B "$build" && cmake --build "$build" --target "${targets[@]}"; } >"$log" 2>&1 ||
  { cat "$log" >&2; exit 1; }

mkdir -p "$build/findings"
found=0
for target in "$@"; do
  corpus=$build/corpus/$target
  mkdir -p "$corpus"
  dictionary=()
  [ ! -e "$here/$target.dict" ] || dictionary=("-dict=$here/$target.dict")
  # Long inputs are rarely worth their time; what is built of choices has fewer.
  case $target in analyze) length=1024 ;; marks | patterns) length=200 ;; frozen) length=16384 ;; *) length=4096 ;; esac
  if { time "$build/fuzz_$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -max_len=$length -entropic=0 \
    -seed="${SEED:-0}" -print_final_stats=1 -artifact_prefix="$build/findings/$target-" "${dictionary[@]}" \
    "$corpus" "$here/seeds/$target" >"$log" 2>&1; } 2>"$times"; then
    runs=$(sed -nE 's/^stat::number_of_executed_units: *//p' "$log")
    read -r spent <"$times"
    echo "$target: $runs executions, $((runs / (spent > 0 ? spent : 1))) a CPU second, nothing found"
  else
    tail -n 40 "$log"
    echo "$target: FOUND something, see $build/findings"
    found=1
    continue
  fi
  if [ -n "${MERGE:-}" ]; then
    # As few as reach all that is known; those that have a name were written by hand, and stay.
    merged=$build/merged/$target
    rm -rf "$merged"
    mkdir -p "$merged"
    "$build/fuzz_$target" -set_cover_merge=1 -use_counters=0 "$merged" "$here/seeds/$target" "$corpus" >"$log" 2>&1
    find "$here/seeds/$target" -type f -regextype posix-extended -regex '.*/[0-9a-f]{12}' -delete
    for seed in "$merged"/*; do
      name=$(basename "$seed")
      cp "$seed" "$here/seeds/$target/${name:0:12}"
    done
  fi
done
exit "$found"
