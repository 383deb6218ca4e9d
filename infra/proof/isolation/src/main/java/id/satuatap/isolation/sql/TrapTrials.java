package id.satuatap.isolation.sql;

import static id.satuatap.isolation.sql.Attempt.changes;
import static id.satuatap.isolation.sql.Attempt.isAllowed;
import static id.satuatap.isolation.sql.Attempt.isRefused;
import static id.satuatap.isolation.sql.Attempt.sees;
import static id.satuatap.isolation.sql.Ground.Role.OWNER;
import static id.satuatap.isolation.sql.Ground.Role.RUNTIME;
import static id.satuatap.isolation.sql.Ground.Role.SUPERUSER;

import java.sql.SQLException;
import java.util.List;

/** The traps that lie not in one table but between tables, and in what a database has beside them. */
final class TrapTrials {

    private static final String A = Ground.id(Ground.A).toString();
    private static final String B = Ground.id(Ground.B).toString();
    private static final String UNIQUE = "23505";
    /** The state of a statement that is not refused. */
    private static final String NOTHING = "";

    private TrapTrials() {}

    static List<Trial> all() {
        return List.of(
                seesB("T05", "a view that reads as its owner", "v"),
                seesB("T07", "a materialised or foreign table", "mf"),
                seesB("T11", "a partition asked directly", "p"),
                seesB("T14", "any relation whatever", "rpvmf"),
                new Trial("T08", "a function that reads as its owner", "all", TrapTrials::callAll, ownFunction()),
                taken("T09", "a unique value that another has", "membership", membership(Ground.B, "data-entry")),
                taken("T09", "a unique value that another has", "invitation", invitation(Ground.B)),
                taken("T09", "a unique value that another has", "idempotency", idempotency(Ground.B)),
                taken("T09", "a unique value that another has", "assessment", assessment(2032, Ground.B)),
                skipped("idempotency", "caller, key", idempotency(Ground.B), idempotency(Ground.A)),
                skipped("assessment", "year, instrument", assessment(2032, Ground.B), assessment(2031, Ground.A)),
                upsert(),
                renamed(),
                points("T10", RUNTIME, answer(Ground.B), answer(Ground.A)),
                points("T10", RUNTIME, evidence(Ground.B), evidence(Ground.A)),
                points("T36", SUPERUSER, answer(Ground.B), answer(Ground.A)),
                points("T36", SUPERUSER, evidence(Ground.B), evidence(Ground.A)),
                new Trial(
                        "T15",
                        "a sequence that all share",
                        "all",
                        sees(RUNTIME, A, """
                                select from pg_class
                                 where case when relkind = 'S' then has_sequence_privilege(oid, 'usage, select, update') end
                                """),
                        isAllowed(SUPERUSER, A, "create temp sequence probe_own; select nextval('probe_own')")),
                new Trial(
                        "T34",
                        "a large object",
                        "all",
                        sees(SUPERUSER, A, "select from pg_largeobject_metadata"),
                        isAllowed(SUPERUSER, A, "select lo_create(0)")),
                new Trial(
                        "T31",
                        "an event by its id out of a notification",
                        "event",
                        sees(RUNTIME, A, event(Ground.B)),
                        sees(RUNTIME, B, event(Ground.B))),
                new Trial(
                        "T18", "a tenant left on a connection", "set_config", TrapTrials::leftBehind, ground -> true));
    }

    /** Every relation of these kinds that core's role may read, and whose rows are tenants'. */
    private static Trial seesB(String id, String what, String kinds) {
        return new Trial(id, what, "all", ground -> scan(ground, kinds, A), ground -> scan(ground, "r", B));
    }

