#!/usr/bin/env bash
# symbols.sh LIBRARY ROOT: a shared library exports the interface of include/quoth and nothing else.
library=$1 root=$2
public='^(quoth::(Analyzer|Document|Fault|LoadError)::|quoth::(to_json|to_pretty_json|to_text)(\[abi:cxx11\])?\(|(typeinfo|typeinfo name|vtable) for quoth::LoadError$|quoth_[a-z_]+$)'
symbols=$(nm -D --defined-only -C "$library" | sed -E 's/^[0-9a-f]* *[a-zA-Z] //')
faults=$(grep -vE "$public" <<<"$symbols" | head -n 20)
[ -z "$faults" ] || { printf 'exported, but no part of the interface:\n%s\n' "$faults" >&2; exit 1; }
wanted="quoth::Analyzer::english() quoth::Analyzer::load( quoth::Document::name( quoth::to_text quoth::Fault::to_string
  $(sed -nE 's/^QUOTH_C_API .*\b(quoth_[a-z_]+)\(.*/\1/p' "$root/include/quoth/c.h")"
for symbol in $wanted; do
  grep -qF "$symbol" <<<"$symbols" || { echo "not exported: $symbol" >&2; exit 1; }
done
