#!/usr/bin/env bash
# expect.sh REGEX... -- COMMAND...: runs a command; it must end with 0 and each extended regular expression must match a
# line of its output. (PASS_REGULAR_EXPRESSION of ctest would not look at how the command ended.)
expected=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do
  expected+=("$1")
  shift
done
shift
output=$("$@")
code=$?
printf '%s\n' "$output"
for regex in "${expected[@]}"; do
  grep -Eq -- "$regex" <<<"$output" || { echo "FAILED: no line of the output matches: $regex" >&2; exit 1; }
done
[ "$code" = 0 ] || { echo "FAILED: ended with $code" >&2; exit 1; }
