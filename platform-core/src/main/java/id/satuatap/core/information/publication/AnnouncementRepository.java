package id.satuatap.core.information.publication;

import static id.satuatap.core.shared.Columns.optional;
import static id.satuatap.core.shared.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class AnnouncementRepository {

    private static final String COLUMNS = """
            id, title, text, link, urgent, valid_from, valid_to, office_id, simulated, changed_by, changed_at, withdrawn_at, version
            """;

    private static final String SELECT = "select " + COLUMNS + " from information.announcement ";

    private final DatabaseClient database;

    AnnouncementRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Announcement> insert(UUID id, Announcement.Content content, boolean simulated, UUID by) {
        return content(database.sql("""
                        insert into information.announcement
                          (id, title, text, link, urgent, valid_from, valid_to, office_id, simulated, created_by, changed_by)
                        values (:id, :title, :text, :link, :urgent, :validFrom, :validTo, :office, :simulated, :by, :by)
                        returning %s
                        """.formatted(COLUMNS)), content)
                .bind("id", id)
                .bind("simulated", simulated)
                .bind("by", by)
                .map(AnnouncementRepository::announcement)
                .one();
    }

    /** Empty when the version is no longer the newest. */
    Mono<Announcement> update(Announcement changed, UUID by) {
        return content(database.sql("""
                        update information.announcement
                           set title = :title, text = :text, link = :link, urgent = :urgent, valid_from = :validFrom,
                               valid_to = :validTo, office_id = :office, withdrawn_at = :withdrawnAt,
                               changed_by = :by, changed_at = now(), version = version + 1
                         where id = :id and version = :version
                        returning %s
                        """.formatted(COLUMNS)), changed.content())
                .bind("withdrawnAt", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, changed.withdrawnAt()))
                .bind("by", by)
                .bind("id", changed.id())
                .bind("version", changed.version())
                .map(AnnouncementRepository::announcement)
                .one();
    }

    Mono<Announcement> find(UUID id) {
        return database.sql(SELECT + "where id = :id")
                .bind("id", id)
                .map(AnnouncementRepository::announcement)
                .one();
    }

    /** The newest first, older than one. The state is the same that {@link Announcement#state} tells. */
    Flux<Announcement> before(@Nullable UUID id, Announcement.@Nullable State state, LocalDate today, int most) {
        return database.sql("""
                        %s where (cast(:before as uuid) is null or id < cast(:before as uuid))
                             and (:state is null or :state = case when withdrawn_at is not null then 'WITHDRAWN'
                                                                  when valid_from > :today then 'PLANNED'
                                                                  when valid_to < :today then 'PAST' else 'CURRENT' end)
                        order by id desc limit %d
                        """.formatted(SELECT, most))
                .bind("before", optional(id))
                .bind("state", Parameters.in(R2dbcType.VARCHAR, state == null ? null : state.name()))
                .bind("today", today)
                .map(AnnouncementRepository::announcement)
                .all();
    }

    /** What everybody reads on this day: urgent ones first, then the newest. */
    Flux<Announcement> shown(LocalDate today, int most) {
        return database.sql("""
                        %s where withdrawn_at is null and valid_from <= :today and valid_to >= :today
                        order by urgent desc, valid_from desc, id desc limit %d
                        """.formatted(SELECT, most))
                .bind("today", today)
                .map(AnnouncementRepository::announcement)
                .all();
    }

    Mono<Map<UUID, String>> titles(Collection<UUID> ids) {
        return database.sql("select id, title from information.announcement where id = any(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(row -> Map.entry(required(row, "id", UUID.class), required(row, "title", String.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Flux<Map<String, Object>> publishedBy(UUID person) {
        return database.sql("""
                        select title, created_at from information.announcement where created_by = :person order by id desc limit 1000
                        """)
                .bind("person", person)
                .map(row -> Map.<String, Object>of(
                        "title",
                        required(row, "title", String.class),
                        "at",
                        required(row, "created_at", Instant.class)))
                .all();
    }

    private static DatabaseClient.GenericExecuteSpec content(
            DatabaseClient.GenericExecuteSpec statement, Announcement.Content content) {
        return statement
                .bind("title", content.title())
                .bind("text", content.text())
                .bind("link", Parameters.in(R2dbcType.VARCHAR, content.link()))
                .bind("urgent", content.urgent())
                .bind("validFrom", content.validFrom())
                .bind("validTo", content.validTo())
                .bind("office", optional(content.office()));
    }

    private static Announcement announcement(Readable row) {
        var content = new Announcement.Content(
                required(row, "title", String.class),
                required(row, "text", String.class),
                row.get("link", String.class),
                required(row, "urgent", Boolean.class),
                required(row, "valid_from", LocalDate.class),
                required(row, "valid_to", LocalDate.class),
                row.get("office_id", UUID.class));
        return new Announcement(
                required(row, "id", UUID.class),
                content,
                required(row, "simulated", Boolean.class),
                required(row, "changed_by", UUID.class),
                required(row, "changed_at", Instant.class),
                row.get("withdrawn_at", Instant.class),
                required(row, "version", Integer.class));
    }
}
