package id.satuatap.twin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the record of changes, as core has it. */
@Repository
class AuditRepository {

    record Line(
            long position,
            Instant at,
            String kind,
            String action,
            @Nullable UUID actor,
            String subject,
            String data) {}

    record Person(UUID id, @Nullable String name, @Nullable String email, boolean machine) {}

    record Membership(
            UUID person,
            String role,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable Instant ended) {}

    private final JdbcClient database;

    AuditRepository(JdbcClient database) {
        this.database = database;
    }

    List<Line> before(long position, @Nullable String kind, int most) {
        return database.sql("""
                        select position, occurred_at, kind, action, actor, subject, data from audit.entry
                         where position < :before
                           and (:kind is null or kind = :kind)
                           and (cast(:since as timestamptz) is null or occurred_at >= cast(:since as timestamptz))
                           and (cast(:until as timestamptz) is null or occurred_at < cast(:until as timestamptz))
                           and (cast(:person as uuid) is null or actor = cast(:person as uuid))
                           and (:word is null or action ilike :word or subject ilike :word or data::text ilike :word
                                or actor in (select id from access.person where name ilike :word or email ilike :word))
                         order by position desc
                         limit %d
                        """.formatted(most))
                .param("before", position)
                .param("kind", kind, Types.VARCHAR)
                .param("since", null, Types.VARCHAR)
                .param("until", null, Types.VARCHAR)
                .param("person", null, Types.VARCHAR)
                .param("word", null, Types.VARCHAR)
                .query((row, number) -> new Line(
                        row.getLong("position"),
                        Objects.requireNonNull(instant(row, "occurred_at")),
                        row.getString("kind"),
                        row.getString("action"),
                        row.getObject("actor", UUID.class),
                        row.getString("subject"),
                        row.getString("data")))
                .list();
    }

    Map<UUID, Person> people(Collection<UUID> ids) {
        var people = new HashMap<UUID, Person>();
        database.sql("""
                        select id, issuer, subject, name, email, machine, erased_at from access.person where id = any(:ids)
                        """).param("ids", ids.toArray(UUID[]::new)).query(row -> {
            var id = row.getObject("id", UUID.class);
            people.put(id, new Person(id, row.getString("name"), row.getString("email"), row.getBoolean("machine")));
        });
        return people;
    }

    Map<UUID, List<Membership>> memberships(Collection<UUID> people) {
        return database
                .sql("""
                        select m.id, m.person_id, p.name, p.email, m.role, m.office_id, p.machine, m.decree, m.valid_from, m.valid_to,
                               m.ended_at, m.version
                          from access.membership m
                          join access.person p on p.tenant_id = m.tenant_id and p.id = m.person_id
                         where m.person_id = any(:people)
                        """)
                .param("people", people.toArray(UUID[]::new))
                .query((row, number) -> new Membership(
                        row.getObject("person_id", UUID.class),
                        row.getString("role"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        instant(row, "ended_at")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Membership::person));
    }

    /** What assessments are called. */
    Map<UUID, String> assessments(Collection<UUID> ids) {
        var names = new HashMap<UUID, String>();
        database.sql("""
                        select id, year, instrument, stage, simulated, version, created_at, shared_at from spbe.assessment where id = any(:ids)
                        """).param("ids", ids.toArray(UUID[]::new)).query(row -> {
            var name = "SPBE %d (%s)".formatted(row.getInt("year"), regulation(row.getString("instrument")));
            names.put(row.getObject("id", UUID.class), name);
        });
        return names;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static String regulation(String instrument) {
        return instrument.replaceFirst("permenpanrb-(\\d+)-(\\d+).*", "PermenPANRB $1 Tahun $2");
    }
}
