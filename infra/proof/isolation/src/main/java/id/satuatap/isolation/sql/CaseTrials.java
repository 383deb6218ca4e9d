package id.satuatap.isolation.sql;

import static id.satuatap.isolation.sql.Attempt.isAllowed;
import static id.satuatap.isolation.sql.Attempt.sees;
import static id.satuatap.isolation.sql.Ground.Role.RUNTIME;
import static id.satuatap.isolation.sql.Ground.Role.SUPERUSER;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Group C of the catalogue beside the traps: odd contexts, plans kept across tenants, what reaches outside, names that are hijacked. */
final class CaseTrials {

    private static final String A = Ground.id(Ground.A).toString();
    private static final String B = Ground.id(Ground.B).toString();
    private static final String FOREIGN = "select from spbe.answer where tenant_id <> '%s'".formatted(A);
    private static final String OF_B = "select from spbe.answer where tenant_id = '%s'".formatted(B);

    private CaseTrials() {}

    static List<Trial> all() {
        var trials = new ArrayList<Trial>();
        contexts(trials);
        names(trials);
        outside(trials);
        for (var form : PREPARED) {
            for (var mode : List.of("auto", "force_generic_plan")) {
                trials.add(new Trial(
                        "C33",
                        "a plan kept from another tenant, executed eight times before",
                        mode + ": " + form,
                        ground -> prepared(ground, form, mode, B, A),
                        ground -> prepared(ground, form, mode, A, B)));
            }
        }
        for (var setting : PARALLEL) {
            trials.add(new Trial(
                    "C34",
                    "parallel workers, compiled expressions, joins by partition",
                    setting,
                    ground -> under(ground, setting, A),
                    ground -> under(ground, setting, B)));
        }
        trials.add(new Trial(
                "C38", "a tenant put in by a value", "answer.fact", CaseTrials::secondOrder, sees(RUNTIME, B, OF_B)));
        trials.add(new Trial(
                "C43",
                "a query without end",
                "recursive",
                ground -> !cancelled(
                        ground, "with recursive n as (select 1 union all select 1 from n) select count(*) from n"),
                sees(RUNTIME, B, OF_B)));
        trials.add(new Trial(
                "C43", "a query without end", "cartesian", ground -> !cancelled(ground, """
                        select count(*) from generate_series(1, 100000) x, generate_series(1, 100000) y
                         where x * y::numeric <> (select count(*) from spbe.answer)
                        """), sees(RUNTIME, B, OF_B)));
        return trials;
    }

    private static void contexts(List<Trial> trials) {
        for (var context : List.of(
                "abc",
                "0",
                "null",
                "*",
                "%",
                A + "' or true --",
                A + "," + B,
                " ",
                B.substring(0, 35),
                "x".repeat(1 << 20))) {
            var about = context.length() > 80 ? "1 MB of text" : "'" + context + "'";
            trials.add(
                    new Trial("C25", "an odd context", about, sees(RUNTIME, context, FOREIGN), sees(RUNTIME, B, OF_B)));
        }
        trials.add(new Trial("C25", "an odd context", "never set", CaseTrials::neverSet, sees(RUNTIME, B, OF_B)));
        trials.add(new Trial(
                "C25",
                "an odd context",
                "another setting of nearly the name",
                ground -> {
                    try (var work = ground.as(RUNTIME, "")) {
                        work.run("select set_config('APP.TENANT_IDS', '%s', true)".formatted(B));
                        return work.rows(OF_B) > 0;
                    }
                },
                sees(RUNTIME, B, OF_B)));
        var nobody = Ground.id("probe-gone").toString();
        trials.add(new Trial(
                "C26",
                "the context of a deleted tenant",
                "reading",
                sees(RUNTIME, nobody, "select from spbe.answer"),
                sees(RUNTIME, B, OF_B)));
        var event = """
                insert into outbox.event (id, type, subject, data, actor)
                values (gen_random_uuid(), 'probe', gen_random_uuid(), '{}', 'probe')
                """;
        trials.add(new Trial(
                "C26",
                "the context of a deleted tenant",
                "writing",
                Attempt.isRefused(RUNTIME, nobody, event, ""),
                Attempt.isRefused(RUNTIME, B, event, "")));
    }

