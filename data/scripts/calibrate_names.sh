#!/bin/sh
# Makes the curves of confidence again, from the open corpora and from the project's own articles: how often names of a
# probability are right in texts that the weights have not learned from. Run it after train_names.sh; it trains four times.
#
#   data/scripts/calibrate_names.sh QUOTH CORPORA [OUT] [OPTION...]
#
# QUOTH is the program, CORPORA a folder laid out as docs/evaluation.md says, OUT the file to write (default: the curves
# of the data folder that holds this script). OPTIONs go to `quoth calibrate` in the place of those of the shipped weights.

set -eu

[ $# -ge 2 ] || { sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
data=$(dirname "$here")
quoth=$1 corpora=$2 out=${3:-$data/en/weights/confidence.tsv}
if [ $# -ge 3 ]; then shift 3; else shift 2; fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
python3 "$here/corpora_to_jsonl.py" "$corpora" "$work"

# Articles whose number ends in 5 are the test.
find "$data/en/training" -name '*_[0-9]*.txt' ! -name '*_[0-9]5_*' -print0 | sort -z |
  xargs -0 "$quoth" corpus convert -o "$work/own_train.jsonl"

# Options of the shipped weights, as in train_names.sh.
[ $# -gt 0 ] || set -- --epochs 8 --l1 0.003 --dropout 0.2 --folds 4 --most 40000
# Articles of this project alone make names too sure of themselves: other texts, marked by other people, are further from
# what was learned. Wikigold stands for them; the other corpora draw the line between the types elsewhere.
set -- "$@" --apart "$work/wikigold.jsonl"
for corpus in crossner_train crossner_dev crossner_test btc_f btc_g wnut17_train wnut17_dev; do
  set -- "$@" --also "$work/$corpus.jsonl"
done
"$quoth" calibrate --data "$data" -o "$work/confidence.tsv" "$@" "$work/own_train.jsonl"
mv "$work/confidence.tsv" "$out"
