package id.satuatap.isolation.headers;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where the scripts of a page come from. Ours come from the page's own host, where a fingerprint in the page adds nothing.
 *
 * @see <a href="https://github.com/mdn/mdn-http-observatory/blob/main/src/analyzer/tests/subresource-integrity.js">subresource-integrity.js</a>
 */
final class ScriptRules {

    private static final Pattern SCRIPT = Pattern.compile("<script\\b[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ELSEWHERE =
            Pattern.compile("\\ssrc\\s*=\\s*[\"']?(https?:)?//([^/\"'\\s>]+)", Pattern.CASE_INSENSITIVE);

    private ScriptRules() {}

    static Finding finding(Answer answer) {
        if (!answer.isHtml()) {
            return new Finding("sri-not-implemented-response-not-html", 0);
        }
        var scripts = SCRIPT.matcher(answer.body())
                .results()
                .map(script -> script.group())
                .toList();
        if (scripts.isEmpty()) {
            return new Finding("sri-not-implemented-but-no-scripts-loaded", 0);
        }
        var foreign =
                scripts.stream().filter(script -> isForeign(script, answer)).toList();
        if (foreign.isEmpty()) {
            return new Finding("sri-not-implemented-but-all-scripts-loaded-from-secure-origin", 0);
        }
        var secure = foreign.stream()
                .allMatch(script -> script.toLowerCase(Locale.ROOT).contains("https://"));
        var fingerprints = foreign.stream().allMatch(script -> script.contains("integrity="));
        if (secure) {
            return fingerprints
                    ? new Finding("sri-implemented-and-external-scripts-loaded-securely", 5)
                    : new Finding("sri-not-implemented-but-external-scripts-loaded-securely", -5);
        }
        return fingerprints
                ? new Finding("sri-implemented-but-external-scripts-not-loaded-securely", -20)
                : new Finding("sri-not-implemented-and-external-scripts-not-loaded-securely", -50);
    }

    private static boolean isForeign(String script, Answer answer) {
        var elsewhere = ELSEWHERE.matcher(script);
        return elsewhere.find()
                && !elsewhere.group(2).equalsIgnoreCase(answer.address().getAuthority());
    }
}
