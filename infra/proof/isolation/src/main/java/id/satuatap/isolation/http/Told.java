package id.satuatap.isolation.http;

import id.satuatap.isolation.Fixture;
import id.satuatap.stack.Part;
import id.satuatap.stack.Report.Outcome;
import id.satuatap.stack.Suite;
import java.io.IOException;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was told to whom in the whole run: the oracle's verdict, then mails, metrics and logs. Runs last. */
public final class Told {

    private static final String SECTION = "told";
    private static final Pattern RECIPIENT = Pattern.compile("(?im)^To:.*?cnry-([a-z0-9]+)-mail-");

    private static final String STATEMENTS = "LOG:  execute ";

    /** What has no place in a log: tokens, whole or in parts, and addresses of people. */
    private static final Map<String, Pattern> PRIVATE = Map.of(
            "a token", Pattern.compile("eyJ[A-Za-z0-9_-]{10,2000}+\\.[A-Za-z0-9_-]{10}"),
            "an e-mail address", Pattern.compile("@contoh\\.example"),
            "a long number like a NIK", Pattern.compile("(?<![0-9a-f.-])[0-9]{16}(?![0-9a-f])"));

    private Told() {}

    public static void run(Suite.Run run) throws Exception {
        var fixture = Fixture.of(run);
        mails(run, fixture);
        metrics(run, fixture);
        logs(run, fixture);
        var oracle = fixture.oracle();
        var leaks = oracle.leaks();
        run.report()
                .check(
                        leaks.isEmpty(),
                        SECTION,
                        "oracle",
                        "no canary reached anybody who may not see it",
                        "%,d requests, %,d bytes, %,d canaries to those who may, %d leaks %s"
                                .formatted(
                                        fixture.probe().sent(),
                                        oracle.scannedBytes(),
                                        oracle.allowedCanaries(),
                                        leaks.size(),
                                        leaks.stream().distinct().limit(5).toList()));
        run.report()
                .add(
                        SECTION,
                        "oracle",
                        "it sees canaries at all",
                        oracle.allowedCanaries() > 0 ? Outcome.PASSED : Outcome.INVALID,
                        "");
        run.report()
                .add(
                        SECTION,
                        "oracle",
                        "text columns that can hold no canary, since the program reads a meaning from them",
                        Outcome.TOLD,
                        String.join(", ", fixture.withoutCanary()));
    }

    private static void mails(Suite.Run run, Fixture fixture) throws IOException {
        var wrong = new ArrayList<String>();
        var checked = 0;
        for (var mail : files(fixture.mails(), ".eml")) {
            var text = Files.readString(mail, StandardCharsets.ISO_8859_1);
            var recipient = RECIPIENT.matcher(text);
            if (recipient.find()) {
                checked++;
                var tenant = recipient.group(1).toLowerCase(Locale.ROOT);
                fixture.oracle().scanFor(tenant, "mail", text.getBytes(StandardCharsets.ISO_8859_1));
                if (!text.contains("//" + tenant + ".")) {
                    wrong.add(tenant);
                }
            }
        }
        run.report()
                .add(
                        SECTION,
                        "O10",
                        "mails name the tenant of their recipient and nothing of another's",
                        checked == 0 ? Outcome.INVALID : wrong.isEmpty() ? Outcome.PASSED : Outcome.FAILED,
                        checked + " mails, wrong: " + wrong);
    }

    private static void metrics(Suite.Run run, Fixture fixture) {
        var addresses = Map.of(
                "core",
                        "http://127.0.0.1:%d/actuator/prometheus"
                                .formatted(fixture.stack().port(Part.PLATFORM_CORE)),
                "gateway",
                        "http://127.0.0.1:%d/actuator/prometheus"
                                .formatted(fixture.stack().port(Part.GATEWAY) + 6));
        addresses.forEach((part, address) -> {
            var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create(address));
            var text = fixture.stack().send(request).body();
            fixture.oracle().scanPublic("metrics of " + part, text.getBytes(StandardCharsets.UTF_8));
            run.report()
                    .check(
                            text.contains("# TYPE") && found(text, Set.of()).isEmpty(),
                            SECTION,
                            "F13",
                            "metrics of " + part + " hold no person and no secret",
                            text.length() + " bytes " + found(text, Set.of()));
        });
    }

    private static void logs(Suite.Run run, Fixture fixture) throws IOException {
        var secrets = secrets(fixture.stack().home());
        for (var log : files(fixture.stack().home().resolve("log"), ".log")) {
            var bytes = Files.readAllBytes(log);
            var text = new String(bytes, StandardCharsets.UTF_8);
            if (text.contains(STATEMENTS)) {
                run.report()
                        .add(
                                SECTION,
                                "O06",
                                log.getFileName() + " is not looked at: a section had every statement written into it",
                                Outcome.TOLD,
                                "");
                continue;
            }
            fixture.oracle().scanPublic("log " + log.getFileName(), bytes);
            var found = found(text, secrets);
            run.report()
                    .check(
                            found.isEmpty(),
                            SECTION,
                            "O06",
                            "%s holds no token, address, NIK or secret".formatted(log.getFileName()),
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
