# What the scripts of this project need of Debian 12, installed by apt where it is missing. To be sourced.

# What builds the library and the program.
quoth_build_packages="cmake ninja-build g++ pkg-config libicu-dev libre2-dev libboost-locale-dev nlohmann-json3-dev libcli11-dev"

# install_packages PACKAGE...: only those that are missing. Says what to do, and returns 1, where it cannot.
install_packages() {
  local package missing="" root=""
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" != 0 ]; then
    root="sudo"
    command -v sudo >/dev/null || root=""
  fi
  if ! command -v apt-get >/dev/null || { [ "$(id -u)" != 0 ] && [ -z "$root" ]; }; then
    echo "These packages are missing, and only root or sudo can install them with apt:$missing" >&2
    return 1
  fi
  echo "Installing:$missing"
  # shellcheck disable=SC2086
  { $root apt-get update -qq && $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing; } \
    >/tmp/quoth_apt.$$ 2>&1 || {
    tail -n 5 /tmp/quoth_apt.$$ >&2
    rm -f /tmp/quoth_apt.$$
    echo "apt could not install:$missing" >&2
    return 1
  }
  rm -f /tmp/quoth_apt.$$
}
