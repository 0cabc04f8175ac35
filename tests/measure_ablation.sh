#!/bin/sh
# Prints what each family of evidence is worth for names: weights are trained without it, and scored on worldwide dev and on
# the test split of the project's own news. Seven trainings: takes a while.
#
#   tests/measure_ablation.sh QUOTH [CORPORA_ROOT [FAMILY...]]
#
# FAMILY: none (all evidence is there), words, lists, cues, rules, document, second (default: all of them; `quoth train
# --help` tells what they are). Without the corpora nothing is measured, and that is no failure.
set -eu
quoth=${1:?usage: measure_ablation.sh QUOTH [CORPORA_ROOT [FAMILY...]]}
project=$(cd "$(dirname "$0")/.." && pwd)
shared=${2:-$project/../shared}
if [ $# -ge 2 ]; then shift 2; else shift 1; fi
if [ ! -f "$shared/corpora/ner/worldwide/dev.jsonl" ]; then
  echo "skipped: no corpora of names in $shared"
  exit 0
fi
[ $# -gt 0 ] || set -- none words lists cues rules document second
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
. "$project/tests/retrain.sh"
convert_usual
convert_test

# Rules that weights do not know count with the strength that they declare: without rules means that they are not there.
drop_rules() {  # FOLDER
  rm "$1/en/rules"
  mkdir "$1/en/rules"
  ln -s "$project"/data/en/rules/quotes.* "$1/en/rules/"
}

score() {  # FOLDER GOLD: F1 of PERSON, LOCATION, ORGANIZATION and all
  "$quoth" evaluate --data "$1" "$2" | awk 'NR > 1 { printf "  %5.1f", $4 }'
}

echo "               worldwide dev               own news, test"
echo "without          PER    LOC    ORG    all    PER    LOC    ORG    all"
for family in "$@"; do
  data=$work/data_$family
  new_data "$data"
  options=
  case $family in
    none) ;;
    rules) drop_rules "$data" ;;
    *) options="--without $family" ;;
  esac
  # shellcheck disable=SC2086
  train_data "$data" $options $usual
  printf '%-12s%s%s\n' "$family" "$(score "$data" "$shared/corpora/ner/worldwide/dev.jsonl")" "$(score "$data" "$work/own_test.jsonl")"
done
