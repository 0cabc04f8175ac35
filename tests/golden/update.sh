#!/usr/bin/env bash
# Usage: tests/golden/update.sh BUILD
# Builds and runs the test of whole articles in the build folder BUILD so that it records in tests/golden/*.expected what
# is found now, and shows what became different.
set -euo pipefail

build=${1:?usage: tests/golden/update.sh BUILD}
folder=$(cd "$(dirname "$0")" && pwd)
cmake --build "$build" --target test_golden
test=$(find "$build" -name test_golden -type f -perm -u+x | head -n 1)
QUOTH_UPDATE_GOLDEN=1 "$test"
git -C "$folder" diff --stat -- .
