# Sourced by infra/up and infra/down: builds the modules whose sources changed since they were built here last.

modules="platform-core gateway tenant-admin citizen-ui infra/identity infra/launcher"
mkdir -p "$root/target"

# A checksum of everything that goes into a module: its own files, and what all or several modules share.
sources() {
  (cd "$root" && find "$1/pom.xml" "$1/src/main" infra/look/src infra/servlet/src/main infra/text/src/main infra/stack/src/main pom.xml infra/pom.xml .mvn -type f \
    -not -path '*/frontend/generated/*' -not -path '*/src/main/bundles/*' -print0 | xargs -0 cksum | sort | cksum)
}

built() {
  local target="$root/$1/target"
  [ -f "$target/${1##*/}-0.1.0-SNAPSHOT.jar" ] && [ "$(cat "$target/sources.cksum" 2>/dev/null)" = "$(sources "$1")" ]
}

maven() {
  (cd "$root" && mvn -B -ntp "$@" package -Dmaven.test.skip=true -Dspotless.check.skip=true) >"$root/target/build.log" 2>&1
}

build() {
  local changed="" module started=$SECONDS
  for module in "$@"; do
    built "$module" || changed="$changed $module"
  done
  [ -n "$changed" ] || return 0
  command -v mvn >/dev/null || { echo "✗ Maven tidak ditemukan. / Maven is missing: install it (apt-get install maven, brew install maven)." >&2; return 1; }
  echo "Membangun / building:$changed …"
  local sums=""
  for module in $changed; do sums="$sums$module=$(sources "$module")"$'\n'; done
  local only; only=$(echo $changed | tr ' ' ',')
  if ! maven -o -pl "$only" -am; then
    # Only what has not been downloaded yet is worth a second attempt.
    if ! grep -q -e "offline mode" -e "has not been downloaded" "$root/target/build.log" || ! maven -pl "$only" -am; then
      echo "✗ Gagal dibangun. / The build failed; all of it is in $root/target/build.log:" >&2
      grep -e '^\[ERROR\]' "$root/target/build.log" | head -20 >&2
      return 1
    fi
  fi
  for module in $changed; do
    printf '%s' "$sums" | sed -n "s|^$module=||p" >"$root/$module/target/sources.cksum"
  done
  echo "✓ dibangun / built             $((SECONDS - started)) s"
}

# Two copies that start at once must not build into each other.
if [ "${SATUATAP_BUILD:-}" != skip ]; then
  if command -v flock >/dev/null; then
    exec 9>"$root/target/build.lock"
    flock 9
  fi
  build ${only_modules:-$modules ${more_modules:-}}
  exec 9>&-
fi

launch() {
  exec "$JAVA_HOME/bin/java" -Xmx300m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dsatuatap.root="$root" \
    -cp "$root/infra/launcher/target/launcher-0.1.0-SNAPSHOT.jar:$root/infra/launcher/target/lib/*" \
    id.satuatap.launcher.Launcher "$@"
}
