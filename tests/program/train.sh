#!/usr/bin/env bash
# quoth train: learns from marked articles and labelled lines, the same bytes each time.
articles=$(cd "$(dirname "$0")/../../data/en/training" && pwd)
. "$(dirname "$0")/support.sh"
cp "$articles"/{africa_01_smelter,europe_01_ferry,northam_02_ottumwa,sports_02_cup}.txt "$articles"/*.list .
gold=(africa_01_smelter.txt europe_01_ferry.txt northam_02_ottumwa.txt sports_02_cup.txt)

expect_error 2 "quoth: GOLD is required (quoth train --help tells more)" train -o w.tsv
expect_error 2 "quoth: --output is required (quoth train --help tells more)" train "${gold[0]}"
expect_error 2 "missing.jsonl: does not exist" train missing.jsonl -o w.tsv
expect_error 2 "missing.txt: does not exist" train "${gold[0]}" missing.txt -o w.tsv
expect_error 2 "missing.tsv: does not exist" train "${gold[0]}" --from missing.tsv -o w.tsv
run train --help
expect_code 0 "train --help"

printf '{"text":"Ada","entities":[[0,3,"PER"]]}\n{"text":"Ada","entities":[[0,9,"PER"]]}\n{\n' >broken.jsonl
run train broken.jsonl -o w.tsv
expect_code 2 "broken lines"
expect_in err "broken.jsonl:2: a name's offsets are not within the text" "broken lines"
grep -q '^broken.jsonl:3: ' err || fail "broken lines: $(cat err)"
echo '<P>Ada' >broken.txt
expect_error 2 "broken.txt:1: <P> is never closed" train broken.txt -o w.tsv
printf 'bais\tB-PERSON=1\n' >broken.tsv
expect_error 2 "broken.tsv:1:1: unknown feature 'bais'" train "${gold[0]}" --from broken.tsv -o w.tsv
printf '{"text":"Ada","entities":[],"weight":1e300}\n{"text":"Ada","entities":[],"weight":-1}\n' >heavy.jsonl
run train heavy.jsonl -o w.tsv
expect_code 2 "weights out of range"
[ "$(cat err)" = 'heavy.jsonl:1: "weight" is not from 0 to 1000
heavy.jsonl:2: "weight" is not from 0 to 1000' ] || fail "weights out of range: $(cat err)"
: >empty.jsonl
expect_error 2 "empty.jsonl: holds no documents" train "${gold[0]}" empty.jsonl -o w.tsv
expect_range() {  # OPTION RANGE VALUE...
  local option=$1 range=$2 value
  shift 2
  for value; do
    expect_error 2 "quoth: $option takes a number from $range (quoth train --help tells more)" \
      train "${gold[0]}" -o w.tsv $option=$value
  done
}
expect_range --rate "0 to 10" nan -1 inf 1e39
expect_range --l1 "0 to 1000" nan -0.1
expect_range --dropout "0 to 0.9" 2 nan -1
expect_range --most "1 to 65000" -1 0 65001
expect_range --epochs "1 to 1000" -1 0 3000000000
expect_range --folds "2 to 100" 1 101
expect_range --seed "0 to 4294967295" -1 18446744073709551616
expect_error 2 "quoth: --explore takes a number from 0 to 1 (quoth train-syntax --help tells more)" train-syntax t.conllu --explore nan
expect_error 2 "quoth: --tag-epochs takes a number from 0 to 1000 (quoth train-syntax --help tells more)" train-syntax t.conllu --tag-epochs -1
expect_error 2 "quoth: --margin takes a number from 0 to 1000000 (quoth train-syntax --help tells more)" train-syntax t.conllu --margin=inf
cp "${gold[0]}" before.txt
expect_error 2 "quoth: --output ./${gold[0]} would overwrite ${gold[0]}, which is a source: name another file" \
  train "${gold[@]}" -o "./${gold[0]}"
expect_same before.txt "${gold[0]}" "an article that was named as output"
[ ! -e w.tsv ] || fail "weights were written in spite of faults"

# The same texts, options and seed give the same bytes, from marked articles and from lines.
options=(--epochs 2 --folds 2)
run train "${gold[@]}" "${options[@]}" -o one.tsv
expect_code 0 "train"
expect_in out "trained on 4 documents; wrote " "train"
run train "${gold[@]}" "${options[@]}" -o two.tsv
expect_same one.tsv two.tsv "training again"
"$program" corpus convert "${gold[@]}" -o gold.jsonl
run train gold.jsonl "${options[@]}" -o lines.tsv
expect_same <(grep -v '^#' one.tsv) <(grep -v '^#' lines.tsv) "training from lines"
run train "${gold[@]}" "${options[@]}" --seed 2 -o other.tsv
cmp -s <(grep -v '^#' one.tsv) <(grep -v '^#' other.tsv) && fail "another seed gives the same weights"
grep -q $'^w=[a-z]*\t.*PERSON=' one.tsv || fail "no weight of a word: $(head -c 300 one.tsv)"

# --most keeps the strongest.
run train "${gold[@]}" "${options[@]}" --most 100 -o few.tsv
[ "$(grep -vc -e '^#' -e '^step' few.tsv)" = 100 ] || fail "--most 100 keeps $(grep -vc -e '^#' -e '^step' few.tsv)"

# A family of evidence can be left out.
run train "${gold[@]}" "${options[@]}" --without words --without lists -o without.tsv
expect_code 0 "train --without"
grep -qE '^(w|prefix|shape|phrase|names|run-1,names)=' without.tsv && fail "--without leaves words or lists in"
grep -qE '^rule=' without.tsv || fail "--without leaves rules out too"
grep -qE '^# .* without=words without=lists$' without.tsv || fail "--without is not told: $(head -4 without.tsv)"
expect_error 2 "quoth: unknown family 'rool': it is one of words lists cues rules document second" train "${gold[0]}" --without rool -o w.tsv

# Going on keeps features that the new texts do not have.
{ grep -v '^#' one.tsv; printf 'w=nowhereelse\tU-MISC=1.50\n'; } >start.tsv
run train "${gold[0]}" "${options[@]}" --from start.tsv -o more.tsv
expect_code 0 "train --from"
grep -q $'^w=nowhereelse\tU-MISC=1.50$' more.tsv || fail "--from loses a feature"
[ "$(grep -c . more.tsv)" -gt "$(grep -c . few.tsv)" ] || fail "--from keeps only $(grep -c . more.tsv) lines"
run train "${gold[0]}" "${options[@]}" --from start.tsv -o again.tsv
expect_same more.tsv again.tsv "going on again"

# What was trained can be read.
run train "${gold[0]}" "${options[@]}" --from more.tsv -o last.tsv
expect_code 0 "train from what was trained"

finish
