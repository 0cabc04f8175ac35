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
. "$here/names_corpora.sh"
convert_names_corpora "$quoth" "$corpora" "$data" "$work"

# shellcheck disable=SC2086
[ $# -gt 0 ] || set -- $names_options
# Articles of this project alone make names too sure of themselves: other texts, marked by other people, are further from
# what was learned. Wikigold stands for them; the other corpora draw the line between the types elsewhere.
set -- "$@" --apart "$work/wikigold.jsonl"
for corpus in $names_corpora; do
  set -- "$@" --also "$work/$corpus.jsonl"
done
"$quoth" calibrate --data "$data" -o "$work/confidence.tsv" "$@" "$work/own_train.jsonl"
mv "$work/confidence.tsv" "$out"
