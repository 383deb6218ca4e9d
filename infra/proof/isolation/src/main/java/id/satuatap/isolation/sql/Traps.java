package id.satuatap.isolation.sql;

import static id.satuatap.isolation.sql.Ground.Role.RUNTIME;
import static id.satuatap.isolation.sql.Ground.Role.SUPERUSER;

import id.satuatap.isolation.sql.Trial.As;
import java.sql.SQLException;
import java.util.List;

/** The traps that lie not in one table but in what a database has beside them, looked for in the catalogue. */
final class Traps {

    private static final String A = Ground.id(Ground.A).toString();
    private static final String B = Ground.id(Ground.B).toString();
    private static final String READABLE = """
            select format('%%I.%%I', nspname, relname) from pg_class c join pg_namespace n on n.oid = relnamespace
             where nspname !~ '^pg_' and nspname <> 'information_schema' and '%s' like '%%' || relkind::text || '%%'
               and has_any_column_privilege('satuatap_app', c.oid, 'select')
               and has_schema_privilege('satuatap_app', n.oid, 'usage')
            """;
    private static final String CALLABLE = """
            select format('%%I.%%I(%%s)', nspname, proname, case when pronargs = 1 then '''%s''' else '' end)
              from pg_proc p join pg_namespace n on n.oid = pronamespace
             where nspname !~ '^pg_' and nspname <> 'information_schema' and prokind = 'f' and prorettype <> 'trigger'::regtype
               and (pronargs = 0 or (pronargs = 1 and proargtypes[0] = 'uuid'::regtype))
               and has_function_privilege('satuatap_app', p.oid, 'execute')
            """;

    private Traps() {}

    static List<Trial> all() {
        var ofB = new As(RUNTIME, B);
        return List.of(
                seesB("T05", "a view that reads as its owner", "v"),
                seesB("T07", "a materialised or foreign table", "mf"),
                seesB("T11", "a partition asked directly", "p"),
                seesB("T14", "any relation whatever", "rpvmf"),
                new Trial(
                        "T08",
                        "a function that reads as its owner",
                        "all",
                        Traps::callAll,
                        ground -> Verb.SEES.getsThrough(
                                ground,
                                new As(RUNTIME, A),
                                "select from tenancy.current_tenant() f where f = '%s'".formatted(A),
                                "")),
                new Trial("T18", "a tenant left on a connection", "set_config", Traps::leftBehind, ground -> true),
                new Trial(
                        "C25",
                        "a context that was never set",
                        "spbe.answer",
                        Traps::neverSet,
                        ground -> Verb.SEES.getsThrough(ground, ofB, "select from spbe.answer", "")));
    }

    /** Every relation of these kinds that core's role may read, and whose rows are tenants'. */
    private static Trial seesB(String id, String what, String kinds) {
        return new Trial(id, what, "all", ground -> scan(ground, kinds, A), ground -> scan(ground, "r", B));
    }

    private static boolean scan(Ground ground, String kinds, String context) throws SQLException {
        for (var relation : listed(ground, READABLE.formatted(kinds))) {
            try (var work = ground.as(RUNTIME, context)) {
                if (work.gives("select from %s x where x::text like '%%CNRY-probeb-%%'".formatted(relation))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Every function of ours that needs no argument or a tenant. */
    private static boolean callAll(Ground ground) throws SQLException {
        for (var call : listed(ground, CALLABLE.formatted(B))) {
            try (var work = ground.as(RUNTIME, A)) {
                var seen = work.run("select f::text from %s f".formatted(call));
                if (seen.contains("CNRY-probeb-") || seen.contains(B)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<String> listed(Ground ground, String query) throws SQLException {
        try (var work = ground.as(SUPERUSER, "")) {
            return work.run(query).lines().toList();
        }
    }

    private static boolean leftBehind(Ground ground) throws SQLException {
        try (var connection = ground.connect(RUNTIME)) {
            try (var first = new Work(connection, B)) {
                first.gives("select from spbe.answer");
                connection.commit();
            }
            try (var second = new Work(connection, null)) {
                return second.gives("select from spbe.answer");
            }
        }
    }

    private static boolean neverSet(Ground ground) throws SQLException {
        try (var connection = ground.connect(RUNTIME);
                var work = new Work(connection, null)) {
            return work.gives("select from spbe.answer");
        }
    }
}
