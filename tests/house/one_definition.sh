#!/usr/bin/env bash
# one_definition.sh ROOT: all layers share one namespace, so two types of one name in it would quietly share the code of
# their vectors and corrupt memory. Anonymous namespaces are free.
cd "$1" || exit 99
find lib include -name '*.h' -print0 -o -name '*.cc' -print0 | sort -z | xargs -0 awk '
FNR == 1 { hidden = 0 }
/^namespace \{/ { hidden = 1 }
/^\}  \/\/ namespace$/ { hidden = 0 }
!hidden && /^(struct|class|union|enum class|enum) [A-Za-z_]+[^;]*\{/ {
  name = $2
  if (name == "class" || name == "QUOTH_API") name = $3
  if (name ~ /::/) next  # an inner type, defined where it belongs
  sub(/[:{;].*/, "", name)
  if (name in place) {
    print FILENAME ": " name " is also defined in " place[name] > "/dev/stderr"
    faults++
  }
  place[name] = FILENAME
}
END { exit faults > 0 }'
