package id.satuatap.identity.mail;

import com.github.f4b6a3.uuid.UuidCreator;
import id.satuatap.identity.account.EmailAddress;
import id.satuatap.identity.crypto.Sha256;
import id.satuatap.identity.mail.MailRequest.Kind;
import java.sql.Types;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mails that were asked for and what became of them. */
@Repository
class MailOutboxRepository {

    /** While a mail is being sent, no other worker touches it. Longer than all time-outs of a mail server together. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    private static final int ADDRESS_LOCK = 0x5A7A_0002;
    private static final int MAILBOX_LOCK = 0x5A7A_0003;

    private final JdbcClient database;

    MailOutboxRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * Until the transaction ends, nobody else asks from this address or for this mailbox, since the caps count what is
     * there. Address first, mailbox second, always: so nobody waits in a circle.
     */
    void lock(MailRequest request) {
        lock(ADDRESS_LOCK, request.requestedBy());
        lock(MAILBOX_LOCK, request.recipient().mailbox());
    }

    private void lock(int kind, String key) {
        database.sql("select 1 from (select pg_advisory_xact_lock(:kind, hashtext(:key))) as locked")
                .param("kind", kind)
                .param("key", key)
                .query(Integer.class)
                .single();
    }

    int requestedLastHour(String requestedBy) {
        return database.sql("""
                        select count(*) from mail_outbox
                         where requested_by = :requestedBy and created_at > now() - interval '1 hour'
                        """)
                .param("requestedBy", Sha256.of(requestedBy))
                .query(Integer.class)
                .single();
    }

    /** Keeps the wish, unless its recipient has had enough mails this hour or this day. */
    void insert(MailRequest request, int perHour, int perDay) {
        database.sql("""
                        insert into mail_outbox (id, kind, recipient, recipient_key, requested_by, language, name)
                        select :id, :kind, :recipient, :key, :requestedBy, :language, :name
                          from (select count(*) filter (where created_at > now() - interval '1 hour') as hour,
                                       count(*) as day
                                  from mail_outbox
                                 where recipient_key = :key and created_at > now() - interval '1 day') as had
                         where had.hour < :perHour and had.day < :perDay
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("kind", request.kind().name())
                .param("recipient", request.recipient().value())
                .param("key", request.recipient().mailbox())
                .param("requestedBy", Sha256.of(request.requestedBy()))
                .param("language", request.language())
                .param("name", request.name(), Types.VARCHAR)
                .param("perHour", perHour)
                .param("perDay", perDay)
                .update();
    }

    Optional<Waiting> claim() {
        return database.sql("""
                        update mail_outbox
                           set attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => :lease)
                         where id = (select id from mail_outbox
                                      where state = 'WAITING' and next_attempt_at <= now()
                                      order by next_attempt_at limit 1 for update skip locked)
                        returning id, kind, recipient, language, name, attempts
                        """)
                .param("lease", LEASE.toSeconds())
                .query(Waiting.class)
                .optional();
    }

    void done(UUID id, State state) {
        database.sql("update mail_outbox set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    /** Tries again later; after two days the mail is given up. */
    void postpone(UUID id, Duration pause) {
        database.sql("""
                        update mail_outbox
                           set next_attempt_at = now() + make_interval(secs => :pause),
                               state = case when created_at < now() - interval '2 days' then 'FAILED' else state end
                         where id = :id
                        """).param("pause", pause.toSeconds()).param("id", id).update();
    }

    long waiting() {
        return database.sql("select count(*) from mail_outbox where state = 'WAITING'")
                .query(Long.class)
                .single();
    }

    void sweep() {
        database.sql("delete from mail_outbox where state <> 'WAITING' and created_at < now() - interval '7 days'")
                .update();
    }

    enum State {
        SENT,
        UNNEEDED
    }

    /** A mail that is to be sent now, by whoever claimed it. */
    record Waiting(
            UUID id,
            Kind kind,
            String recipient,
            String language,
            @Nullable String name,
            int attempts) {

        EmailAddress to() {
            return new EmailAddress(recipient);
        }

        Locale locale() {
            return Locale.of(language);
        }
    }
}
