package id.satuatap.isolation.sql;

import static id.satuatap.isolation.sql.Attempt.changes;
import static id.satuatap.isolation.sql.Attempt.isAllowed;
import static id.satuatap.isolation.sql.Attempt.sees;
import static id.satuatap.isolation.sql.Ground.Role.OWNER;
import static id.satuatap.isolation.sql.Ground.Role.RUNTIME;
import static id.satuatap.isolation.sql.Ground.Role.SUPERUSER;

import java.util.ArrayList;
import java.util.List;

/** What is tried with every tenant table alike. */
final class TableTrials {

    private static final String A = Ground.id(Ground.A).toString();
    private static final String B = Ground.id(Ground.B).toString();

    private TableTrials() {}

    static List<Trial> all(Ground ground) {
        var trials = new ArrayList<Trial>();
        for (var table : ground.tables()) {
            reading(trials, table);
            writing(trials, table);
            owning(trials, table);
            refused(trials, table);
        }
        return trials;
    }

    private static void reading(List<Trial> trials, TenantTable table) {
        var name = table.name();
        var foreign = "select from %s x where tenant_id = '%s' or x::text like '%%CNRY-probeb-%%'".formatted(name, B);
        trials.add(
                new Trial("C01", "another tenant's rows", name, sees(RUNTIME, A, foreign), sees(RUNTIME, B, foreign)));
        trials.add(
                new Trial("C25", "rows without a tenant", name, sees(RUNTIME, "", foreign), sees(RUNTIME, B, foreign)));
        var atItsPlace = "select from %s where ctid = '%s'".formatted(name, table.place());
        trials.add(new Trial(
                "C42", "a row by where it lies", name, sees(RUNTIME, A, atItsPlace), sees(RUNTIME, B, atItsPlace)));
        var count = "select from (select count(*) as n from %s) c where n > %d".formatted(name, table.own());
        trials.add(
                new Trial("C42", "a count beyond one's own", name, sees(RUNTIME, A, count), sees(SUPERUSER, A, count)));
        var beyond = "select from %s order by tenant_id offset %d limit 1".formatted(name, table.own());
        trials.add(new Trial(
                "C42", "a page beyond one's own", name, sees(RUNTIME, A, beyond), sees(SUPERUSER, A, beyond)));
        var sample = "select from %s tablesample system (100) where tenant_id <> '%s'".formatted(name, A);
        trials.add(
                new Trial("C42", "a sample of the table", name, sees(RUNTIME, A, sample), sees(SUPERUSER, A, sample)));
    }

    private static void writing(List<Trial> trials, TenantTable table) {
        var name = table.name();
        if (table.mayBeChanged()) {
            var update = "update %1$s set %2$s = %2$s where tenant_id = '%3$s'".formatted(name, table.changeable(), B);
            trials.add(new Trial(
                    "C02",
                    "a change of another's row",
                    name,
                    changes(RUNTIME, A, update),
                    changes(RUNTIME, B, update)));
            var lock = "select from %s where tenant_id = '%s' for update".formatted(name, B);
            trials.add(
                    new Trial("C37", "a lock on another's row", name, sees(RUNTIME, A, lock), sees(RUNTIME, B, lock)));
        }
        var insert = "insert into %s (tenant_id) values ('%s')".formatted(name, B);
        trials.add(new Trial(
                "T12",
                "a row for another, by naming it",
                name,
                isAllowed(RUNTIME, A, insert),
                isAllowed(OWNER, B, insert)));
    }

    /** What all tenants share is read by all, and written by nobody who serves. */
    static List<Trial> shared() {
        var trials = new ArrayList<Trial>();
        for (var name : List.of(
                "tenancy.region",
                "tenancy.tenant_parent",
                "tenancy.tenant_host",
                "access.operator",
                "spbe.source",
                "spbe.official_result")) {
            for (var sql : List.of("insert into %s default values", "delete from %s", "truncate only %s")) {
                refused(trials, "C31", "writing what all tenants share", name, sql.formatted(name));
            }
        }
        refused(
                trials,
                "C31",
                "writing what all tenants share",
                "tenancy.tenant",
                "update tenancy.tenant set name = name");
        return trials;
    }

    /** The policies themselves: the owner may do all that is granted, yet is bound by them. */
    private static void owning(List<Trial> trials, TenantTable table) {
        var name = table.name();
        var all = "select from %s where tenant_id = '%s'".formatted(name, B);
        trials.add(new Trial("T03", "the owner reads across tenants", name, sees(OWNER, A, all), sees(OWNER, B, all)));
        var insert = "insert into %1$s select x.* from jsonb_populate_record(null::%1$s, '%2$s') x"
                .formatted(name, table.row().replace("'", "''"));
        trials.add(new Trial(
                "T12",
                "a row put into another tenant",
                name,
                isAllowed(OWNER, A, insert),
                isAllowed(OWNER, B, insert)));
        var move = "update %s set tenant_id = '%s' where tenant_id = '%s'";
        trials.add(new Trial(
                "T13",
                "a row moved to another tenant",
                name,
                isAllowed(OWNER, A, move.formatted(name, B, A)),
                isAllowed(OWNER, A, move.formatted(name, A, A))));
    }

    private static void refused(List<Trial> trials, TenantTable table) {
        var name = table.name();
        refused(
                trials,
                "T12",
                "a row that names its tenant",
                name,
                "insert into %s (tenant_id) values ('%s')".formatted(name, A));
        refused(trials, "T25", "TRUNCATE, which asks no policy", name, "truncate only " + name);
        refused(trials, "C02", "DELETE", name, "delete from %s where tenant_id = '%s'".formatted(name, A));
        refused(trials, "T13", "a change of tenant_id", name, "update %1$s set tenant_id = '%2$s'".formatted(name, A));
        refused(trials, "C37", "a lock on the whole table", name, "lock table %s in share mode".formatted(name));
        refused(trials, "C31", "a trigger on it", name, """
                create trigger probe before update on %s for each row execute function suppress_redundant_updates_trigger()
                """.formatted(name));
        var statistics = "select from pg_stats where schemaname || '.' || tablename = '%s'".formatted(name);
        trials.add(new Trial(
                "T22",
                "statistics with values in them",
                name,
                sees(RUNTIME, A, statistics),
                sees(SUPERUSER, A, statistics)));
    }

    private static void refused(List<Trial> trials, String id, String what, String table, String sql) {
        trials.add(new Trial(id, what, table, isAllowed(RUNTIME, A, sql), isAllowed(OWNER, A, sql)));
    }
}
