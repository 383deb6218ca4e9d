package id.satuatap.isolation.http;

import static id.satuatap.isolation.Fixture.A;
import static id.satuatap.isolation.Fixture.B;

import id.satuatap.isolation.Caller;
import id.satuatap.isolation.Fixture;
import id.satuatap.stack.Database;
import id.satuatap.stack.Suite;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Groups H and O: exports, records, error pages, and how a tenant begins. */
public final class OperatingCases {

    private static final Pattern INSIDES = Pattern.compile(
            "(?i)(\\bat [a-z.]+\\([A-Za-z]+\\.java|Exception\\b|id\\.satuatap|org\\.springframework|reactor\\.|io\\.r2dbc|"
                    + "select .+ from |jackson|netty|postgres|127\\.0\\.0\\.1|SQLSTATE|/work/|\\.jar\\b)");

    private final Trials trials;
    private final Fixture fixture;
    private final Caller admin;

    private OperatingCases(Trials trials) {
        this.trials = trials;
        this.fixture = trials.fixture();
        this.admin = Fresh.as(fixture, A, "tenant-admin");
    }

    public static void run(Suite.Run run) throws Exception {
        new OperatingCases(new Trials(run, Fixture.of(run), "H exports")).exports();
        var cases = new OperatingCases(new Trials(run, Fixture.of(run), "O operations"));
        cases.beginnings();
        cases.record();
        cases.errors();
        cases.missing();
    }

    private void exports() {
        for (var formula : List.of("=cmd|'/c calc'!A1", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "|x")) {
            trials.trial(
                    "H03",
                    "a name beginning with " + formula.charAt(0) + " in the CSV of results",
                    () -> Trials.Seen.of(csv("Biasa saja").contains("Biasa saja"), "exported"),
                    () -> {
                        var text = csv(formula);
                        var cell = text.contains("'" + formula);
                        return Trials.Seen.of(cell, cell ? "told as text" : "a formula");
                    });
        }
        trials.trial(
                "H05",
                "files are for the service alone",
                () -> Trials.Seen.of(Files.exists(stored()), "a file"),
                () -> {
                    var rights = new HashSet<>(Files.getPosixFilePermissions(stored()));
                    rights.retainAll(List.of(
                            PosixFilePermission.OTHERS_READ,
                            PosixFilePermission.OTHERS_WRITE,
                            PosixFilePermission.GROUP_WRITE));
                    return Trials.Seen.of(
                            rights.isEmpty() || isPrivate(fixture.stack().home()), "rights of others: " + rights);
                });
        trials.notYet("H01", "an export of B by its id", "feature missing: exports run in the background");
        trials.notYet("H02", "a role removed while its export runs", "feature missing: exports run in the background");
        trials.notYet("H06", "codes of documents tried out", "feature missing: verification by code");
        trials.notYet("H07", "a verification page tells too much", "feature missing: verification by code");
        trials.notYet("H09", "a PDF changed after signing", "feature missing: signatures");
        trials.notYet("H10", "a revoked certificate", "feature missing: signatures");
        trials.notYet("H11", "a revoked permit shown again", "feature missing: permits");
        trials.notYet("H13", "markup in a rendered PDF", "feature missing: rendering");
        trials.notYet("H14", "letter numbers taken at once", "feature missing: letters");
        trials.notYet("H15", "the verifier asked by hash", "feature missing: verification by code");
    }

    private java.nio.file.Path stored() {
        var place = fixture.place(A);
        return fixture.files()
                .resolve(place.tenant().toString())
                .resolve(place.document().toString());
    }

    private static boolean isPrivate(java.nio.file.Path folder) throws java.io.IOException {
        var rights = Files.getPosixFilePermissions(folder);
        return !rights.contains(PosixFilePermission.OTHERS_EXECUTE)
                && !rights.contains(PosixFilePermission.OTHERS_READ);
    }

