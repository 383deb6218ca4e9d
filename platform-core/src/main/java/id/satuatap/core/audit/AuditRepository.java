package id.satuatap.core.audit;

import static id.satuatap.core.shared.Columns.optional;
import static id.satuatap.core.shared.Columns.required;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class AuditRepository {

    /**
     * The end of the chain so far: position 0 and no hash before the first.
     *
     * @param data of the entry to come, written as it will be read back
     */
    record Last(long position, String hash, String data) {}

    record Line(
            long position,
            Instant at,
            Entry.Kind kind,
            String action,
            @Nullable UUID actor,
            @Nullable String subject,
            String data) {}

    private final DatabaseClient database;

    AuditRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Lets one writer at a time go on in this tenant, until its transaction ends. */
    Mono<Void> lockChain() {
        return database.sql("select pg_advisory_xact_lock(hashtextextended(tenancy.current_tenant()::text, 1))")
                .then();
    }

    /** What this entry is to be chained to; empty if the chain has it already. */
    Mono<Last> lastWithout(Entry entry) {
        return database.sql("""
                        select coalesce(position, 0) as position, coalesce(hash, '') as hash, cast(:data as jsonb)::text as data
                          from (select exists (select from audit.entry where event_id = :id) as found) known
                          left join (select position, hash from audit.entry order by position desc limit 1) last on true
                         where not found
                        """)
                .bind("id", entry.eventId())
                .bind("data", entry.data())
                .map(row -> new Last(
                        required(row, "position", Long.class),
                        required(row, "hash", String.class),
                        required(row, "data", String.class)))
                .one();
    }

    Mono<Void> append(Entry entry, long position, String previousHash) {
        return database.sql("""
                        insert into audit.entry (position, event_id, kind, action, actor, subject, data, occurred_at,
                                                 previous_hash, hash)
                        values (:position, :event, :kind, :action, :actor, :subject, :data, :at, :previous, :hash)
                        """)
                .bind("position", position)
                .bind("event", entry.eventId())
                .bind("kind", entry.kind().name())
                .bind("action", entry.action())
                .bind("actor", optional(entry.actor()))
                .bind("subject", Parameters.in(R2dbcType.VARCHAR, entry.subject()))
                .bind("data", Json.of(entry.data()))
                .bind("at", entry.occurredAt())
                .bind("previous", previousHash)
                .bind("hash", entry.hash(position, previousHash))
                .then();
    }

    /** The newest first, before a position. */
    Flux<Line> before(long position, AuditFilter filter, int most) {
        return database.sql("""
                        select position, occurred_at, kind, action, actor, subject, data from audit.entry
                         where position < :before
                           and (:kind is null or kind = :kind)
                           and (cast(:since as timestamptz) is null or occurred_at >= cast(:since as timestamptz))
                           and (cast(:until as timestamptz) is null or occurred_at < cast(:until as timestamptz))
                           and (cast(:person as uuid) is null or actor = cast(:person as uuid))
                           and (:word is null or action ilike :word or subject ilike :word or data::text ilike :word
                                or actor in (select id from access.person where not restricted and (name ilike :word or email ilike :word)))
                         order by position desc
                         limit %d
                        """.formatted(most))
                .bind("before", position)
                .bind(
                        "kind",
                        Parameters.in(
                                R2dbcType.VARCHAR,
                                filter.kind() == null ? null : filter.kind().name()))
                .bind("since", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, filter.since()))
                .bind("until", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, filter.until()))
                .bind("person", optional(filter.person()))
                .bind("word", Parameters.in(R2dbcType.VARCHAR, filter.word() == null ? null : pattern(filter.word())))
                .map(row -> new Line(
                        required(row, "position", Long.class),
                        required(row, "occurred_at", Instant.class),
                        Entry.Kind.valueOf(required(row, "kind", String.class)),
                        required(row, "action", String.class),
                        row.get("actor", UUID.class),
                        row.get("subject", String.class),
                        required(row, "data", Json.class).asString()))
                .all();
    }

    /** The word anywhere in a text; its own per cent signs and underscores mean themselves. */
    private static String pattern(String word) {
        return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** A link of the chain, as it is stored. */
    record Link(long position, Entry entry, String previousHash, String hash) {}

    Flux<Link> chain() {
        return database.sql("""
                        select position, event_id, kind, action, actor, subject, data, occurred_at, previous_hash, hash
                          from audit.entry order by position
                        """)
                .map(row -> new Link(
                        required(row, "position", Long.class),
                        new Entry(
                                required(row, "event_id", UUID.class),
                                Entry.Kind.valueOf(required(row, "kind", String.class)),
                                required(row, "action", String.class),
                                row.get("actor", UUID.class),
                                row.get("subject", String.class),
                                required(row, "data", Json.class).asString(),
                                required(row, "occurred_at", Instant.class)),
                        required(row, "previous_hash", String.class),
                        required(row, "hash", String.class)))
                .all();
    }
}
