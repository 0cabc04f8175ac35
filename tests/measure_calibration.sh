#!/usr/bin/env bash
# Prints how often names are right by tenths of their confidence, and the expected calibration error: on worldwide and on
# the test split of the project's own news.
#
#   tests/measure_calibration.sh QUOTH [CORPORA_ROOT [OPTION...]]
#
# OPTIONs go to `quoth evaluate` (--data FOLDER). What is not there is skipped, and that is no failure.
set -euo pipefail
quoth=${1:?usage: measure_calibration.sh QUOTH [CORPORA_ROOT [OPTION...]]}
project=$(cd "$(dirname "$0")/.." && pwd)
shared=${2:-$project/../shared}
options=("${@:3}")

measure() {  # TITLE FILE...
  local title=$1
  shift
  if [[ ! -f $1 ]]; then
    echo "== $title: skipped, no $1"
    return
  fi
  echo "== $title"
  "$quoth" evaluate --reliability "${options[@]}" "$@" | sed -n '/^confidence/,$p'
}

# Articles whose number ends in 5: nothing is fitted to them.
measure "own news, test split" "$project"/data/en/training/*_?5_*.txt
measure "worldwide train" "$shared/corpora/ner/worldwide/train.jsonl"
measure "worldwide dev" "$shared/corpora/ner/worldwide/dev.jsonl"
