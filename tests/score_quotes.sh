#!/usr/bin/env bash
# Usage: tests/score_quotes.sh QUOTH [SHARED [OPTION...]]
# Scores the quotes of the program QUOTH, run with the OPTIONs, on the corpora in SHARED (default: ../shared beside the
# project) and on the test split of the project's own labelled news; prints the scorer's figures for each. Without the
# scorers it says so and ends well.
set -euo pipefail

quoth=${1:?usage: tests/score_quotes.sh QUOTH [SHARED [OPTION...]]}
project=$(cd "$(dirname "$0")/.." && pwd)
shared=${2:-$project/../shared}
options=("${@:3}")
scorer=$shared/tools/score_quotes.py
if [[ ! -f $scorer ]]; then
  echo "skipped: no scorer of quotes in $shared"
  exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

score() {  # NAME GOLD [SCORER_OPTION...]
  if [[ ! -f $2 ]]; then
    echo "== $1: skipped, no $2"
    return
  fi
  "$quoth" --from jsonl --to jsonl --offsets codepoints "${options[@]}" "$2" > "$work/pred.jsonl"
  echo "== $1"
  python3 "$scorer" "$2" "$work/pred.jsonl" "${@:3}"
  python3 "$project/tests/measure_marked.py" "$2" "$work/pred.jsonl" "${@:3}"
}

# Articles whose number ends in 5: nothing is fitted to them.
python3 "$shared/tools/own_corpus.py" --jsonl "$work/own.jsonl" "$project"/data/en/training/*_?5_*.txt > "$work/log" ||
  { cat "$work/log"; exit 1; }
score "own news, test split" "$work/own.jsonl"
score "GUM news" "$shared/corpora/quotes/gum_news.jsonl"
score "PolNeAR dev, speech" "$shared/corpora/quotes/polnear_dev.jsonl" --speech
