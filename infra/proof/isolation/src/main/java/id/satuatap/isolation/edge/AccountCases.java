package id.satuatap.isolation.edge;

import static id.satuatap.isolation.Fixture.A;
import static id.satuatap.isolation.edge.Ground.VICTIM;
import static id.satuatap.isolation.edge.Ground.must;

import id.satuatap.isolation.Check;
import id.satuatap.isolation.Fixture;
import id.satuatap.stack.Answer;
import id.satuatap.stack.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/** What the pages of identity tell about accounts, what the links in their mails open, and how many mails go out. */
final class AccountCases {

    private static final Pattern LINK = Pattern.compile("(https?://[^\\s/]+)(/[a-z/]+\\?code=)([A-Za-z0-9_-]+)");
    private static final Duration MAIL = Duration.ofSeconds(30);
    private static final String FORGOTTEN = "/password/forgotten";
    private static final String PASSWORD = "Jendela-biru-7-terbuka";
    private static final String SECOND = "Pintu-hijau-9-tertutup";
    /** One of them is locked out for a while. */
    private static final List<String> ROLES = List.of(
            "head-of-region", "office-head", "opd-officer", "counter-officer", "external-coach", "external-assessor");
    /** Whose link is used up, or was none. */
    private static final Check SPENT =
            Check.holds(answer -> answer.status() / 100 == 4, "4xx").and(Check.lacks("name=\"password\""));

    private static final Check SLOWED = Check.status(429);
    private static final Check SIGNED_IN =
            Check.status(303).and(Check.holds(answer -> !answer.location().contains("sign-in"), "signed in"));
    private static final String DEVICE = "SATUATAP_DEVICE";
    private static final List<String> ADDRESSES =
            List.of("X-Forwarded-For: 203.0.113.9", "X-Real-IP: 203.0.113.9", "Forwarded: for=203.0.113.9");
    private static final List<String> FORGED =
            List.of("X-Forwarded-Host: evil.example", "Forwarded: host=evil.example", "Origin: http://evil.example");

