#!/bin/sh
# Makes the weights of names again, from the open corpora and from the project's own articles.
#
#   data/scripts/train_names.sh QUOTH CORPORA [OUT] [OPTION...]
#
# QUOTH is the program, CORPORA a folder laid out as docs/evaluation.md says, OUT the file to write (default: the weights
# of the data folder that holds this script). OPTIONs go to `quoth train` in the place of those of the shipped weights. The
# same corpora, lists and options give the same file.

set -eu

[ $# -ge 2 ] || { sed -n '2,8s/^# \{0,1\}//p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
data=$(dirname "$here")
quoth=$1 corpora=$2 out=${3:-$data/en/weights/names.tsv}
if [ $# -ge 3 ]; then shift 3; else shift 2; fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
. "$here/names_corpora.sh"
convert_names_corpora "$quoth" "$corpora" "$data" "$work"

# shellcheck disable=SC2086
[ $# -gt 0 ] || set -- $names_options
for corpus in own_train wikigold $names_corpora; do
  set -- "$@" "$work/$corpus.jsonl"
done
"$quoth" train --data "$data" -o "$work/names.tsv" "$@"
mv "$work/names.tsv" "$out"
