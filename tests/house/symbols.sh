#!/usr/bin/env bash
# symbols.sh LIBRARY ROOT: a shared library exports the interface of include/quoth and nothing else, and asks the system
# for nothing that prints, ends the process, changes its settings or reaches beyond it. With an archive instead of a
# shared library: what it defines for others is the interface, or hidden.
library=$1 root=$2
public='^(quoth::(Analyzer|Document|Fault|LoadError)::|quoth::(to_json|to_pretty_json|to_text|to_explanations)(\[abi:cxx11\])?\(|(typeinfo|typeinfo name|vtable) for quoth::LoadError$|quoth_[a-z_]+$)'
if [[ $library = *.a ]]; then
  # Weak symbols are those of templates of other libraries.
  symbols=$(readelf -sW "$library" | awk '$5 == "GLOBAL" && $6 == "DEFAULT" && $7 != "UND" { print $8 }' | c++filt)
  wanted_from=(nm -u -C "$library")
else
  symbols=$(nm -D --defined-only -C "$library" | sed -E 's/^[0-9a-f]* *[a-zA-Z] //')
  wanted_from=(nm -D --undefined-only -C "$library")
fi
faults=$(grep -vE "$public" <<<"$symbols" | head -n 20)
[ -z "$faults" ] || { printf 'exported, but no part of the interface:\n%s\n' "$faults" >&2; exit 1; }
wanted="quoth::Analyzer::english() quoth::Analyzer::load( quoth::Document::name( quoth::to_text quoth::Fault::to_string
  $(sed -nE 's/^QUOTH_C_API .*\b(quoth_[a-z_]+)\(.*/\1/p' "$root/include/quoth/c.h")"
for symbol in $wanted; do
  grep -qF "$symbol" <<<"$symbols" || { echo "not exported: $symbol" >&2; exit 1; }
done
prints='v?f?w?printf|_*v?f?printf_chk|puts|fputs|putchar|putc|fwrite|perror|psignal|syslog'
ends='exit|_exit|_Exit|quick_exit|abort|__assert_fail|raise|kill|pthread_kill|longjmp'
changes='setlocale|uselocale|newlocale|std::locale::global.*|setenv|putenv|unsetenv|clearenv|tzset|signal|sigaction|chdir|umask'
reaches='system|popen|fork|vfork|exec[a-z]*|posix_spawn.*|socket|connect|dlopen|pthread_create|std::thread::_M_start_thread.*'
streams='std::(cout|cerr|clog|wcout|cin)'
calls=$("${wanted_from[@]}" | sed -nE 's/^ *[UuwW] //p' | sed 's/@.*//' | sort -u)
[ "$(wc -l <<<"$calls")" -gt 50 ] || { echo "what $library asks for cannot be read" >&2; exit 1; }
faults=$(grep -xE "$prints|$ends|$changes|$reaches|$streams" <<<"$calls")
[ -z "$faults" ] || { printf 'the library must not use:\n%s\n' "$faults" >&2; exit 1; }
