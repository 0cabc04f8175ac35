#!/usr/bin/env bash
# house_test.sh: the house tests find what they are there to find. Each line below plants one fault in a small tree.
house=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

# A tree without faults.
plant() {
  rm -rf "$work/tree"
  mkdir -p "$work/tree"/{include/quoth,lib/{base,text,write,tools},tests,examples,cmake,docs,data/en/{gazetteers,words,rules}}
  cd "$work/tree" || exit 99
  printf '#pragma once\n#include <string>\n' >include/quoth/a.h
  printf '#pragma once\n#include <sys/stat.h>\n' >lib/base/a.h
  printf '// Prints (not) with printf().\n#include "base/a.h"\n#include <unicode/utext.h>\n' >lib/text/unicode.cc
  printf '#include "quoth/a.h"\n' >lib/write/a.cc
  printf '#include "text/a.h"\nint main() { std::cout << 1; }\n' >lib/tools/main.cc
  printf 'surface\na\nb\n' >data/en/gazetteers/a.tsv
  printf '# comment\n\na\n' >data/en/words/a.txt
  touch data/en/rules/a.{rules,cases}
  printf '| en/gazetteers/a.tsv | x | 2 |\n| en/words/a.txt | x | 1 |\n' >data/SOURCES.md
}

# finds CHECK FILE LINE...: with these lines added to the file the check fails and names the file.
finds() {
  local check=$1 file=$2
  shift 2
  plant
  mkdir -p "$(dirname "$file")"
  printf '%b\n' "$@" >>"$file"
  if bash "$house/$check.sh" "$PWD" >"$work/out" 2>&1; then
    echo "FAILED: $check does not see in $file: $*" >&2
    failures=$((failures + 1))
  elif ! grep -qF "$file" "$work/out"; then
    echo "FAILED: $check does not name $file: $(cat "$work/out")" >&2
    failures=$((failures + 1))
  fi
}

plant
for check in layering one_definition quiet_library sources data; do
  bash "$house/$check.sh" "$PWD" || { echo "FAILED: $check finds a fault where there is none" >&2; failures=1; }
done

finds layering lib/base/a.h '#include "text/a.h"'
finds layering lib/write/a.cc '#include "base/a.h"'
finds layering lib/text/unicode.cc '#include "write/a.h"'
finds layering lib/text/a.cc '#include <re2/re2.h>'
finds layering lib/text/a.cc '#include <unicode/utext.h>'
finds layering lib/new/a.cc '#include <string>'
finds layering include/quoth/a.h '#include <re2/re2.h>'
finds layering include/quoth/a.h '#include "base/a.h"'
finds one_definition lib/text/b.h 'namespace a {' 'struct Twin {' '};' '}' 'namespace b {' 'class Twin {' '};'
finds quiet_library lib/base/a.h 'inline void f() { std::cerr << 1; }'
finds quiet_library lib/base/a.h 'inline void f() { printf("a"); }'
finds quiet_library lib/base/a.h 'inline void f() { std::exit(1); }'
finds quiet_library lib/base/a.h '  abort();'
finds quiet_library lib/text/a.cc 'int i = (setlocale(LC_ALL, ""), 1);'
finds sources lib/base/a.h '// "A\xe2\x80\xa6"' 'auto s = "\xe2\x80\xa6";'
finds sources lib/base/a.h '// see /ho''me/me/a'
finds sources lib/base/a.h '// TO''DO: more'
finds sources lib/base/a.h '// Tested by tests/none_test.cc.'
finds sources lib/base/b.h 'int i;'
finds sources lib/base/a.h 'int i;  '
finds sources lib/base/a.h 'auto found = std::ranges::equal_range(all, one);'
finds sources lib/base/a.h "$(yes '//' | head -n 601)"
finds data data/en/rules/b.rules ''
finds data data/en/rules/b.cases ''
finds data data/en/words/b.txt 'a'
finds data data/en/words/a.txt 'b'
finds data data/SOURCES.md '| en/words/none.txt | x | 1 |'
[ "$failures" = 0 ]
