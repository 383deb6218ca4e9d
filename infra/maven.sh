# Sourced by infra/test, infra/journeys and .ci/run, after infra/jdk.sh: runs Maven on the whole, and finds the browser.


find_chromium() {
  local candidate
  for candidate in "${SATUATAP_CHROMIUM:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" /Applications/Chromium.app/Contents/MacOS/Chromium; do
    if [ -x "$candidate" ]; then
      echo "$candidate"
      return
    fi
  done
  return 1
}

find_browser() {
  if ! find_chromium >/dev/null && [ -f /etc/debian_version ] && [ "$(id -u)" = 0 ]; then
    echo "Memasang Chromium … / Installing Chromium"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium
  fi
  if ! SATUATAP_CHROMIUM=$(find_chromium); then
    echo "✗ Chromium tidak ditemukan. / Chromium is missing: install it (sudo apt-get install chromium) or set SATUATAP_CHROMIUM to its executable." >&2
    exit 1
  fi
  export SATUATAP_CHROMIUM PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
}

# run_maven <name> <phase> <argument>…: ends with one line of verdict.
run_maven() {
  local name=$1 result=0
  shift
  command -v mvn >/dev/null || { echo "✗ Maven tidak ditemukan. / Maven is missing: install it (apt-get install maven, brew install maven)." >&2; exit 1; }
  cd "$root"
  mvn -B -ntp "$@" || result=$?
  echo "$name: $([ $result = 0 ] && echo "✓ lulus / passed" || echo "✗ gagal / failed"), $((SECONDS / 60)) min $((SECONDS % 60)) s"
  exit $result
}
