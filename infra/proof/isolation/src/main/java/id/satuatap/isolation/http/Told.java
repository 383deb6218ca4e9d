package id.satuatap.isolation.http;

import id.satuatap.isolation.CanaryOracle.Leak;
import id.satuatap.isolation.Cases;
import id.satuatap.stack.Part;
import id.satuatap.stack.Report.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was told to whom in the whole run: the oracle's verdict, then mails, metrics and logs. Runs last. */
public final class Told {

    private static final Pattern RECIPIENT = Pattern.compile("(?im)^To:.*?cnry-([a-z0-9]+)-mail-");

    private static final int MOST_KINDS = 40;

    private static final String STATEMENTS = "LOG:  execute ";

    /** What has no place in a log: tokens, whole or in parts, and addresses of people. */
    private static final Map<String, Pattern> PRIVATE = Map.of(
            "a token", Pattern.compile("eyJ[A-Za-z0-9_-]{10,2000}+\\.[A-Za-z0-9_-]{10}"),
            "an e-mail address", Pattern.compile("@contoh\\.example"),
            "a long number like a NIK", Pattern.compile("(?<![0-9a-f.-])[0-9]{16}(?![0-9a-f])"));

    private Told() {}

    public static void run(Cases cases) throws IOException {
        mails(cases);
        metrics(cases);
        logs(cases);
        var fixture = cases.fixture();
        var oracle = fixture.oracle();
        var leaks = oracle.leaks();
        var told = "%,d requests, %,d bytes, %,d canaries to those who may, %,d leaks";
        cases.add(
                "oracle",
                "no canary reached anybody who may not see it",
                leaks.isEmpty(),
                told.formatted(fixture.client().sent(), oracle.scannedBytes(), oracle.allowedCanaries(), leaks.size()));
        kinds(leaks).forEach(kind -> cases.add("oracle", kind, Outcome.FAILED, ""));
        cases.add(
                "oracle",
                "it sees canaries at all",
                oracle.allowedCanaries() > 0 ? Outcome.PASSED : Outcome.INVALID,
                "");
        cases.add(
                "oracle",
                "text columns that can hold no canary, since the program reads a meaning from them",
                Outcome.TOLD,
                String.join(", ", fixture.withoutCanary()));
    }

    /** How many of each kind, the most frequent first. */
    private static List<String> kinds(List<Leak> leaks) {
        return leaks.stream().collect(Collectors.groupingBy(Leak::kind, Collectors.counting())).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_KINDS)
                .map(kind -> kind.getValue() + " × " + kind.getKey())
                .toList();
    }

    private static void mails(Cases cases) throws IOException {
        var wrong = new ArrayList<String>();
        var checked = 0;
        for (var mail : files(cases.fixture().stack().home().resolve("mail"), ".eml")) {
            var text = Files.readString(mail, StandardCharsets.ISO_8859_1);
            var recipient = RECIPIENT.matcher(text);
            if (recipient.find()) {
                checked++;
                var tenant = recipient.group(1).toLowerCase(Locale.ROOT);
                cases.fixture().oracle().scanFor(tenant, "mail", text.getBytes(StandardCharsets.ISO_8859_1));
                if (!text.contains("//" + tenant + ".")) {
                    wrong.add(tenant);
                }
            }
        }
        cases.add(
                "O10",
                "mails name the tenant of their recipient and nothing of another's",
                checked == 0 ? Outcome.INVALID : wrong.isEmpty() ? Outcome.PASSED : Outcome.FAILED,
                checked + " mails, wrong: " + wrong);
    }

    private static void metrics(Cases cases) {
        var stack = cases.fixture().stack();
        for (var port : List.of(stack.port(Part.PLATFORM_CORE), stack.port(Part.GATEWAY) + 6)) {
            var text = stack.send(HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:%d/actuator/prometheus".formatted(port))))
                    .body();
            cases.fixture().oracle().scanPublic("metrics at " + port, text.getBytes(StandardCharsets.UTF_8));
            cases.add(
                    "F13",
                    "metrics at port %d hold no person and no secret".formatted(port % 100),
                    text.contains("# TYPE") && found(text, Set.of()).isEmpty(),
                    text.length() + " bytes " + found(text, Set.of()));
        }
    }

    private static void logs(Cases cases) throws IOException {
        var home = cases.fixture().stack().home();
        var secrets = secrets(home);
        for (var log : files(home.resolve("log"), ".log")) {
            var bytes = Files.readAllBytes(log);
            var text = new String(bytes, StandardCharsets.UTF_8);
            if (text.contains(STATEMENTS)) {
                cases.add(
                        "O06",
                        log.getFileName() + " is not looked at: a section had every statement written into it",
                        Outcome.TOLD,
                        "");
                continue;
            }
            cases.fixture().oracle().scanPublic("log " + log.getFileName(), bytes);
            var found = found(text, secrets);
            cases.add(
                    "O06",
                    "%s holds no token, address, NIK or secret".formatted(log.getFileName()),
                    found.isEmpty(),
                    "%,d bytes %s".formatted(bytes.length, found));
        }
    }

    private static List<String> found(String text, Set<String> secrets) {
        var found = new ArrayList<String>();
        PRIVATE.forEach((name, pattern) -> {
            var match = pattern.matcher(text);
            if (match.find()) {
                found.add(name + ": " + text.substring(match.start(), Math.min(match.end(), match.start() + 30)));
            }
        });
        secrets.stream().filter(text::contains).limit(1).forEach(secret -> found.add("a secret of the stack"));
        return found;
    }

    private static Set<String> secrets(Path home) {
        var secrets = new HashSet<String>();
        for (var file : List.of("secrets.json", "seed.json")) {
            collect(JsonMapper.shared().readTree(home.resolve(file).toFile()), "", secrets);
        }
        return secrets;
    }

    private static void collect(JsonNode node, String name, Set<String> secrets) {
        if (node.isString()
                && name.matches("(?i).*(password|secret|database|key).*")
                && node.asString().length() > 11) {
            secrets.add(node.asString());
        }
        node.properties().forEach(field -> collect(field.getValue(), field.getKey(), secrets));
        if (node.isArray()) {
            node.values().forEach(item -> collect(item, name, secrets));
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
