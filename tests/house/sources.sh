#!/usr/bin/env bash
# sources.sh ROOT: what every file of the project keeps to.
cd "$1" || exit 99
faults=0

# none WHAT LINES: there must be no such lines.
none() {
  [ -z "$2" ] && return
  echo "$1:" >&2
  head -n 20 <<<"$2" >&2
  faults=$((faults + 1))
}

folders=()
for folder in include lib tests examples cmake docs data .ci; do [ -e $folder ] && folders+=($folder); done
code=(--include=*.h --include=*.cc --include=*.c --include=*.S)
text=("${code[@]}" --include=*.sh --include=*.cmake --include=CMakeLists.txt --include=*.py --include=*.md --include=run)

none "files of more than 600 lines" "$(find "${folders[@]}" -type f \( -name '*.h' -o -name '*.cc' -o -name '*.c' -o -name '*.sh' \
  -o -name '*.py' -o -name '*.cmake' -o -name '*.md' \) -exec awk 'END { if (NR > 600) print FILENAME ": " NR }' {} \;)"
# Outside of comments. Texts in tests are written as they are read.
none "characters that are not ASCII in code (write \\u2026)" \
  "$(LC_ALL=C grep -rn $'[\x80-\xff]' include lib "${code[@]}" | LC_ALL=C sed 's|//.*||' | LC_ALL=C grep $'[\x80-\xff]')"
none "paths of a machine" "$(grep -rnE '(^|[^a-zA-Z0-9_./$}"])/(work|home|root|farm|Users)/' "${folders[@]}" "${text[@]}")"
none "work that is put off" "$(grep -rnE '\b(TO''DO|FIX''ME|XX''X)\b' "${folders[@]}" "${text[@]}")"
none "using namespace std" "$(grep -rnE 'using namespace std *;' "${folders[@]}" "${code[@]}")"
# clang 14 refuses libstdc++'s std::ranges::subrange and views.
none "what clang 14 can't compile (take the algorithm that gives iterators)" \
  "$(grep -rnE 'ranges::(equal_range|unique|remove|remove_if|partition|stable_partition|rotate|search|find_end|subrange)\b|std::views::' \
    "${folders[@]}" "${code[@]}")"
none "headers without #pragma once" "$(find include lib -name '*.h' ! -name c.h -exec grep -L '#pragma once' {} +)"
none "tabs, blanks at the end of a line, or Windows line ends in code" \
  "$(grep -rnE $'\t|[ \r]$' include lib examples cmake "${code[@]}" --include=*.cmake --include=CMakeLists.txt)"
none "tests that a source names and that do not exist" "$(
  grep -roE 'tests/[a-z0-9_]+(/[a-z0-9_]+)*\.(cc|c|sh)' lib include cmake "${text[@]}" | sort -u |
    while IFS=: read -r file test; do [ -e "$test" ] || echo "$file: $test"; done)"
[ "$faults" = 0 ]
