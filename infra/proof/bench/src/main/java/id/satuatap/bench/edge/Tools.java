package id.satuatap.bench.edge;

import id.satuatap.stack.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The load generators and the peer that come from the operating system: installed where we may, else named. */
final class Tools {

    private static final Map<String, String> PACKAGES =
            new TreeMap<>(Map.of("nginx", "nginx-light", "h2load", "nghttp2-client", "wrk", "wrk"));

    private Tools() {}

    /** The packages that are still missing; empty if all is there. */
    static List<String> missing(boolean mayInstall) {
        var missing = missing();
        var mayWe = "root".equals(System.getProperty("user.name")) && Files.exists(Path.of("/etc/debian_version"));
        if (!missing.isEmpty() && mayInstall && mayWe) {
            var install = "env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "
                    + String.join(" ", missing);
            Command.run(install.split(" "));
            return missing();
        }
        return missing;
    }

    private static List<String> missing() {
        return PACKAGES.entrySet().stream()
                .filter(tool -> !Command.exists(tool.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
