package id.satuatap.isolation.fuzz;

import id.satuatap.isolation.CanaryOracle;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What no answer may be, whatever was asked. */
final class Judge {

    /** Lower-case words with dots: a code that a client can tell apart. */
    private static final Pattern STABLE = Pattern.compile("\"type\":\"urn:problem:[a-z0-9.-]+\"");

    private static final Pattern INSIDE = Pattern.compile(
            "id\\.satuatap|springframework|java\\.(lang|util|io|net)|io\\.(r2dbc|netty)|reactor\\.|tools\\.jackson|Exception"
                    + "|\\tat |(?i)\\bselect [a-z_, ]+ from |sqlstate|pg_catalog|violates ");

    private final CanaryOracle oracle = new CanaryOracle();
    private final String tenant;

    Judge(String tenant) {
        this.tenant = tenant;
    }

    /** What is wrong with the answer; empty if nothing is. */
    String wrong(Fuzzed request, int status, HttpHeaders headers, byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        var type = headers.firstValue("Content-Type").orElse("");
        if (status >= 500) {
            return "status " + status;
        }
        if (status >= 400 && !request.method().equals("HEAD")) {
            if (!type.startsWith("application/problem+json")
                    || !STABLE.matcher(text).find()) {
                return "an error (%d) that is no problem with a stable type".formatted(status);
            }
            if (INSIDE.matcher(text).find()) {
                return "an error that tells of the inside";
            }
        }
        if (!request.operation().endsWith("/offices")
                && oracle.foreign(tenant, body, body.length).isPresent()) {
            return "a canary of another tenant";
        }
        return "";
    }
}
