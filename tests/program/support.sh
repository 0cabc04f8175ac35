# What the tests of the program share. Each test is called with the program's path and sources this file; it ends with
# `finish`, which fails if any check did.

program=$1
source_folder=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 99
unset COLUMNS NO_COLOR
failures=0

fail() {
  echo "FAILED: $1" >&2
  failures=$((failures + 1))
}

# run ARGUMENT...: runs the program; sets `code`, and leaves its output in the files out and err.
run() {
  "$program" "$@" >out 2>err </dev/null
  code=$?
}

# expect_code CODE WHAT
expect_code() {
  [ "$code" = "$1" ] || fail "$2: exit code $code, not $1; it said: $(head -c 300 err)"
}

# expect_error CODE MESSAGE ARGUMENT...: the program ends with CODE, prints nothing, and says exactly MESSAGE.
expect_error() {
  local wanted=$1 message=$2
  shift 2
  run "$@"
  expect_code "$wanted" "quoth $*"
  [ ! -s out ] || fail "quoth $*: prints $(head -c 200 out)"
  [ "$(cat err)" = "$message" ] || fail "quoth $*: says '$(cat err)', not '$message'"
}

# expect_in FILE TEXT WHAT: the file holds the text.
expect_in() {
  grep -qF -- "$2" "$1" || fail "$3: no '$2' in: $(head -c 400 "$1")"
}

# expect_same FILE FILE WHAT
expect_same() {
  cmp -s "$1" "$2" || fail "$3: $(diff "$1" "$2" | head -n 5)"
}

finish() {
  [ "$failures" = 0 ] || exit 1
  exit 0
}
