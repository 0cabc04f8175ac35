#!/usr/bin/env bash
# --encoding converts; what does not fit is named with its file and byte.
. "$(dirname "$0")/support.sh"

printf 'caf\xe9 \x93x\x94 5 \x80' >old.txt
run --to jsonl --tokens --encoding windows-1252 old.txt
expect_code 0 "windows-1252"
expect_in out '"tokens":[[0,5],[6,9],[9,10],[10,13],' "offsets count the converted text"
run --to jsonl --tokens --encoding windows-1252 --offsets codepoints old.txt
expect_in out '"tokens":[[0,4],[5,6],[6,7],[7,8],' "offsets count the converted text"

printf 'caf\x81' >bad.txt
expect_error 2 "quoth: bad.txt: the input is not windows-1252: byte 0x81 at offset 3" --encoding windows-1252 bad.txt
expect_error 2 "quoth: old.txt: the input is not utf-8: byte 0xE9 at offset 3" --encoding utf-8 old.txt

# Without the option any bytes will do, each a character.
run --to jsonl --tokens --offsets codepoints old.txt
expect_code 0 "bytes that are no UTF-8"
printf 'ab \xff\xfe\x00\x01 cd' >any.txt
run any.txt
expect_code 0 "any bytes"
run --to json any.txt
expect_code 0 "any bytes as JSON"
if command -v iconv >/dev/null; then
  iconv -f utf-8 -t utf-8 out >/dev/null 2>&1 || fail "the JSON is no UTF-8"
fi

finish
