package id.satuatap.identity.mail;

import id.satuatap.identity.mail.MailOutboxRepository.State;
import id.satuatap.identity.mail.MailOutboxRepository.Waiting;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.mail.MailException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Sends what waits in the outbox, and tries again with growing pauses while the mail server is away. A worker that dies
 * between sending and noting it sends once more, with the same Message-ID.
 */
@Component
class MailWorker {

    private static final Logger LOG = LoggerFactory.getLogger(MailWorker.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final MailOutboxRepository outbox;
    private final Letters letters;
    private final MailTransport transport;

    MailWorker(MailOutboxRepository outbox, Letters letters, MailTransport transport) {
        this.outbox = outbox;
        this.letters = letters;
        this.transport = transport;
    }

    @Scheduled(fixedDelay = 1000)
    void work() {
        try {
            for (var next = outbox.claim(); next.isPresent(); next = outbox.claim()) {
                send(next.get());
            }
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("The mail outbox could not be read: {}", away.getMessage());
        }
    }

    private void send(Waiting wish) {
        var letter = letters.write(wish);
        try {
            outbox.done(wish.id(), deliver(letter));
        } catch (MailException | MessagingException | IOException away) {
            var pause = pause(wish.attempts());
            LOG.warn("Mail {} waits {} s for the mail server: {}", wish.id(), pause.toSeconds(), reason(away));
            outbox.postpone(wish.id(), pause);
        }
    }

    private State deliver(Optional<MimeMessage> letter) throws MessagingException, IOException {
        if (letter.isEmpty()) {
            return State.UNNEEDED;
        }
        transport.send(letter.get());
        return State.SENT;
    }

    /** A mail server's words may hold an address of a person; the kind of fault says enough. */
    private static String reason(Exception fault) {
        var cause = fault.getCause() == null ? fault : fault.getCause();
        return cause.getClass().getSimpleName();
    }

    static Duration pause(int attempts) {
        var grown = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 20));
        return grown.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : grown;
    }
}
