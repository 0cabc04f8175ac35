#!/bin/sh
# Prints how good tags and trees are: trained without five news documents of GUM, scored on these, and on the
# development and test parts of GUM and EWT, for several sizes of the weights.
#
#   tests/measure_syntax.sh QUOTH [TREES]
#
# TREES: a folder with gum_train.conllu and the like. Without it nothing is measured, and that is no failure.
set -eu
quoth=${1:?usage: measure_syntax.sh QUOTH [TREES]}
trees=${2:-$(dirname "$0")/../../shared/corpora/trees}
if [ ! -f "$trees/gum_train.conllu" ]; then
  echo "skipped: no treebanks in $trees"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# Whole documents: "# newdoc id = GUM_news_korea" begins one.
held='GUM_news_(afghan|crane|hackers|korea|taxes)$'
awk -v held="$held" '/^# newdoc id/ { out = $5 ~ held } !out' "$trees/gum_train.conllu" > "$work/gum_part.conllu"
awk -v held="$held" '/^# newdoc id/ { out = $5 ~ held } out' "$trees/gum_train.conllu" > "$work/gum_news.conllu"

measure() {
  label=$1
  shift
  echo "== $label"
  "$quoth" train-syntax "$@" --test "$work/gum_news.conllu" --test "$trees/gum_dev.conllu" \
    --test "$trees/gum_test.conllu" --test "$trees/ewt_dev.conllu" --test "$trees/ewt_test.conllu"
}

measure 'GUM' "$work/gum_part.conllu"
measure 'GUM and EWT' "$work/gum_part.conllu" "$trees/ewt_train.conllu"
measure 'GUM and EWT, twice the features' "$work/gum_part.conllu" "$trees/ewt_train.conllu" \
  --tag-features 60000 --step-features 200000 --relation-features 60000
measure 'GUM and EWT, half the features' "$work/gum_part.conllu" "$trees/ewt_train.conllu" \
  --tag-features 15000 --step-features 50000 --relation-features 15000
