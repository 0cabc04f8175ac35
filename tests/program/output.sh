#!/usr/bin/env bash
# Output that nobody takes: a closed pipe is no fault, a full disk is one. Complaints that nobody takes change nothing.
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

# Standard error is a pipe that nobody reads: what can be read is written, and the exit codes are those of always.
mkfifo nobody
exec 5<>nobody 6>nobody 5>&-
echo 'Ada Okoye spoke.' >a.txt
"$program" --to jsonl missing.txt a.txt missing.txt a.txt >out 2>&6
code=$?
expect_code 2 "a missing file that nobody is told of"
[ "$(grep -c '"id":"a.txt"' out)" = 2 ] || fail "a missing file that nobody is told of: prints $(cat out)"
printf '<P>Ada\n' >bad_article.txt
"$program" corpus check bad_article.txt >out 2>&6
code=$?
expect_code 1 "faults that nobody is told of"
expect_in out "1 fault" "faults that nobody is told of"
printf 'pack boats\nrule good_ship: "ship" @SHIP(Cap) certain\n' >boats.rules
printf 'rule good_ship\n+ the ship <SHIP>Marigold</SHIP> sank\n- the ship Marigold sank\n' >boats.cases
"$program" pack test boats.rules >out 2>&6
code=$?
expect_code 1 "a failed case that nobody is told of"
expect_in out "boats.rules: 1 rule" "a failed case that nobody is told of"
exec 6>&-
"$program" --to jsonl missing.txt a.txt >out 2>&-
code=$?
expect_code 2 "no standard error"
expect_in out '"id":"a.txt"' "no standard error"

# What would steer a terminal is not printed as it is.
expect_error 2 $'quoth: no\uFFFD[31mfile\uFFFD\uFFFD\uFFFD: does not exist' $'no\033[31mfile\xC2\x9B\xFF\u202E'
expect_error 2 $'quoth: unknown option \'--\uFFFD[2J\' (quoth --help tells more)' $'--\033[2J'
printf 'pack p\nrule r: {no\033[31mlist} @SHIP(Cap) certain\n' >steering.rules
printf 'rule r\n+ the ship \033[31m <SHIP>Marigold</SHIP> sank\n' >steering.cases
for command in "pack check" "pack test" --pack; do
  # shellcheck disable=SC2086
  run $command steering.rules
  expect_code 2 "$command of rules that steer"
  grep -q $'\033' err && fail "$command steers the terminal: $(cat -v err)"
  grep -q '^steering.rules:2:' err || fail "$command of rules that steer: $(cat -v err)"
done
printf 'pack p\nrule r: "ship" @SHIP(Cap) certain\n' >steering.rules
run pack test steering.rules
expect_code 1 "a case that steers"
grep -q $'\033' err && fail "a case steers the terminal: $(cat -v err)"

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
