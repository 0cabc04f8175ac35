#!/usr/bin/env bash
# JSONL in: broken lines keep their place, and the rest goes on.
. "$(dirname "$0")/support.sh"

cat >in.jsonl <<'END'
{"id": "a1", "text": "It rained."}
this is no JSON
{"id": "a3"}

{"text": "no id"}
[1, 2]
{"id": 7, "text": "It snowed."}
END
cat >wanted <<'END'
{"id":"a1","mentions":[],"entities":[],"quotes":[]}
{"id":null,"line":2,"error":"no JSON: broken at byte 2"}
{"id":"a3","line":3,"error":"no \"text\""}
{"id":null,"line":5,"error":"no \"id\""}
{"id":null,"line":6,"error":"no JSON object"}
{"id":"7","mentions":[],"entities":[],"quotes":[]}
END

run --from jsonl --to jsonl in.jsonl
expect_code 0 "broken lines"
expect_same out wanted "broken lines"
[ ! -s err ] || fail "broken lines: it says $(cat err)"

run --from jsonl --to jsonl --strict in.jsonl
expect_code 1 "broken lines with --strict"
expect_same out wanted "broken lines with --strict"
head -n 1 in.jsonl >good.jsonl
run --from jsonl --to jsonl --strict good.jsonl
expect_code 0 "good lines with --strict"

run --from jsonl --to json in.jsonl
expect_in out '{"id": null, "line": 2, "error": "no JSON: broken at byte 2"}' "--to json"
[ "$(head -n 1 out)$(tail -n 1 out)" = '[]' ] || fail "JSONL as JSON is no array"
run --from jsonl in.jsonl
expect_code 0 "--to text"
expect_in out "line 2 is no document: no JSON: broken at byte 2" "--to text"

# A zero byte is no end of a line.
printf '{"id":"x","text":"Mary Okoye left."}\0garbage{"\n{"id":"y","text":"It rained."}\n' >zero.jsonl
run --from jsonl --to jsonl --strict zero.jsonl
expect_code 1 "a zero byte"
[ "$(head -n 1 out)" = '{"id":null,"line":1,"error":"no JSON: broken at byte 37"}' ] || fail "a zero byte: $(cat out)"
expect_in out '{"id":"y","mentions":[]' "the line behind a zero byte"

# With several files the error names its file.
run --from jsonl --to jsonl good.jsonl in.jsonl
expect_in out '{"id":null,"line":2,"error":"in.jsonl: no JSON: broken at byte 2"}' "several files"

# No line at all.
: >empty.jsonl
run --from jsonl --to jsonl empty.jsonl
expect_code 0 "no lines"
[ ! -s out ] || fail "no lines print $(cat out)"
run --from jsonl --to json empty.jsonl
[ "$(tr -d '\n' <out)" = '[]' ] || fail "no lines as JSON: $(cat out)"

# Names that the caller knows, in the unit asked for.
echo '{"id":"g","text":"é Xyzzy ran.","mentions":[{"start":2,"end":7,"type":"PERSON"}]}' >given.jsonl
run --from jsonl --to jsonl --offsets codepoints given.jsonl
expect_in out '"mentions":[{"start":2,"end":7,"type":"PERSON","form":"name","text":"Xyzzy",' "given mentions"
echo '{"id":"g","text":"x","mentions":[{"start":0,"end":9,"type":"PERSON"}]}' >given.jsonl
run --from jsonl --to jsonl given.jsonl
expect_in out '{"id":"g","line":1,"error":"mention 0: \"end\" is 9, which is past' "a mention past the text"
echo '{"id":"g","text":"Ada ran.","mentions":[{"start":0,"end":3,"type":"PERSON","form":5}]}' >given.jsonl
run --from jsonl --to jsonl --strict given.jsonl
expect_code 1 "a form that is no string"
expect_in out '{"id":"g","line":1,"error":"mention 0: \"form\" is no string"}' "a form that is no string"

finish
