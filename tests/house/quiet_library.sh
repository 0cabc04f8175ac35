#!/usr/bin/env bash
# quiet_library.sh ROOT: the library never prints, never ends the process, never changes the locale. The program may.
cd "$1" || exit 99
calls='std::(cout|cerr|clog|print|terminate)|(^|[^a-zA-Z0-9_.>"])(std::|::)?(printf|fprintf|vprintf|puts|fputs|putchar|perror|exit|_exit|_Exit|quick_exit|abort|assert|setlocale|signal|raise|system|setenv) *\(|locale::global'
faults=$(grep -rnE "$calls" lib include --include=*.h --include=*.cc | grep -vE '^lib/tools/' | grep -vE '^[^:]*:[0-9]*: *(//|///|\*)')
[ -z "$faults" ] || { echo "$faults" >&2; exit 1; }