    private static boolean neverSet(Ground ground) throws SQLException {
        try (var connection = ground.connect(RUNTIME);
                var work = new Work(connection, null)) {
            return work.rows("select from spbe.answer") > 0;
        }
    }

    /** What could stand before the names that policies use. */
    private static void names(List<Trial> trials) {
        var shadows = List.of(
                "create domain pg_temp.uuid as pg_catalog.uuid",
                "create temp table tenant_id as select '%s'::pg_catalog.uuid as tenant_id".formatted(B),
                "create function pg_temp.current_setting(text, boolean) returns text language sql as $$ select '%s' $$"
                        .formatted(B),
                "create function pg_temp.current_tenant() returns pg_catalog.uuid language sql as $$ select '%s'::pg_catalog.uuid $$"
                        .formatted(B));
        for (var shadow : shadows) {
            trials.add(new Trial(
                    "C29",
                    "a name hijacked by a temporary object",
                    shadow.replaceFirst("( as| returns).*", ""),
                    isAllowed(RUNTIME, A, shadow),
                    isAllowed(SUPERUSER, A, shadow)));
        }
        trials.add(new Trial(
                "C30",
                "a function that claims to leak nothing",
                "all",
                sees(SUPERUSER, A, """
                        select from pg_proc p join pg_namespace n on n.oid = pronamespace
                         where proleakproof and nspname <> 'pg_catalog'
                        """),
                sees(SUPERUSER, A, "select from pg_proc where proleakproof")));
        trials.add(
                new Trial(
                        "C30",
                        "a function that claims to leak nothing",
                        "made by core's role",
                        isAllowed(
                                RUNTIME,
                                A,
                                "create function pg_temp.probe(uuid) returns boolean language sql leakproof as 'select true'"),
                        isAllowed(
                                SUPERUSER,
                                A,
                                "create function pg_temp.probe(uuid) returns boolean language sql leakproof as 'select true'")));
    }

    private static void outside(List<Trial> trials) {
        for (var sql : List.of(
                "create extension dblink",
                "create extension postgres_fdw",
                "create extension file_fdw",
                "create language plpython3u",
                "copy (select 1) to program 'true'",
                "copy (select 1) to '/dev/null'",
                "select pg_read_file('postgresql.conf')",
                "select pg_ls_dir('.')",
                "copy access.invitation (code) from '/dev/null'",
                "select lo_import('/etc/hostname')",
                "select pg_create_logical_replication_slot('probe', 'pgoutput')",
                "create publication probe for all tables",
                "create subscription probe connection 'host=127.0.0.1' publication probe with (connect = false)",
                "select pg_logical_emit_message(false, 'probe', 'probe') from pg_replication_origin_create('probe')",
                "create schema probe",
                "create table public.probe (id int)",
                "create table spbe.probe (id int)",
                "create role probe",
                "alter role satuatap_app bypassrls",
                "set session authorization satuatap_owner",
                "set role satuatap_owner",
                "set local session_replication_role = replica",
                "alter table spbe.answer no force row level security",
                "drop policy own_tenant on spbe.answer",
                "select pg_cancel_backend(pid) from pg_stat_activity where usename = 'postgres'",
                "select pg_switch_wal()")) {
            trials.add(new Trial(
                    "C41",
                    "what reaches outside of one's rows",
                    sql,
                    isAllowed(RUNTIME, A, sql),
                    isAllowed(SUPERUSER, A, sql)));
        }
        trials.add(new Trial(
                "C41",
                "what reaches outside of one's rows",
                "settings of the server",
                sees(RUNTIME, A, ALTER_SYSTEM),
                sees(SUPERUSER, A, ALTER_SYSTEM)));
        trials.add(new Trial(
                "C41",
                "what reaches outside of one's rows",
                "row security switched off",
                ground -> {
                    try (var work = ground.as(RUNTIME, A)) {
                        work.run("set local row_security = off");
                        return work.rows(FOREIGN) > 0;
                    }
                },
                ground -> {
                    try (var work = ground.as(SUPERUSER, A)) {
                        work.run("set local row_security = off");
                        return work.rows(FOREIGN) > 0;
                    }
                }));
    }

