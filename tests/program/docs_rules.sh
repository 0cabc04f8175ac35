#!/usr/bin/env bash
# The rule packs of the documents, with the cases beside them: they compile, and their cases pass.
. "$(dirname "$0")/support.sh"

# extract DOCUMENT FOLDER: writes the packs of a document as NAME.rules, and the cases behind a pack as NAME.cases. They
# stand between fences or are indented.
extract() {
  mkdir -p "$2"
  awk -v folder="$2" '
    /^```/ { fenced = !fenced; kind = ""; next }
    !fenced && !/^    / { kind = ""; next }
    {
      if (!fenced) sub(/^    /, "")
      if (kind == "" && /^pack [a-z_]+ *(#.*)?$/) { kind = "rules"; name = $2 }
      else if (kind == "" && /^(# \+ |rule [a-z_]+$)/) kind = "cases"
      else if (kind == "") kind = "other"
      if (kind != "other") print > (folder "/" name "." kind)
    }' "$source_folder/$1"
}

# expect_packs DOCUMENT FILE...: these files are the packs and cases of the document, and all is well with them.
expect_packs() {
  local document=$1 folder pack
  folder=$(basename "$document" .md)
  shift
  extract "$document" "$folder"
  [ "$(ls "$folder" | xargs)" = "$*" ] || fail "$document: has $(ls "$folder" | xargs), not $*"
  for pack in "$folder"/*.rules; do
    run pack check "$pack"
    expect_code 0 "$document: pack check $pack"
    [ ! -s out ] && [ ! -s err ] || fail "$document: pack check $pack speaks: $(cat out err)"
    [ -e "${pack%.rules}.cases" ] || continue
    run pack test "$pack"
    expect_code 0 "$document: pack test $pack"
  done
}

expect_packs docs/rules.md mynames.cases mynames.rules said.cases said.rules
expect_packs docs/cookbook.md ships.cases ships.rules
expect_packs README.md ships.rules
expect_same cookbook/ships.rules README/ships.rules "the pack of the cookbook and that of README.md"

finish
