#!/usr/bin/env bash
# What is printed for one document, several, and none.
. "$(dirname "$0")/support.sh"

printf 'Ada Okoye met Jan Novak.\n' >a.txt
printf 'It rained.\n' >b.txt
: >empty.txt

run a.txt
expect_code 0 "a text"
expect_in out "Okoye" "a text"
grep -q '==>' out && fail "one text needs no title"
grep -q $'\x1b' out && fail "colours go to a file"
run --color always a.txt
expect_in out $'\x1b[' "--color always"

run a.txt b.txt
expect_in out "==> a.txt <==" "two texts"
expect_in out "==> b.txt <==" "two texts"
expect_in out "It rained." "two texts"

run empty.txt
expect_code 0 "an empty text"
[ ! -s out ] || fail "an empty text prints $(cat out)"
run --to jsonl empty.txt
echo '{"id":"empty.txt","mentions":[],"entities":[],"quotes":[]}' >wanted
expect_same out wanted "an empty text in JSONL"

run --to json a.txt
expect_code 0 "--to json"
[ "$(head -n 2 out)" = $'{\n  "id": "a.txt",' ] || fail "--to json begins with $(head -n 2 out)"
[ "$(tail -n 1 out)" = '}' ] || fail "--to json ends with $(tail -n 1 out)"
run --to json a.txt b.txt
[ "$(head -n 1 out)$(tail -n 1 out)" = '[]' ] || fail "several documents are no array: $(head -c 200 out)"
run --to jsonl a.txt b.txt
[ "$(wc -l <out)" = 2 ] || fail "--to jsonl: $(wc -l <out) lines for two texts"

# Standard input, named and not.
"$program" --to jsonl <a.txt >out && "$program" --to jsonl - <a.txt >out2
expect_same out out2 "standard input with and without -"
expect_in out '{"id":"-",' "standard input"

# Extra parts only where asked for.
run --to jsonl --tokens --sentences b.txt
expect_in out '"sentences":[[0,10]]' "--sentences"
expect_in out '"tokens":[[0,2],[3,9],[9,10]]' "--tokens"
run --to jsonl b.txt
grep -q '"tokens"' out && fail "tokens unasked"
grep -q '"sentences"' out && fail "sentences unasked"

# Offsets in all units: é is 2 bytes, and 😀 is 4 bytes, 1 code point and 2 units of UTF-16.
printf 'é 😀 x' >units.txt
for row in 'bytes:[[0,2],[3,7],[8,9]]' 'codepoints:[[0,1],[2,3],[4,5]]' 'utf16:[[0,1],[2,4],[5,6]]'; do
  run --to jsonl --tokens --offsets "${row%%:*}" units.txt
  expect_in out "\"tokens\":${row#*:}" "--offsets ${row%%:*}"
done

finish
