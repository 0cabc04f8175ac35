#!/usr/bin/env bash
# Files that fail while they are read or written: a clear error, and nothing half-written passes as whole.
. "$(dirname "$0")/support.sh"

echo 'Ada Okoye spoke.' >good.txt
cat >boats.rules <<'END'
pack boats
rule good_ship: "good" "ship" @SHIP(Cap) certain
END

# A read that fails midway, and files that are not there (any more) when their turn comes.
if [ -r /proc/self/mem ]; then
  expect_error 2 "quoth: /proc/self/mem: cannot be read: Input/output error" /proc/self/mem
  expect_error 2 "quoth: /proc/self/mem: cannot be read: Input/output error" --from jsonl --to jsonl /proc/self/mem
  ln -s /proc/self/mem mem.rules
  expect_error 2 "mem.rules: cannot be read: Input/output error" --pack mem.rules good.txt
  expect_error 2 "mem.rules: cannot be read: Input/output error" pack check mem.rules
fi
expect_error 2 "gone.rules: does not exist" --pack gone.rules good.txt
expect_error 2 "gone.data: does not exist" --data gone.data good.txt
cp good.txt vanishing.txt
mkfifo first.txt
{ exec 3>first.txt; rm vanishing.txt; echo 'Jan Novak spoke.' >&3; exec 3>&-; } &
run --to jsonl first.txt vanishing.txt good.txt
wait
expect_code 2 "a file that vanishes"
[ "$(cat err)" = "quoth: vanishing.txt: does not exist" ] || fail "a file that vanishes: $(cat err)"
[ "$(wc -l <out)" = 2 ] || fail "a file that vanishes: the others are printed: $(cat out)"

# A pack that can be read once only.
mkfifo pipe.rules
cat boats.rules >pipe.rules &
timeout 20 "$program" --to jsonl --pack pipe.rules good.txt >out 2>err
[ $? = 0 ] || fail "a pack from a pipe: $(cat err)"
wait

# Packs are written aside and renamed: nobody sees half of one, an old one stays where writing fails.
"$program" pack compile boats.rules -o boats.pack || fail "pack compile"
cp boats.pack before.pack
said=$(ulimit -f 0; "$program" pack compile boats.rules -o boats.pack 2>&1)
code=$?
expect_code 2 "pack compile beyond a limit"
[ "$said" = "boats.pack: cannot be written: File too large" ] || fail "pack compile beyond a limit: $said"
expect_same boats.pack before.pack "a failure leaves the old pack"
mkdir closed
chmod a-w closed
if ! touch closed/probe 2>/dev/null; then
  expect_error 2 "closed/boats.pack: cannot be written: Permission denied" pack compile boats.rules -o closed/boats.pack
fi
expect_error 2 "no/boats.pack: cannot be written: No such file or directory" pack compile boats.rules -o no/boats.pack
expect_error 2 ".: cannot be written: Is a directory" pack compile boats.rules -o .
[ ! -w /dev/full ] || expect_error 2 "/dev/full: cannot be written: No space left on device" \
  pack compile boats.rules -o /dev/full
"$program" pack compile boats.rules -o /dev/stdout | cmp -s - boats.pack || fail "pack compile to a pipe"
leftover=$(ls -A | grep -E 'part|tmp')
[ -z "$leftover" ] || fail "left behind: $leftover"

# Those who have the old file keep it whole while a new one takes its place.
exec 4<boats.pack
"$program" pack compile boats.rules -o boats.pack
cmp -s /dev/fd/4 before.pack || fail "a pack in use was changed"
exec 4<&-

finish
