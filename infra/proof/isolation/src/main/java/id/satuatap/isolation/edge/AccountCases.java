package id.satuatap.isolation.edge;

import static id.satuatap.isolation.edge.Ground.A;
import static id.satuatap.isolation.edge.Ground.B;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the pages of identity tell about accounts, what the links in their mails open, and how many mails go out. */
final class AccountCases {

    private static final Pattern LINK = Pattern.compile("(https?://[^\\s/]+)(/[a-z/]+\\?code=)([A-Za-z0-9_-]+)");
    private static final Duration MAIL = Duration.ofSeconds(30);
    /** One of them is locked out for a while. */
    private static final List<String> ROLES = List.of(
            "head-of-region", "office-head", "opd-officer", "counter-officer", "external-coach", "external-assessor");

    private static final String PASSWORD = "Jendela-biru-7-terbuka";

    private final Ground ground;
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    AccountCases(Ground ground) {
        this.ground = ground;
    }

    void run() {
        enumeration();
        lockOut();
        links();
        floods();
    }

    private void enumeration() {
        var known = ground.stack().credentials().user(B, "office-head");
        same(
                "F10",
                "the sign-in page for a wrong password and for nobody",
                () -> new Browser(ground).typePassword(known.username(), "salah"),
                () -> new Browser(ground).typePassword("tidak.ada." + run, "salah"));
        same(
                "F10",
                "a forgotten password, of somebody and of nobody",
                () -> new Browser(ground)
                        .submit(
                                "/password/forgotten",
                                "/password/forgotten",
                                Map.of("email", known.username() + "@contoh.example")),
                () -> new Browser(ground)
                        .submit(
                                "/password/forgotten",
                                "/password/forgotten",
                                Map.of("email", "tidak.ada." + run + "@contoh.example")));
        same(
                "F10",
                "a registration with a known and with a new address",
                () -> register(known.username() + "@contoh.example"),
                () -> register("baru." + run + "@contoh.example"));
        same(
                "F10",
                "a link with a made-up code, to a password and to a registration",
                () -> new Browser(ground).get(ground.identity(), "/password/new?code=" + "x".repeat(43)),
                () -> new Browser(ground).get(ground.identity(), "/password/new?code=" + "y".repeat(43)));
    }

    /** Neither status nor words may tell the two apart; only what was typed, ids and keys differ. */
    private void same(String id, String what, Attack.Asking one, Attack.Asking other) {
        ground.attack(id, what + ": the same answer")
                .holds(
                        () -> {
                            var first = one.ask();
                            var second = other.ask();
                            if (first.status() != second.status()
                                    || !neutral(first).equals(neutral(second))) {
                                throw new AssertionError(
                                        "%d and %d, or other words".formatted(first.status(), second.status()));
                            }
                            return second;
                        },
                        answer -> null);
    }

