package id.satuatap.identity.mail;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes wishes for mails. Whether the address has an account is looked up later, by {@link MailWorker}: here known and
 * unknown addresses cost exactly the same, so neither text nor time of an answer tells them apart.
 */
@Service
@Transactional
public class MailOutbox {

    /** Per mailbox, so that nobody's mailbox can be flooded. What is too much is dropped without a word. */
    static final int PER_HOUR = 3;

    static final int PER_DAY = 10;

    /** Per client address. A whole office may share one. */
    static final int PER_ADDRESS_AND_HOUR = 30;

    private final MailOutboxRepository repository;

    MailOutbox(MailOutboxRepository repository) {
        this.repository = repository;
    }

    /** @return false when too many mails were asked for from this client address */
    public boolean request(MailRequest request) {
        repository.lock(request);
        if (repository.requestedLastHour(request.requestedBy()) >= PER_ADDRESS_AND_HOUR) {
            return false;
        }
        repository.insert(request, PER_HOUR, PER_DAY);
        return true;
    }

    @Scheduled(initialDelay = 120_000, fixedDelay = 3_600_000)
    public void sweep() {
        repository.sweep();
    }
}
