package id.satuatap.faults.keep;

import id.satuatap.stack.Database;
import id.satuatap.stack.Resource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Events as the product appends them, many at once: invitations that are to be mailed, and shared copies for the province. */
final class EventFlood {

    private static final String OWED = "exists (select from outbox.delivery d where d.tenant_id = e.tenant_id"
            + " and d.event_id = e.id and d.heard_at is null and d.parked_at is null)";

    private final Database database;
    /** Who is said to have caused them all. */
    private final String run = UUID.randomUUID().toString();

    EventFlood(Database database) {
        this.database = database;
    }

    void mails(String tenant, int count) {
        database.execute(statement("mails.sql", tenant, count));
    }

    void shares(String tenant, int count) {
        database.execute(statement("shares.sql", tenant, count / 5));
    }

    /** As if the minute had passed for which a dead worker holds its events. */
    void letTimePass() {
        database.execute(statement("let-time-pass.sql", "", 0));
    }

    long waiting() {
        return count(OWED);
    }

    long waiting(String tenant) {
        return count("%s and e.tenant_id = (select id from tenancy.tenant where slug = '%s')".formatted(OWED, tenant));
    }

    long all() {
        return count("true");
    }

    private long count(String which) {
        return database.number("select count(*) from outbox.event e where e.actor = '%s' and %s".formatted(run, which));
    }

    /** The ids of the events that are to be mailed. */
    Set<String> mailed() {
        return database
                .rows("select id from outbox.event where type = 'access.invited' and actor = '%s'".formatted(run))
                .stream()
                .flatMap(row -> row.values().stream())
                .collect(Collectors.toSet());
    }

    /** What a statement counts. */
    long wrong(String statement) {
        return database.number(statement(statement, "", 0));
    }

    private String statement(String name, String tenant, int count) {
        return Resource.text(EventFlood.class, name, Map.of("run", run, "tenant", tenant, "count", count));
    }
}
