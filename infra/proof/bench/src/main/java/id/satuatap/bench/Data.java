package id.satuatap.bench;

import id.satuatap.stack.Database;
import id.satuatap.stack.Resource;
import java.util.Map;

/** Invented tenants in the database of the stack, loaded by the superuser past all checks; what is there already stays. */
record Data(Database database, String issuer) {

    /** As many as Indonesia has regencies and cities. */
    static final int TENANTS = 514;

    /** Tenants from number 0 on, each with so many lines in its record. */
    void load(int tenants, int rows) {
        var there = database.number("select count(*) from tenancy.tenant where slug ~ '^uji[0-9]{3}$'");
        if (there == 0) {
            run(Resource.text(Data.class, "register.sql", Map.of("issuer", issuer)));
        }
        if (there < tenants) {
            var which = Map.of("first", there, "last", tenants - 1, "rows", rows, "issuer", issuer);
            run(Resource.text(Data.class, "tenants.sql", which));
            tidy();
        }
    }

    /** The record of a tenant grown or cut to so many lines. */
    void grow(int tenant, int rows) {
        run(Resource.text(Data.class, "grow.sql", Map.of("tenant", tenant, "rows", rows)));
        tidy();
    }

    void run(String sql) {
        database.execute("set synchronous_commit = off; set session_replication_role = replica; set jit = off", sql);
    }

    /** Leaves nothing of earlier work for the database to tidy up during the next. */
    void tidy() {
        database.execute(
                "vacuum (analyze) audit.entry, spbe.answer, spbe.answer_version, spbe.assessment, tenancy.tenant, access.person",
                "checkpoint");
    }

    static String slug(int tenant) {
        return "uji%03d".formatted(tenant);
    }

    static String id(int tenant) {
        return "be9c0000-0000-7000-8000-%012d".formatted(tenant);
    }

    static String assessment(int tenant, int year) {
        return "be9c0000-%d-7000-8000-%012d".formatted(year, tenant);
    }
}
