#!/usr/bin/env bash
# quoth corpus check and convert.
articles=$(cd "$(dirname "$0")/../../data/en/training" && pwd)
. "$(dirname "$0")/support.sh"

expect_error 2 "quoth: corpus needs a command: check or convert (quoth corpus --help tells more)" corpus
expect_error 2 "quoth: unknown command of corpus 'chek': did you mean 'check'?" corpus chek
expect_error 2 "quoth: FILE is required (quoth corpus check --help tells more)" corpus check
expect_error 2 "missing.txt: does not exist" corpus check missing.txt
expect_error 2 "missing.txt: does not exist" corpus convert missing.txt
run corpus --help
expect_code 0 "corpus --help"
run corpus convert --help
expect_code 0 "corpus convert --help"

cat >good.txt <<'END'
<Q1>“It is over,”</Q1> <S1>minister <P>Ada Okoye</P></S1> <C1>told</C1> <A1>reporters</A1> in <L>Lusaka</L>.
<S2 Ada Okoye>She</S2> <C2>said</C2> <Q2>the <O>Acme</O> mine “would go”</Q2>.
END
run corpus check good.txt
expect_code 0 "a good article"
[ "$(cat out)" = "1 article, 17 words, 0 faults: 1 PERSON, 1 LOCATION, 1 ORGANIZATION, 0 MISC, 1 direct, 1 mixed, 0 indirect" ] ||
  fail "check: $(cat out)"
[ ! -s err ] || fail "check of a good article complains: $(cat err)"

cat >wanted <<'END'
{"id":"own/good","text":"“It is over,” minister Ada Okoye told reporters in Lusaka.\nShe said the Acme mine “would go”.\n","entities":[[23,32,"PERSON"],[51,57,"LOCATION"],[72,76,"ORG"]],"quotes":[{"content":[[0,13]],"speaker":[[14,32]],"cue":[[33,37]],"addressee":[[38,47]],"type":"direct","speaker_name":"Ada Okoye","speech":true,"nested":false},{"content":[[68,92]],"speaker":[[59,62]],"cue":[[63,67]],"addressee":null,"type":"mixed","speaker_name":"Ada Okoye","speech":true,"nested":false}]}
END
run corpus convert good.txt
expect_code 0 "convert"
expect_same out wanted "convert"
run corpus convert good.txt good.txt -o lines.jsonl
expect_code 0 "convert -o"
[ ! -s out ] || fail "convert -o prints: $(cat out)"
cat wanted wanted >twice
expect_same lines.jsonl twice "convert -o"

cp good.txt before
for out in good.txt ./good.txt; do
  expect_error 2 "quoth: --output $out would overwrite good.txt, which is a source: name another file" \
    corpus convert good.txt -o $out
done
expect_same good.txt before "an article that was named as output"

# A list beside the articles names those that end with 's of their own.
echo "The <O>Lloyd's</O> and <P>Ada's</P> shop" >names.txt
run corpus check names.txt
expect_code 1 "possessives"
[ "$(grep -c "white space or possessive" err)" = 2 ] || fail "possessives: $(cat err)"
echo Lloyd >names_with_apostrophe.list
run corpus check names.txt
expect_code 1 "possessives with a list"
[ "$(cat err)" = "names.txt:1: \"Ada's\": white space or possessive inside the mark" ] || fail "possessives: $(cat err)"

# Every fault of every file; nothing is written.
printf 'one\n<P>Ada\n' >a.txt
printf 'x\n\n<C1>said</C1> <X>\n' >b.txt
run corpus check a.txt good.txt b.txt
expect_code 1 "faults"
cat >wanted <<'END'
a.txt:2: <P> is never closed
b.txt:3: unknown mark <X>
b.txt:3: <C1> without <Q1>
END
expect_same err wanted "faults"
expect_in out "3 articles, 22 words, 3 faults:" "faults"
cp lines.jsonl before
run corpus convert a.txt good.txt b.txt -o lines.jsonl
expect_code 2 "convert with faults"
expect_same err wanted "convert with faults"
expect_same lines.jsonl before "convert with faults leaves the old file"

# All of our own articles are without fault.
run corpus check "$articles"/*.txt
expect_code 0 "our own articles"

finish
