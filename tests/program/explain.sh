#!/usr/bin/env bash
# quoth explain: why names and quotes were found, by file and line.
data=$(cd "$(dirname "$0")/../../data" && pwd)
. "$(dirname "$0")/support.sh"

printf 'The day broke.\n“No,” said Dr. Mary Okoye in Lagos.\n' >a.txt
run explain a.txt
expect_code 0 "explain"
grep -qE '^\*Mary Okoye\*  PERSON  [0-9.]+ %  line 2$' out || fail "explain: no heading of the name: $(head -5 out)"
grep -qE "^ +[+-][0-9.]+  en/rules/person\.rules:[0-9]+ [a-z_]+  PERSON 'Mary Okoye'$" out || fail "explain: no rule"
grep -qE "^ +[+-][0-9.]+  (en|common)/gazetteers/[a-z_]+\.tsv:[0-9]+  LOCATION\.city 'Lagos'$" out ||
  fail "explain: no row of a list"
grep -qE '^ +[+-][0-9.]+  weights: [^ ]+' out || fail "explain: no weight"
grep -qE '^ +[+-][0-9.]+  [0-9]+ weaker weights together$' out || fail "explain: weak weights are not summed up"
grep -A1 '^    next best$' out | grep -qE '^ +[0-9.]+ %  (no name|[A-Z]+ )' || fail "explain: no next best reading"
grep -qE '^quote: No,$' out || fail "explain: no quote"
grep -qE '^ +[+-][0-9.]+  .+  speaker and cue$' out || fail "explain: nothing speaks for the quote"

# A row of a list is found in the line that it names.
row=$(grep -oE "(en|common)/gazetteers/[a-z_]+\.tsv:[0-9]+  LOCATION\.city 'Lagos'" out | head -n 1)
place=${row%% *}
sed -n "${place##*:}p" "$data/${place%:*}" | grep -q 'Lagos' || fail "explain: $place is no row of Lagos"

printf 'She announced a plan.\n' >b.txt
run explain --broad b.txt
expect_code 0 "explain --broad"
grep -qE '^quote: a plan$' out || fail "explain --broad: no quote"

run explain --all a.txt
expect_code 0 "explain --all"
grep -q 'weaker weights' out && fail "explain --all leaves weights out"

# Several texts have titles, as elsewhere.
run explain a.txt a.txt
expect_in out '==> a.txt <==' "two files"
printf '{"id":"x","text":"Ada Okoye left."}\n[\n' >lines.jsonl
run explain --from jsonl lines.jsonl
expect_code 0 "explain --from jsonl"
expect_in out '==> x <==' "explain --from jsonl"
expect_in out 'line 2 is no document: ' "explain --from jsonl"
: >empty.txt
run explain empty.txt
expect_code 0 "an empty text"
[ ! -s out ] || fail "an empty text: $(head -3 out)"

# The view for people ends with the same.
run --explain a.txt
cp out view
run explain a.txt
tail -n "$(wc -l <out)" view >end
expect_same end out "quoth --explain"

expect_error 2 "quoth: unknown option '--al': did you mean '--all'?" explain --al a.txt
expect_error 2 "quoth: unknown option '--to' (quoth explain --help tells more)" explain --to json a.txt
expect_error 2 "quoth: nothing.txt: does not exist" explain nothing.txt
run explain --help
expect_code 0 "explain --help"
expect_in out 'Usage: quoth explain [OPTIONS] [FILE...]' "explain --help"
expect_in out 'next best readings' "explain --help"
run --help
expect_in out '  explain       ' "--help"

finish