    private static String neutral(Answer answer) {
        return answer.location()
                + answer.body()
                        .replaceAll("value=\"[^\"]*\"", "")
                        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "")
                        .replaceAll("code=[A-Za-z0-9_-]+", "");
    }

    private void lockOut() {
        var role = ROLES.get(Math.floorMod(run.hashCode(), ROLES.size()));
        var victim = ground.stack().credentials().user(A, role);
        var desk = new Browser(ground);
        ground.attack("M13", "who guesses is slowed down, even when he is right at last")
                .holds(
                        () -> {
                            desk.typePassword(victim.username(), victim.password());
                            for (var i = 0; i < 7; i++) {
                                new Browser(ground).typePassword(victim.username(), "salah-" + i);
                            }
                            return new Browser(ground).typePassword(victim.username(), victim.password());
                        },
                        answer -> answer.status() == 429 ? null : "answered " + answer.status());
        ground.attack("M13", "the count is not evaded by writing the name differently")
                .holds(
                        () -> new Browser(ground)
                                .typePassword(victim.username().toUpperCase(Locale.ROOT), victim.password()),
                        answer -> answer.status() == 429 ? null : "answered " + answer.status());
        ground.attack("M13", "nor by writing addresses in front")
                .holds(
                        () -> {
                            var browser = new Browser(ground);
                            var fields =
                                    new LinkedHashMap<>(Browser.hidden(browser.get(ground.identity(), "/sign-in")));
                            fields.put("username", victim.username());
                            fields.put("password", victim.password());
                            return browser.send(Ask.form(ground.identity(), "/sign-in", fields)
                                    .with("X-Forwarded-For", "203.0.113.9")
                                    .with("X-Real-IP", "203.0.113.9")
                                    .with("Forwarded", "for=203.0.113.9"));
                        },
                        answer -> answer.status() == 429 ? null : "answered " + answer.status());
        ground.attack("K09", "the owner is not locked out at the desk where he works")
                .holds(
                        () -> {
                            var again = new Browser(ground);
                            again.cookies(ground.identity())
                                    .put("SATUATAP_DEVICE", desk.cookie(ground.identity(), "SATUATAP_DEVICE"));
                            return again.typePassword(victim.username(), victim.password());
                        },
                        answer -> answer.status() == 303 && !answer.location().contains("sign-in")
                                ? null
                                : "locked out: " + answer.status());
    }

    private void links() {
        var address = "pemilik." + run + "@contoh.example";
        ground.attack("K10", "a registration link written under forged hosts names our host")
                .holds(
                        () -> {
                            var browser = new Browser(ground);
                            var fields =
                                    new LinkedHashMap<>(Browser.hidden(browser.get(ground.identity(), "/register")));
                            fields.putAll(Map.of("email", address, "name", "Pemilik"));
                            var answer = browser.send(Ask.form(ground.identity(), "/register", fields)
                                    .with("X-Forwarded-Host", "evil.example")
                                    .with("Forwarded", "host=evil.example")
                                    .with("Origin", "http://evil.example")
                                    .with("Referer", "http://evil.example/"));
                            var mail = mailTo(address, 0);
                            if (mail.contains("evil")
                                    || !mail.contains(ground.stack().issuer() + "/register/confirm?code=")) {
                                throw new AssertionError("links elsewhere, or nowhere");
                            }
                            return answer;
                        },
                        answer -> answer.status() == 303 ? null : "answered " + answer.status());
        ground.attack("K10", "a registration code at the page for passwords")
                .holds(
                        () -> new Browser(ground).get(ground.identity(), "/password/new?code=" + code(address, 0)),
                        AccountCases::spent);
        ground.attack("K10", "a registration link opens an account, once")
                .holds(
                        () -> {
                            var code = code(address, 0);
                            var first = choose("/register/confirm", code, PASSWORD);
                            if (first.status() != 303) {
                                throw new AssertionError("its twin: " + first.status());
                            }
                            return choose("/register/confirm", code, "Pintu-hijau-9-tertutup");
                        },
                        AccountCases::spent);
        ground.attack("K10", "… and the second password is not the account's")
                .holds(
                        () -> new Browser(ground).typePassword(address, "Pintu-hijau-9-tertutup"),
                        answer -> answer.status() == 401 ? null : "answered " + answer.status());
        ground.attack("K10", "an older password link is spent with the newer one, which ends what was open before")
                .holds(
                        () -> {
                            var before = new Browser(ground);
                            before.typePassword(address, PASSWORD);
                            ask(address);
                            var older = code(address, 1);
                            ask(address);
                            var first = choose("/password/new", code(address, 2), "Sungai-jernih-3-mengalir");
                            if (!first.location().contains("changed")) {
                                throw new AssertionError("its twin: " + first.status() + " " + first.location());
                            }
                            if (before.get(ground.identity(), "/").status() == 200) {
                                throw new AssertionError("the old session goes on");
                            }
                            return choose("/password/new", older, "Gunung-tinggi-5-berkabut");
                        },
                        AccountCases::spent);
        ground.attack("K10", "a password link is used once only")
                .holds(
                        () -> choose("/password/new", code(address, 2), "Gunung-tinggi-5-berkabut"),
                        AccountCases::spent);
        for (var code : List.of("", "x", "x".repeat(10_000), "' or '1'='1", "%00", "../x")) {
            ground.attack("K10", "a guessed code of %d characters".formatted(code.length()))
                    .holds(
                            () -> new Browser(ground)
                                    .get(
                                            ground.identity(),
                                            "/password/new?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8)),
                            AccountCases::spent);
        }
    }

    private void floods() {
        var local = "banjir." + run;
        ground.attack("M14", "a mailbox asked for in every spelling gets three mails an hour")
                .holds(
                        () -> {
                            Answer last = ask(local + "@contoh.example");
                            for (var spelling : List.of(
                                    local + "@CONTOH.example",
                                    local.toUpperCase(Locale.ROOT) + "@contoh.example",
                                    " " + local + "@contoh.example ",
                                    local + "@Contoh.Example")) {
                                last = register(spelling);
                            }
                            Ground.await(
                                    Duration.ofSeconds(8), () -> mailsTo(local).size() > 3);
                            if (mailsTo(local).size() > 3) {
                                throw new AssertionError(mailsTo(local).size() + " mails");
                            }
                            return last;
                        },
                        answer -> answer.status() < 500 ? null : "answered " + answer.status());
        ground.attack("M14", "an address invited again and again")
                .twin(() -> invite("undangan." + run + "@contoh.example"), answer -> answer.status() == 201)
                .holds(
                        () -> {
                            var last = Answer.nothing(0);
                            for (var i = 0; i < 6; i++) {
                                last = invite("Undangan." + run + "@contoh.example");
                            }
                            return last;
                        },
                        answer -> answer.status() == 422 ? null : "answered " + answer.status());
    }

    private Answer invite(String email) throws IOException {
        return ground.send(Ask.post(
                        ground.host(A),
                        "/api/v1/invitations",
                        Ask.JSON,
                        "{\"email\":\"%s\",\"role\":\"walidata\"}".formatted(email))
                .bearer(ground.token(A, "tenant-admin")));
    }

    private Answer register(String email) throws IOException {
        return new Browser(ground).submit("/register", "/register", Map.of("email", email, "name", "Nama Baru"));
    }

    private Answer ask(String email) throws IOException {
        return new Browser(ground).submit("/password/forgotten", "/password/forgotten", Map.of("email", email));
    }

    /** The form's key comes from another page: a spent link shows no form. */
    private Answer choose(String page, String code, String password) throws IOException {
        return new Browser(ground).submit("/password/forgotten", page, Map.of("code", code, "password", password));
    }

    private String code(String address, int number) {
        var link = LINK.matcher(mailTo(address, number));
        if (!link.find()) {
            throw new IllegalStateException("no link in the mail");
        }
        return link.group(3);
    }

    private String mailTo(String address, int number) {
        if (!Ground.await(MAIL, () -> mailsTo(address).size() > number)) {
            throw new IllegalStateException("no mail to " + address);
        }
        return mailsTo(address).get(number);
    }

    /** In the order they were sent. */
    private List<String> mailsTo(String address) {
        try (var files = Files.list(ground.stack().home().resolve("mail"))) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(AccountCases::read)
                    .filter(mail -> mail.toLowerCase(Locale.ROOT).contains("to: " + address))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String spent(Answer answer) {
        return answer.status() / 100 == 4 && !answer.body().contains("name=\"password\"")
                ? null
                : answer.status() + " " + answer.location();
    }
}