    private final Ground ground;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String address = "pemilik." + run + "@contoh.example";

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
        var known = ground.user(VICTIM, "office-head").username();
        var nobody = "tidak.ada." + run;
        var mail = "@contoh.example";
        same("the sign-in page for a wrong password and for nobody", name -> type(name, "salah"), known, nobody);
        same("a forgotten password, of somebody and of nobody", this::forgot, known + mail, nobody + mail);
        same("a registration with a known and with a new address", this::register, known + mail, "baru." + run + mail);
        same("a link with one made-up code and with another", this::opened, "x".repeat(43), "y".repeat(43));
    }

    /** Neither status nor words may tell the two apart; only what was typed, ids and keys differ. */
    private void same(String what, Asking asking, String one, String other) {
        Callable<Answer> both = () -> {
            var first = asking.ask(one);
            var second = asking.ask(other);
            var isSame = first.status() == second.status() && neutral(first).equals(neutral(second));
            return must(isSame, "other words", second);
        };
        ground.check("F10", what + ": the same answer", both, answer -> null);
    }

    @FunctionalInterface
    private interface Asking {
        Answer ask(String about) throws IOException;
    }

    private static String neutral(Answer answer) {
        return answer.location()
                + answer.text()
                        .replaceAll("value=\"[^\"]*\"", "")
                        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "")
                        .replaceAll("code=[A-Za-z0-9_-]+", "");
    }

    private void lockOut() {
        var victim = ground.user(A, ROLES.get(Math.floorMod(run.hashCode(), ROLES.size())));
        var name = victim.username();
        var password = victim.password();
        var desk = ground.browser();
        ground.check(
                "M13",
                "who guesses is slowed down, even when he is right at last",
                () -> guessed(desk, name, password),
                SLOWED);
        var capitals = name.toUpperCase(Locale.ROOT);
        ground.check(
                "M13",
                "the count is not evaded by writing the name differently",
                () -> type(capitals, password),
                SLOWED);
        var fields = Map.of("username", name, "password", password);
        ground.check("M13", "nor by writing addresses in front", () -> form("/sign-in", fields, ADDRESSES), SLOWED);
        ground.check(
                "K09",
                "the owner is not locked out at the desk where he works",
                () -> again(desk, name, password),
                SIGNED_IN);
    }

    private Answer guessed(Browser desk, String name, String password) throws IOException {
        desk.typePassword(ground.identity(), name, password);
        for (var i = 0; i < 7; i++) {
            type(name, "salah-" + i);
        }
        return type(name, password);
    }

    private Answer again(Browser desk, String name, String password) throws IOException {
        var again = ground.browser();
        again.cookies(ground.identity()).put(DEVICE, desk.cookie(ground.identity(), DEVICE));
        return again.typePassword(ground.identity(), name, password);
    }

    private void links() {
        ground.check(
                "K10",
                "a registration link written under forged hosts names our host",
                this::registered,
                Check.status(303));
        ground.check("K10", "a registration code at the page for passwords", () -> opened(code(0)), SPENT);
        ground.check("K10", "a registration link opens an account, once", this::confirmed, SPENT);
        ground.check(
                "K10",
                "… and the second password is not the account's",
                () -> type(address, SECOND),
                Check.status(401));
        ground.check(
                "K10",
                "an older password link is spent with the newer one, which ends what was open before",
                this::older,
                SPENT);
        ground.check("K10", "a password link is used once only", () -> choose("/password/new", code(2), SECOND), SPENT);
    }

    private Answer registered() throws IOException {
        var answer = form("/register", Map.of("email", address, "name", "Pemilik"), FORGED);
        var mail = mailTo(address, 0);
        var isOurs = !mail.contains("evil") && mail.contains(ground.stack().issuer() + "/register/confirm?code=");
        return must(isOurs, "links elsewhere", answer);
    }

    private Answer confirmed() throws IOException {
        var first = choose("/register/confirm", code(0), PASSWORD);
        must(first.status() == 303, "its twin", first);
        return choose("/register/confirm", code(0), SECOND);
    }

    private Answer older() throws IOException {
        var before = ground.browser();
        before.typePassword(ground.identity(), address, PASSWORD);
        forgot(address);
        var older = code(1);
        forgot(address);
        var first = choose("/password/new", code(2), "Sungai-jernih-3-mengalir");
        must(first.location().contains("changed"), "its twin", first);
        var home = before.get(ground.identity(), "/");
        must(home.status() != 200, "the old session goes on", home);
        return choose("/password/new", older, SECOND);
    }

    private void floods() {
        ground.check(
                "M14", "a mailbox asked for in every spelling gets three mails an hour", this::flooded, answer -> null);
    }

    private Answer flooded() throws IOException {
        var local = "banjir." + run;
        var last = forgot(local + "@contoh.example");
        for (var spelling :
                List.of("%s@CONTOH.example", " %s@contoh.example ", "%s@Contoh.Example", "%S@contoh.example")) {
            last = register(spelling.formatted(local));
        }
        return must(!Fixture.await(Duration.ofSeconds(8), () -> mailsTo(local).size() > 3), "too many mails", last);
    }

    private Answer type(String username, String password) throws IOException {
        return ground.browser().typePassword(ground.identity(), username, password);
    }

    private Answer opened(String code) throws IOException {
        return ground.browser().get(ground.identity(), "/password/new?code=" + code);
    }

    private Answer register(String email) throws IOException {
        return ground.browser()
                .submit(ground.identity(), "/register", "/register", Map.of("email", email, "name", "Nama Baru"));
    }

    private Answer forgot(String email) throws IOException {
        return ground.browser().submit(ground.identity(), FORGOTTEN, FORGOTTEN, Map.of("email", email));
    }

    /** The form's key comes from another page: a spent link shows no form. */
    private Answer choose(String page, String code, String password) throws IOException {
        return ground.browser().submit(ground.identity(), FORGOTTEN, page, Map.of("code", code, "password", password));
    }

    private Answer form(String page, Map<String, String> fields, List<String> lines) throws IOException {
        var browser = ground.browser();
        var all = new LinkedHashMap<>(Browser.hidden(browser.get(ground.identity(), page)));
        all.putAll(fields);
        var request = Request.form(page, all);
        for (var line : lines) {
            request = request.line(line);
        }
        return browser.send(ground.identity(), request);
    }

    private String code(int number) {
        var link = LINK.matcher(mailTo(address, number));
        if (!link.find()) {
            throw new IllegalStateException("no link in the mail");
        }
        return link.group(3);
    }

    private String mailTo(String to, int number) {
        if (!Fixture.await(MAIL, () -> mailsTo(to).size() > number)) {
            throw new IllegalStateException("no mail to " + to);
        }
        return mailsTo(to).get(number);
    }

    /** In the order they were sent. */
    private List<String> mailsTo(String to) {
        try (var files = Files.list(ground.stack().home().resolve("mail"))) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(AccountCases::read)
                    .filter(mail -> mail.toLowerCase(Locale.ROOT).contains("to: " + to))
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
}
