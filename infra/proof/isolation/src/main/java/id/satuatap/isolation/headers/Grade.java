package id.satuatap.isolation.headers;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The findings of a page by rule, and the score they make.
 *
 * @see <a href="https://github.com/mdn/mdn-http-observatory/blob/main/src/scanner/index.js">how the Observatory adds up</a>
 */
record Grade(Map<String, Finding> findings) {

    private static final int START = 100;
    private static final int EXTRA_FROM = 90;

    int score() {
        var withoutExtra = START + sum(findings.values(), -1);
        return Math.max(0, withoutExtra >= EXTRA_FROM ? withoutExtra + sum(findings.values(), 1) : withoutExtra);
    }

    /** What costs something, the dearest first. */
    String faults() {
        return findings.values().stream()
                .filter(finding -> finding.modifier() < 0)
                .sorted(Comparator.comparingInt(Finding::modifier))
                .map(finding -> finding.result() + " " + finding.modifier())
                .collect(Collectors.joining(", "));
    }

    private static int sum(Collection<Finding> findings, int sign) {
        return findings.stream()
                .mapToInt(Finding::modifier)
                .filter(modifier -> Integer.signum(modifier) == sign)
                .sum();
    }
}
