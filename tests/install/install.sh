#!/usr/bin/env bash
# install.sh BUILD COMPILER FLAGS [CMAKE_ARGUMENT...]: installs a build into an empty folder, and builds and runs projects
# that use it from there by find_package and by pkg-config. Then configures projects that have the sources in their tree
# and checks that they get the library and nothing else. With further arguments, settings under which a compiler cache has
# all objects already, it builds and runs one of these too.
set -euo pipefail
source=$(cd "$(dirname "$0")/../.." && pwd)
build=$1 compiler=$2 flags=$3
shift 3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
  echo "FAILED: $1" >&2
  exit 1
}

# quiet COMMAND...: shows the output only of what fails.
quiet() {
  "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; fail "$*"; }
}

# check WHAT PROGRAM: the program finds what there is to be found.
check() {
  "$2" >"$work/out" || fail "$1: the program ends with $?"
  local line
  for line in "PERSON Maria Lopez" "LOCATION Paris" "LoadError 1"; do
    grep -qF "$line" "$work/out" || fail "$1: no '$line' in: $(cat "$work/out")"
  done
  grep -q '"mentions"' "$work/out" || fail "$1: no JSON in: $(cat "$work/out")"
  echo "ok: $1"
}

prefix=$work/prefix
quiet cmake --install "$build" --prefix "$prefix"
for file in include/quoth/quoth.h include/quoth/c.h bin/quoth; do
  [ -f "$prefix/$file" ] || fail "$file is not installed"
done
if grep -rqF "$source" "$prefix/lib"*/cmake "$prefix/lib"*/pkgconfig; then fail "an installed file names the source folder"; fi
# All must work where the folder is moved to.
mv "$prefix" "$work/moved"
prefix=$work/moved

quiet cmake -S "$source/tests/install/find_package" -B "$work/found" -DCMAKE_PREFIX_PATH="$prefix" \
  -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_CXX_FLAGS="$flags"
quiet cmake --build "$work/found"
check find_package "$work/found/main"

package=$(find "$prefix" -name quoth.pc)
export PKG_CONFIG_PATH=${package%/*}
pkg-config --exact-version="$(sed -n 's/^project(quoth VERSION \([0-9.]*\).*/\1/p' "$source/CMakeLists.txt")" quoth ||
  fail "pkg-config: version $(pkg-config --modversion quoth)"
mkdir "$work/made"
# The C compiler beside the one for C++, so that both have the same sanitizers.
c_compiler=$(sed -E 's/clang\+\+([^/]*)$/clang\1/; s/g\+\+([^/]*)$/gcc\1/; s/c\+\+([^/]*)$/cc\1/' <<<"$compiler")
quiet make -C "$work/made" -f "$source/tests/install/pkg_config/Makefile" CXX="$compiler" CXXFLAGS="$flags" \
  CC="$c_compiler" CFLAGS="$flags"
libraries=${package%/pkgconfig/*}
LD_LIBRARY_PATH=$libraries check pkg-config "$work/made/main"
LD_LIBRARY_PATH=$libraries "$work/made/main_c" >"$work/out" || fail "pkg-config from C: the program ends with $?"
grep -qF '"text":"Maria Lopez"' "$work/out" || fail "pkg-config from C: no name in: $(cat "$work/out")"
echo "ok: pkg-config from C"

for how in add_subdirectory FetchContent; do
  quiet cmake -S "$source/tests/install/subdirectory" -B "$work/$how" -G Ninja -DQUOTH_HOW=$how -DQUOTH_SOURCE="$source" \
    -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_BUILD_TYPE=Release "$@"
  # quoth_freeze compiles the data.
  programs=$(ninja -C "$work/$how" -t targets all | sed -n 's|\(.*/\)\?\(.*\): C[X]*_EXECUTABLE_LINKER.*|\2|p' | sort | xargs)
  [ "$programs" = "main quoth_freeze" ] || fail "$how builds the programs: $programs"
  cmake --install "$work/$how" --prefix "$work/nothing" >"$work/log" 2>&1 || true
  [ -z "$(find "$work/nothing" -type f 2>/dev/null)" ] || fail "$how installs files of quoth"
  echo "ok: $how brings the library alone"
done

if [ $# -gt 0 ]; then
  quiet cmake --build "$work/FetchContent"
  check FetchContent "$work/FetchContent/main"
fi
