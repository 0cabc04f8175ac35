#!/bin/sh
# Prints how well names that mean the same person, place or organisation are joined, on the entity marks of GUM.
#
#   tests/measure_coreference.sh QUOTH [CORPORA_ROOT [OPTION...]]
#
# OPTIONs go to the scorer (--errors 40). Without the corpora nothing is measured, and that is no failure.
set -eu
quoth=${1:?usage: measure_coreference.sh QUOTH [CORPORA_ROOT [OPTION...]]}
tests=$(cd "$(dirname "$0")" && pwd)
trees=${2:-$tests/../../shared}/corpora/trees
if [ $# -ge 2 ]; then shift 2; else shift 1; fi
if [ ! -f "$trees/gum_train.conllu" ]; then
  echo "skipped: no treebanks in $trees"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
for part in train dev test; do
  cat "$trees/gum_$part.conllu" >> "$work/gum.conllu"
done
# News and interviews are what quoth reads; the others are there to show what else happens.
awk '/^# newdoc id/ { out = $5 ~ /^GUM_(news|interview)_/ } out' "$work/gum.conllu" > "$work/news.conllu"
awk '/^# newdoc id/ { out = $5 !~ /^GUM_(news|interview)_/ } out' "$work/gum.conllu" > "$work/other.conllu"
for kind in news other; do
  python3 "$tests/score_coreference.py" text "$work/$kind.conllu" > "$work/$kind.jsonl"
  "$quoth" --from jsonl --to jsonl --offsets codepoints "$work/$kind.jsonl" > "$work/$kind.found"
  echo "== GUM, $([ $kind = news ] && echo 'news and interviews' || echo 'all other texts')"
  python3 "$tests/score_coreference.py" score "$work/$kind.found" "$work/$kind.conllu" "$@"
done
