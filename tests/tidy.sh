#!/usr/bin/env bash
# tidy.sh BUILD [FILE...]: clang-tidy over all sources of the library and the program, or over those files. BUILD was
# configured with clang (the preset fuzz), whose options clang-tidy takes.
set -euo pipefail
build=$1
shift
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- $(find lib -name '*.cc')
printf '%s\0' "$@" | xargs -0 -n 1 -P "$(nproc)" clang-tidy-14 -p "$build" --quiet --warnings-as-errors='*'
