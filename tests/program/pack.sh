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

# Sources are not written over, by whatever name, and a compiled pack is not named like one.
cp boats.rules before.rules
expect_error 2 "quoth: --output ships.rules has a source's name: a compiled pack does not end in .rules" \
  pack compile -o ships.rules boats.rules
for ending in tsv txt cases; do
  expect_error 2 "quoth: --output ships.$ending has a source's name: a compiled pack does not end in .$ending" \
    pack compile boats.rules -o ships.$ending
done
[ -z "$(ls | grep ships)" ] || fail "a pack with a source's name was written"
expect_error 2 "quoth: --output boats.rules has a source's name: a compiled pack does not end in .rules" \
  pack compile boats.rules -o boats.rules
ln boats.rules boats.hard
expect_error 2 "quoth: --output ./boats.hard would overwrite boats.rules, which is a source: name another file" \
  pack compile boats.rules -o ./boats.hard
ln -s boats.rules boats.link
expect_error 2 "quoth: --output boats.link would overwrite boats.rules, which is a source: name another file" \
  pack compile boats.rules -o boats.link
expect_same boats.rules before.rules "a source that was named as output"
rm boats.hard boats.link before.rules
expect_error 2 "quoth: --output was given twice: it takes one value (quoth pack compile --help tells more)" \
  pack compile boats.rules -o a.pack -o b.pack
run pack test --help
expect_in <(tr -s ' \n' ' ' <out) "Ends with 1 if a case fails." "pack test --help"
run pack check --help
expect_in <(tr -s ' \n' ' ' <out) "Ends with 2 if there are any." "pack check --help"

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

# A rule whose act reaches into another sentence than its speaker's, of which there is no tree.
echo 'pack far
phase quotes
rule far: @SPEAKER(Cap) [QUOTE] @CUE(said) likely' >far.rules
echo 'Okoye “The road was shut. It is over.” said then that nobody knew.' >far.txt
run --pack far.rules --to jsonl far.txt
expect_code 0 "an act over two sentences"
grep -q '"speaker_name":"Okoye"' out || fail "an act over two sentences: $(cat out)"

# A word that is two tokens in a text.
echo 'pack two
rule dead: "Mt." @HILL(Cap) likely' >two.rules
expect_error 2 'two.rules:2:12: "Mt." is 2 tokens in a text: write "Mt ."' pack check two.rules
printf 'rule dead\n+ Mt. <HILL>Vroom</HILL>\n- Mt. 1\n' >two.cases
expect_error 2 'two.rules:2:12: "Mt." is 2 tokens in a text: write "Mt ."' pack test two.rules

finish
