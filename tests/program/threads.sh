#!/usr/bin/env bash
# The same bytes for every number of threads.
. "$(dirname "$0")/support.sh"

for i in $(seq 60); do
  words=$(printf "Ada Okoye said it was day $i. %.0s" $(seq $((i * 7 % 40 + 1))))
  [ $((i % 9)) = 0 ] && echo "broken line $i" || echo "{\"id\": \"$i\", \"text\": \"$words\"}"
done >many.jsonl
for i in 1 2 3 4 5; do echo "Text $i names Jan Novak." >"$i.txt"; done

for to in text json jsonl; do
  "$program" --from jsonl --to $to --threads 1 many.jsonl >one || fail "one thread"
  for threads in 2 3 8; do
    "$program" --from jsonl --to $to --threads $threads many.jsonl >many || fail "$threads threads"
    expect_same one many "--to $to with $threads threads"
  done
  "$program" --to $to --threads 1 1.txt missing.txt 2.txt 3.txt 4.txt 5.txt >one 2>err1
  "$program" --to $to --threads 8 1.txt missing.txt 2.txt 3.txt 4.txt 5.txt >many 2>err8
  expect_same one many "files --to $to with 8 threads"
  expect_same err1 err8 "complaints with 8 threads"
done

finish
