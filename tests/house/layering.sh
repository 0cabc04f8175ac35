#!/usr/bin/env bash
# layering.sh ROOT: folders are layers. A file includes from its own folder and from those below it; the libraries that
# quoth is made with have one home each; the installed headers need the standard library only.
cd "$1" || exit 99
grep -rnE '^ *# *include' include lib --include=*.h --include=*.cc | awk '
BEGIN {
  count = split("base text match model syntax entity quote analyzer tools", layers, " ")  # bottom first
  for (i = 1; i <= count; ++i) rank[layers[i]] = i
  # Where headers of other libraries may be included.
  home["unicode"] = "^lib/text/(unicode|tokenizer)\\."
  home["re2"] = "^lib/match/"
  home["boost"] = "^lib/text/"
  home["nlohmann"] = home["CLI"] = "^lib/tools/"
  home["sys"] = "^lib/(base|tools)/"
}
function fault(message) {
  print place ": " message > "/dev/stderr"
  faults++
}
# Formats see the public headers alone; only those on top of everything see formats.
function may_include(layer, other) {
  if (layer == other) return 1
  if (layer == "write") return 0
  if (other == "write") return layer == "analyzer" || layer == "tools"
  return rank[layer] && rank[other] && rank[other] < rank[layer]
}
{
  split($0, part, ":")
  file = part[1]
  place = file ":" part[2]
  match($0, /[<"][^>"]*[>"]/)
  header = substr($0, RSTART + 1, RLENGTH - 2)
  foreign = substr($0, RSTART, 1) == "<"
  folder = index(header, "/") ? substr(header, 1, index(header, "/") - 1) : ""
  split(file, path, "/")
  if (path[1] == "include") {
    if (foreign && (folder != "" || header !~ /^(std[a-z]+\.h|[a-z_]+)$/)) fault("<" header "> is not the standard library")
    if (!foreign && folder != "quoth") fault("an installed header includes \"" header "\"")
  } else if (foreign) {
    if (folder != "" && (!(folder in home) || file !~ home[folder])) fault("<" header "> has its home elsewhere")
  } else if (folder != "quoth" && !may_include(path[2], folder)) {
    fault("lib/" path[2] " must not include \"" header "\"")
  }
  if (path[1] == "lib" && path[2] != "write" && !rank[path[2]]) fault("lib/" path[2] " is no layer")
}
END { exit faults > 0 }'
