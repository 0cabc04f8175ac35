#!/usr/bin/env bash
# Usage: tests/score_sentences.sh QUOTH [SHARED]
# Scores the sentences of the program QUOTH on the corpora in SHARED (default: ../shared beside the project) and prints a
# line for each file: share of right cases, or F1 of exact spans. Without the corpora it says so and ends well.
set -euo pipefail

quoth=${1:?usage: tests/score_sentences.sh QUOTH [SHARED]}
shared=${2:-$(dirname "$0")/../../shared}
scorer=$shared/tools/score_sentences.py
corpora=$shared/corpora/sentences
if [[ ! -f $scorer || ! -d $corpora ]]; then
  echo "skipped: no sentence corpora in $shared"
  exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for gold in "$corpora"/*.jsonl; do
  name=$(basename "$gold" .jsonl)
  python3 "$scorer" "$gold" --input > "$work/input.jsonl"
  "$quoth" --from jsonl --to jsonl --sentences --offsets codepoints "$work/input.jsonl" > "$work/pred.jsonl"
  printf '%-16s %s\n' "$name" "$(python3 "$scorer" "$gold" "$work/pred.jsonl")"
done