    /** The export with one row more, of a body with this name. */
    private String csv(String name) throws SQLException {
        sql("""
                insert into spbe.official_result (id, region_code, province, body, kind, year, instrument, domains, aspects, indicators,
                                                  complete, source)
                select 999999, '17.02', '17', ?, 'regency', 2099, instrument, '{}', '{}', '{}', false, source
                  from spbe.official_result limit 1
                """, name);
        try {
            return fixture.probe()
                    .as(id.satuatap.isolation.Principal.NOBODY)
                    .direct()
                    .with("Accept", "text/csv")
                    .get("/api/v1/spbe/results?year=2099")
                    .text();
        } finally {
            sql("delete from spbe.official_result where id = 999999", null);
        }
    }

    private void sql(String sql, @Nullable String text) throws SQLException {
        try (var connection = fixture.stack().database().superuser(Database.PLATFORM);
                var statement = connection.prepareStatement(sql)) {
            if (text != null) {
                statement.setString(1, text);
            }
            statement.executeUpdate();
        }
    }

    private void beginnings() {
        trials.trial("O01", "no two accounts share a password", () -> Trials.Seen.of(true, ""), () -> {
            var passwords = new HashSet<String>();
            var users = fixture.stack().credentials().users();
            users.forEach(user -> passwords.add(user.password()));
            return Trials.Seen.of(passwords.size() == users.size(), passwords.size() + " passwords");
        });
        for (var slug : List.of("admin", "api", "www", "id", "lebоng", "LEBONG", "x", "a-b", "lebong")) {
            trials.trial(
                    "O02",
                    "a tenant called " + slug + (slug.equals("lebоng") ? " with a Cyrillic letter" : ""),
                    () -> Trials.Seen.of(named("boleh"), "another name is taken"),
                    () -> Trials.Seen.of(!named(slug), "refused by the database"));
        }
    }

