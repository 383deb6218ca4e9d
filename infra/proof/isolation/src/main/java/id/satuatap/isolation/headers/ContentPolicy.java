package id.satuatap.isolation.headers;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A content security policy, and what it is worth. We send one; several at once count as unreadable, since what they mean together is nothing to guess.
 *
 * @see <a href="https://github.com/mdn/mdn-http-observatory/blob/main/src/analyzer/tests/csp.js">csp.js</a>
 */
record ContentPolicy(int policies, Map<String, Set<String>> directives) {

    private static final Set<String> ANYWHERE =
            Set.of("ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*");
    private static final Set<String> INLINE = Set.of("'unsafe-inline'", "data:");
    private static final Set<String> PASSIVE = Set.of("img-src", "media-src");
    private static final List<String> KNOWN_CODE = List.of("'sha256-", "'sha384-", "'sha512-", "'nonce-");

    static ContentPolicy of(List<String> headers) {
        var policies = headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .filter(policy -> !policy.isBlank())
                .toList();
        var directives = new HashMap<String, Set<String>>();
        for (var directive : String.join(";", policies).split(";", -1)) {
            var words = List.of(directive.strip().toLowerCase(Locale.ROOT).split("\\s+", -1));
            if (!words.getFirst().isEmpty()) {
                directives.putIfAbsent(words.getFirst(), Set.copyOf(words.subList(1, words.size())));
            }
        }
        return new ContentPolicy(policies.size(), Map.copyOf(directives));
    }

    boolean names(String directive) {
        return directives.containsKey(directive);
    }

    Finding finding() {
        if (policies == 0) {
            return new Finding("csp-not-implemented", -25);
        }
        var scripts = code("script-src");
        var styles = code("style-src");
        if (policies > 1 || (scripts.contains("'strict-dynamic'") && !knowsItsCode(scripts))) {
            return new Finding("csp-header-invalid", -25);
        }
        if (holdsAny(scripts, ANYWHERE) || holdsAny(scripts, INLINE) || holdsAny(sources("object-src"), ANYWHERE)) {
            return new Finding("csp-implemented-with-unsafe-inline", -20);
        }
        if (isInsecure(active(scripts))) {
            return new Finding("csp-implemented-with-insecure-scheme", -20);
        }
        if (scripts.contains("'unsafe-eval'") || styles.contains("'unsafe-eval'")) {
            return new Finding("csp-implemented-with-unsafe-eval", -10);
        }
        if (PASSIVE.stream().anyMatch(directive -> isInsecure(sources(directive)))) {
            return new Finding("csp-implemented-with-insecure-scheme-in-passive-content-only", -10);
        }
        if (holdsAny(styles, ANYWHERE) || holdsAny(styles, INLINE)) {
            return new Finding("csp-implemented-with-unsafe-inline-in-style-src-only", 0);
        }
        return directives.getOrDefault("default-src", Set.of()).equals(Set.of("'none'"))
                ? new Finding("csp-implemented-with-no-unsafe-default-src-none", 10)
                : new Finding("csp-implemented-with-no-unsafe", 5);
    }

    private Set<String> sources(String directive) {
        return directives.getOrDefault(directive, directives.getOrDefault("default-src", Set.of("*")));
    }

    /** Where code is known by number or fingerprint, browsers ignore that inline code is allowed. */
    private Set<String> code(String directive) {
        var sources = sources(directive);
        return knowsItsCode(sources)
                ? sources.stream()
                        .filter(source -> !source.equals("'unsafe-inline'"))
                        .collect(Collectors.toUnmodifiableSet())
                : sources;
    }

    private Collection<String> active(Set<String> scripts) {
        return Stream.concat(
                        directives.entrySet().stream()
                                .filter(directive -> !PASSIVE.contains(directive.getKey())
                                        && !directive.getKey().equals("script-src"))
                                .flatMap(directive -> directive.getValue().stream()),
                        scripts.stream())
                .toList();
    }

    private static boolean knowsItsCode(Set<String> sources) {
        return sources.stream().anyMatch(source -> KNOWN_CODE.stream().anyMatch(source::startsWith));
    }

    private static boolean isInsecure(Collection<String> sources) {
        return sources.stream().anyMatch(source -> source.startsWith("http:") || source.startsWith("ftp:"));
    }

    private static boolean holdsAny(Set<String> sources, Set<String> unwanted) {
        return sources.stream().anyMatch(unwanted::contains);
    }
}
