#!/bin/sh
# Prints how good names are in EWT and wikigold by five-fold cross-validation: a fifth of the documents is scored with
# weights that were trained on the other four, beside the usual training texts. A document of these four counts four times
# as much as a usual one, as it should for whoever trains weights for text of one kind; FOLDS_WEIGHT takes the place of the
# four. Ten trainings: takes a while.
#
#   tests/measure_folds.sh QUOTH [CORPORA_ROOT [CORPUS...]]
#
# CORPUS: ewt or wikigold (default: both). Without the corpora nothing is measured, and that is no failure.
set -eu
quoth=${1:?usage: measure_folds.sh QUOTH [CORPORA_ROOT [CORPUS...]]}
project=$(cd "$(dirname "$0")/.." && pwd)
shared=${2:-$project/../shared}
if [ $# -ge 2 ]; then shift 2; else shift 1; fi
if [ ! -f "$shared/corpora/ner/wikigold/all.detok.jsonl" ]; then
  echo "skipped: no corpora of names in $shared"
  exit 0
fi
[ $# -gt 0 ] || set -- ewt wikigold
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
. "$project/tests/retrain.sh"
convert_usual

weight=${FOLDS_WEIGHT:-4}

# Documents of a corpus in five files, every fifth one in the same: split CORPUS FILE...
split() {
  corpus=$1
  shift
  python3 - "$work/$corpus" "$weight" "$@" << 'END'
import json, sys
out, weight, paths = sys.argv[1], float(sys.argv[2]), sys.argv[3:]
documents = [json.loads(line) for path in paths for line in open(path, encoding="utf-8")]
misc = any(entity[2] == "MISC" for document in documents for entity in document["entities"])
for number, document in enumerate(documents):
    document["misc"], document["weight"] = misc, weight
    with open(f"{out}.{number % 5}.jsonl", "a", encoding="utf-8") as target:
        target.write(json.dumps(document, ensure_ascii=False) + "\n")
END
}

measure() {  # CORPUS: its parts are $work/CORPUS.0.jsonl to .4.jsonl; the others are in `others`
  : > "$work/$1.gold"
  : > "$work/$1.found"
  for part in 0 1 2 3 4; do
    rest=
    for other in 0 1 2 3 4; do
      [ $other = $part ] || rest="$rest $work/$1.$other.jsonl"
    done
    new_data "$work/$1.$part"
    # shellcheck disable=SC2086
    train_data "$work/$1.$part" $others $rest
    cat "$work/$1.$part.jsonl" >> "$work/$1.gold"
    "$quoth" --data "$work/$1.$part" --from jsonl --to jsonl --offsets codepoints "$work/$1.$part.jsonl" >> "$work/$1.found"
  done
  cp "$work/$1.gold" "$work/$1.gold.jsonl"
  echo "== $1, five-fold by document"
  "$quoth" evaluate "$work/$1.gold.jsonl" "$work/$1.found" --errors "${ERRORS:-0}"
}

for corpus in "$@"; do
  others=$usual
  case $corpus in
    ewt) split ewt "$shared/corpora/ner/uner_ewt/dev.jsonl" "$shared/corpora/ner/uner_ewt/test.jsonl" ;;
    wikigold)
      split wikigold "$shared/corpora/ner/wikigold/all.detok.jsonl"
      others=${usual% *} ;;
    *) echo "no such corpus: $corpus" >&2; exit 2 ;;
  esac
  measure "$corpus"
done
