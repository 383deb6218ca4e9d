package id.satuatap.isolation.edge;

import id.satuatap.isolation.CanaryOracle;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What no answer to an attacker may hold: anything of another tenant, and anything of how we are built. */
record Leaks(Set<String> foreign, CanaryOracle oracle) {

    private static final Pattern INSIDES = Pattern.compile("\\bat [a-z]\\w*(\\.[\\w$]+)+\\("
            + "|\\b(java|jakarta|org\\.springframework|io\\.netty|reactor\\.|io\\.r2dbc|com\\.vaadin|id\\.satuatap)\\.[a-z]"
            + "|[A-Za-z]Exception\\b|Caused by:|Whitelabel|-SNAPSHOT|\\bselect .{1,80} from\\b"
            + "|(?i:(tomcat|netty|spring|postgresql|jetty|java)/\\d)|/work/|/home/");

    /** The first thing found that should not be there. */
    Optional<String> in(Answer answer) {
        var text = answer.everything();
        var insides = INSIDES.matcher(text);
        if (insides.find()) {
            return Optional.of("tells of its insides: " + insides.group());
        }
        if (answer.header("Server").isPresent() || answer.header("X-Powered-By").isPresent()) {
            return Optional.of("names its server");
        }
        var all = text.getBytes(StandardCharsets.UTF_8);
        var canary = oracle.foreign(Ground.A, all, all.length);
        if (canary.isPresent()) {
            return Optional.of("holds " + canary.get());
        }
        return foreign.stream().filter(text::contains).findFirst().map(secret -> "holds another tenant's " + secret);
    }
}
