#!/usr/bin/env bash
# quoth pack check, test and compile.
. "$(dirname "$0")/support.sh"

cat >boats.rules <<'END'
pack boats
rule good_ship: "good" "ship" @SHIP(Cap) certain   # the good ship Marigold
END
cat >boats.cases <<'END'
rule good_ship
+ the good ship <SHIP>Marigold</SHIP> sank
- the good ship sank
END
echo 'They saw the good ship Marigold.' >a.txt

expect_error 2 "quoth: pack needs a command: check, test or compile (quoth pack --help tells more)" pack
expect_error 2 "quoth: unknown command of pack 'chek': did you mean 'check'?" pack chek
expect_error 2 "quoth: FILE is required (quoth pack check --help tells more)" pack check
expect_error 2 "missing.rules: does not exist" pack check missing.rules
run pack --help
expect_code 0 "pack --help"
run pack check --help
expect_code 0 "pack check --help"

run pack check boats.rules
expect_code 0 "pack check"
[ ! -s out ] && [ ! -s err ] || fail "pack check speaks: $(cat out err)"

run pack test boats.rules
expect_code 0 "pack test"
[ "$(cat out)" = "boats.rules: 1 rule, 2 cases, 0 faults" ] || fail "pack test: $(cat out err)"

run --to jsonl --pack boats.rules a.txt
expect_code 0 "--pack"
expect_in out '"type":"SHIP","form":"name","text":"Marigold"' "--pack"

run pack compile boats.rules -o boats.pack
expect_code 0 "pack compile"
"$program" --to jsonl --pack boats.rules a.txt >source_out
"$program" --to jsonl --pack boats.pack a.txt >compiled_out
expect_same source_out compiled_out "a compiled pack"

# A copy of a pack of ours stands in its place: unchanged it changes nothing, changed it does.
data=$source_folder/data/en/rules
cp "$data/person.rules" "$data/person.cases" "$data/quotes.rules" "$data/quotes.cases" .
for pack in person quotes; do
  run pack check $pack.rules
  expect_code 0 "pack check of a copy of $pack"
  [ ! -s out ] && [ ! -s err ] || fail "pack check of a copy of $pack speaks: $(cat out err)"
  [ $pack = quotes ] && continue  # its cases are run by ctest
  run pack test $pack.rules
  expect_code 0 "pack test of a copy of $pack"
done
cat >b.txt <<'END'
Ms. Ada Okoye spoke in Lusaka. "We agree," Okoye said.
END
"$program" --to jsonl b.txt >embedded_out
run pack compile person.rules quotes.rules -o ours.pack
expect_code 0 "pack compile of copies"
for packs in "--pack person.rules --pack quotes.rules" "--pack ours.pack"; do
  # shellcheck disable=SC2086
  "$program" --to jsonl $packs b.txt >copied_out
  expect_same embedded_out copied_out "unchanged copies, $packs"
done
echo "pack person
rule boat: @SHIP('Ada') certain" >person.rules
run --to jsonl --pack person.rules b.txt
expect_in out '"type":"SHIP"' "a changed copy"

# A broken pack: every fault, and the old file stays.
echo 'pack boats
rule broken: {no_such_list} @SHIP(Cap likely
rule unknown: {no_such_list} @SHIP(Cap) likely' >broken.rules
run pack check broken.rules
expect_code 2 "a broken pack"
grep -q '^broken.rules:2:' err || fail "a broken pack: $(cat err)"
cp boats.pack before.pack
run pack compile broken.rules -o boats.pack
expect_code 2 "pack compile of a broken pack"
expect_same boats.pack before.pack "a broken pack leaves the old file"
[ "$(ls -A | grep -c boats)" = 3 ] || fail "files left behind: $(ls -A)"
run pack compile boats.rules -o no/such/folder/boats.pack
expect_code 2 "pack compile without a place"

# A corrupt or cut compiled pack.
head -c 100 boats.pack >cut.pack
run --pack cut.pack a.txt
expect_code 2 "a cut pack"
expect_in err "cut.pack" "a cut pack"

# A case that fails.
sed -i 's/^- .*/- the good ship Marigold sank/' boats.cases
run pack test boats.rules
expect_code 1 "a case that fails"
grep -q '^boats.cases:3:' err || fail "a case that fails: $(cat err)"
rm boats.cases
expect_error 2 "boats.cases: does not exist" pack test boats.rules

finish
