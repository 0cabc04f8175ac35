#!/usr/bin/env bash
# data.sh ROOT: rules have cases, and each list says in data/SOURCES.md where it is from and how many rows it has.
cd "$1/data" || exit 99
faults=0

fault() {
  echo "$1" >&2
  faults=$((faults + 1))
}

for rules in */rules/*.rules; do
  [ -e "${rules%.rules}.cases" ] || fault "data/$rules: has no cases beside it"
done
for cases in */rules/*.cases; do
  [ -e "${cases%.cases}.rules" ] || fault "data/$cases: has no rules beside it"
done

for list in */gazetteers/*.tsv */words/*.txt; do
  case $list in
    *.tsv) rows=$(tail -n +2 "$list" | grep -c .) ;;
    *) rows=$(grep -cv -e '^#' -e '^[[:space:]]*$' "$list") ;;
  esac
  row=$(grep -F "| $list |" SOURCES.md) || { fault "data/$list: is not in data/SOURCES.md"; continue; }
  [[ $row = *"| $rows |"* ]] || fault "data/$list: has $rows rows, which data/SOURCES.md does not say"
done
while read -r list; do
  [ -e "$list" ] || fault "data/SOURCES.md: $list does not exist"
done < <(sed -nE 's/^\| ([a-z]+\/(gazetteers|words)\/[^ |]+) \|.*/\1/p' SOURCES.md)
[ "$faults" = 0 ]
