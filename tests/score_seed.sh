#!/usr/bin/env bash
# Usage: tests/score_seed.sh QUOTH [SHARED [OPTION...]]
# Scores the program QUOTH, run with the OPTIONs, on the seed article in SHARED (default: ../shared beside the project)
# and prints the scorer's figures. Without the article it says so and ends well.
set -euo pipefail

quoth=${1:?usage: tests/score_seed.sh QUOTH [SHARED [OPTION...]]}
shared=${2:-$(dirname "$0")/../../shared}
options=("${@:3}")
scorer=$shared/tools/score_article.py
if [[ ! -f $scorer || ! -f $shared/seed/article.txt ]]; then
  echo "skipped: no seed article in $shared"
  exit 0
fi

pred=$(mktemp)
trap 'rm -f "$pred"' EXIT
"$quoth" --to json --offsets codepoints "${options[@]}" "$shared/seed/article.txt" > "$pred"
python3 "$scorer" "$shared/seed/expected.json" "$pred"