    /** Whether the database would take a tenant of this name; nothing is kept. */
    private boolean named(String slug) throws SQLException {
        try (var connection = fixture.stack().database().superuser(Database.PLATFORM)) {
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement("""
                    insert into tenancy.tenant (id, kind, region_code, slug, name, state, simulated, accent, zone)
                    values (gen_random_uuid(), 'REGENCY', '17.01', ?, 'x', 'DRAFT', true, '#000000', 'Asia/Jakarta')
                    """)) {
                insert.setString(1, slug);
                insert.executeUpdate();
                return true;
            } catch (SQLException refused) {
                return false;
            } finally {
                connection.rollback();
            }
        }
    }

    private void record() {
        for (var attack : Map.of(
                        "O07a", "update audit.entry set actor = 'x'",
                        "O07b", "delete from audit.entry",
                        "O07c", "truncate audit.entry",
                        "O07d", "alter table audit.entry disable row level security")
                .entrySet()) {
            trials.trial(
                    attack.getKey(),
                    "core's own role: " + attack.getValue(),
                    () -> Trials.Seen.of(asRuntime("select count(*) from audit.entry"), "reads"),
                    () -> Trials.Seen.of(!asRuntime(attack.getValue()), "permission denied"));
        }
        trials.trial(
                "O07e",
                "line ends and colours in a name, in the record",
                () -> Trials.ok(admin.get("/api/v1/audit")),
                () -> {
                    var named = fixture.stack()
                            .tokens()
                            .token(
                                    Fresh.stranger("x").subject(),
                                    Map.of(
                                            "client_id",
                                            "tenant-admin",
                                            "name",
                                            "x\r\n{\"level\":\"ERROR\"}\u001b[31m"));
                    admin.token(named).get("/api/v1/members");
                    var log = Files.readString(fixture.stack()
                            .service(id.satuatap.stack.Part.PLATFORM_CORE)
                            .log());
                    var entries = admin.get("/api/v1/audit?kind=REFUSAL");
                    return Trials.Seen.of(
                            !log.contains("\u001b[31m") && !log.contains("\n{\"level\":\"ERROR\"}") && entries.isOk(),
                            entries.status());
                });
        trials.refused(
                "O07f",
                "B's record",
                403,
                () -> admin.get("/api/v1/audit"),
                () -> admin.at(B).get("/api/v1/audit"));
        trials.trial(
                "O07g",
                "a refusal is in the record of the tenant it was tried in",
                () -> Trials.ok(admin.get("/api/v1/audit")),
                () -> {
                    var outsider = Fresh.stranger("outsider");
                    fixture.probe().as(outsider).at(A).direct().get("/api/v1/members");
                    var found = admin.get("/api/v1/audit?kind=REFUSAL&limit=200")
                                    .json()
                                    .toString()
                                    .contains(outsider.subject())
                            || admin.get("/api/v1/audit?kind=REFUSAL&limit=200")
                                    .text()
                                    .contains("access.not-a-member");
                    return Trials.Seen.of(found, "found");
                });
    }

    private boolean asRuntime(String sql) throws SQLException {
        try (var connection = fixture.stack().database().runtime()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("select set_config('app.tenant_id', '%s', true)"
                        .formatted(fixture.place(A).tenant()));
                statement.execute(sql);
                return true;
            } catch (SQLException refused) {
                return false;
            } finally {
                connection.rollback();
            }
        }
    }

    private void errors() {
        var gateway = fixture.probe().as(fixture.member(A, "tenant-admin")).at(A);
        var bodies = Map.of(
                "O09a", "{\"email\": ",
                "O09b", "{\"email\": {\"a\": 1}, \"role\": 5}",
                "O09c", "[".repeat(2000),
                "O09d", "{\"email\": \"\\ud800\", \"role\": \"walidata\"}",
                "O09e", "\u0000");
        for (var way : List.of(admin, gateway)) {
            bodies.forEach((id, body) -> plain(id, "broken JSON", way, () -> way.post("/api/v1/invitations", body)));
            plain("O09f", "a wrong kind of id", way, () -> way.get("/api/v1/documents/'%20or%201=1/content"));
            plain(
                    "O09g",
                    "a wrong kind of content",
                    way,
                    () -> way.with("Content-Type", "application/xml")
                            .send("POST", "/api/v1/invitations", "<x/>".getBytes(StandardCharsets.UTF_8)));
            plain(
                    "O09h",
                    "an unknown form of answer",
                    way,
                    () -> way.with("Accept", "image/png").get("/api/v1/members"));
            plain("O09i", "no such path", way, () -> way.get("/api/v1/nothing/here"));
            plain("O09j", "a token of rubbish", way, () -> way.token("a.b.c").get("/api/v1/members"));
        }
    }

    /** An error that tells nothing of the inside: no class, no SQL, no address, no version. */
    private void plain(
            String id, String what, Caller way, java.util.concurrent.Callable<id.satuatap.isolation.Answer> attack) {
        trials.trial(
                id,
                what + (way.isDirect() ? ", at core" : ", at the gateway"),
                () -> Trials.ok(way.get("/api/v1/members")),
                () -> {
                    var answer = attack.call();
                    var told = INSIDES.matcher(answer.text() + answer.headers());
                    return Trials.Seen.of(
                            answer.status() >= 400 && answer.status() < 500 && !told.find(),
                            answer.status() + " " + answer.problem());
                });
    }

    private void missing() {
        trials.notYet("O03", "nothing of a tenant stays after it left", "feature missing: leaving with all data");
        trials.notYet(
                "O05", "a backup restored into the wrong tenant", "feature missing: restoring one tenant by command");
        trials.notYet("O11", "a setting of A read in B", "feature missing: settings of tenants");
        trials.notYet("O13", "a migration under way", "feature missing: a second version to migrate to");
        trials.notYet("O14", "production data in a copy for tests", "feature missing: masked copies");
        trials.notYet("O15", "all data of one person", "feature missing: a person's own data");
    }
}
