#!/usr/bin/env bash
# Output that nobody takes: a closed pipe is no fault, a full disk is one.
. "$(dirname "$0")/support.sh"

for i in $(seq 200); do echo "{\"id\": \"$i\", \"text\": \"Number $i met Ada Okoye in a place far away from here.\"}"; done >many.jsonl

for threads in 1 4; do
  { timeout 60 "$program" --from jsonl --to jsonl --tokens --threads $threads many.jsonl 2>err; echo $? >code; } | head -n 1 >out
  [ "$(cat code)" = 0 ] || fail "a closed pipe with $threads threads: exit code $(cat code)"
  [ ! -s err ] || fail "a closed pipe with $threads threads: $(cat err)"
  [ "$(wc -l <out)" = 1 ] || fail "a closed pipe: $(wc -l <out) lines came through"
done

if [ -w /dev/full ]; then
  for arguments in "--from jsonl --to jsonl many.jsonl" "--from jsonl --threads 4 many.jsonl" --help --version; do
    # shellcheck disable=SC2086
    "$program" $arguments >/dev/full 2>err
    code=$?
    expect_code 2 "a full disk, $arguments"
    [ "$(cat err)" = "quoth: standard output cannot be written: No space left on device" ] ||
      fail "a full disk, $arguments: $(cat err)"
  done
  # Nobody to complain to: the exit code still tells.
  "$program" nothing.txt 2>/dev/full
  [ $? = 2 ] || fail "standard error is full"
fi

"$program" --to jsonl --from jsonl many.jsonl >&- 2>err
code=$?
expect_code 2 "no standard output"

[ "$(cat err)" = "quoth: standard output cannot be written: Bad file descriptor" ] || fail "no standard output: $(cat err)"

# A file that may not grow: the same as a full disk, and no signal ends the program.
(ulimit -f 8; "$program" --to jsonl --from jsonl --tokens many.jsonl >limited 2>err)
code=$?
expect_code 2 "a limit of file sizes"
[ "$(cat err)" = "quoth: standard output cannot be written: File too large" ] || fail "a limit of file sizes: $(cat err)"

finish
