package id.satuatap.core.member;

import static id.satuatap.core.shared.Columns.optional;
import static id.satuatap.core.shared.Columns.required;

import id.satuatap.core.access.Role;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class InvitationRepository {

    private static final String COLUMNS = """
            id, code, email, role, office_id, decree, valid_to, invited_by, expires_at, sent, accepted_at, withdrawn_at""";

    private static final String OPEN = "accepted_at is null and withdrawn_at is null and expires_at > now()";

    /** Of invitation i. */
    private static final String SHOWN = """
            case when exists (select from access.person p where p.restricted and lower(p.email) = lower(i.email))
                 then '(dibatasi)' else i.email end""";

    private final DatabaseClient database;

    InvitationRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(Invitation invitation) {
        return database.sql("""
                        insert into access.invitation (id, code, email, mailbox, role, office_id, decree, valid_to, invited_by, expires_at)
                        values (:id, :code, :email, :mailbox, :role, :office, :decree, :validTo, :invitedBy, :expiresAt)
                        """)
                .bind("id", invitation.id())
                .bind("code", invitation.code())
                .bind("email", invitation.email())
                .bind("mailbox", Mailbox.of(invitation.email()))
                .bind("role", invitation.role().key())
                .bind("office", optional(invitation.office()))
                .bind("decree", Parameters.in(R2dbcType.VARCHAR, invitation.decree()))
                .bind("validTo", Parameters.in(R2dbcType.DATE, invitation.validTo()))
                .bind("invitedBy", optional(invitation.invitedBy()))
                .bind("expiresAt", invitation.expiresAt())
                .then();
    }

    /** Letters to one mailbox since yesterday, whichever address of it they went to. */
    Mono<Long> sentWithinADay(String mailbox) {
        return database.sql("""
                        select coalesce(sum(sent), 0) as sent from access.invitation
                         where mailbox = :mailbox and last_sent_at > now() - interval '1 day'
                        """)
                .bind("mailbox", mailbox)
                .map(row -> required(row, "sent", Long.class))
                .one();
    }

    /** For a list that people read: of who had the use of personal data restricted, without the address. */
    Flux<Invitation> open() {
        return database.sql("select %s from access.invitation i where %s order by id desc limit 200"
                        .formatted(COLUMNS.replace("email", SHOWN + " as email"), OPEN))
                .map(InvitationRepository::invitation)
                .all();
    }

    /** The addresses by id; of who had the use of personal data restricted, without it. */
    Mono<Map<UUID, String>> names(Collection<UUID> ids) {
        return database.sql("""
                        select i.id, %s as name from access.invitation i where i.id = any(:ids)
                        """.formatted(SHOWN))
                .bind("ids", ids.toArray(UUID[]::new))
                .map(row -> Map.entry(required(row, "id", UUID.class), required(row, "name", String.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Whether the use of this address was restricted by whose it is. */
    Mono<Boolean> isRestricted(UUID id) {
        return database.sql(
                        "select %s <> i.email as restricted from access.invitation i where i.id = :id".formatted(SHOWN))
                .bind("id", id)
                .map(row -> required(row, "restricted", Boolean.class))
                .one();
    }

    Mono<Invitation> find(UUID id) {
        return database.sql("select %s from access.invitation where id = :id".formatted(COLUMNS))
                .bind("id", id)
                .map(InvitationRepository::invitation)
                .one();
    }

    Mono<Invitation> findByCode(String code) {
        return database.sql("select %s from access.invitation where code = :code".formatted(COLUMNS))
                .bind("code", code)
                .map(InvitationRepository::invitation)
                .one();
    }

    /** Marks it as accepted; false when it is not open any more. */
    Mono<Boolean> accept(UUID id) {
        return changed("accepted_at = now()", id);
    }

    Mono<Boolean> withdraw(UUID id) {
        return changed("withdrawn_at = now()", id);
    }

    /** Sent once more, and good for as long as a new one. */
    Mono<Boolean> sentAgain(UUID id, Instant expiresAt) {
        return database.sql("""
                        update access.invitation set sent = sent + 1, last_sent_at = now(), expires_at = :expiresAt
                         where id = :id and accepted_at is null and withdrawn_at is null
                        """)
                .bind("expiresAt", expiresAt)
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Ends what a person offered and nobody took. */
    Flux<UUID> withdrawAllOf(UUID person) {
        return database.sql("""
                        update access.invitation set withdrawn_at = now() where invited_by = :person and %s returning id
                        """.formatted(OPEN))
                .bind("person", person)
                .map(row -> required(row, "id", UUID.class))
                .all();
    }

    private Mono<Boolean> changed(String what, UUID id) {
        return database.sql("update access.invitation set %s where id = :id and %s".formatted(what, OPEN))
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static Invitation invitation(Readable row) {
        return new Invitation(
                required(row, "id", UUID.class),
                required(row, "code", String.class),
                required(row, "email", String.class),
                Role.of(required(row, "role", String.class)),
                row.get("office_id", UUID.class),
                row.get("decree", String.class),
                row.get("valid_to", LocalDate.class),
                row.get("invited_by", UUID.class),
                required(row, "expires_at", Instant.class),
                required(row, "sent", Integer.class),
                row.get("accepted_at", Instant.class),
                row.get("withdrawn_at", Instant.class));
    }
}
