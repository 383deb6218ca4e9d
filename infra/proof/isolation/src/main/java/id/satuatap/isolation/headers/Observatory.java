package id.satuatap.isolation.headers;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The Observatory's ten rules as functions of what was seen. What differs: nothing is on a preload list, policies in {@code <meta>} are not read (we have none), and scripts are found without a full parser.
 *
 * @see <a href="https://github.com/mdn/mdn-http-observatory/tree/main/src/analyzer/tests">the rules</a>
 */
final class Observatory {

    private static final int SIX_MONTHS = 15_552_000;
    private static final Set<String> PRIVATE_REFERRERS =
            Set.of("no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin");
    private static final Set<String> UNSAFE_REFERRERS =
            Set.of("origin", "origin-when-cross-origin", "unsafe-url", "no-referrer-when-downgrade");

    private Observatory() {}

    static Grade grade(Visit visit) {
        var answer = visit.answer();
        var policy = ContentPolicy.of(answer.all("content-security-policy"));
        var hsts = hsts(visit);
        var findings = new LinkedHashMap<String, Finding>();
        findings.put("content-security-policy", policy.finding());
        findings.put("cookies", CookieRules.finding(visit.cookies(), hsts.modifier() >= 0));
        findings.put("cross-origin-resource-sharing", sharing(answer));
        findings.put("redirection", redirection(visit));
        findings.put("referrer-policy", referrer(answer));
        findings.put("strict-transport-security", hsts);
        findings.put("subresource-integrity", ScriptRules.finding(answer));
        findings.put("x-content-type-options", contentType(answer));
        findings.put("x-frame-options", framing(answer, policy));
        findings.put("cross-origin-resource-policy", resourcePolicy(answer));
        return new Grade(findings);
    }

    /** The visit sent no foreign origin; so only what is said to everybody counts here. */
    private static Finding sharing(Answer answer) {
        var allowed = answer.first("access-control-allow-origin");
        if (allowed.isEmpty()) {
            return new Finding("cross-origin-resource-sharing-not-implemented", 0);
        }
        var withCredentials = answer.first("access-control-allow-credentials").filter("true"::equals);
        return allowed.get().equals("*") || withCredentials.isEmpty()
                ? new Finding("cross-origin-resource-sharing-implemented-with-public-access", 0)
                : new Finding("cross-origin-resource-sharing-implemented-with-universal-access", -50);
    }

    /** We redirect nothing from plain HTTP: the door either does not answer it at all, or that is a fault. */
    private static Finding redirection(Visit visit) {
        return visit.plainToo()
                ? new Finding("redirection-missing", -20)
                : new Finding("redirection-not-needed-no-http", 0);
    }

    private static Finding referrer(Answer answer) {
        var values = answer.all("referrer-policy");
        if (values.isEmpty()) {
            return new Finding("referrer-policy-not-implemented", 0);
        }
        var known = values.stream()
                .flatMap(value -> Arrays.stream(value.toLowerCase(Locale.ROOT).split(",", -1)))
                .map(String::strip)
                .filter(value -> PRIVATE_REFERRERS.contains(value) || UNSAFE_REFERRERS.contains(value))
                .toList();
        if (known.isEmpty()) {
            return new Finding("referrer-policy-header-invalid", -5);
        }
        return PRIVATE_REFERRERS.contains(known.getLast())
                ? new Finding("referrer-policy-private", 5)
                : new Finding("referrer-policy-unsafe", -5);
    }

    private static Finding hsts(Visit visit) {
        if (!visit.trusted()) {
            return new Finding("hsts-invalid-cert", -20);
        }
        var value = visit.answer().first("strict-transport-security");
        if (value.isEmpty()) {
            return new Finding("hsts-not-implemented", -20);
        }
        var age = Arrays.stream(value.get().split(";", -1))
                .map(String::strip)
                .filter(parameter -> parameter.matches("max-age=[0-9]{1,10}"))
                .mapToLong(parameter -> Long.parseLong(parameter.substring("max-age=".length())))
                .findFirst();
        if (age.isEmpty() || value.get().contains(",")) {
            return new Finding("hsts-header-invalid", -20);
        }
        return age.getAsLong() < SIX_MONTHS
                ? new Finding("hsts-implemented-max-age-less-than-six-months", -10)
                : new Finding("hsts-implemented-max-age-at-least-six-months", 0);
    }

    private static Finding contentType(Answer answer) {
        return answer.first("x-content-type-options")
                .map(value -> value.equals("nosniff")
                        ? new Finding("x-content-type-options-nosniff", 0)
                        : new Finding("x-content-type-options-header-invalid", -5))
                .orElseGet(() -> new Finding("x-content-type-options-not-implemented", -5));
    }

    private static Finding framing(Answer answer, ContentPolicy policy) {
        if (policy.names("frame-ancestors")) {
            return new Finding("x-frame-options-implemented-via-csp", 5);
        }
        return answer.first("x-frame-options")
                .map(value -> List.of("deny", "sameorigin").contains(value)
                        ? new Finding("x-frame-options-sameorigin-or-deny", 0)
                        : value.startsWith("allow-from")
                                ? new Finding("x-frame-options-allow-from-origin", 0)
                                : new Finding("x-frame-options-header-invalid", -20))
                .orElseGet(() -> new Finding("x-frame-options-not-implemented", -20));
    }

    private static Finding resourcePolicy(Answer answer) {
        return switch (answer.first("cross-origin-resource-policy").orElse("")) {
            case "" -> new Finding("cross-origin-resource-policy-not-implemented", 0);
            case "same-origin" -> new Finding("cross-origin-resource-policy-implemented-with-same-origin", 10);
            case "same-site" -> new Finding("cross-origin-resource-policy-implemented-with-same-site", 10);
            case "cross-origin" -> new Finding("cross-origin-resource-policy-implemented-with-cross-origin", 0);
            default -> new Finding("cross-origin-resource-policy-header-invalid", -5);
        };
    }
}
