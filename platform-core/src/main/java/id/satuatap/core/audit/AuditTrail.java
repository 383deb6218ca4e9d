package id.satuatap.core.audit;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;

/** Chains each event and refusal of a tenant to the one before it. Hearing of an event twice leaves one entry. */
@Service
@Transactional
class AuditTrail {

    private final AuditRepository repository;

    AuditTrail(AuditRepository repository) {
        this.repository = repository;
    }

    Mono<Void> append(Entry entry) {
        // The end of the chain is read right behind the lock: on one connection what is sent later sees what was done
        // before.
        return Mono.zip(repository.lockChain().thenReturn(true), repository.lastWithout(entry))
                .map(Tuple2::getT2)
                .flatMap(last -> repository.append(entry.with(last.data()), last.position() + 1, last.hash()));
    }

    @Transactional(readOnly = true)
    Mono<List<AuditRepository.Line>> before(long position, AuditFilter filter, int most) {
        return repository.before(position, filter, most).collectList();
    }

    /** The position of the first entry that does not fit what stands before it: changed, or put or taken out between. */
    @Transactional(readOnly = true)
    Mono<Long> firstBreak() {
        return repository
                .chain()
                .scan(Checked.START, Checked::with)
                .filter(checked -> checked.broken)
                .map(checked -> checked.position)
                .next();
    }

    private record Checked(long position, String hash, boolean broken) {

        private static final Checked START = new Checked(0, "", false);

        Checked with(AuditRepository.Link link) {
            var fits = link.position() == position + 1
                    && link.previousHash().equals(hash)
                    && link.hash().equals(link.entry().hash(link.position(), hash));
            return new Checked(link.position(), link.hash(), !fits);
        }
    }
}
