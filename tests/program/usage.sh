#!/usr/bin/env bash
# Wrong command lines and files: exit code 2 and one line that says what to do.
. "$(dirname "$0")/support.sh"

echo 'Ada Okoye met Jan Novak.' >a.txt
mkdir folder

expect_error 2 "quoth: nothing.txt: does not exist" nothing.txt
expect_error 2 "quoth: folder: is a folder: name the files in it" folder
expect_error 2 "quoth: nothing.jsonl: does not exist" --from jsonl --to jsonl nothing.jsonl
expect_error 2 "quoth: unknown option '--threds': did you mean '--threads'?" --threds 3 a.txt
expect_error 2 "quoth: unknown option '--frobnicate' (quoth --help tells more)" --frobnicate a.txt
expect_error 2 "quoth: unknown output format 'jsn': did you mean 'json'?" --to jsn a.txt
expect_error 2 "quoth: unknown output format 'xml': it is one of text json jsonl" --to xml a.txt
expect_error 2 "quoth: unknown unit of offsets 'chars': it is one of bytes codepoints utf16" --offsets chars a.txt
expect_error 2 "quoth: --threads needs a value (quoth --help tells more)" a.txt --threads
expect_error 2 "quoth: --threads takes a number from 1 to 1024" a.txt --threads 5000
expect_error 2 "quoth: --threads takes a number from 1 to 1024" a.txt --threads 0
expect_error 2 "quoth: --min-confidence takes a number from 0 to 1" --min-confidence 7 a.txt
expect_error 2 "quoth: unknown encoding 'klingon'" --encoding klingon a.txt
expect_error 2 "quoth: --encoding is for text input: JSONL is always UTF-8" --from jsonl --encoding latin1 a.txt
expect_error 2 "nothing.rules: does not exist" --pack nothing.rules a.txt

# One file that cannot be read does not keep the others back.
run --to jsonl nothing.txt a.txt
expect_code 2 "a missing file and a good one"
expect_in out '{"id":"a.txt",' "a missing file and a good one"
expect_in err 'quoth: nothing.txt: does not exist' "a missing file and a good one"

# A text over the limit is refused before it is read.
truncate -s 300M big.txt
expect_error 2 "quoth: big.txt: longer than 268435456 bytes" big.txt

run --help
expect_code 0 "--help"
expect_in out "Usage: quoth [OPTIONS] [FILE...]" "--help"
expect_in out "Examples:" "--help"
tr -s ' \n' ' ' <out >words
for default in "text (a file is an article; the default)" "Output format (default: text)" "auto (the default)" \
  "bytes (the default)" "Threads, 1 to 1024 (default: 1)"; do
  expect_in words "$default" "--help"
done
run --version
expect_code 0 "--version"
grep -qE '^quoth [0-9]+\.[0-9]+\.[0-9]+$' out || fail "--version prints $(cat out)"

# Names in square brackets are names.
echo 'Jan Novak met Eve Moyo.' >'[a.txt]'
cp '[a.txt]' '[[a.txt,b.txt]]'
for file in '[a.txt]' '[[a.txt,b.txt]]'; do
  run --to jsonl "$file"
  expect_code 0 "$file"
  expect_in out "{\"id\":\"$file\"" "$file"
  expect_in out Novak "$file"
done
expect_error 2 "quoth: [b.txt]: does not exist" '[b.txt]'
expect_error 2 "quoth: []: does not exist" '[]'
expect_error 2 "[b.rules]: does not exist" --pack '[b.rules]' a.txt
expect_error 2 "[b.rules]: does not exist" pack check '[b.rules]'
expect_error 2 "[b.txt]: does not exist" corpus check '[b.txt]'
expect_error 2 "[b.jsonl]: does not exist" evaluate '[b.jsonl]'
expect_error 2 "[b.jsonl]: does not exist" train '[b.jsonl]' -o w.tsv

# A file named like a command.
cp a.txt pack
run --to jsonl ./pack
expect_code 0 "./pack"
expect_in out '{"id":"./pack",' "./pack"

finish