    private static final String ALTER_SYSTEM =
            "select from pg_settings where has_parameter_privilege(name, 'alter system')";

    private static final List<String> PREPARED = List.of(
            "select fact from spbe.answer",
            "select fact from spbe.answer where (assessment_id, indicator) in (select assessment_id, indicator from spbe.answer_version)",
            "with a as materialized (select fact from spbe.answer) select fact from a",
            "select a.fact from spbe.assessment s cross join lateral (select fact from spbe.answer where assessment_id = s.id) a",
            "select x.key || x.value from outbox.event e, jsonb_each_text(e.data) x",
            "select fact from spbe.probe_view",
            "select (select count(*) from spbe.answer)::text || (select max(fact) from spbe.answer)",
            "update access.membership set role = role returning name");

    private static final List<String> PARALLEL = List.of(
            "set local debug_parallel_query = on",
            "set local parallel_setup_cost = 0; set local parallel_tuple_cost = 0; set local min_parallel_table_scan_size = 0; "
                    + "set local max_parallel_workers_per_gather = 4",
            "set local jit = on; set local jit_above_cost = 0; set local jit_inline_above_cost = 0; set local jit_optimize_above_cost = 0",
            "set local jit = off",
            "set local enable_partitionwise_join = on; set local enable_partitionwise_aggregate = on",
            "set local enable_indexscan = off; set local enable_bitmapscan = off; set local enable_hashjoin = off",
            "set local enable_seqscan = off; set local enable_nestloop = off");

    /** Planned and executed for one tenant; then for another on the same connection: does that one see what is not its own? */
    private static boolean prepared(Ground ground, String form, String mode, String first, String then)
            throws SQLException {
        if (form.contains("probe_view")) {
            ground.plant(
                    "create or replace view spbe.probe_view with (security_invoker = true) as select fact from spbe.answer; "
                            + "grant select on spbe.probe_view to satuatap_app");
        }
        try (var connection = ground.connect(RUNTIME)) {
            try (var work = new Work(connection, first)) {
                work.run("set plan_cache_mode = " + mode);
                work.run("prepare probe as " + form);
                for (var i = 0; i < 8; i++) {
                    work.run("execute probe");
                }
                connection.commit();
            }
            try (var work = new Work(connection, then)) {
                return work.run("execute probe").contains("CNRY-probeb-");
            }
        } finally {
            ground.plant("drop view if exists spbe.probe_view");
        }
    }

    private static boolean under(Ground ground, String settings, String context) throws SQLException {
        try (var work = ground.as(RUNTIME, context)) {
            work.run(settings);
            return work.rows("""
                    select from spbe.answer a
                      full join spbe.answer_version v using (assessment_id, indicator)
                     where a.tenant_id = '%1$s' or v.tenant_id = '%1$s' or a.fact like '%%-probeb-%%'
                    """.formatted(B)) > 0;
        }
    }

    /** Text that would name another tenant, were it ever run instead of stored. */
    private static boolean secondOrder(Ground ground) throws SQLException {
        for (var text : List.of(
                "'; select set_config('app.tenant_id', '%s', false); --".formatted(B),
                "$$; set app.tenant_id = '%s'; $$".formatted(B),
                "\\'; set app.tenant_id to '%s'".formatted(B))) {
            try (var work = ground.as(RUNTIME, A);
                    var update = work.connection().prepareStatement("update spbe.answer set fact = ?")) {
                update.setString(1, text);
                update.execute();
                if (!work.text("select fact from spbe.answer").equals(text) || work.rows(OF_B) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** With a time-out of a second instead of core's fifteen; meanwhile another tenant works on. */
    private static boolean cancelled(Ground ground, String sql) throws SQLException {
        try (var work = ground.as(RUNTIME, A)) {
            work.run("set local statement_timeout = '1s'");
            work.run(sql);
            return false;
        } catch (SQLException ended) {
            return "57014".equals(ended.getSQLState()) && sees(RUNTIME, B, OF_B).getsThrough(ground);
        }
    }
}
