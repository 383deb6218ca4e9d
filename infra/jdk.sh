# Sourced by infra/up, infra/down and infra/test: finds a JDK 25 and exports JAVA_HOME.

jdk_version() {
  "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9][0-9]*\).*/\1/p'
}

find_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*25* "$HOME"/.sdkman/candidates/java/25* \
    /Library/Java/JavaVirtualMachines/*25*/Contents/Home "$HOME"/.jdks/*25* /opt/*25*; do
    if [ -x "$candidate/bin/javac" ] && [ "$(jdk_version "$candidate")" = 25 ]; then
      echo "$candidate"
      return
    fi
  done
  echo "✗ JDK 25 tidak ditemukan. / No JDK 25 found: install Temurin 25 (https://adoptium.net, or: sdk install java 25-tem) or set JAVA_HOME to one." >&2
  return 1
}

JAVA_HOME=$(find_jdk)
export JAVA_HOME
