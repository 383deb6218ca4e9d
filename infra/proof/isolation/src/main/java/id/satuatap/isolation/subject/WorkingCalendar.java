package id.satuatap.isolation.subject;

import static id.satuatap.isolation.subject.Subject.PUBLIC;

import id.satuatap.stack.Request;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

final class WorkingCalendar {

    private static final String PATH = "/api/v1/calendar";
    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
    private static final AtomicInteger CLOSED = new AtomicInteger();

    /** A day is closed once, and a year has not as many as the proofs ask for. */
    private static final String FREED = """
            update calendar.closed_day d set open = false from tenancy.tenant t where t.id = d.tenant_id and t.slug = ? and d.day >= date '2027-01-01'
            """;

    static final Subject SUBJECT = Subject.of(PATH)
            .table("calendar.closure", PUBLIC)
            .table("calendar.week", PUBLIC)
            .table("calendar.hours", PUBLIC)
            .table("calendar.closed_day", PUBLIC)
            .makes(making -> Map.of("closure", closed(making)))
            .renews(making -> {
                var day = day(making);
                return Map.of("from", day, "to", day, "validFrom", "2027-12-01");
            });

    static final Subject READ =
            Subject.of("/api/v1/tenants/{slug}/calendar").makes(making -> Map.of("slug", making.tenant()));

    private WorkingCalendar() {}

    private static String closed(Subject.Making making) {
        setWeek(making);
        var day = day(making);
        var made = making.post(
                "calendar:manage", PATH + "/closures", Map.of("from", day, "to", day, "reason", "Contoh: banjir"));
        return made.path("id").asString();
    }

    /** Once, so that the week has rows. */
    private static synchronized void setWeek(Subject.Making making) {
        var able = making.by("calendar:manage");
        var before = able.get(PATH + "/week");
        if (before.json().path("version").asInt() == 0) {
            var monday = Map.of("day", "MONDAY", "opens", "07:30", "closes", "16:00");
            var week = Map.of("validFrom", "2027-12-01", "days", List.of(monday));
            Subject.must(able.send(Request.json("PUT", PATH + "/week", week).with("If-Match", before.header("ETag"))));
        }
    }

    private static String day(Subject.Making making) {
        making.fixture().text(FREED, making.tenant());
        return FIRST.plusDays(CLOSED.getAndIncrement() % 365).toString();
    }
}
