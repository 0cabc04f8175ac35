#!/usr/bin/env bash
# From a bare Debian 12 to the first result: installs what is missing, builds the program unless it is built already, and
# shows who is in a sample article and who said what.
#
#     bash examples/try.sh [ARTICLE]        BUILD=FOLDER: where to build (default: build/release)
set -euo pipefail
article=$(realpath -m "${1:-$(dirname "$0")/articles/storm.txt}")
cd "$(dirname "$0")/.."
build=${BUILD:-build/release}

# shellcheck source=examples/install_packages.sh
. examples/install_packages.sh

# shellcheck disable=SC2086
command -v dpkg-query >/dev/null && install_packages $quoth_build_packages
if [ ! -f "$build/build.ninja" ]; then
  cmake --preset release -B "$build" >/tmp/quoth_try.$$ 2>&1 || { cat /tmp/quoth_try.$$ >&2; rm -f /tmp/quoth_try.$$; exit 1; }
  rm -f /tmp/quoth_try.$$
fi
if ! cmake --build "$build" --target quoth_program -- -n 2>/dev/null | grep -q 'no work to do'; then
  echo "Building the program in $build: some minutes the first time"
  cmake --build "$build" --target quoth_program
fi
echo "+ $build/quoth $(realpath --relative-to=. "$article")"
exec "$build/quoth" "$article"
