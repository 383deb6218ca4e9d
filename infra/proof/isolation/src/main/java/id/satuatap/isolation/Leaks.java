package id.satuatap.isolation;

import id.satuatap.stack.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What no answer to an attack may hold: anything of another tenant, and anything of how we are built.
 *
 * @param foreign ids and addresses that only another tenant's people may see
 */
public record Leaks(Set<String> foreign) implements Check {

    private static final Pattern INSIDES = Pattern.compile("\\bat [a-z]\\w*(\\.[\\w$]+)+\\("
            + "|\\b(java|jakarta|org\\.springframework|io\\.netty|reactor\\.|io\\.r2dbc|com\\.vaadin|id\\.satuatap)\\.[a-z]"
            + "|[A-Za-z]Exception\\b|Caused by:|Whitelabel|-SNAPSHOT|SQLSTATE|\\b(?i:select) .{1,80} (?i:from)\\b"
            + "|(?i:(tomcat|netty|spring|postgresql|jetty|java)/\\d)|/work/|/home/|\\.jar\\b");

    /** Of an exported trail: what somebody asked for in vain stands there as it was asked. */
    private static final Pattern REFUSED = Pattern.compile("(?m)^\\d+,[^,\n]*,REFUSAL,.*$");

    /** Where the attackers are at home; the oracle knows who may see what there. */
    private static final Set<String> ATTACKERS = Set.of(Fixture.A, Fixture.PROVINCE, Fixture.OTHER_PROVINCE);

    /** The first thing found that should not be there. */
    @Override
    public @Nullable String fault(Answer answer) {
        var text = answer.everything();
        var insides = INSIDES.matcher(text);
        if (insides.find()) {
            return "tells of its insides: " + insides.group();
        }
        if (!answer.header("Server").isEmpty() || !answer.header("X-Powered-By").isEmpty()) {
            return "names its server";
        }
        var canary = CanaryOracle.foreign(ATTACKERS, text.getBytes(StandardCharsets.UTF_8));
        return canary.map(found -> "holds " + found)
                .or(() -> foreign.stream()
                        .filter(REFUSED.matcher(text).replaceAll("")::contains)
                        .findFirst()
                        .map(secret -> "holds another tenant's " + secret))
                .orElse(null);
    }
}