    private static boolean scan(Ground ground, String kinds, String context) throws SQLException {
        String relations;
        try (var work = ground.as(SUPERUSER, "")) {
            relations = work.run("""
                    select format('%%I.%%I', nspname, relname) from pg_class c join pg_namespace n on n.oid = relnamespace
                     where nspname !~ '^pg_' and nspname <> 'information_schema' and '%s' like '%%' || relkind::text || '%%'
                       and has_any_column_privilege('satuatap_app', c.oid, 'select')
                       and has_schema_privilege('satuatap_app', n.oid, 'usage')
                    """.formatted(kinds));
        }
        for (var relation : relations.lines().toList()) {
            try (var work = ground.as(RUNTIME, context)) {
                if (work.rows("select from %s x where x::text like '%%CNRY-probeb-%%'".formatted(relation)) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Every function of ours that needs no argument or a tenant. */
    private static boolean callAll(Ground ground) throws SQLException {
        String calls;
        try (var work = ground.as(SUPERUSER, "")) {
            calls = work.run("""
                    select format('%%I.%%I(%%s)', nspname, proname, case when pronargs = 1 then '''%s''' else '' end)
                      from pg_proc p join pg_namespace n on n.oid = pronamespace
                     where nspname !~ '^pg_' and nspname <> 'information_schema' and prokind = 'f' and prorettype <> 'trigger'::regtype
                       and (pronargs = 0 or (pronargs = 1 and proargtypes[0] = 'uuid'::regtype))
                       and has_function_privilege('satuatap_app', p.oid, 'execute')
                    """.formatted(B));
        }
        for (var call : calls.lines().toList()) {
            try (var work = ground.as(RUNTIME, A)) {
                var seen = work.run("select f::text from %s f".formatted(call));
                if (seen.contains("CNRY-probeb-") || seen.contains(B)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Attempt ownFunction() {
        return sees(RUNTIME, A, "select from tenancy.current_tenant() f where f = '%s'".formatted(A));
    }

    /** To whom a value is new must not be told that it is taken; the twin shows that one's own is. */
    private static Trial taken(String id, String what, String table, String insert) {
        return new Trial(id, what, table, isRefused(RUNTIME, A, insert, UNIQUE), isRefused(RUNTIME, B, insert, UNIQUE));
    }

    /** {@code on conflict do nothing} does nothing only for one's own. */
    private static Trial skipped(String table, String target, String foreign, String own) {
        var skip = " on conflict (tenant_id, %s) do nothing".formatted(target);
        return new Trial(
                "T29",
                "ON CONFLICT with another's row",
                table,
                ground -> !changes(RUNTIME, A, foreign + skip).getsThrough(ground),
                ground -> !changes(RUNTIME, A, own + skip).getsThrough(ground));
    }

    /** The product's own upsert: of one's own row, whoever else has one of the same name. */
    private static Trial upsert() {
        var sql = """
                insert into spbe.shared_assessment (from_tenant, assessment_id, snapshot, shared_at)
                values ('%s', '%s', '{}', now())
                on conflict (tenant_id, from_tenant, assessment_id) do update
                  set snapshot = excluded.snapshot, shared_at = excluded.shared_at
                returning (xmax <> 0)::text
                """.formatted(B, Ground.id(Ground.B, "assessment"));
        return new Trial(
                "T28",
                "ON CONFLICT DO UPDATE of another's row",
                "shared_assessment",
                ground -> !inserts(ground, A, sql),
                ground -> !inserts(ground, B, sql));
    }

    private static boolean inserts(Ground ground, String context, String sql) throws SQLException {
        try (var work = ground.as(RUNTIME, context)) {
            return work.run(sql).startsWith("false");
        } catch (SQLException refused) {
            return false;
        }
    }

    private static Trial renamed() {
        var rename = "update access.membership set role = '%s' where id = '%s'";
        var sameAsB =
                "update access.membership set issuer = 'CNRY-probeb-membership-1', subject = 'CNRY-probeb-membership-2' "
                        + "where id = '%s'".formatted(Ground.id(Ground.A, "membership"));
        var other = Ground.id(Ground.A, "other-membership");
        return new Trial(
                "T37",
                "UPDATE to a value that another has",
                "membership",
                isRefused(OWNER, A, sameAsB, UNIQUE),
                isRefused(RUNTIME, A, rename.formatted("data-entry", other), UNIQUE));
    }

    /** A reference to another's row is refused as one to a row that does not exist; one to one's own is not. */
    private static Trial points(String id, Ground.Role role, String foreign, String own) {
        var table = own.replaceFirst("insert into (\\S+).*", "$1");
        return new Trial(
                id,
                "a foreign key to another's row",
                table,
                isRefused(role, A, foreign, NOTHING),
                isRefused(role, A, own, NOTHING));
    }

    private static boolean leftBehind(Ground ground) throws SQLException {
        try (var connection = ground.connect(RUNTIME)) {
            try (var first = new Work(connection, B)) {
                first.rows("select from spbe.answer");
                connection.commit();
            }
            try (var second = new Work(connection, null)) {
                return second.rows("select from spbe.answer") > 0;
            }
        }
    }

    private static String membership(String tenant, String role) {
        return """
                insert into access.membership (id, issuer, subject, role)
                values (gen_random_uuid(), 'CNRY-%1$s-membership-1', 'CNRY-%1$s-membership-2', '%2$s')
                """.formatted(tenant, role);
    }

    private static String invitation(String tenant) {
        return """
                insert into access.invitation (id, code, email, role, expires_at)
                values (gen_random_uuid(), 'CNRY-%s-invitation-1', 'a@b.example', 'data-entry', now())
                """.formatted(tenant);
    }

    private static String idempotency(String tenant) {
        return "insert into tenancy.idempotency (caller, key, fingerprint) values ('CNRY-%s-idempotency-1', 'key', '')"
                .formatted(tenant);
    }

    private static String assessment(int year, String tenant) {
        return """
                insert into spbe.assessment (id, year, instrument, simulated, created_by)
                values (gen_random_uuid(), %d, 'CNRY-%s-assessment-1', true, 'probe')
                """.formatted(year, tenant);
    }

    private static String answer(String tenant) {
        return """
                insert into spbe.answer (assessment_id, indicator, fact, analysis, version, updated_by)
                values ('%s', 2, '', '', 1, 'probe')
                """.formatted(Ground.id(tenant, "assessment")).replace("\n", " ");
    }

    private static String evidence(String tenant) {
        return """
                insert into spbe.evidence (id, assessment_id, indicator, document_id)
                values (gen_random_uuid(), '%s', 2, '%s')
                """.formatted(Ground.id(Ground.A, "assessment"), Ground.id(tenant, "document"))
                .replace("\n", " ");
    }

    private static String event(String tenant) {
        return "select from outbox.event where id = '%s'".formatted(Ground.id(tenant, "event"));
    }
}
