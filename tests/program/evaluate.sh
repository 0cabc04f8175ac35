#!/usr/bin/env bash
# quoth evaluate: scores what quoth finds, or what somebody else found.
language=$(cd "$(dirname "$0")/../../data/en" && pwd)
. "$(dirname "$0")/support.sh"

expect_error 2 "quoth: GOLD is required (quoth evaluate --help tells more)" evaluate
expect_error 2 "missing.jsonl: does not exist" evaluate missing.jsonl
run evaluate --help
expect_code 0 "evaluate --help"
printf '{"text":"Ada","entities":[]}\n[1]\n' >broken.jsonl
run evaluate broken.jsonl
expect_code 2 "a broken line"
grep -q '^broken.jsonl:2: ' err || fail "a broken line: $(cat err)"

cat >gold.jsonl <<'END'
{"id":"a","text":"Ada Okoye left Lusaka. Jan left Acme.","entities":[[0,9,"PERSON"],[15,21,"LOC"],[23,26,"PER"],[32,36,"ORG"]]}
{"id":"b","text":"Zed stayed.","entities":[[0,3,"LOC"]]}
END
cat >found.jsonl <<'END'
{"id":"a","text":"Ada Okoye left Lusaka. Jan left Acme.","mentions":[{"start":4,"end":9,"type":"PERSON"},{"start":15,"end":21,"type":"LOCATION"},{"start":32,"end":36,"type":"PERSON"}]}
END
cat >wanted <<'END'
              exact P      R     F1  overlap F1    gold   found
PERSON           0.0    0.0    0.0     50.0       2       2
LOCATION       100.0   50.0   66.7     66.7       2       1
ORGANIZATION     0.0    0.0    0.0      0.0       1       0
all             33.3   20.0   25.0     50.0       5       3

commonest misses:
  1  LOCATION 'Zed'
  1  ORGANIZATION 'Acme'

commonest false alarms:
  1  PERSON 'Acme'
  1  PERSON 'Okoye'
END
run evaluate gold.jsonl found.jsonl --errors 2
expect_code 0 "two files"
expect_same out wanted "two files"
[ "$(cat err)" = "quoth: found.jsonl lacks 1 of the 2 documents: they count as if nothing was found" ] ||
  fail "a document without prediction: it says $(cat err)"
expect_error 2 "quoth: only one file can be scored: found.jsonl or gold.jsonl?" evaluate gold.jsonl found.jsonl gold.jsonl
run evaluate gold.jsonl gold.jsonl
expect_in out "all            100.0  100.0  100.0    100.0       5       5" "gold against itself"

# PRED as quoth writes it: its lines have no text of their own. What it finds is scored the same.
"$program" --from jsonl --to jsonl --offsets codepoints gold.jsonl >own.jsonl
run evaluate gold.jsonl own.jsonl --errors 5
expect_code 0 "PRED without text"
cp out twice
run evaluate gold.jsonl --errors 5
expect_same twice out "PRED without text"
echo '{"id":"z","mentions":[]}' >stray.jsonl
expect_error 2 "stray.jsonl:1: no document of GOLD has the id \"z\"" evaluate gold.jsonl stray.jsonl

# Ids that do not say which document belongs to which.
cat found.jsonl found.jsonl >twice.jsonl
expect_error 2 "twice.jsonl:2: the id \"a\" is there already: twice.jsonl:1" evaluate gold.jsonl twice.jsonl
cat gold.jsonl gold.jsonl >two_gold.jsonl
run evaluate two_gold.jsonl found.jsonl
expect_code 2 "ids that GOLD repeats"
cat >wanted <<'END'
two_gold.jsonl:3: the id "a" is there already: two_gold.jsonl:1
two_gold.jsonl:4: the id "b" is there already: two_gold.jsonl:2
END
expect_same err wanted "ids that GOLD repeats"
run evaluate two_gold.jsonl
expect_code 0 "ids do not matter where nothing is compared by them"
: >empty.jsonl
expect_error 2 "empty.jsonl: holds no documents" evaluate empty.jsonl
for errors in -1 1000001 99999999999999999999999; do
  expect_error 2 "quoth: --errors takes a number from 0 to 1000000 (quoth evaluate --help tells more)" \
    evaluate gold.jsonl --errors $errors
done

# How often names of a confidence are right.
cat >sure.jsonl <<'END'
{"id":"a","mentions":[{"start":0,"end":9,"type":"PERSON","confidence":0.91},{"start":15,"end":21,"type":"LOCATION","confidence":0.99},{"start":23,"end":26,"type":"LOCATION","confidence":0.5}]}
{"id":"b","mentions":[{"start":0,"end":3,"type":"LOCATION","confidence":0.5},{"start":4,"end":10,"type":"PERSON","confidence":0.08}]}
END
cat >wanted <<'END'

confidence     names    mean   right
0 to 10            1     8.0     0.0
50 to 60           2    50.0    50.0
90 to 100          2    95.0   100.0
all                5    59.6    60.0
expected calibration error: 3.6 points
END
run evaluate gold.jsonl sure.jsonl --reliability
expect_code 0 "--reliability"
tail -n 7 out >table
expect_same table wanted "--reliability"

# Marked articles are gold, as many as there are; PRED behind them is what to score.
echo '<P>Ada Okoye</P> left <L>Lusaka</L>.' >one.txt
echo '<P>Jan Nowak</P> left <L>Paris</L>.' >two.txt
run evaluate one.txt two.txt
expect_code 0 "marked articles"
grep -qE '^PERSON .* 2 +[0-9]+$' out || fail "marked articles: $(cat out)"
"$program" corpus convert two.txt -o two.jsonl
run evaluate one.txt two.txt two.jsonl
grep -qE '^all +100.0   50.0 ' out || fail "marked articles and PRED: $(cat out)"
echo '<P>Ada' >bad.txt
expect_error 2 "bad.txt:1: <P> is never closed" evaluate bad.txt

# Other data: a language without weights finds nothing.
mkdir -p data/en/text
cp "$language/text/token.rbbi" data/en/text/
run evaluate gold.jsonl --data data
expect_code 0 "--data"
grep -qE '^all +0.0 +0.0 +0.0 +0.0 +5 +0$' out || fail "--data: $(cat out)"
expect_error 2 "nowhere: does not exist" evaluate gold.jsonl --data nowhere

finish
