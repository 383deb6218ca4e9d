package id.satuatap.isolation.http;

import static id.satuatap.isolation.Fixture.A;
import static id.satuatap.isolation.Fixture.B;

import id.satuatap.isolation.Caller;
import id.satuatap.isolation.Cases;
import id.satuatap.isolation.Fixture;
import id.satuatap.isolation.Principal;
import id.satuatap.isolation.Seen;
import id.satuatap.stack.Database;
import id.satuatap.stack.Part;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Groups H and O: exports, records, and how a tenant begins. */
public final class OperatingCases {

    private static final String LINE_ENDS = "x\r\n{\"level\":\"ERROR\"}\u001b[31m";

    private final Cases cases;
    private final Fixture fixture;
    private final Caller admin;

    private OperatingCases(Cases cases) {
        this.cases = cases;
        this.fixture = cases.fixture();
        this.admin = fixture.as(A, "tenant-admin");
    }

    public static void run(Cases cases) {
        var operating = new OperatingCases(cases);
        operating.exports();
        operating.beginnings();
        operating.record();
    }

    private void exports() {
        for (var formula : List.of("=cmd|'/c calc'!A1", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "|x")) {
            var what = "a name beginning with %s in the CSV of results"
                    .formatted(formula.replace("\t", "TAB").replace("\r", "CR").substring(0, 1));
            cases.trial(
                    "H03",
                    what,
                    () -> Seen.of(csv("Biasa saja").contains("Biasa saja"), "exported"),
                    () -> Seen.of(csv(formula).contains("'" + formula), "told as text"));
        }
    }

    /** The export with one row more, of a body with this name. */
    private String csv(String name) {
        fixture.text("""
                insert into spbe.official_result
                select (jsonb_populate_record(r, jsonb_build_object('id', 999999, 'body', ?::text, 'year', 2099))).*
                  from spbe.official_result r where region_code = '17.02' limit 1
                """, name);
        try {
            return fixture.as(Principal.NOBODY, null)
                    .with("Accept", "text/csv")
                    .get("/api/v1/spbe/results?year=2099")
                    .text();
        } finally {
            fixture.text("delete from spbe.official_result where id = 999999");
        }
    }

    private void beginnings() {
        cases.trial("O01", "no two accounts share a password", () -> {
            var users = fixture.stack().credentials().users();
            var passwords =
                    new HashSet<>(users.stream().map(user -> user.password()).toList());
            return Seen.of(passwords.size() == users.size(), passwords.size() + " passwords");
        });
        for (var slug : List.of("admin", "api", "www", "id", "lebоng", "LEBONG", "x", "a-b", "lebong")) {
            cases.trial(
                    "O02",
                    "a tenant called " + slug + (slug.equals("lebоng") ? " with a Cyrillic letter" : ""),
                    () -> Seen.of(passes(superuser(), called("boleh")), "another name is taken"),
                    () -> Seen.of(!passes(superuser(), called(slug)), "refused by the database"));
        }
    }

    private static String called(String slug) {
        return """
                insert into tenancy.tenant select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'slug', '%s'))).*
                  from tenancy.tenant t where slug = 'lebong'
                """.formatted(slug);
    }

    private Connection superuser() throws SQLException {
        return fixture.stack().database().superuser(Database.PLATFORM);
    }

    /** Whether the database lets it pass; nothing is kept. */
    private boolean passes(Connection as, String sql) throws SQLException {
        try (as) {
            as.setAutoCommit(false);
            try (var statement = as.createStatement()) {
                statement.execute("select set_config('app.tenant_id', '%s', true)".formatted(fixture.tenant(A)));
                statement.execute(sql);
                return true;
            } catch (SQLException refused) {
                return false;
            } finally {
                as.rollback();
            }
        }
    }

    private void record() {
        for (var attack : List.of(
                "update audit.entry set action = 'x'",
                "delete from audit.entry",
                "truncate audit.entry",
                "alter table audit.entry disable row level security")) {
            cases.trial(
                    "O07",
                    "core's own role: " + attack,
                    () -> Seen.of(passes(runtime(), "select count(*) from audit.entry"), "reads"),
                    () -> Seen.of(!passes(runtime(), attack), "permission denied"));
        }
        cases.trial(
                "O07",
                "line ends and colours in a name, in the record",
                () -> Seen.ok(admin.get("/api/v1/audit")),
                () -> {
                    var stranger = Principal.stranger("x");
                    admin.token(fixture.client().token(stranger, Map.of("name", LINE_ENDS)))
                            .get("/api/v1/members");
                    var log = Files.readString(
                            fixture.stack().service(Part.PLATFORM_CORE).log());
                    var entries = admin.get("/api/v1/audit?kind=REFUSAL");
                    return Seen.of(
                            !log.contains("\u001b[31m") && !log.contains("\n{\"level\":\"ERROR\"}") && entries.isOk(),
                            entries.brief());
                });
        cases.refused(
                "O07",
                "B's record",
                403,
                () -> admin.get("/api/v1/audit"),
                () -> admin.at(B).get("/api/v1/audit"));
        cases.trial(
                "O07",
                "a refusal is in the record of the tenant it was tried in",
                () -> Seen.ok(admin.get("/api/v1/audit")),
                () -> {
                    fixture.as(Principal.stranger("outsider"), A).get("/api/v1/members");
                    return Seen.of(
                            admin.get("/api/v1/audit?kind=REFUSAL&limit=200")
                                    .text()
                                    .contains("access.not-a-member"),
                            "found");
                });
    }

    private Connection runtime() throws SQLException {
        return fixture.stack().database().runtime();
    }
}
