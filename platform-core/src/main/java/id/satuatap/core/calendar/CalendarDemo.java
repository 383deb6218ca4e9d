package id.satuatap.core.calendar;

import id.satuatap.core.access.Account;
import id.satuatap.core.access.MembershipDemo;
import id.satuatap.core.tenancy.demo.Demo;
import id.satuatap.core.tenancy.demo.DemoData;
import id.satuatap.core.tenancy.demo.DemoTenant;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * An invented closure of each regency of the demo, marked as simulated: the feast of its anniversary, on a day that is free anyway, so that
 * no deadline of the trial differs from the real ones.
 */
final class CalendarDemo implements DemoData {

    private static final Account AUTHOR = new Account("setup", "simulasi", "DATA SIMULASI", null, true);

    /** The Saturday or Sunday next to the anniversary, 2026. */
    private static final Map<String, LocalDate> FEASTS = Map.of(
            "rembang", LocalDate.of(2026, 7, 25),
            "bojonegoro", LocalDate.of(2026, 10, 18),
            "bangkalan", LocalDate.of(2026, 10, 24),
            "rejanglebong", LocalDate.of(2026, 5, 30),
            "lebong", LocalDate.of(2026, 1, 10),
            "kepahiang", LocalDate.of(2026, 1, 11));

    @Override
    public void load(Demo demo) throws SQLException {
        for (var tenant : demo.tenants()) {
            var feast = FEASTS.get(tenant.slug());
            if (feast != null) {
                demo.become(tenant.id());
                close(demo, tenant, feast);
            }
        }
    }

    /** What was withdrawn in the trial stays so. */
    private static void close(Demo demo, DemoTenant tenant, LocalDate feast) throws SQLException {
        try (var insert = demo.connection().prepareStatement("""
                with made as (
                  insert into calendar.closure (id, first_day, last_day, reason, simulated, created_by)
                  values (?, ?, ?, ?, true, ?) on conflict do nothing returning id, first_day)
                insert into calendar.closed_day (closure_id, day) select id, first_day from made on conflict do nothing
                """)) {
            insert.setObject(1, id(tenant));
            insert.setObject(2, feast);
            insert.setObject(3, feast);
            insert.setString(4, "Contoh: pesta rakyat hari jadi " + tenant.name());
            insert.setObject(5, MembershipDemo.person(demo.connection(), AUTHOR));
            insert.executeUpdate();
        }
    }

    /** Older than whatever is written in the trial: a UUIDv7 of January 2026. */
    private static UUID id(DemoTenant tenant) {
        return new UUID(
                0x019b_7f00_0000_7000L, Demo.id("closure " + tenant.slug()).getLeastSignificantBits());
    }
}
