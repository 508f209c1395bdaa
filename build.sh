#!/usr/bin/env bash
# Everything that is done with this repository. It needs Go; the tests need browsers and Node besides,
# and install them where they may.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
  cat >&2 <<'END'
usage: ./build.sh [verb] [flags of the race, or tasks of the exam]
  (none)    build the site and serve it
  build     make the site in dist/
  serve     serve dist/ on http://127.0.0.1:8080/ (PORT=… for another port)
  test      check and test everything, in a real Chromium where it matters
  size      build, and print what the page weighs; fails above the budget
  bench     run every benchmark, natively and in Chromium, then the race
  race      train against other trainers in one Chromium; flags: ./build.sh race -h
  exam      train a model for each task and see what it knows of held-out pairs; tasks may be named
  pretrain  train the models in static/models anew
END
  exit 2
}

fail() {
  echo "build.sh: $*" >&2
  exit 1
}

serve() {
  [[ -f dist/index.html ]] || fail "there is no site in dist/ yet: ./build.sh build makes it"
  go build -o dist/.serve ./web/serve
  exec dist/.serve dist
}

# Installs a Debian package that the tests need.
install() {
  command -v apt-get >/dev/null || fail "the tests need $1: install it"
  local root=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null || fail "the tests need $1, and installing it needs root: apt-get install $1"
    root=(sudo -n)
  fi
  echo "Installing $1 for the tests."
  if ! { "${root[@]}" apt-get update -q && "${root[@]}" apt-get install -qy --no-install-recommends "$1"; } >/dev/null </dev/null; then
    fail "$1 could not be installed: see above, or install it by hand"
  fi
}

# The tests find the browser by themselves (web/chrome); here one is installed when there is none.
browser() {
  local name
  for name in "${CHROME:-chromium}" chromium-browser google-chrome google-chrome-stable chrome headless-shell; do
    if type -P "$name" >/dev/null; then return; fi
  done
  install chromium
}

# Node and Firefox run the kernels again: what they compute must be Chromium's bits.
others() {
  type -P node >/dev/null || install nodejs
  type -P firefox-esr >/dev/null || type -P firefox >/dev/null || install firefox-esr
}

# Prints what go test -v says, less the lines about tests that begin or pass, and counts.
tally() {
  awk '
    /^ *=== (RUN|PAUSE|CONT|NAME)/ { next }
    /^ *--- PASS/ { passed++; next }
    /^ *--- FAIL/ { failed++ }
    /^ *--- SKIP/ { skipped++ }
    /^PASS$/ { next }
    { print; fflush() }
    END { printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped }
  '
}

command -v go >/dev/null || fail "Go is not installed, or not on the PATH: see https://go.dev/dl/"

case "${1-}" in
  "") go run ./web/bundle && serve ;;
  build) go run ./web/bundle ;;
  serve) serve ;;
  test)
    browser
    others
    go run ./web/bundle -size
    # Packages are compiled together and tested one by one, so that no browser waits for another.
    # The second run has gonum's plain Go instead of its assembly: a page's arithmetic without SIMD.
    go test -run '^$' ./... >/dev/null
    { go test -p 1 -count=1 -v ./... && go test -count=1 -v -tags noasm,safe ./core/layer ./core/model ./core/train; } 2>&1 | tally
    ;;
  size) go run ./web/bundle -size ;;
  bench) browser && others && go test -p 1 -run '^$' -bench . -benchmem ./... && go run ./wasm/race/run "${@:2}" ;;
  race) browser && go run ./wasm/race/run "${@:2}" ;;
  exam) others && go run ./wasm/exam/run "${@:2}" ;;
  pretrain) go run ./core/pretrain ;;
  *) usage ;;
esac
